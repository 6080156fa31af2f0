// Which plans an import may replace.
#include <gmock/gmock.h>

#include "absl/strings/substitute.h"
#include "services/convert/disclosure.h"
#include "services/import/import_harness_for_test.h"
#include "storage/secrets/secrets.h"

namespace throughgate::services {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class RiskPlanRowsTest : public ImportHarness {
 protected:
  void SetUp() override {
    LoadReferenceData();
    ASSERT_OK(Send(ImportCandidates,
                   {Proto<v1::ImportCandidatesRequest>("header { import_id: 'c' }"),
                    Proto<v1::ImportCandidatesRequest>(
                        "batch { rows { row: 1 candidate { name: 'candidates/c1' release_area: "
                        "'LS1' reach_m: 9000 travel_mode: TRAVEL_MODE_WALK } } }")})
                  .status);
  }

  // Imports plans of the candidate, reviewed on these days of April, under an import id of its own.
  v1::ImportProgress Import(const std::vector<int>& days, const std::string& fields = "",
                            const std::string& header = "") {
    std::string rows;
    for (std::size_t i = 0; i < days.size(); ++i) {
      rows += absl::Substitute(
          "rows { row: $0 risk_plan { name: 'candidates/c1/riskPlan' "
          "reviewed_on { year: 2024 month: 4 day: $1 } $2 } } ",
          i + 1, days[i], fields);
    }
    const CallResult result =
        Send(ImportRiskPlans, {Proto<v1::ImportRiskPlansRequest>(absl::Substitute(
                                   "header { import_id: 'p-$0' $1 }", ++imports_, header)),
                               Proto<v1::ImportRiskPlansRequest>("batch { " + rows + " }")});
    EXPECT_OK(result.status);
    return result.progress.empty() ? v1::ImportProgress() : result.progress.back();
  }
  matcher::RiskPlanTerms Plan() { return Stored<matcher::RiskPlan>(Called("c1")).terms; }

 private:
  int imports_ = 0;
};

constexpr char kZone[] =
    "zones { zone_id: 'town' kind: ZONE_KIND_EXCLUSION "
    "circle { centre { latitude: 53.8 longitude: -1.55 } radius_m: 500 } }";
constexpr char kOverwrite[] = "overwrite_corrections: true";

TEST_F(RiskPlanRowsTest, ANewerOrEqualReviewReplacesAnOlderNever) {
  EXPECT_EQ(Import({10}, kZone).created(), 1);
  EXPECT_EQ(Import({10}, kZone).unchanged(), 1);
  for (const char* header : {"", kOverwrite}) {
    const v1::ImportProgress older = Import({9}, "", header);
    ASSERT_THAT(older.rejected(), SizeIs(1)) << header;
    EXPECT_EQ(older.rejected(0).field(), "risk_plan.reviewed_on");
    EXPECT_THAT(older.rejected(0).message(), HasSubstr("2024-04-10"));
    EXPECT_THAT(Plan().zones, SizeIs(1));
  }
  EXPECT_EQ(Import({10}).updated(), 1);
  EXPECT_THAT(Plan().zones, SizeIs(0));
  EXPECT_EQ(Import({11}, kZone).updated(), 1);
}

// Conditions come last, since they name other items of the plan.
TEST_F(RiskPlanRowsTest, KeepTheirLicenceConditions) {
  constexpr char kCondition[] =
      "conditions { policy_version: '4.0' code: '0f9a20f4-35c7-4c77-8af8-f200f153fa11' "
      "expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE id: 'town' } }";
  EXPECT_EQ(Import({10}, std::string(kZone) + kCondition).created(), 1);
  ASSERT_THAT(Plan().conditions, SizeIs(1));
  EXPECT_EQ(Plan().conditions[0].expressed_by[0].id, "town");
  const v1::ImportProgress without = Import({11}, kCondition);
  ASSERT_THAT(without.rejected(), SizeIs(1));
  EXPECT_EQ(without.rejected(0).field(), "risk_plan.conditions[0].expressed_by[0].id");
}

// Of two in one file nobody knows which is meant, later or not.
TEST_F(RiskPlanRowsTest, AFileHasOneOfACandidate) {
  for (const char* header : {"dry_run: true", ""}) {
    const v1::ImportProgress progress = Import({10, 11}, "", header);
    EXPECT_EQ(progress.created(), 1);
    ASSERT_THAT(progress.rejected(), SizeIs(1));
    EXPECT_EQ(progress.rejected(0).field(), "risk_plan.name");
    EXPECT_THAT(progress.rejected(0).message(), HasSubstr("row 1"));
  }
}

TEST_F(RiskPlanRowsTest, AnotherOrganisationsStaysUnlessToldOtherwise) {
  EXPECT_EQ(Import({10}, kZone).created(), 1);
  Link("south-west", Called("c1"), "c1");
  organisation = "south-west";
  const v1::ImportProgress theirs = Import({11});
  ASSERT_THAT(theirs.rejected(), SizeIs(1));
  EXPECT_EQ(theirs.rejected(0).field(), "risk_plan.name");
  EXPECT_THAT(theirs.rejected(0).message(), HasSubstr("overwrite_corrections"));
  EXPECT_EQ(Plan().supervised_by.value, "north-west");
  EXPECT_THAT(Plan().zones, SizeIs(1));

  EXPECT_EQ(Import({9}, "", kOverwrite).rejected(0).field(), "risk_plan.reviewed_on");
  EXPECT_EQ(Import({10}, "", kOverwrite).updated(), 1);
  EXPECT_EQ(Plan().supervised_by.value, "south-west");
}

TEST_F(RiskPlanRowsTest, OfSomebodyWhomTheCallerDoesNotReachIsNotFound) {
  organisation = "south-west";
  const v1::ImportProgress theirs = Import({10});
  ASSERT_THAT(theirs.rejected(), SizeIs(1));
  EXPECT_THAT(theirs.rejected(0).message(), HasSubstr("candidates/c1/riskPlan"));
}

class NoContactRowsTest : public RiskPlanRowsTest {
 protected:
  void SetUp() override {
    RiskPlanRowsTest::SetUp();
    ASSERT_OK(Send(ImportEmployers,
                   {Proto<v1::ImportEmployersRequest>("header { import_id: 'e' }"),
                    Proto<v1::ImportEmployersRequest>(
                        "batch { rows { row: 1 employer { name: 'employers/acme' display_name: "
                        "'Acme' } } }")})
                  .status);
  }
  void MakeKey() {
    ASSERT_OK(storage::EnsureSecrets(store, [](const std::string&) {}));
  }
  // An import of a plan with one entry.
  v1::ImportProgress ImportEntry(const std::string& fields) {
    return Import(
        {10}, absl::Substitute("no_contact { no_contact_id: 'v' kind: NO_CONTACT_KIND_VICTIM $0 }",
                               fields));
  }
  static std::string FaultyField(const v1::ImportProgress& progress) {
    return progress.rejected().empty() ? "none" : progress.rejected(0).field();
  }
};

// A name of nobody agrees with nobody's, and whoever must be kept apart would pass.
TEST_F(NoContactRowsTest, KeepNobodysNames) {
  MakeKey();
  const v1::ImportProgress elsewhere = ImportEntry("names: 'AAAAAAAAAAAAAAAAAAAAAA'");
  EXPECT_EQ(FaultyField(elsewhere), "risk_plan.no_contact[0].names[0]");
  EXPECT_THAT(elsewhere.rejected(0).message(), HasSubstr("Give the employer or site again"));
  EXPECT_EQ(FaultyField(ImportEntry("employers: [ 'employers/acme', 'employers/none' ]")),
            "risk_plan.no_contact[0].employers[1]");
  EXPECT_EQ(FaultyField(ImportEntry("sites: 'employers/acme/sites/none'")),
            "risk_plan.no_contact[0].sites[0]");

  EXPECT_EQ(ImportEntry("employers: 'employers/acme'").created(), 1);
  const std::string kept = [&] {
    v1::NoContact shown = WriteNoContact(Plan().no_contact.at(0));
    return shown.names(0);
  }();
  EXPECT_EQ(ImportEntry(absl::Substitute("names: '$0'", kept)).unchanged(), 1);
  EXPECT_EQ(
      FaultyField(ImportEntry(absl::Substitute("names: [ '$0', 'AAAAAAAAAAAAAAAAAAAAAA' ]", kept))),
      "risk_plan.no_contact[0].names[1]");
}

TEST_F(NoContactRowsTest, WithoutTheKeyAreRejectedAndOthersGoOn) {
  const v1::ImportProgress refused = ImportEntry("employers: 'employers/acme'");
  ASSERT_THAT(refused.rejected(), SizeIs(1));
  EXPECT_THAT(refused.rejected(0).message(), HasSubstr("tell whoever runs the service"));
  EXPECT_EQ(refused.applied_through_row(), 1);
  EXPECT_EQ(Import({11}).created(), 1) << "what keeps no name needs no key";
}

}  // namespace
}  // namespace throughgate::services
