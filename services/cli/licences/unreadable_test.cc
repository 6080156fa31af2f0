// Whatever a file says that cannot be read, the plan is no laxer for it. Full samples of every
// shape are broken in one place at a time, everywhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/cli/licences/licence_reader.h"
#include "services/cli/licences/merge.h"

namespace throughgate::cli {
namespace {

using nlohmann::json;
using Pointer = json::json_pointer;

// Some parts are said twice, by a kind of monitoring and by a member of their own; the location tag
// only by its kind, the alcohol tag and the clauses only by their members.
json SampleOrder() {
  return json::parse(R"json({
    "id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "versionId": "11111111",
    "status": "SUBMITTED", "type": "REQUEST", "isValid": true,
    "deviceWearer": {"nomisId": "A0000AA", "deliusId": "X00000", "firstName": "Wanda"},
    "contactDetails": {"contactNumber": "none"}, "addresses": [{"addressType": "PRIMARY"}],
    "interestedParties": {"notifyingOrganisation": "PRISON"},
    "monitoringConditions": {
      "startDate": "2026-11-20T00:00:00Z", "endDate": "2027-11-20T00:00:00Z",
      "orderType": "POST_RELEASE", "conditionType": "LICENCE_CONDITION_OF_A_CUSTODIAL_ORDER",
      "curfew": true, "exclusionZone": true, "trail": true, "mandatoryAttendance": true,
      "alcohol": false, "sentenceType": "SOPC", "issp": "NO", "hdc": "YES", "prarr": "UNKNOWN",
      "pilot": "UNKNOWN", "isValid": true},
    "curfewConditions": {"startDate": "2026-11-20T00:00:00Z", "endDate": "2027-03-01T00:00:00Z",
      "curfewAddress": "PRIMARY", "curfewDescription": "",
      "curfewAdditionalDetails": "Wagtail Lane counts as the garden."},
    "curfewTimeTable": [
      {"dayOfWeek": "MONDAY", "startTime": "19:00:00", "endTime": "23:59:00",
       "curfewAddress": "PRIMARY_ADDRESS"},
      {"dayOfWeek": "TUESDAY", "startTime": "00:00", "endTime": "07:00"}],
    "curfewReleaseDateConditions": {"releaseDate": "2026-11-27T00:00:00Z",
      "startTime": "15:00:00", "endTime": "07:00:00", "curfewAddress": "PRIMARY"},
    "enforcementZoneConditions": [{"zoneType": "EXCLUSION", "description": "Wagtail Lane"}],
    "mandatoryAttendanceConditions": [{"purpose": "Wagtail", "startTime": "10:00:00"}],
    "monitoringConditionsAlcohol": {"startDate": "2026-11-20T00:00:00Z"},
    "dapoClauses": [{"clause": "No Wagtail"}]})json");
}

json SampleLicence() {
  return json::parse(R"json({
    "id": 1234, "kind": "CRD", "licenceType": "AP", "policyVersion": "V4_0", "version": "1.0",
    "statusCode": "ACTIVE", "prisonNumber": "A0000AA", "crn": "X00000", "isVariation": false,
    "approvedDateTime": "2026-11-02T15:00:00", "licenceStartDate": "2026-11-20",
    "isInPssPeriod": false, "conditions": {
      "AP": {
        "standard": [{"code": "9ce9d594-e346-4785-9642-c87e764bee37", "text": "Behave well."}],
        "additional": [
          {"id": 1, "type": "MULTIPLE_EXCLUSION_ZONE", "category": "Freedom of movement",
           "code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11", "text": "Keep out.",
           "hasImageUpload": true},
          {"id": 2, "type": "STANDARD", "code": "52faefcf-15f0-42c5-b908-621b4a7ecdb9",
           "text": "At home from 7pm to 7am.", "hasImageUpload": true},
          {"id": 3, "type": "ELECTRONIC_MONITORING", "text": "A tag until 12th February 2027.",
           "code": "fd129172-bdd3-4d97-a4a0-efd7b47a49d4",
           "restrictions": ["CURFEW", "LOCATION_MONITORING"]},
          {"id": 4, "code": "9da214a3-c6ae-45e1-a465-12e22adf7c87",
           "text": "No work with anybody under the age of 16."},
          {"id": 5, "code": "e8478345-019a-4335-9656-73a77ffd3c42",
           "text": "No more than £200 in cash."}],
        "bespoke": [{"text": "No hats."}]},
      "PSS": {"standard": [{"code": "0ed57797-2745-4592-a78b-8e4d712c580e", "text": "Behave."}],
              "additional": []}}})json");
}

json SampleOfHomeDetention() {
  return json::parse(R"json({
    "id": 77, "kind": "HDC", "typeCode": "AP", "version": "4.0", "licenceVersion": "1.0",
    "statusCode": "ACTIVE", "nomsId": "A0000AA", "crn": "X00000", "isInPssPeriod": false,
    "approvedDate": "02/11/2026 15:00:00", "licenceStartDate": "20/11/2026",
    "homeDetentionCurfewEndDate": "01/03/2027", "curfewAddress": {"addressLine1": "Wagtail"},
    "standardLicenceConditions": [
      {"id": 5, "code": "6FA6E492-F0AB-4E76-B868-63813DB44696", "sequence": 0, "text": "Ask."}],
    "additionalLicenceConditions": [
      {"id": 5, "code": "d523d711-9975-4a9a-a37e-a17bd611140f", "version": "4.0",
       "text": "Not to use [ANY MOTOR VEHICLE].",
       "expandedText": "Not to use vans between 10pm and 6am in town.",
       "data": [{"id": 1, "field": "vehicleTypes", "value": "Types of motor vehicle"},
                {"id": 2, "field": "typesOfMotorVehicle", "value": "vans"}],
       "uploadSummary": [], "readyToSubmit": true, "requiresInput": true},
      {"id": 6, "code": "fd129172-bdd3-4d97-a4a0-efd7b47a49d4", "version": "4.0",
       "text": "A tag.", "expandedText": "A tag.", "requiresInput": true,
       "data": [{"id": 3, "field": "electronicMonitoringTypes", "value": "curfew"},
                {"id": 4, "field": "electronicMonitoringTypes", "value": "location monitoring"}],
       "uploadSummary": [{"id": 1, "filename": "map.pdf"}]}],
    "bespokeConditions": [{"id": 9, "sequence": 0, "text": "No hats."}],
    "standardPssConditions": [], "additionalPssConditions": [],
    "firstNightCurfewTimes": {"fromTime": "15:00:00", "untilTime": "07:00:00"},
    "weeklyCurfewTimes": [
      {"id": 1, "curfewTimesSequence": 0, "fromDay": "MONDAY", "fromTime": "19:00:00",
       "untilDay": "TUESDAY", "untilTime": "07:00:00"},
      {"id": 2, "curfewTimesSequence": 1, "fromDay": "TUESDAY", "fromTime": "19:00:00",
       "untilDay": "WEDNESDAY", "untilTime": "07:00:00"}]})json");
}

std::vector<json> Samples() { return {SampleOrder(), SampleLicence(), SampleOfHomeDetention()}; }

// Every place in a file, but for the whole.
void AddPlaces(const json& value, const Pointer& at, std::vector<Pointer>& places) {
  if (!at.empty()) places.push_back(at);
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) AddPlaces(member, at / key, places);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) AddPlaces(value[i], at / i, places);
  }
}
std::vector<Pointer> PlacesIn(const json& file) {
  std::vector<Pointer> places;
  AddPlaces(file, Pointer(), places);
  return places;
}

constexpr MergeOptions kAlone{.stands_alone = true};

bool IsHeld(const v1::LicenceCondition& condition) {
  return condition.form() != v1::CONDITION_FORM_UNSPECIFIED;
}

template <typename Items, typename Matches>
bool Has(const Items& items, Matches matches) {
  return std::ranges::any_of(items, matches);
}

// Whether `after` is held by something that does not hold `before`. Nothing clears then.
bool IsHeldByMore(const v1::RiskPlan& before, const v1::RiskPlan& after) {
  return Has(after.conditions(), [&](const auto& condition) {
    return IsHeld(condition) && !Has(before.conditions(), [&](const auto& other) {
             return other.condition_id() == condition.condition_id();
           });
  });
}

// Whether `is` binds as `was` does, be it under another id. It may have lost what it was filled in
// with, or what expresses it: nothing meets it then.
bool BindsAs(const v1::LicenceCondition& was, const v1::LicenceCondition& is) {
  return is.policy_version() == was.policy_version() && is.code() == was.code() &&
         (is.expressed_by().empty() || is.expressed_by_size() == was.expressed_by_size()) &&
         std::ranges::all_of(is.parameters(), [&](const auto& parameter) {
           return Has(was.parameters(), [&](const auto& other) {
             return other.DebugString() == parameter.DebugString();
           });
         });
}

// Whether the hours are the same, and the end too or none.
bool BindsAs(const v1::Curfew& was, v1::Curfew is) {
  v1::Curfew endless = was;
  endless.clear_ends_on();
  is.set_curfew_id(was.curfew_id());
  return is.DebugString() == was.DebugString() || is.DebugString() == endless.DebugString();
}

// What an `after` that is not held by more lacks of `before`, in words; empty: nothing. All that is
// there must be there still, but for what `part` ends the id of. The curfew that was made of a
// condition may be gone, and what stands for its picture, when nothing expresses the condition any
// more: it waits for a person then.
std::string LackOf(const v1::RiskPlan& before, const v1::RiskPlan& after, const std::string& part) {
  std::vector<std::string> waiting;
  for (const v1::LicenceCondition& was : before.conditions()) {
    if (IsHeld(was)) continue;
    const auto is = std::ranges::find_if(
        after.conditions(), [&](const auto& condition) { return BindsAs(was, condition); });
    if (is == after.conditions().end()) return was.ShortDebugString();
    if (is->expressed_by().empty()) waiting.push_back(was.condition_id());
  }
  const auto waits = [&](const std::string& id) {
    return std::ranges::find(waiting, id) != waiting.end();
  };
  const auto may_lack = [&](const std::string& id) {
    return (!part.empty() && absl::EndsWith(id, part)) || waits(id) ||
           waits(std::string(absl::StripSuffix(id, "-picture")));
  };
  for (const v1::LicenceCondition& was : before.conditions()) {
    const bool is = Has(after.conditions(), [&](const auto& condition) {
      return condition.condition_id() == was.condition_id();
    });
    if (IsHeld(was) && !is && !may_lack(was.condition_id())) return was.ShortDebugString();
  }
  for (const v1::Curfew& was : before.curfews()) {
    const bool is =
        Has(after.curfews(), [&](const v1::Curfew& curfew) { return BindsAs(was, curfew); });
    if (!is && !may_lack(was.curfew_id())) return was.ShortDebugString();
  }
  return "";
}

// What a file may say that it does not have, by null, [] or {}, and the end of the id of what
// stands for it: nothing else that is in these files may be said to be none. Of a kind of
// monitoring and of a picture, only null says so.
struct MayBeNone {
  const char* place;
  const char* part;
  bool only_null = false;
};
constexpr MayBeNone kMayBeNone[] = {
    {"/monitoringConditions", "-location-tag"},
    {"/monitoringConditions/trail", "-location-tag", true},
    {"/monitoringConditionsAlcohol", "-alcohol-tag"},
    {"/dapoClauses", "-clauses"},
    {"/curfewConditions", "-curfew-words"},
    {"/curfewConditions/curfewAdditionalDetails", "-curfew-words"},
    {"/curfewReleaseDateConditions", "-release"},
    {"/firstNightCurfewTimes", "-first-night"},
    {"/conditions/AP/additional/1/hasImageUpload", "-picture", true},
};
std::string WhatMayBeNone(const Pointer& place, const json& value) {
  if (!value.is_null() && !(value.is_structured() && value.empty())) return "";
  for (const MayBeNone& each : kMayBeNone) {
    if (place.to_string() != each.place) continue;
    return each.only_null && !value.is_null() ? "" : each.part;
  }
  return "";
}

bool SameType(const json& a, const json& b) {
  return a.type() == b.type() || (a.is_number() && b.is_number());
}

// Each value, at every depth, of every other type that JSON has. As the first file of somebody, it
// may say that there is none of a part. After the file as it was, only [] and {} take anything out.
TEST(WhatCannotBeRead, MakesNoPlanLaxer) {
  const json values = json::parse(R"([null, true, 7, "words", [], {}])");
  int read = 0;
  for (const json& sample : Samples()) {
    v1::RiskPlan before;
    const absl::StatusOr<Licence> whole = ReadLicence(sample);
    ASSERT_TRUE(whole.ok()) << whole.status();
    MergeLicence(*whole, kAlone, before);
    for (const Pointer& place : PlacesIn(sample)) {
      for (const json& value : values) {
        if (SameType(sample[place], value)) continue;
        json broken = sample;
        broken[place] = value;
        const absl::StatusOr<Licence> licence = ReadLicence(broken);
        if (!licence.ok()) continue;
        ++read;
        const std::string what = absl::StrCat(place.to_string(), ": ", value.dump());
        const std::string none = WhatMayBeNone(place, value);
        v1::RiskPlan first;
        MergeLicence(*licence, kAlone, first);
        if (!IsHeldByMore(before, first)) {
          EXPECT_EQ(LackOf(before, first, none), "") << what;
          EXPECT_EQ(licence->supervision, whole->supervision) << what;
        }
        v1::RiskPlan later = before;
        MergeLicence(*licence, kAlone, later);
        if (IsHeldByMore(before, later)) continue;
        EXPECT_EQ(LackOf(before, later, value.is_null() ? "" : none), "") << what << ", later";
      }
    }
  }
  EXPECT_GT(read, 300);
}

// What lays nothing down (who and where somebody is, how to reach people), what is held whatever it
// says, and what is not in force.
constexpr std::array kSaysNothingThatIsRead = {
    "/deviceWearer",
    "/contactDetails",
    "/addresses",
    "/interestedParties",
    "/curfewAddress",
    "/enforcementZoneConditions",
    "/mandatoryAttendanceConditions",
    "/monitoringConditionsAlcohol",
    "/dapoClauses",
    "/conditions/AP/bespoke",
    "/conditions/PSS/standard",
    "/bespokeConditions",
};
bool IsRead(const Pointer& place) {
  const std::string text = place.to_string();
  // What a condition was filled in with is read by the policy's names, and its map is a picture.
  if (absl::StrContains(text, "/data/") || absl::StrContains(text, "/uploadSummary/")) return false;
  return std::ranges::none_of(kSaysNothingThatIsRead,
                              [&](const char* part) { return absl::StartsWith(text, part); });
}

TEST(WhatCannotBeRead, IsHeldWhereverAMemberIsNotKnown) {
  for (const json& sample : Samples()) {
    std::vector<Pointer> places = PlacesIn(sample);
    places.emplace_back();
    for (const Pointer& place : places) {
      if (!sample[place].is_object() || !IsRead(place)) continue;
      json broken = sample;
      broken[place]["andAlso"] = {{"more", true}};
      const absl::StatusOr<Licence> licence = ReadLicence(broken);
      ASSERT_TRUE(licence.ok()) << licence.status();
      EXPECT_TRUE(Has(licence->held, [](const auto& condition) {
        return absl::EndsWith(condition.condition_id(), "-members");
      })) << place.to_string();
    }
  }
}

// Members whose text is read, so that a text with more to it is another one.
constexpr std::array kTexts = {"status",
                               "statusCode",
                               "type",
                               "kind",
                               "policyVersion",
                               "code",
                               "licenceStartDate",
                               "dayOfWeek",
                               "startTime",
                               "endTime",
                               "releaseDate",
                               "fromDay",
                               "fromTime",
                               "untilDay",
                               "untilTime",
                               "endDate",
                               "homeDetentionCurfewEndDate"};

TEST(WhatCannotBeRead, IsToldWhereverATextGoesOn) {
  int told = 0;
  for (const json& sample : Samples()) {
    const std::vector<UnreadPart> before = ReadLicence(sample)->unread;
    const auto is_more = [&](const UnreadPart& part) {
      return !Has(before, [&](const UnreadPart& other) {
        return other.part == part.part && other.why == part.why;
      });
    };
    for (const Pointer& place : PlacesIn(sample)) {
      const std::string text = place.to_string();
      // When a device is to be taken off, and what a condition is called in the service, is no text
      // that is read.
      const bool other = absl::StartsWith(text, "/monitoringConditions/") ||
                         (absl::StrContains(text, "/additional/") && place.back() == "type");
      if (!sample[place].is_string() || !IsRead(place) || other) continue;
      if (std::ranges::find(kTexts, place.back()) == kTexts.end()) continue;
      json broken = sample;
      broken[place] = absl::StrCat(sample[place].get<std::string>(), " or as agreed");
      const absl::StatusOr<Licence> licence = ReadLicence(broken);
      EXPECT_TRUE(!licence.ok() || Has(licence->unread, is_more)) << text;
      ++told;
    }
  }
  EXPECT_GT(told, 25);
}

}  // namespace
}  // namespace throughgate::cli
