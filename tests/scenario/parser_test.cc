#include "tests/scenario/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/status_matchers.h"

namespace throughgate::scenario {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr absl::string_view kExpectations =
    "expect full: ELIGIBLE\nexpect shared: MAY_BE_PROPOSED\n";

// A scenario of `lines`, the first of which is line 2 of its file.
absl::StatusOr<std::vector<Scenario>> ParseWith(absl::string_view lines) {
  return ParseScenarios("my.scenario",
                        absl::StrCat("scenario: A title\n", lines, "\n", kExpectations));
}

Scenario Parsed(absl::string_view lines) {
  const absl::StatusOr<std::vector<Scenario>> scenarios = ParseWith(lines);
  EXPECT_OK(scenarios);
  return scenarios.ok() && scenarios->size() == 1 ? scenarios->front() : Scenario();
}

std::string RefusalOf(absl::string_view lines) {
  return std::string(ParseWith(lines).status().message());
}

TEST(Parser, UnknownKeysAreRefusedWithLineAndWhatIsAllowed) {
  EXPECT_THAT(RefusalOf("\ncurfews: Mon 19:00-07:00"),
              AllOf(StartsWith("my.scenario:3: there is no \"curfews\""), HasSubstr("curfew NAME"),
                    HasSubstr("expect shared: MAY_BE_PROPOSED | NOT_AVAILABLE")));
}

TEST(Parser, UnknownWordsAreRefusedWithThoseAllowed) {
  EXPECT_THAT(RefusalOf("supervision: RELEASED"),
              AllOf(StartsWith("my.scenario:2: \"RELEASED\" is not one of: "),
                    HasSubstr("ON_LICENCE"), HasSubstr("allowed: supervision: ")));
  EXPECT_THAT(RefusalOf("barred: arson"), HasSubstr("licensed premises"));
}

TEST(Parser, MalformedValuesAreRefused) {
  for (const char* line : {"reach: 10",
                           "reach: -1 km",
                           "reach: 10 miles",
                           "day: 23 November",
                           "closes: 2026-02-30",
                           "closes: soon",
                           "shifts: Mon 9-17",
                           "shifts: Mon-Fri",
                           "shifts: Mon 25:00-26:00",
                           "shifts: Mo 09:00-17:00",
                           "place s: 5 km up of H",
                           "place s: near H",
                           "place s: 5 km east of Q",
                           "place depot: 5 km east of H",
                           "map: 1 character = 1 km",
                           "exclusion zone z: H H",
                           "exclusion zone z: H H Q",
                           "exclusion zone z: 2 km round Q",
                           "restriction zone z: 2 km round H, buffer 5 m",
                           "release area: H",
                           "sites: Q",
                           "release area: H, known to 0 m",
                           "site s: known",
                           "permission p: site s, until today",
                           "work: bricklaying",
                           "work: isco/",
                           "work: isco/51201",
                           "contact with children: SOME",
                           "regulated activity with adults: MAYBE",
                           "drives: bicycle",
                           "cash handled: 200",
                           "cash limit: £-1",
                           "cash limit: £1.50",
                           "dbs: FULL",
                           "exempt from spent rule: SOMETIMES",
                           "asks about record: NEVER",
                           "offences: arson",
                           "offences: excludes arson; refuses theft",
                           "contact limit children: SUPERVISED, barred",
                           "contact limit adults at risk: from SUPERVISED",
                           "vehicle limit v: van",
                           "vehicle limit v: van, Mon 9:00-17:00, barred",
                           "tag: ANKLE",
                           "tag: CURFEW, until today",
                           "barred list children: PERHAPS",
                           "offence: theft, spent 2026-01-01",
                           "court order o: SHPO; read in full",
                           "court order o: SEXUAL_RISK; bars work teaching",
                           "court order o: SEXUAL_RISK; bars arson",
                           "court order o: SEXUAL_RISK, read in full",
                           "because: CURFEW_BROKEN",
                           "also: curfew CURFEW_BROKEN \"unended"}) {
    EXPECT_THAT(RefusalOf(line), StartsWith("my.scenario:2: ")) << line;
    EXPECT_THAT(RefusalOf(line), HasSubstr("allowed: ")) << line;
  }
}

TEST(Parser, LinesThatAreNoLinesAreRefused) {
  EXPECT_THAT(RefusalOf("curfew"), StartsWith("my.scenario:2: expected \"key: value\""));
  EXPECT_THAT(RefusalOf("| A--B"), HasSubstr("directly under \"map:\""));
  EXPECT_THAT(RefusalOf("reach: 5 km\nreach: 6 km"),
              HasSubstr("my.scenario:3: \"reach\" is stated"));
  EXPECT_THAT(RefusalOf("place s: 1 km east of H\nplace s: 2 km east of H"),
              HasSubstr("my.scenario:3: \"place s\" is stated twice"));
  EXPECT_THAT(RefusalOf("place H: 1 km east of H"), HasSubstr("\"H\" is a place already"));
  EXPECT_THAT(RefusalOf("place s: 1 km east of H\nmap: 1 column = 1 km, 1 row = 1 km\n| H t"),
              HasSubstr("the map comes before"));
  EXPECT_THAT(RefusalOf("background:"), HasSubstr("before the first scenario"));
  EXPECT_THAT(RefusalOf("map: 1 column = 1 km, 1 row = 1 km\n| H s H"), HasSubstr("twice"));
  EXPECT_THAT(RefusalOf("map: 1 column = 1 km, 1 row = 1 km\n| H ? s"), HasSubstr("\"?\""));
}

TEST(Parser, EveryScenarioNeedsItsExpectations) {
  const auto refusal = [](absl::string_view contents) {
    return std::string(ParseScenarios("my.scenario", contents).status().message());
  };
  EXPECT_THAT(refusal("scenario: A\n"), HasSubstr("my.scenario:1: a scenario needs"));
  EXPECT_THAT(refusal("scenario: A\nexpect full: ELIGIBLE\n"), HasSubstr("needs"));
  EXPECT_THAT(refusal("scenario: A\nexpect shared: NOT_AVAILABLE\n"), HasSubstr("needs"));
  EXPECT_THAT(refusal("scenario: A\nexpect full: REVIEW\nexpect shared: MAY_BE_PROPOSED\n"),
              HasSubstr("needs its reasons"));
  EXPECT_THAT(refusal("scenario:\n"), HasSubstr("title"));
  EXPECT_THAT(refusal("reach: 5 km\n"), HasSubstr("begins with"));
}

TEST(Parser, AMapNeedsTheReleaseAreaAndTheSite) {
  EXPECT_THAT(RefusalOf("map: 1 column = 1 km, 1 row = 1 km\n| s"), HasSubstr("release area, H"));
  EXPECT_THAT(RefusalOf("map: 1 column = 1 km, 1 row = 1 km\n| H"), HasSubstr("the site, s"));
}

TEST(Parser, TheBackgroundBelongsToEachScenario) {
  const auto scenarios = ParseScenarios(
      "my.scenario", absl::StrCat("background:\nreach: 5 km\nscenario: One\n", kExpectations,
                                  "scenario: Two\nopens: tomorrow\n", kExpectations));
  ASSERT_OK(scenarios);
  ASSERT_EQ(scenarios->size(), 2u);
  for (const Scenario& scenario : *scenarios) {
    EXPECT_EQ(scenario.candidate.reach, matcher::Metres{5'000});
  }
  EXPECT_EQ((*scenarios)[0].line, 3);
  EXPECT_FALSE((*scenarios)[0].vacancy.opens_on);
  EXPECT_EQ((*scenarios)[1].title, "Two");
}

TEST(Parser, DaysCountFromTheDayAskedAboutWhereverItStands) {
  const Scenario scenario = Parsed("closes: in 3 days\nopens: 2 days ago\nday: 1970-01-11");
  EXPECT_EQ(scenario.today, matcher::Day{10});
  EXPECT_EQ(scenario.vacancy.closes_on, matcher::Day{13});
  EXPECT_EQ(scenario.vacancy.opens_on, matcher::Day{8});
  EXPECT_EQ(scenario.plan.reviewed_on, matcher::Day{10});
}

TEST(Parser, ShiftsWrapMidnightAndTheWeek) {
  EXPECT_THAT(Parsed("shifts: Sat-Mon 22:00-06:00, Wed 00:00-24:00").vacancy.shifts.spans,
              ElementsAre(matcher::WeekSpan{22 * 60, 480},
                          matcher::WeekSpan{2 * matcher::kMinutesPerDay, 1440},
                          matcher::WeekSpan{5 * matcher::kMinutesPerDay + 22 * 60, 480},
                          matcher::WeekSpan{6 * matcher::kMinutesPerDay + 22 * 60, 480}));
}

TEST(Parser, AMapHasNorthAtTheTopAndEastToTheRight) {
  const Scenario scenario = Parsed("map: 1 column = 1 km, 1 row = 1 km\n| H  s\n|\n| t");
  const matcher::GeoPoint home = scenario.places.at('H');
  EXPECT_EQ(scenario.places.at('s').latitude_e7, home.latitude_e7);
  EXPECT_GT(scenario.places.at('s').longitude_e7, home.longitude_e7);
  // Within a metre: columns are as wide in every row, degrees are not.
  EXPECT_NEAR(scenario.places.at('t').longitude_e7, home.longitude_e7, 100);
  // 2 km are 0.01797 degrees of latitude.
  EXPECT_NEAR(home.latitude_e7 - scenario.places.at('t').latitude_e7, 179'700, 100);
}

TEST(Parser, WorkThatDrivesInvolvesDriving) {
  const Scenario scenario = Parsed("drives: van, plant");
  EXPECT_EQ(scenario.vacancy.role.vehicles,
            MaskOf(matcher::VehicleType::kVan) | MaskOf(matcher::VehicleType::kPlant));
  EXPECT_EQ(scenario.vacancy.attributes_present, MaskOf(matcher::WorkAttribute::kDriving));
}

TEST(Parser, WhatTheWorkCanBeArrangedWithoutIsAmongWhatItInvolves) {
  EXPECT_THAT(RefusalOf("can be arranged without: keys"), HasSubstr("among what it involves"));
  EXPECT_EQ(
      Parsed("can be arranged without: keys\nwork involves: keys").vacancy.attributes_avoidable,
      MaskOf(matcher::WorkAttribute::kKeys));
}

TEST(Parser, AnEmployerMayExcludeSomeOffencesAndWeighOthers) {
  const matcher::Role role = Parsed("offences: excludes arson, sexual; weighs theft").vacancy.role;
  EXPECT_EQ(role.offence_policy, matcher::OffencePolicy::kListed);
  EXPECT_EQ(role.excluded_offences,
            MaskOf(matcher::OffenceCategory::kArson) | MaskOf(matcher::OffenceCategory::kSexual));
  EXPECT_EQ(role.case_by_case_offences, MaskOf(matcher::OffenceCategory::kTheft));
}

TEST(Parser, AVehicleLimitMayNameTypesHoursAndAZone) {
  const Scenario scenario = Parsed(
      "vehicle limit v: van, lorry, Sat 22:00-06:00, Mon 09:00-10:00, within zone park, barred\n"
      "vehicle limit all: needs approval");
  ASSERT_EQ(scenario.plan.vehicle_limits.size(), 2u);
  const matcher::VehicleLimit& limit = scenario.plan.vehicle_limits[0];
  EXPECT_EQ(limit.types, MaskOf(matcher::VehicleType::kVan) | MaskOf(matcher::VehicleType::kLorry));
  EXPECT_THAT(limit.windows.spans,
              ElementsAre(matcher::WeekSpan{9 * 60, 60},
                          matcher::WeekSpan{5 * matcher::kMinutesPerDay + 22 * 60, 480}));
  EXPECT_EQ(limit.within_zone, "park");
  EXPECT_EQ(limit.effect, matcher::WorkLimitEffect::kBarred);
  EXPECT_EQ(scenario.plan.vehicle_limits[1].types, 0u);
  EXPECT_EQ(scenario.plan.vehicle_limits[1].effect, matcher::WorkLimitEffect::kNeedsApproval);
}

TEST(Parser, ACourtOrderKeepsWhatItBars) {
  const Scenario scenario = Parsed(
      "court order shpo: SEXUAL_HARM_PREVENTION; bars children, internet; "
      "bars work isco/23, isco/5311; read in full; last day tomorrow");
  ASSERT_EQ(scenario.plan.orders.size(), 1u);
  const matcher::CourtOrder& order = scenario.plan.orders[0];
  EXPECT_EQ(order.id, "shpo");
  EXPECT_EQ(order.kind, matcher::OrderKind::kSexualHarmPrevention);
  EXPECT_THAT(order.barred_attributes,
              ElementsAre(matcher::WorkAttribute::kChildren, matcher::WorkAttribute::kInternet));
  EXPECT_THAT(order.barred_occupations, ElementsAre("isco/23", "isco/5311"));
  EXPECT_TRUE(order.read_in_full);
  EXPECT_EQ(order.ends_on, matcher::Day{scenario.today.since_epoch + 1});
}

// What is not stated raises no question: nobody is on a list, unless the scenario says so.
TEST(Parser, NobodyIsOnABarredListUnlessItIsStated) {
  const matcher::BarredLists lists = Parsed("barred list adults: not known").plan.barred_lists;
  EXPECT_EQ(lists.children, matcher::Known::kNo);
  EXPECT_EQ(lists.adults, matcher::Known::kUnknown);
}

TEST(Parser, ZonesKeepTheirHolesAndAreasApart) {
  const Scenario scenario = Parsed(
      "map: 1 column = 1 km, 1 row = 1 km\n"
      "| A-----B\n| | E-F |   L-M\n| | |-G |   N\n| D-----C  s H\n"
      "exclusion zone z: A B C D without E F G and L M N, buffer 250 m");
  ASSERT_EQ(scenario.plan.zones.size(), 1u);
  const auto& area = std::get<matcher::MultiPolygon>(scenario.plan.zones[0].shape);
  ASSERT_EQ(area.polygons.size(), 2u);
  EXPECT_EQ(area.polygons[0].rings.size(), 2u);
  EXPECT_EQ(area.polygons[0].rings[0].size(), 5u);
  EXPECT_EQ(area.polygons[0].rings[1].front(), area.polygons[0].rings[1].back());
  EXPECT_EQ(area.polygons[1].rings.size(), 1u);
  EXPECT_EQ(scenario.plan.zones[0].buffer, matcher::Metres{250});
}

}  // namespace
}  // namespace throughgate::scenario
