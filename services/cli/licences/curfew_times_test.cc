#include "services/cli/licences/curfew_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Licence Read(const std::string& json, const std::string& starts_on = "") {
  Licence licence;
  licence.starts_on = ParseDate(starts_on);
  ReadCurfewTimes(nlohmann::json::parse(json), licence);
  return licence;
}

// "cvl-hdc until 2027-01-31: 1 19:00-07:00, …"; days from Monday, 1.
std::vector<std::string> Texts(const Licence& licence) {
  std::vector<std::string> texts;
  for (const v1::Curfew& curfew : licence.curfews) {
    std::string text = curfew.curfew_id();
    if (curfew.has_ends_on()) absl::StrAppend(&text, " until ", FormatDate(curfew.ends_on()));
    for (const v1::WeeklyWindow& window : curfew.windows()) {
      absl::StrAppend(&text, " ", window.days(0), " ", window.start(), "-", window.end());
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(CurfewTimes, OfHomeDetentionGoOverMidnightAndTheWeek) {
  const Licence licence =
      Read(R"json({"homeDetentionCurfewEndDate": "31/01/2027", "weeklyCurfewTimes": [
    {"fromDay": "MONDAY", "fromTime": "19:00:00", "untilDay": "TUESDAY", "untilTime": "07:00:00"},
    {"fromDay": "SUNDAY", "fromTime": "19:00", "untilDay": "MONDAY", "untilTime": "07:00"}]})json");
  EXPECT_THAT(Texts(licence), ElementsAre("cvl-hdc until 2027-01-31 1 19:00-07:00 7 19:00-07:00"));
  EXPECT_THAT(licence.unread, IsEmpty());
}

// No window is longer than a day.
TEST(CurfewTimes, OfAWholeWeekendAreSeveralWindows) {
  EXPECT_THAT(Texts(Read(R"json({"curfewTimes": [{"fromDay": "FRIDAY", "fromTime": "19:00",
                     "untilDay": "MONDAY", "untilTime": "07:00"}]})json")),
              ElementsAre("cvl-hdc 5 19:00-19:00 6 19:00-19:00 7 19:00-07:00"));
}

TEST(CurfewTimes, OfMonitoringEndADayAtAMinuteToMidnight) {
  EXPECT_THAT(Texts(Read(R"json({"curfewConditions": {"endDate": "2027-03-01T00:00:00Z"},
    "curfewTimeTable": [
      {"dayOfWeek": "MONDAY", "startTime": "19:00:00", "endTime": "23:59:00"},
      {"dayOfWeek": "TUESDAY", "startTime": "00:00:00", "endTime": "07:00:00"}]})json")),
              ElementsAre("cvl-em until 2027-03-01 1 19:00-24:00 2 00:00-07:00"));
}

// Midnight in London is 23:00 of the day before in what the order states, in summer.
TEST(CurfewTimes, OfMonitoringEndOnTheDayInLondon) {
  const auto until = [](const std::string& end) {
    return Texts(Read(R"json({"curfewConditions": {"endDate": ")json" + end + R"json("},
      "curfewTimeTable": [
        {"dayOfWeek": "MONDAY", "startTime": "19:00:00", "endTime": "23:59:00"}]})json"));
  };
  EXPECT_THAT(until("2027-06-30T23:00:00Z"), ElementsAre("cvl-em until 2027-07-01 1 19:00-24:00"));
  EXPECT_THAT(until("2027-06-30T22:59:59.5Z"),
              ElementsAre("cvl-em until 2027-06-30 1 19:00-24:00"));
  EXPECT_THAT(until("2027-07-01T00:00:00+01:00"),
              ElementsAre("cvl-em until 2027-07-01 1 19:00-24:00"));
  EXPECT_THAT(until("2027-06-30T23:00:00"), ElementsAre("cvl-em until 2027-06-30 1 19:00-24:00"));
}

// Several addresses, one curfew.
TEST(CurfewTimes, StatedTwiceCountOnce) {
  EXPECT_THAT(Texts(Read(R"json({"curfewTimeTable": [
      {"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00", "curfewAddress": "FIRST"},
      {"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00",
       "curfewAddress": "SECOND"}]})json")),
              ElementsAre("cvl-em 1 19:00-07:00"));
}

TEST(CurfewTimes, OfTheFirstNightHoldUntilTheMorningAfter) {
  EXPECT_THAT(
      Texts(
          Read(R"json({"firstNightCurfewTimes": {"fromTime": "15:00", "untilTime": "07:00"}})json",
               "2026-11-27")),
      ElementsAre("cvl-hdc-first-night until 2026-11-28 5 15:00-07:00"));
  EXPECT_THAT(
      Texts(
          Read(R"json({"firstNight": {"firstNightFrom": "15:00", "firstNightUntil": "07:00"}})json",
               "2026-12-31")),
      ElementsAre("cvl-hdc-first-night until 2027-01-01 4 15:00-07:00"));
}

// Without one night of it, the curfew would allow that night.
TEST(CurfewTimes, ThatCannotBeReadInFullAreNotReadAtAll) {
  for (const char* entry : {R"json({"fromDay": "FRYDAY", "fromTime": "19:00",
                  "untilDay": "MONDAY", "untilTime": "07:00"})json",
                            R"json({"fromDay": "FRIDAY", "fromTime": "19",
                  "untilDay": "MONDAY", "untilTime": "07:00"})json",
                            R"json({"fromDay": "FRIDAY", "fromTime": "19:00"})json", "7"}) {
    const Licence licence = Read(absl::StrCat(
        R"json({"curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00", "untilDay": "TUESDAY",
            "untilTime": "07:00"}, )json",
        entry, "]}"));
    EXPECT_THAT(licence.curfews, IsEmpty()) << entry;
    ASSERT_EQ(licence.unread.size(), 1u) << entry;
    EXPECT_EQ(licence.unread[0].part, "curfew cvl-hdc, entry 2");
    EXPECT_THAT(licence.unread[0].why, HasSubstr("by hand"));
    ASSERT_EQ(licence.held.size(), 1u) << entry;
    EXPECT_EQ(licence.held[0].condition_id(), "cvl-hdc-hours");
    EXPECT_EQ(licence.held[0].form(), v1::CONDITION_FORM_BESPOKE);
    EXPECT_THAT(licence.read_in_full, IsEmpty());
  }
  const Licence night =
      Read(R"json({"firstNight": {"firstNightFrom": "15:00", "firstNightUntil": "07:00"}})json");
  EXPECT_THAT(night.curfews, IsEmpty());
  EXPECT_EQ(night.unread.size(), 1u) << "on which day it was is not known";
  EXPECT_EQ(night.held.at(0).condition_id(), "cvl-hdc-first-night-hours");
}

// Texts where lists belong, and a curfew without a list.
TEST(CurfewTimes, ThatAreNoListAreHeld) {
  for (const char* json : {R"({"weeklyCurfewTimes": "every night"})",
                           R"({"curfewTimes": {"a": 1}})", R"({"firstNight": "tonight"})"}) {
    const Licence licence = Read(json, "2026-11-27");
    EXPECT_THAT(licence.curfews, IsEmpty()) << json;
    EXPECT_EQ(licence.held.size(), 1u) << json;
  }
}

TEST(CurfewTimes, ThatAreReadAreSaidInFull) {
  const Licence licence = Read(R"json({"curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00",
      "untilDay": "TUESDAY", "untilTime": "07:00"}], "curfewTimeTable": [],
      "firstNight": {"firstNightFrom": "15:00", "firstNightUntil": "07:00"}})json",
                               "2026-11-27");
  EXPECT_THAT(licence.held, IsEmpty());
  EXPECT_THAT(licence.read_in_full,
              ElementsAre("cvl-hdc-hours", "cvl-hdc-first-night-hours", "cvl-em-hours"));
}

// A time is the whole text, and so is a day.
TEST(CurfewTimes, WithWordsToThemAreNotRead) {
  for (const char* time : {"19:00 (01:00 on Fridays)", "19:00-07:00", "19:00:00.5", "19:00:30",
                           "19:00:", " 19:00", "7:00", "24:00", "19.00", "19:00Z"}) {
    const Licence licence = Read(absl::StrCat(
        R"json({"curfewTimeTable": [
          {"dayOfWeek": "MONDAY", "endTime": "23:59", "startTime": ")json",
        time, R"json("}]})json"));
    EXPECT_THAT(licence.curfews, IsEmpty()) << time;
    ASSERT_EQ(licence.held.size(), 1u) << time;
    EXPECT_EQ(licence.held[0].condition_id(), "cvl-em-hours");
    EXPECT_THAT(licence.read_in_full, IsEmpty()) << time;
  }
  const Licence night = Read(R"json({"curfewReleaseDateConditions": {
      "releaseDate": "2026-11-27 or later", "startTime": "15:00", "endTime": "07:00"}})json");
  EXPECT_THAT(night.curfews, IsEmpty());
  EXPECT_EQ(night.held.at(0).condition_id(), "cvl-em-release-hours");
}

TEST(CurfewTimes, EndOnEveryFormOfADayAndNoOther) {
  const auto read = [](const std::string& end) {
    return Read(R"json({"curfewConditions": {"endDate": ")json" + end + R"json("},
      "curfewTimeTable": [
        {"dayOfWeek": "MONDAY", "startTime": "19:00:00", "endTime": "23:59:00"}]})json");
  };
  for (const char* end : {"2026-04-01", "01/04/2026", "2026-04-01T10:00", "2026-04-01 10:00:00",
                          "01/04/2026 10:00:00.123", "2026-03-31T23:30Z", "2026-03-31 23:30Z",
                          "2026-03-31T23:30:00.5Z", "2026-04-01T00:30:00+01:00",
                          "2026-04-01T00:30+0100", "2026-03-31T18:30-05:00"}) {
    EXPECT_THAT(Texts(read(end)), ElementsAre("cvl-em until 2026-04-01 1 19:00-24:00")) << end;
    EXPECT_THAT(read(end).unread, IsEmpty()) << end;
  }
  for (const char* end : {"2026-04-01 or later", "2026-04-01T", "2026-04-01T10", "2026-04-01Z",
                          "2026-04-01T25:00", "2026-04-01T10:60", "2026-04-01T10:00+1",
                          "2026-04-31", "1/4/2026", "2026-4-1", "20260401", "x2026-04-01"}) {
    const Licence licence = read(end);
    EXPECT_THAT(Texts(licence), ElementsAre("cvl-em 1 19:00-24:00")) << end << ": without an end";
    ASSERT_EQ(licence.unread.size(), 1u) << end;
    EXPECT_EQ(licence.unread[0].part, "endDate");
    EXPECT_THAT(licence.unread[0].why, HasSubstr("by hand"));
  }
}

TEST(CurfewTimes, OfHomeDetentionWithoutADayTheyEndOnAreTold) {
  const Licence licence = Read(R"json({"homeDetentionCurfewEndDate": "in spring",
    "curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00", "untilDay": "TUESDAY",
                     "untilTime": "07:00"}]})json");
  EXPECT_THAT(Texts(licence), ElementsAre("cvl-hdc 1 19:00-07:00"));
  EXPECT_EQ(licence.unread.at(0).part, "homeDetentionCurfewEndDate");
}

// Which of them binds, nobody knows.
TEST(CurfewTimes, ThatAreStatedTwiceAndDifferAreBothKept) {
  constexpr char kMonday[] = R"json({"fromDay": "MONDAY", "fromTime": "19:00",
      "untilDay": "TUESDAY", "untilTime": "07:00"})json";
  constexpr char kSunday[] = R"json({"fromDay": "SUNDAY", "fromTime": "21:00",
      "untilDay": "MONDAY", "untilTime": "06:00"})json";
  const auto read = [&](const std::string& weekly, const std::string& times) {
    return Read(
        absl::StrCat(R"({"weeklyCurfewTimes": [)", weekly, R"(], "curfewTimes": [)", times, "]}"));
  };
  const std::string both = absl::StrCat(kMonday, ",", kSunday);
  const Licence differ = read(kMonday, both);
  EXPECT_THAT(Texts(differ), ElementsAre("cvl-hdc 1 19:00-07:00 7 21:00-06:00"));
  ASSERT_EQ(differ.held.size(), 1u);
  EXPECT_EQ(differ.held[0].condition_id(), "cvl-hdc-hours");
  EXPECT_THAT(differ.read_in_full, IsEmpty());
  EXPECT_THAT(Texts(read(kMonday, kSunday)), ElementsAre("cvl-hdc 1 19:00-07:00 7 21:00-06:00"));

  const Licence same = read(both, absl::StrCat(kSunday, ",", kMonday));
  EXPECT_THAT(Texts(same), ElementsAre("cvl-hdc 1 19:00-07:00 7 21:00-06:00"));
  EXPECT_THAT(same.held, IsEmpty());
  EXPECT_THAT(same.read_in_full, ElementsAre("cvl-hdc-hours"));

  const Licence nights = Read(R"json({"firstNightCurfewTimes": {"fromTime": "15:00",
      "untilTime": "07:00"}, "firstNight": {"firstNightFrom": "18:00", "firstNightUntil": "07:00"}
      })json",
                              "2026-11-27");
  EXPECT_THAT(Texts(nights),
              ElementsAre("cvl-hdc-first-night until 2026-11-28 5 15:00-07:00 5 18:00-07:00"));
  EXPECT_EQ(nights.held.at(0).condition_id(), "cvl-hdc-first-night-hours");
}

// What more an entry says may be more hours.
TEST(CurfewTimes, WithMembersThatAreNotKnownAreHeld) {
  for (const char* json :
       {R"({"curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "23:59",
            "endDay": "TUESDAY"}]})",
        R"({"curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00", "untilDay": "TUESDAY",
            "untilTime": "07:00", "also": "at noon"}]})",
        R"({"firstNight": {"firstNightFrom": "15:00", "firstNightUntil": "07:00",
            "untilDay": "SUNDAY"}})",
        R"({"curfewReleaseDateConditions": {"releaseDate": "2026-11-27", "startTime": "15:00",
            "endTime": "07:00", "endDay": "SUNDAY"}})"}) {
    const Licence licence = Read(json, "2026-11-27");
    EXPECT_EQ(licence.curfews.size(), 1u) << json;
    ASSERT_EQ(licence.held.size(), 1u) << json;
    EXPECT_EQ(licence.held[0].condition_id(), "cvl-members") << json;
  }
}

// Only a list or an object that is empty says that there are none.
TEST(CurfewTimes, ThatAreNullSayNothing) {
  const Licence none =
      Read(R"json({"curfewTimeTable": [], "curfewReleaseDateConditions": {}})json");
  EXPECT_THAT(none.read_in_full, ElementsAre("cvl-em-hours", "cvl-em-release-hours"));
  const Licence nothing =
      Read(R"json({"curfewTimeTable": null, "curfewReleaseDateConditions": null})json");
  EXPECT_THAT(nothing.read_in_full, IsEmpty());
}

TEST(CurfewTimes, ThatAreNoneMakeNone) {
  const Licence licence = Read(R"json({"weeklyCurfewTimes": [], "curfewTimeTable": null})json");
  EXPECT_THAT(licence.curfews, IsEmpty());
  EXPECT_THAT(licence.unread, IsEmpty());
}

}  // namespace
}  // namespace throughgate::cli
