#include "services/cli/licences/filled_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matcher/licence/condition_table.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kCurfew3[] = "0a370862-5426-49c1-b6d4-3d074d78a81a";
constexpr char kCurfew4[] = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";
constexpr char kChildren[] = "9da214a3-c6ae-45e1-a465-12e22adf7c87";
constexpr char kCash[] = "e8478345-019a-4335-9656-73a77ffd3c42";
constexpr char kReporting[] = "2027ae19-04a2-4fa6-8d1b-a62dffba2e62";
constexpr char kVehicles[] = "d523d711-9975-4a9a-a37e-a17bd611140f";
constexpr char kAppointment[] = "a7c57e4e-30fe-4797-9fe7-70a35dbd7b65";
constexpr char kTag[] = "fd129172-bdd3-4d97-a4a0-efd7b47a49d4";

std::vector<std::string> DaysIn(const std::string& text) {
  std::vector<std::string> days;
  for (const v1::Date& date : DatesIn(text)) days.push_back(FormatDate(date));
  return days;
}

// Name and value of each parameter, then what is missing.
std::vector<std::string> Filled(const char* version, const char* code, const std::string& text) {
  const auto* reading = matcher::LicenceConditions().Find(version, code);
  v1::LicenceCondition condition;
  std::vector<std::string> missing = FillIn(*reading, text, condition);
  std::vector<std::string> filled;
  for (const auto& parameter : condition.parameters()) {
    filled.push_back(parameter.name() + " " + parameter.values(0));
  }
  for (const std::string& what : missing) filled.push_back("missing " + what);
  return filled;
}

TEST(TimesIn, AreInAnyForm) {
  EXPECT_THAT(TimesIn("from 7pm, 07:30 pm, 11.15am and 23:05 to 6 a.m."),
              ElementsAre(1140, 1170, 675, 1385, 360));
  EXPECT_THAT(TimesIn("12am, 12pm, noon, midday and Midnight"), ElementsAre(0, 720, 720, 720, 0));
}

TEST(TimesIn, AreNotGuessed) {
  EXPECT_THAT(TimesIn("between 7 and 9, room 25:00, 13pm, 7:75pm, 2027, spam"), IsEmpty());
}

TEST(AgesIn, StandAfterTheWordsForOne) {
  EXPECT_THAT(AgesIn("anybody under the age of 16, or Age of 5"), ElementsAre(16, 5));
  EXPECT_THAT(AgesIn("16 people, the age of 40, the age of 0"), IsEmpty());
}

TEST(PoundsIn, AreRoundedDown) {
  EXPECT_THAT(PoundsIn("£500, £1,250.99 and £ 3"), ElementsAre(500, 1250, 3));
  EXPECT_THAT(PoundsIn("500 or $500"), IsEmpty());
}

TEST(DatesIn, AreInAnyForm) {
  EXPECT_THAT(DaysIn("12th February 2027, 1 MARCH 2027, 03/04/2027 and 2027-05-06"),
              ElementsAre("2027-02-12", "2027-03-01", "2027-04-03", "2027-05-06"));
  EXPECT_THAT(DaysIn("30 February 2027, 5 people 2027, 31/13/2027"), IsEmpty());
}

TEST(FillIn, TakesAnAge) {
  EXPECT_THAT(Filled("3.0", kChildren, "No work with people under the age of 16."),
              ElementsAre("age 16"));
  EXPECT_THAT(Filled("3.0", kChildren, "No work with people under sixteen."),
              ElementsAre("missing the age"));
}

// Of two, nobody here can say which.
TEST(FillIn, TakesOneValueOrNone) {
  EXPECT_THAT(Filled("4.0", kCash, "At most £500, never £1,000."),
              ElementsAre("missing the amount"));
  EXPECT_THAT(Filled("4.0", kCash, "At most £500."), ElementsAre("value 500"));
  EXPECT_THAT(Filled("4.0", kTag, "A tag for a curfew until 12th February 2027."),
              ElementsAre("endDate 2027-02-12", "missing electronicMonitoringTypes"));
}

TEST(FillIn, TakesHoursByTheNamesOfThePolicy) {
  EXPECT_THAT(Filled("3.0", kCurfew3, "At home from 7pm to 7am."),
              ElementsAre("curfewStart 19:00", "curfewEnd 07:00"));
  EXPECT_THAT(Filled("3.0", kCurfew3, "At home from 7pm to 7am and from 1pm to 2pm."),
              ElementsAre("curfewStart 19:00", "curfewEnd 07:00", "curfewStart2 13:00",
                          "curfewEnd2 14:00"));
  EXPECT_THAT(Filled("4.0", kCurfew4, "At home from 7pm to 7am."),
              ElementsAre("oneCurfewStart 19:00", "oneCurfewEnd 07:00"));
  EXPECT_THAT(
      Filled("4.0", kCurfew4, "At home from 7pm to 7am, from 1pm to 2pm, 4pm to 5pm."),
      ElementsAre("threeCurfewStart 19:00", "threeCurfewEnd 07:00", "threeCurfewStart2 13:00",
                  "threeCurfewEnd2 14:00", "threeCurfewStart3 16:00", "threeCurfewEnd3 17:00"));
}

TEST(FillIn, TakesTimesOfReportingAndHowOften) {
  EXPECT_THAT(Filled("4.0", kReporting, "Report at 6.30pm, on a daily basis."),
              ElementsAre("reportingFrequency Daily", "reportingTime 18:30"));
  EXPECT_THAT(Filled("4.0", kReporting, "Report at 9am and 6pm, Monday to Friday."),
              ElementsAre("reportingFrequency Monday to Friday", "reportingTime1 09:00",
                          "reportingTime2 18:00"));
  EXPECT_THAT(Filled("1.0", kReporting, "Report at 9am."), ElementsAre("reportingTime 09:00"));
}

TEST(FillIn, WantsNoMoreTimesThanThePolicyHas) {
  EXPECT_THAT(Filled("4.0", kReporting, "Report when told."),
              ElementsAre("missing the times", "missing reportingFrequency"));
  EXPECT_THAT(Filled("1.0", kReporting, "Report at 9am and 6pm."),
              ElementsAre("missing the times"));
  EXPECT_THAT(Filled("4.0", kReporting, "Report at 6am, 7am, 8am and 9am, daily."),
              ElementsAre("reportingFrequency Daily", "missing the times"));
}

// What was left open stands in the sentence as it is; what was not is written there instead.
TEST(FillIn, TakesWhatAVehicleBanLeavesOpen) {
  EXPECT_THAT(Filled("4.0", kVehicles, "No use of any motor vehicle at any time at any location."),
              ElementsAre("vehicleTypes Any motor vehicle", "timeRestriction At any time",
                          "locationRestriction At any location"));
  EXPECT_THAT(
      Filled("4.0", kVehicles, "No use of any motor vehicle between 10pm and 6am at any location."),
      ElementsAre("vehicleTypes Any motor vehicle", "locationRestriction At any location",
                  "firstCurfewStart 22:00", "firstCurfewEnd 06:00",
                  "timeRestriction Between specified times"));
  EXPECT_THAT(Filled("4.0", kVehicles, "No use of vans in the evening in town."),
              ElementsAre("missing the hours", "missing vehicleTypes", "missing timeRestriction",
                          "missing locationRestriction"));
}

TEST(FillIn, TakesTheDateOfAnAppointment) {
  EXPECT_THAT(Filled("1.0", kAppointment, "Attend at 10am on 1st December 2026."),
              ElementsAre("appointmentDate 2026-12-01", "appointmentTime 10:00"));
  EXPECT_THAT(Filled("1.0", kAppointment, "Attend at 10am, as you are told."),
              ElementsAre("appointmentTime 10:00", "missing the date"));
}

TEST(FillIn, WantsWholeSpansOfHours) {
  EXPECT_THAT(Filled("4.0", kCurfew4, "At home from 7pm."), ElementsAre("missing the hours"));
  EXPECT_THAT(Filled("4.0", kCurfew4, "At home at night."), ElementsAre("missing the hours"));
}

}  // namespace
}  // namespace throughgate::cli
