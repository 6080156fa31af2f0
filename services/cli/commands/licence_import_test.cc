// Licences as people import them, against a tiny server in this process that keeps plans.
#include "services/cli/commands/licence_import.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/command_test.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Keeps plans with the etags of their writes; lets somebody else come first when told to.
class FakePlans : public v1::RiskPlanService::Service {
 public:
  grpc::Status GetRiskPlan(grpc::ServerContext*, const v1::GetRiskPlanRequest* request,
                           v1::GetRiskPlanResponse* response) override {
    const auto plan = plans.find(request->name());
    if (plan == plans.end()) return {grpc::StatusCode::NOT_FOUND, "no such plan"};
    *response->mutable_risk_plan() = plan->second;
    return grpc::Status::OK;
  }
  grpc::Status SetRiskPlan(grpc::ServerContext*, const v1::SetRiskPlanRequest* request,
                           v1::SetRiskPlanResponse* response) override {
    const std::string& name = request->risk_plan().name();
    if (overtaken > 0) {
      --overtaken;
      plans[name].set_etag(absl::StrCat("other-", overtaken));
      return {grpc::StatusCode::ABORTED, "changed meanwhile"};
    }
    if (plans[name].etag() != request->risk_plan().etag()) {
      return {grpc::StatusCode::ABORTED, "another etag"};
    }
    if (!refusal.empty()) return {grpc::StatusCode::INVALID_ARGUMENT, refusal};
    v1::OutstandingCondition& outstanding = *response->add_outstanding();
    outstanding.set_condition_id("cvl-2");
    outstanding.set_text("Not expressed.");
    outstanding.set_change("A zone.");
    if (request->validate_only()) return grpc::Status::OK;
    plans[name] = request->risk_plan();
    plans[name].set_etag(absl::StrCat("etag-", ++writes));
    return grpc::Status::OK;
  }

  std::map<std::string, v1::RiskPlan> plans;
  std::string refusal;
  int overtaken = 0;
  int writes = 0;
};

class LicenceImportTest : public CommandTest {
 protected:
  LicenceImportTest() {
    Serve({&fake_});
    licence_ = R"json({
      "id": 1234, "kind": "CRD", "policyVersion": "V4_0", "statusCode": "ACTIVE", "crn": "X00001",
      "approvedDateTime": "2026-11-02T15:00:00", "licenceStartDate": "2026-11-20",
      "isInPssPeriod": false, "conditions": {"AP": {"standard": [], "bespoke": [], "additional": [
        {"id": 2, "type": "MULTIPLE_EXCLUSION_ZONE", "category": "Freedom of movement",
         "code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11", "text": "Keep out of Wagtail Lane.",
         "hasImageUpload": true}]}, "PSS": {"standard": [], "additional": []}}})json";
    file_ = folder_.Write("licences.json", absl::StrCat("[", licence_, "]"));
    candidates_ = folder_.Write("candidates.csv", "crn,candidate\nX00001,heron\n");
  }

  int Import(const std::vector<std::string>& options) {
    std::vector<std::string> words = {"--role",     "probation", "--organisation", "nw",
                                      "risk-plans", "import",    "--licences",     file_};
    words.insert(words.end(), options.begin(), options.end());
    return Run(words);
  }
  v1::RiskPlan& Plan() { return fake_.plans["candidates/heron/riskPlan"]; }

  FakePlans fake_;
  std::string licence_;
  std::string file_;
  std::string candidates_;
};

TEST_F(LicenceImportTest, MakesAPlanOfALicence) {
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_EQ(Plan().supervision(), v1::SUPERVISION_ON_LICENCE);
  EXPECT_EQ(Plan().reviewed_on().ShortDebugString(), "year: 2026 month: 11 day: 2");
  EXPECT_EQ(Plan().release_on().day(), 20);
  ASSERT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().conditions(0).condition_id(), "cvl-2");
  EXPECT_EQ(
      out_,
      "licence 1 (id 1234), candidates/heron: plan created (1 added, 0 changed, 0 as they "
      "were)\n"
      "  not read: condition 1 (0f9a20f4-35c7-4c77-8af8-f200f153fa11, policy 4.0): Its map is "
      "a picture. Draw the zone, and name it for the condition.\n"
      "  outstanding: cvl-2: Not expressed. Needed: A zone.\n"
      "1 licence: 1 plans created, 0 updated, 0 unchanged, 0 refused.\n");
}

TEST_F(LicenceImportTest, WritesNothingTheSecondTime) {
  Import({"--candidates", candidates_});
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_EQ(fake_.writes, 1);
  EXPECT_THAT(out_, HasSubstr("unchanged (0 added, 0 changed, 1 as they were)"));
}

TEST_F(LicenceImportTest, WritesNothingWhenDry) {
  EXPECT_EQ(Import({"--candidates", candidates_, "--dry-run"}), 0) << err_;
  EXPECT_EQ(fake_.writes, 0);
  EXPECT_THAT(out_, HasSubstr("plan created"));
  EXPECT_THAT(out_, HasSubstr("Nothing was written: this was a dry run."));
}

// The condition of the first licence, and none of it in the second.
void TakeOutConditions(std::string& licence) {
  const std::size_t first = licence.find("{\"id\": 2");
  licence.erase(first, licence.find("]}, \"PSS\"") - first);
}

TEST_F(LicenceImportTest, LiftsWhatIsGoneFromAnActiveLicence) {
  Import({"--candidates", candidates_});
  std::string licence = licence_;
  TakeOutConditions(licence);
  file_ = folder_.Write("later.json", absl::StrCat("[", licence, "]"));
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("kept (--lift-gone takes them out): cvl-2"));
  EXPECT_EQ(Import({"--candidates", candidates_, "--lift-gone"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("no longer in the licence, lifted: cvl-2"));
  EXPECT_EQ(Plan().conditions_size(), 0);
}

// What the one does not have, the other may.
TEST_F(LicenceImportTest, LiftsNothingOfSomebodyWhomTheFileHasTwice) {
  Import({"--candidates", candidates_});
  std::string other = licence_;
  TakeOutConditions(other);
  file_ = folder_.Write("both.json", absl::StrCat("[", licence_, ",", other, "]"));
  EXPECT_EQ(Import({"--candidates", candidates_, "--lift-gone"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("kept (the file has the candidate 2 times): cvl-2"));
  EXPECT_EQ(Plan().conditions_size(), 1);
}

TEST_F(LicenceImportTest, LiftsNothingForALicenceThatIsOnlyApproved) {
  Import({"--candidates", candidates_});
  std::string licence = licence_;
  TakeOutConditions(licence);
  licence.replace(licence.find("ACTIVE"), 6, "APPROVED");
  file_ = folder_.Write("approved.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_, "--lift-gone"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("kept (the licence is not ACTIVE"));
  EXPECT_EQ(Plan().conditions_size(), 1);
}

TEST_F(LicenceImportTest, TellsWhatALicenceHasUnderANewId) {
  Import({"--candidates", candidates_});
  std::string licence = licence_;
  licence.replace(licence.find("{\"id\": 2"), 8, "{\"id\": 9");
  file_ = folder_.Write("varied.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("under a new id: cvl-2 as cvl-9"));
  ASSERT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().conditions(0).condition_id(), "cvl-9");
}

// Draws the zone of the condition, by hand.
void NameTheZone(v1::RiskPlan& plan) {
  plan.add_zones()->set_zone_id("far");
  v1::PlanItem& item = *plan.mutable_conditions(0)->add_expressed_by();
  item.set_kind(v1::PLAN_ITEM_KIND_EXCLUSION_ZONE);
  item.set_id("far");
}

TEST_F(LicenceImportTest, AsksForAZoneOnlyUntilThereIsOne) {
  Import({"--candidates", candidates_});
  NameTheZone(Plan());
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("unchanged"));
  EXPECT_THAT(out_, Not(HasSubstr("Draw the zone")));
}

// A variation is when a map changes.
TEST_F(LicenceImportTest, AsksAnewForTheZoneOfAVariedLicence) {
  Import({"--candidates", candidates_});
  NameTheZone(Plan());
  std::string licence = licence_;
  licence.replace(licence.find("1234"), 4, "5002");
  licence.replace(licence.find("{\"id\": 2"), 8, "{\"id\": 9");
  file_ = folder_.Write("varied.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("to be named anew, since what was named or filled in by hand was for "
                              "the licence before; read what this one says, then name the items "
                              "and fill in the rest again: cvl-9\n"));
  EXPECT_THAT(out_, HasSubstr("Draw the zone, and name it"));
  ASSERT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().conditions(0).condition_id(), "cvl-9");
  EXPECT_EQ(Plan().conditions(0).expressed_by_size(), 0);
  EXPECT_EQ(Plan().zones_size(), 1) << "it bars what it bars";
}

// An order whose hours begin at `start` and whose zones are a list of `zones`.
std::string Order(const std::string& start, const std::string& zones) {
  return absl::StrCat(R"json({"id": "7E", "status": "SUBMITTED", "type": "REQUEST",
    "deviceWearer": {"deliusId": "X00001"}, "enforcementZoneConditions": [)json",
                      zones, R"json(], "curfewTimeTable": [
    {"dayOfWeek": "MONDAY", "startTime": ")json",
                      start, R"json(", "endTime": "23:59"}]})json");
}

TEST_F(LicenceImportTest, HoldsAPlanForWhatAnOrderLaysDownAndCannotBeRead) {
  Import({"--candidates", candidates_});
  file_ = folder_.Write("order.json", Order("9am", R"({"description": "Wagtail Lane"})"));
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("plan updated (2 added"));
  EXPECT_THAT(out_, HasSubstr("not read: enforcementZoneConditions: Draw the zones by hand. Until "
                              "somebody has, and takes cvl-em-7e-zones out of the plan, every "
                              "vacancy is REVIEW.\n"));
  ASSERT_EQ(Plan().conditions_size(), 3);
  EXPECT_EQ(Plan().conditions(1).ShortDebugString(),
            "condition_id: \"cvl-em-7e-hours\" form: CONDITION_FORM_BESPOKE");
  EXPECT_EQ(Plan().conditions(2).condition_id(), "cvl-em-7e-zones");
  EXPECT_THAT(Plan().ShortDebugString(), Not(HasSubstr("Wagtail")));
  const int writes = fake_.writes;
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_EQ(fake_.writes, writes) << "nothing is held twice";
  EXPECT_EQ(Import({"--candidates", candidates_, "--json"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr(R"("heldBy":"cvl-em-7e-zones")"));

  file_ = folder_.Write("order.json", Order("09:00", ""));
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("read in full now, taken out: cvl-em-7e-hours, cvl-em-7e-zones\n"));
  EXPECT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().curfews_size(), 1);
}

// What an order does not speak of may still be laid down.
TEST_F(LicenceImportTest, LiftsNothingForAnOrderThatDoesNotTellOfEveryPart) {
  Import({"--candidates", candidates_});
  file_ = folder_.Write("order.json", Order("09:00", R"({"description": "Wagtail Lane"})"));
  Import({"--candidates", candidates_});
  ASSERT_EQ(Plan().conditions_size(), 2);
  std::string order = Order("09:00", "");
  const std::string zones = R"("enforcementZoneConditions": [])";
  order.replace(order.find(zones), zones.size(), R"("enforcementZoneConditions": null)");
  file_ = folder_.Write("later.json", order);
  EXPECT_EQ(Import({"--candidates", candidates_, "--lift-gone"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("kept (the order does not say of each part whether it has it, with "
                              "[] or {} where it has none): cvl-em-7e-zones"));
  EXPECT_EQ(Plan().conditions_size(), 2);
}

// The other may lay down what the one says that there is none of.
TEST_F(LicenceImportTest, TakesOutNothingForAnOrderThatTheFileHasTwice) {
  Import({"--candidates", candidates_});
  const std::string with_zones = Order("09:00", R"({"description": "Wagtail Lane"})");
  file_ = folder_.Write("orders.json", absl::StrCat("[", with_zones, ",", Order("09:00", ""), "]"));
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, Not(HasSubstr("taken out")));
  ASSERT_EQ(Plan().conditions_size(), 2);
  EXPECT_EQ(Plan().conditions(1).condition_id(), "cvl-em-7e-zones");
}

TEST_F(LicenceImportTest, HoldsAPlanOfHomeDetentionWithoutItsHours) {
  std::string licence = licence_;
  licence.replace(licence.find("CRD"), 3, "HDC");
  file_ = folder_.Write("home.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("not read: curfew cvl-hdc: The licence is of home detention, and the "
                              "plan has no hours for it."));
  EXPECT_THAT(out_, HasSubstr("takes cvl-hdc-hours out of the plan, every vacancy is REVIEW."));
  EXPECT_EQ(Plan().conditions_size(), 2);

  file_ = folder_.Write("times.json", R"json({"crn": "X00001", "status": "APPROVED",
    "curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00", "untilDay": "TUESDAY",
                     "untilTime": "07:00"}]})json");
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("read in full now, taken out: cvl-hdc-hours\n"));
  EXPECT_EQ(Plan().conditions_size(), 1);
}

// A variation is when a map changes, whoever entered what was before it.
TEST_F(LicenceImportTest, AsksAnewForTheZoneThatWasNamedByHandBeforeAVariation) {
  Plan().set_name("candidates/heron/riskPlan");
  Plan().set_etag("before");
  v1::LicenceCondition& by_hand = *Plan().add_conditions();
  by_hand.set_policy_version("4.0");
  by_hand.set_code("0f9a20f4-35c7-4c77-8af8-f200f153fa11");
  NameTheZone(Plan());
  std::string licence = licence_;
  licence.replace(licence.find("\"kind\""), 6, R"("isVariation": true, "variationOf": 1, "kind")");
  file_ = folder_.Write("variation.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("fill in the rest again: cvl-2\n"));
  ASSERT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().conditions(0).expressed_by_size(), 0);
}

// Before release, a person is inside: without the day, the plan would clear work at once.
TEST_F(LicenceImportTest, MakesNoPlanOfALicenceThatDoesNotSayWhenItBegins) {
  std::string licence = licence_;
  const std::string day = R"("2026-11-20")";
  licence.replace(licence.find(day), day.size(), "null");
  file_ = folder_.Write("undated.json", licence);
  EXPECT_EQ(Import({"--candidates", candidates_}), 1);
  EXPECT_THAT(out_, HasSubstr("REFUSED: the candidate has no plan"));
  EXPECT_TRUE(fake_.plans.empty());
}

TEST_F(LicenceImportTest, MergesAnewWhenSomebodyElseCameFirst) {
  Plan().set_name("candidates/heron/riskPlan");
  Plan().set_etag("before");
  Plan().add_zones()->set_zone_id("park");
  fake_.overtaken = 2;
  EXPECT_EQ(Import({"--candidates", candidates_}), 0) << err_;
  EXPECT_EQ(fake_.writes, 1);
  EXPECT_EQ(Plan().zones_size(), 1);
  EXPECT_EQ(Plan().conditions_size(), 1);
  EXPECT_EQ(Plan().supervision(), v1::SUPERVISION_UNSPECIFIED) << "a person's to say";
}

TEST_F(LicenceImportTest, GivesUpAPlanThatNeverStandsStill) {
  Plan().set_etag("before");
  fake_.overtaken = 100;
  EXPECT_EQ(Import({"--candidates", candidates_}), 1);
  EXPECT_THAT(out_, HasSubstr("REFUSED: changed meanwhile"));
}

TEST_F(LicenceImportTest, TellsWhatTheServerRefuses) {
  fake_.refusal = "conditions[0].code: Must be a UUID.";
  EXPECT_EQ(Import({"--candidates", candidates_}), 1);
  EXPECT_THAT(out_, HasSubstr("REFUSED: conditions[0].code: Must be a UUID."));
}

TEST_F(LicenceImportTest, RefusesALicenceThatIsNobodys) {
  EXPECT_EQ(Import({}), 1);
  EXPECT_THAT(out_, HasSubstr("REFUSED: nobody says whose it is"));
  EXPECT_THAT(out_, HasSubstr("1 refused"));
  EXPECT_TRUE(fake_.plans.empty());
}

// Numbers and words of the licence are nobody's business but the user's.
TEST_F(LicenceImportTest, SendsNeitherNumbersNorWords) {
  Import({"--candidates", candidates_});
  const std::string sent = Plan().ShortDebugString();
  EXPECT_THAT(sent, Not(HasSubstr("X00001")));
  EXPECT_THAT(sent, Not(HasSubstr("Wagtail")));
}

TEST_F(LicenceImportTest, AnswersInJson) {
  EXPECT_EQ(Import({"--candidates", candidates_, "--json"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr(R"("candidate":"candidates/heron","outcome":"plan created")"));
  EXPECT_THAT(out_, HasSubstr(R"("notRead":[{"part":"condition 1)"));
  EXPECT_THAT(out_, HasSubstr(R"("outstanding":[{"conditionId":"cvl-2")"));
}

TEST_F(LicenceImportTest, CannotRunWithoutFilesOrServer) {
  EXPECT_EQ(Import({"--candidates", folder_.PathOf("nowhere.csv")}), 2);
  StopServing();
  EXPECT_EQ(Import({"--candidates", candidates_}), 2);
  file_ = folder_.Write("bad.json", "{\"id\": 1}\nnot json\n");
  EXPECT_EQ(Import({"--candidates", candidates_}), 2);
  EXPECT_THAT(err_, HasSubstr("line 2"));
}

}  // namespace
}  // namespace throughgate::cli
