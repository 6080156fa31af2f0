// What a person has corrected, a row leaves alone until it is told otherwise.
#include <gmock/gmock.h>

#include "absl/strings/substitute.h"
#include "services/edge/corrections.h"
#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;
using matcher::Employer;
using matcher::EmployerName;
using matcher::RiskPlan;
using matcher::Site;
using matcher::SiteName;

constexpr char kEmployer[] =
    "employer { name: 'employers/acme' display_name: 'Acme' "
    "pledges { code: 'CP01' state: PLEDGE_STATE_DECLARED } }";
constexpr char kSite[] =
    "site { name: 'employers/acme/sites/main' display_name: 'Main' "
    "position { latitude: 53.8 longitude: -1.55 uncertainty_m: 100 } }";
constexpr char kCandidate[] =
    "candidate { name: 'candidates/c1' release_area: 'LS1' reach_m: 9000 "
    "travel_mode: TRAVEL_MODE_WALK readiness: READINESS_READY_TO_WORK }";
constexpr char kOverwrite[] = "overwrite_corrections: true";

// The only row of an import; "kept", "updated" and so on.
std::string OutcomeOf(const v1::ImportProgress& progress) {
  if (progress.created() == 1) return "created";
  if (progress.updated() == 1) return "updated";
  if (progress.unchanged() == 1) return "unchanged";
  if (progress.kept() == 1) return "kept";
  return progress.rejected().empty() ? "none" : progress.rejected(0).field();
}

class Corrections : public ImportHarness {
 protected:
  void SetUp() override {
    LoadReferenceData();
    EXPECT_EQ(ImportEmployer(kEmployer), "created");
    EXPECT_EQ(ImportEmployer(kSite), "created");
    EXPECT_EQ(ImportCandidate(), "created");
  }

  template <class Request, class Response>
  std::string Import(absl::Status (*import)(const ImportContext&,
                                            const ImportStream<Request, Response>&),
                     const std::string& row, const std::string& header) {
    const CallResult result = Send(
        import,
        {Proto<Request>(absl::Substitute("header { import_id: 'i-$0' $1 }", ++imports_, header)),
         Proto<Request>("batch { rows { row: 1 " + row + " } }")});
    EXPECT_OK(result.status);
    return result.progress.empty() ? "" : OutcomeOf(result.progress.back());
  }
  std::string ImportEmployer(const std::string& row, const std::string& header = "") {
    return Import(ImportEmployers, row, header);
  }
  std::string ImportCandidate(const std::string& header = "") {
    return Import(ImportCandidates, kCandidate, header);
  }
  // A plan without zones that was reviewed on that day of April 2024.
  std::string ImportPlan(int day, const std::string& header = "") {
    return Import(ImportRiskPlans,
                  absl::Substitute("risk_plan { name: 'candidates/c1/riskPlan' "
                                   "reviewed_on { year: 2024 month: 4 day: $0 } }",
                                   day),
                  header);
  }

  // As the services do.
  template <class Model>
  void Correct(const NameType<Model>& name, void (*change)(Model&)) {
    const auto before = *Read<Model>(store, name);
    Model after = before.record;
    change(after);
    if constexpr (std::is_same_v<Model, RiskPlan>) {
      NoteCorrection(before.record, after, {19'829});  // 2024-04-16
    } else {
      NoteCorrection(before.record, after);
    }
    Edit edit;
    edit.Put(std::optional(before), after);
    ASSERT_OK(store.Commit(edit.transaction()));
  }

 private:
  int imports_ = 0;
};

TEST_F(Corrections, OfAnEmployerStay) {
  EXPECT_EQ(ImportEmployer(kEmployer), "unchanged");
  const EmployerName name{"acme"};
  Correct<Employer>(name, [](Employer& employer) { employer.terms.pledges.clear(); });
  const Employer corrected = Stored<Employer>(name);
  EXPECT_EQ(ImportEmployer(kEmployer), "kept");
  EXPECT_EQ(Stored<Employer>(name), corrected);
  EXPECT_EQ(ImportEmployer(kEmployer, kOverwrite), "updated");
  EXPECT_EQ(Stored<Employer>(name).terms.pledges.size(), 1u);
  EXPECT_EQ(ImportEmployer(kEmployer), "unchanged") << "it is the import's again";
}

TEST_F(Corrections, OfASiteStay) {
  EXPECT_EQ(ImportEmployer(kSite), "unchanged");
  const SiteName name{"acme", "main"};
  Correct<Site>(name, [](Site& site) { site.terms.place->uncertainty = {5}; });
  const Site corrected = Stored<Site>(name);
  EXPECT_EQ(ImportEmployer(kSite), "kept");
  EXPECT_EQ(Stored<Site>(name), corrected);
  EXPECT_EQ(ImportEmployer(kSite, kOverwrite), "updated");
  EXPECT_EQ(Stored<Site>(name).terms.place->uncertainty.value, 100);
  EXPECT_EQ(ImportEmployer(kSite), "unchanged");
}

// Whoever took a wrong position out does not want the next advert to put it back.
TEST_F(Corrections, OfASiteStayForAdvertsToo) {
  const auto advert = [&](const std::string& id) {
    const CallResult result =
        Send(ImportVacancies, {Proto<v1::ImportVacanciesRequest>(absl::Substitute(
                                   "header { feed: 'feed' header { import_id: '$0' } }", id)),
                               Proto<v1::ImportVacanciesRequest>(
                                   "batch { rows { row: 1 advert { external_id: '1' title: 'Chef' "
                                   "employer_display_name: 'Bakery' location: 'Leeds' } } }")});
    EXPECT_OK(result.status);
    return OutcomeOf(result.progress.back());
  };
  EXPECT_EQ(advert("a"), "created");
  const auto vacancy = Stored<matcher::Vacancy>({"bakery", "feed-1"});
  const SiteName name{"bakery", vacancy.terms.sites.at(0)};
  Correct<Site>(name, [](Site& site) { site.terms.place.reset(); });
  EXPECT_EQ(advert("b"), "unchanged");
  EXPECT_FALSE(Stored<Site>(name).terms.place.has_value());
}

TEST_F(Corrections, OfACandidateStay) {
  EXPECT_EQ(ImportCandidate(), "unchanged");
  const CandidateName name = Called("c1");
  Correct<Candidate>(
      name, [](Candidate& one) { one.terms.readiness = matcher::Readiness::kNoRightToWork; });
  const Candidate corrected = Stored<Candidate>(name);
  EXPECT_EQ(ImportCandidate(), "kept");
  EXPECT_EQ(Stored<Candidate>(name), corrected);
  EXPECT_EQ(ImportCandidate(kOverwrite), "updated");
  EXPECT_EQ(Stored<Candidate>(name).terms.readiness, matcher::Readiness::kReadyToWork);
  EXPECT_EQ(ImportCandidate(), "unchanged");
}

// The plan of 10 April was corrected on the 16th.
TEST_F(Corrections, OfARiskPlanStayUntilALaterReview) {
  EXPECT_EQ(ImportPlan(10), "created");
  Correct<RiskPlan>(Called("c1"), [](RiskPlan& plan) { plan.terms.home_county = "Kent"; });
  const RiskPlan corrected = Stored<RiskPlan>(Called("c1"));
  EXPECT_EQ(ImportPlan(9), "risk_plan.reviewed_on");
  for (const int day : {10, 12, 16}) EXPECT_EQ(ImportPlan(day), "kept") << day;
  EXPECT_EQ(Stored<RiskPlan>(Called("c1")), corrected);
  EXPECT_EQ(ImportPlan(17), "updated");
  EXPECT_EQ(Stored<RiskPlan>(Called("c1")).terms.home_county, "");
  EXPECT_EQ(ImportPlan(17), "unchanged") << "it is the import's again";
}

TEST_F(Corrections, OfARiskPlanAreOverwrittenByWhoeverIsTold) {
  EXPECT_EQ(ImportPlan(10), "created");
  Correct<RiskPlan>(Called("c1"), [](RiskPlan& plan) { plan.terms.home_county = "Kent"; });
  EXPECT_EQ(ImportPlan(9, kOverwrite), "risk_plan.reviewed_on");
  EXPECT_EQ(ImportPlan(10, kOverwrite), "updated");
  EXPECT_EQ(Stored<RiskPlan>(Called("c1")).terms.home_county, "");
}

// A later review is the person's where the person has recorded it.
TEST_F(Corrections, OfARiskPlanStayWhereThePersonReviewedItSince) {
  EXPECT_EQ(ImportPlan(10), "created");
  Correct<RiskPlan>(Called("c1"), [](RiskPlan& plan) { plan.terms.reviewed_on.since_epoch += 10; });
  EXPECT_EQ(ImportPlan(20), "kept");
  EXPECT_EQ(ImportPlan(21), "updated");
}

}  // namespace
}  // namespace throughgate::services
