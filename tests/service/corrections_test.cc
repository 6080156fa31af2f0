// Import, correct, import again: still corrected; overwritten when told.
#include "absl/strings/str_cat.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

constexpr char kOverwrite[] = "overwrite_corrections: true";

constexpr char kEmployer[] = R"pb(
  employer { name: "employers/fed" display_name: "Fed" }
)pb";
constexpr char kSite[] = R"pb(
  site {
    name: "employers/fed/sites/main"
    display_name: "Main"
    position { latitude: 53.47 longitude: -2.23 uncertainty_m: 100 }
  }
)pb";
constexpr char kCandidate[] = R"pb(
  candidate {
    name: "candidates/fed"
    release_area: "M13"
    reach_m: 15000
    travel_mode: TRAVEL_MODE_CAR
    readiness: READINESS_READY_TO_WORK
  }
)pb";

class ServedCorrections : public OnEveryStore {
 protected:
  ServedCorrections() {
    LoadSamples(server);
    ImportEmployers(kEmployer);
    ImportEmployers(kSite);
    ImportCandidates();
    LinkTo(server, kBroker, "candidates/fed", kProbation, "fed");
    ImportPlan();
  }

  // What became of the only row.
  template <typename Stub, typename Request, typename Response>
  v1::ImportProgress Import(const Party& party,
                            std::unique_ptr<grpc::ClientReaderWriter<Request, Response>> (
                                Stub::*import)(grpc::ClientContext*),
                            const std::string& row, const std::string& header) {
    grpc::ClientContext context;
    SetCaller(party, context);
    const auto stream = (server.stub<Stub>().*import)(&context);
    Response response;
    for (const std::string& message :
         {absl::StrCat("header { import_id: 'i-", ++imports_, "' ", header, " }"),
          absl::StrCat("batch { rows { row: 1 ", row, " } }")}) {
      stream->Write(Parse<Request>(message));
      stream->Read(&response);
    }
    stream->WritesDone();
    EXPECT_TRUE(stream->Finish().ok());
    EXPECT_TRUE(response.progress().rejected().empty()) << response.DebugString();
    return response.progress();
  }
  v1::ImportProgress ImportEmployers(const std::string& row, const std::string& header = "") {
    return Import(kEngagement, &Employers::ImportEmployers, row, header);
  }
  v1::ImportProgress ImportCandidates(const std::string& header = "") {
    return Import(kBroker, &Candidates::ImportCandidates, kCandidate, header);
  }
  v1::ImportProgress ImportPlan(const std::string& header = "",
                                const std::string& reviewed = "month: 5 day: 20") {
    return Import(kProbation, &RiskPlans::ImportRiskPlans,
                  absl::StrCat("risk_plan { name: 'candidates/fed/riskPlan' reviewed_on { year: "
                               "2025 ",
                               reviewed, " } }"),
                  header);
  }

  v1::RiskPlan Plan() {
    v1::GetRiskPlanRequest request;
    request.set_name("candidates/fed/riskPlan");
    return server.Call(kProbation, &RiskPlans::GetRiskPlan, request)->risk_plan();
  }
  // An exclusion zone, through SetRiskPlan, of the same review.
  void AddZone() {
    v1::SetRiskPlanRequest request;
    *request.mutable_risk_plan() = Plan();
    *request.mutable_risk_plan()->add_zones() = Parse<v1::Zone>(R"pb(
      zone_id: "market"
      kind: ZONE_KIND_EXCLUSION
      circle {
        centre { latitude: 53.5 longitude: -2.3 }
        radius_m: 500
      }
    )pb");
    ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, request), Succeeds());
  }

 private:
  int imports_ = 0;
};
ON_EVERY_STORE(ServedCorrections);

TEST_P(ServedCorrections, OfEmployersStay) {
  v1::UpdateEmployerRequest update;
  *update.mutable_employer() = Parse<v1::Employer>(R"pb(
    name: "employers/fed"
    pledges { code: "CP01" state: PLEDGE_STATE_DECLARED }
  )pb");
  update.mutable_update_mask()->add_paths("pledges");
  const auto updated = server.Call(kEngagement, &Employers::UpdateEmployer, update);
  ASSERT_THAT(updated, Succeeds());
  EXPECT_TRUE(updated->employer().corrected());
  EXPECT_EQ(ImportEmployers(kEmployer).kept(), 1);
  EXPECT_EQ(ImportEmployers(kEmployer, kOverwrite).updated(), 1);
  EXPECT_EQ(ImportEmployers(kEmployer).unchanged(), 1);
}

TEST_P(ServedCorrections, OfSitesStay) {
  v1::UpdateSiteRequest update;
  *update.mutable_site() = Parse<v1::Site>(R"pb(
    name: "employers/fed/sites/main"
    position { latitude: 53.48 longitude: -2.24 uncertainty_m: 10 }
  )pb");
  update.mutable_update_mask()->add_paths("position");
  const auto updated = server.Call(kEngagement, &Employers::UpdateSite, update);
  ASSERT_THAT(updated, Succeeds());
  EXPECT_TRUE(updated->site().corrected());
  EXPECT_EQ(ImportEmployers(kSite).kept(), 1);
  v1::GetSiteRequest get;
  get.set_name("employers/fed/sites/main");
  EXPECT_EQ(server.Call(kEngagement, &Employers::GetSite, get)->site().position().latitude(),
            53.48);
  EXPECT_EQ(ImportEmployers(kSite, kOverwrite).updated(), 1);
  EXPECT_FALSE(server.Call(kEngagement, &Employers::GetSite, get)->site().corrected());
}

TEST_P(ServedCorrections, OfCandidatesStay) {
  v1::UpdateCandidateRequest update;
  *update.mutable_candidate() = Parse<v1::Candidate>(R"pb(
    name: "candidates/fed"
    readiness: READINESS_NO_RIGHT_TO_WORK
  )pb");
  update.mutable_update_mask()->add_paths("readiness");
  const auto updated = server.Call(kBroker, &Candidates::UpdateCandidate, update);
  ASSERT_THAT(updated, Succeeds());
  EXPECT_TRUE(updated->candidate().corrected());
  EXPECT_EQ(ImportCandidates().kept(), 1);
  v1::GetCandidateRequest get;
  get.set_name("candidates/fed");
  EXPECT_EQ(server.Call(kBroker, &Candidates::GetCandidate, get)->candidate().readiness(),
            v1::READINESS_NO_RIGHT_TO_WORK);
  EXPECT_EQ(ImportCandidates(kOverwrite).updated(), 1);
  EXPECT_FALSE(server.Call(kBroker, &Candidates::GetCandidate, get)->candidate().corrected());
}

TEST_P(ServedCorrections, OfRiskPlansStay) {
  ASSERT_NO_FATAL_FAILURE(AddZone());
  EXPECT_EQ(Plan().corrected_on().day(), 2) << "the server's day";
  EXPECT_EQ(ImportPlan().kept(), 1);
  EXPECT_EQ(ImportPlan("", "month: 6 day: 2").kept(), 1) << "a review of the same day";
  EXPECT_EQ(Plan().zones_size(), 1);
  EXPECT_EQ(ImportPlan(kOverwrite).updated(), 1);
  EXPECT_EQ(Plan().zones_size(), 0);
  EXPECT_FALSE(Plan().has_corrected_on());
}

TEST_P(ServedCorrections, OfRiskPlansGiveWayToALaterReview) {
  ASSERT_NO_FATAL_FAILURE(AddZone());
  server.Advance(absl::Hours(24));
  EXPECT_EQ(ImportPlan("", "month: 6 day: 3").updated(), 1);
  EXPECT_EQ(Plan().zones_size(), 0);
}

TEST_P(ServedCorrections, AreSetZoneAndReviewsToo) {
  v1::SetZoneRequest zone;
  zone.set_name("candidates/fed/riskPlan");
  *zone.mutable_zone() = Parse<v1::Zone>(
      "zone_id: 'town' kind: ZONE_KIND_EXCLUSION "
      "circle { centre { latitude: 53.5 longitude: -2.3 } radius_m: 500 }");
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetZone, zone), Succeeds());
  EXPECT_EQ(ImportPlan().kept(), 1);
  EXPECT_EQ(ImportPlan(kOverwrite).updated(), 1);
  v1::ReviewRiskPlanRequest review;
  review.set_name("candidates/fed/riskPlan");
  *review.mutable_reviewed_on() = Parse<v1::Date>("year: 2025 month: 6 day: 1");
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::ReviewRiskPlan, review), Succeeds());
  EXPECT_EQ(ImportPlan("", "month: 6 day: 1").kept(), 1);
}

// No import states approvals, so that none can be lost to one.
TEST_P(ServedCorrections, AreNotApprovals) {
  v1::SetWorkApprovalRequest approve;
  approve.set_name("candidates/fed/riskPlan");
  *approve.mutable_work_approval() = Parse<v1::WorkApproval>(
      "work_approval_id: 'a' occupations: 'isco/5120' "
      "valid_to { year: 2025 month: 12 day: 1 }");
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetWorkApproval, approve), Succeeds());
  EXPECT_EQ(ImportPlan("", "month: 6 day: 1").updated(), 1);
  EXPECT_EQ(Plan().work_approvals_size(), 1);
}

// What a person has entered is theirs as well.
TEST_P(ServedCorrections, AreWhatAPersonHasEntered) {
  EXPECT_EQ(ImportEmployers("employer { name: 'employers/acme' display_name: 'Other' }").kept(), 1);
  EXPECT_EQ(ImportEmployers("site { name: 'employers/acme/sites/main' display_name: 'O' }").kept(),
            1);
}

}  // namespace
}  // namespace throughgate
