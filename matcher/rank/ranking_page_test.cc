// RANKING.md says what the program does: every code, name and number of it is looked up there.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "matcher/index/catalogue_builder.h"
#include "matcher/index/tie_hash.h"
#include "matcher/matcher.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

const std::string& Page() {
  static const std::string page = [] {
    std::ifstream file(THROUGHGATE_RANKING_PAGE);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return page;
}

bool Says(const std::string& words) { return absl::StrContains(Page(), words); }
std::string Code(std::string_view code) { return "`" + std::string(code) + "`"; }

// The cells of the first row that begins with `name` after `heading`.
std::vector<std::string> Row(const std::string& heading, const std::string& name) {
  const std::vector<std::string> parts = absl::StrSplit(Page(), absl::MaxSplits(heading, 1));
  for (const absl::string_view line : absl::StrSplit(parts.back(), '\n')) {
    if (!absl::StartsWith(line, absl::StrCat("| ", name, " |"))) continue;
    std::vector<std::string> cells = absl::StrSplit(line, " | ");
    cells.back() = std::string(absl::StripSuffix(cells.back(), " |"));
    return cells;
  }
  ADD_FAILURE() << "no row \"" << name << "\" after \"" << heading << "\"";
  return {"", "", "", ""};
}

TEST(RankingPage, NamesTheRuleSetTheSaltAndTheLimits) {
  EXPECT_TRUE(Says(absl::StrCat("\"", std::string(kRuleSet), "\"")));
  EXPECT_TRUE(Says(Code(kTieSalt)));
  EXPECT_TRUE(Says(absl::StrCat("older than ", kRiskDataMaxAgeDays, " days")));
  EXPECT_TRUE(Says(absl::StrCat("at most ", kNarrowGroupMax, " below")));
}

TEST(RankingPage, GivesEachComponentsMaximum) {
  constexpr std::array kNames = {"skills",       "occupation", "distance",
                                 "availability", "pay",        "charter"};
  static_assert(kNames.size() == kComponents);
  for (std::size_t i = 0; i < kComponents; ++i) {
    EXPECT_EQ(Row("## Score", kNames[i])[1], absl::StrCat(kMaximum[i]));
  }
}

TEST(RankingPage, GivesTheTableOfJourneys) {
  constexpr int kNoon = 12 * 60;
  const auto expect = [](TravelMode mode, const char* name) {
    const std::vector<std::string> row = Row("**Journeys.**", name);
    EXPECT_EQ(row[1], absl::StrCat(TravelSpeed(mode, kNoon)));
    EXPECT_EQ(row[2], absl::StrCat(TravelSpeed(mode, 0)));
    EXPECT_EQ(row[3], absl::StrCat(TravelAllowance(mode)));
  };
  expect(TravelMode::kWalk, "walking");
  expect(TravelMode::kUnspecified, "walking");
  expect(TravelMode::kCycle, "cycling");
  expect(TravelMode::kPublicTransport, "public transport");
  expect(TravelMode::kCar, "car");
}

TEST(RankingPage, GivesTheStepsOfTheTaxonomy) {
  const auto expect = [](const char* heading, const char* name, int percent) {
    EXPECT_EQ(Row(heading, name)[1], absl::StrCat(percent)) << name;
  };
  expect("**Skills.**", "the same", kSameSkill);
  expect("**Skills.**", "narrower: directly below it in the taxonomy", kNarrowerSkill);
  expect("**Skills.**", "broader: directly above it", kBroaderSkill);
  expect("**Skills.**",
         "sibling: both directly below the same group or skill, if that has at most "
         "50 below it",
         kSiblingSkill);
  expect("**Skills.**", "inferred: essential for an occupation that the person has held",
         kEssentialForOccupationHeld);
  expect("**Skills.**", "inferred: optional for an occupation that the person has held",
         kOptionalForOccupationHeld);
  expect("**Occupation.**", "the same", kSameOccupation);
  expect("**Occupation.**", "the same unit group (4 digits)", kSameUnitGroup);
  expect("**Occupation.**", "the same minor group (3 digits)", kSameMinorGroup);
  expect("**Occupation.**", "the same sub-major group (2 digits)", kSameSubMajorGroup);
  expect("**Occupation.**", "the same major group (1 digit)", kSameMajorGroup);
  for (const SharedSkillsStep& step : kSharedSkills) {
    const std::string name =
        absl::StrCat("at least ", step.shared_percent, " of a hundred essential skills shared");
    expect("**Occupation.**", name.c_str(), step.percent);
  }
}

constexpr Day kToday{20'000};

WeekPattern DaysFromMonday(int days, int begin_hour, int hours) {
  WeekPattern pattern;
  for (int day = 0; day < days; ++day) {
    pattern.spans.push_back({day * kMinutesPerDay + begin_hour * 60, hours * 60});
  }
  return pattern;
}

std::shared_ptr<const Taxonomy> ExampleTaxonomy() {
  const auto skill = [](const char* code, std::vector<std::string> broader) {
    return Concept{code, ConceptKind::kSkill, code, {}, std::move(broader), {}, {}};
  };
  const auto occupation = [](const char* code) {
    return Concept{code, ConceptKind::kOccupation, code, {}, {"isco/5120"}, {}, {}};
  };
  return Taxonomy::Build(
      "example", "",
      {skill("prepare meals", {}), skill("food hygiene", {}), skill("bake goods", {}),
       skill("bake bread", {"bake goods"}), occupation("cook"), occupation("pizza cook")});
}

void SetVacancy(CatalogueBuilder& builder) {
  VacancyTerms terms;
  terms.site_mode = SiteMode::kChooseOne;
  terms.sites = {"kitchen"};
  terms.shifts = DaysFromMonday(5, 9, 8);
  terms.starts_on = Day{kToday.since_epoch + 16};
  terms.occupations = {{"cook", {}}};
  VacancyDetail detail;
  detail.skills = {{"prepare meals", SkillLevel::kProficient, true, {}},
                   {"food hygiene", SkillLevel::kWorking, true, {}},
                   {"bake bread", SkillLevel::kWorking, false, {}}};
  detail.pay = {1'144};
  builder.SetVacancy({"acme", "cook"}, terms);
  builder.SetVacancy({"acme", "cook"}, detail);
}

void SetCandidate(CatalogueBuilder& builder) {
  CandidateTerms terms;
  terms.release_area = "M1";
  terms.reach = {20'000};
  CandidateDetail detail;
  detail.skills = {{"prepare meals", SkillLevel::kWorking, SkillEvidence::kVerified},
                   {"food hygiene", SkillLevel::kWorking, SkillEvidence::kWitnessed},
                   {"bake goods", SkillLevel::kWorking, SkillEvidence::kSelfDeclared}};
  detail.occupations = {{"pizza cook", OccupationRelation::kHeld}};
  detail.availability = DaysFromMonday(4, 8, 10);
  detail.pay_floor = {1'100};
  builder.SetCandidate({"c-1"}, terms);
  builder.SetCandidate({"c-1"}, detail);
}

Match WorkedExample() {
  constexpr GeoPoint kHome{534'800'000, -22'400'000};
  constexpr std::int32_t kEightKilometresNorthE7 = 719'000;
  CatalogueBuilder builder(ExampleTaxonomy(), Gazetteer::Build("", {{.code = "M1",
                                                                     .centre = kHome,
                                                                     .uncertainty = {100},
                                                                     .town = "",
                                                                     .region = "",
                                                                     .wider_region = ""}}));
  builder.SetEmployer({"acme"}, EmployerTerms{{{1, PledgeState::kVerified, {}},
                                               {2, PledgeState::kVerified, {}},
                                               {3, PledgeState::kEvidenced, {}},
                                               {4, PledgeState::kEvidenced, {}},
                                               {5, PledgeState::kDeclared, {}}}});
  SiteTerms site;
  site.place = Place{{kHome.latitude_e7 + kEightKilometresNorthE7, kHome.longitude_e7}, {100}};
  builder.SetSite({"acme", "kitchen"}, site);
  SetVacancy(builder);
  SetCandidate(builder);
  return Explain(*builder.Publish(1), 0, 0, View::kShared, kToday).match;
}

TEST(RankingPage, WorksItsExampleOutRightly) {
  const Match match = WorkedExample();
  EXPECT_EQ(DistanceText(match.distance_cm / 100), "8.0 km");
  EXPECT_EQ(match.points.requirements_met, 1);
  const auto points = [](const char* name) { return Row("## A worked example", name)[2]; };
  EXPECT_EQ(points("skills"), absl::StrCat(match.points[Component::kSkills]));
  EXPECT_EQ(points("occupation"), absl::StrCat(match.points[Component::kOccupation]));
  EXPECT_EQ(points("distance"), absl::StrCat(match.points[Component::kDistance]));
  EXPECT_EQ(points("availability"), absl::StrCat(match.points[Component::kAvailability]));
  EXPECT_EQ(points("pay"), absl::StrCat(match.points[Component::kPay]));
  EXPECT_EQ(points("charter"), absl::StrCat(match.points[Component::kCharter]));
  EXPECT_EQ(points("score"), absl::StrCat(match.points.total()));
}

}  // namespace
}  // namespace throughgate::matcher
