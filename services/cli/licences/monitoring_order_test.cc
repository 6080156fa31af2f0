#include "services/cli/licences/monitoring_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/cli/licences/licence_for_test.h"

namespace throughgate::cli {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// An order of nothing but a curfew, with `patch` merged into it.
nlohmann::json OrderJson(const std::string& patch = "{}") {
  nlohmann::json order = nlohmann::json::parse(R"json({
    "id": "7e", "status": "SUBMITTED", "type": "REQUEST", "deviceWearer": {"nomisId": "A0000AA"},
    "curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00"}]})json");
  order.merge_patch(nlohmann::json::parse(patch));
  return order;
}

absl::StatusOr<Licence> TryRead(const nlohmann::json& order) {
  Licence licence;
  licence.kind = LicenceKind::kOrder;
  if (order["id"].is_string()) licence.id = order["id"].get<std::string>();
  const absl::Status read = ReadMonitoringOrder(order, licence);
  if (!read.ok()) return read;
  return licence;
}
Licence Read(const nlohmann::json& order) { return Given(TryRead(order)); }

std::vector<std::string> Parts(const Licence& licence) {
  std::vector<std::string> parts;
  for (const UnreadPart& part : licence.unread) parts.push_back(part.part);
  return parts;
}

// Every list and object is there, and empty.
constexpr char kNone[] = R"json({"enforcementZoneConditions": [],
  "mandatoryAttendanceConditions": [], "monitoringConditionsTrail": {},
  "monitoringConditionsAlcohol": {}, "dapoClauses": [], "curfewReleaseDateConditions": {},
  "curfewConditions": {}})json";

TEST(MonitoringOrder, SaysThatThereIsNoneByWhatIsEmpty) {
  const Licence order = Read(OrderJson(kNone));
  EXPECT_THAT(order.held, IsEmpty());
  EXPECT_THAT(
      order.read_in_full,
      UnorderedElementsAre("cvl-em-7e-hours", "cvl-em-7e-release-hours", "cvl-em-7e-curfew-words",
                           "cvl-em-7e-zones", "cvl-em-7e-attendance", "cvl-em-7e-location-tag",
                           "cvl-em-7e-alcohol-tag", "cvl-em-7e-clauses"));
}

// A flag that is neither true nor false may be either: it clears nothing and is held.
TEST(MonitoringOrder, HoldsKindsThatAreNeitherTrueNorFalse) {
  const std::pair<const char*, const char*> kinds[] = {{"exclusionZone", "zones"},
                                                       {"mandatoryAttendance", "attendance"},
                                                       {"trail", "location-tag"},
                                                       {"alcohol", "alcohol-tag"}};
  for (const auto& [flag, part] : kinds) {
    for (const char* value : {R"("true")", R"("YES")", R"("")", "1", "0", "[]", "{}"}) {
      nlohmann::json json = OrderJson(kNone);
      json["monitoringConditions"][flag] = nlohmann::json::parse(value);
      const Licence order = Read(json);
      EXPECT_THAT(HeldBy(order), ElementsAre("cvl-em-7e-members")) << flag << value;
      EXPECT_THAT(Parts(order), ElementsAre(absl::StrCat("monitoringConditions.", flag)));
      EXPECT_THAT(order.read_in_full, Not(Contains(absl::StrCat("cvl-em-7e-", part))));
      EXPECT_FALSE(order.is_whole) << "so that nothing is lifted for it";
    }
    for (const char* value : {"false", "null"}) {
      nlohmann::json json = OrderJson(kNone);
      json["monitoringConditions"][flag] = nlohmann::json::parse(value);
      EXPECT_THAT(Read(json).held, IsEmpty()) << flag << value;
      EXPECT_THAT(Read(json).read_in_full, Contains(absl::StrCat("cvl-em-7e-", part)));
    }
  }
}

TEST(MonitoringOrder, HoldsTheHoursOfACurfewThatIsNeitherOrderedNorNot) {
  for (const char* kinds : {R"({"curfew": "true"})", R"("CURFEW")"}) {
    nlohmann::json json = OrderJson();
    json["curfewTimeTable"] = nlohmann::json::array();
    json["monitoringConditions"] = nlohmann::json::parse(kinds);
    EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-em-7e-hours", "cvl-em-7e-members")) << kinds;
    EXPECT_THAT(Read(json).read_in_full, IsEmpty()) << kinds;
  }
}

TEST(MonitoringOrder, ClearsNothingWhenItsKindsAreNoObject) {
  nlohmann::json json = OrderJson(kNone);
  json["monitoringConditions"] = "none";
  EXPECT_THAT(Read(json).read_in_full, Not(Contains("cvl-em-7e-zones")));
  EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-em-7e-members"));
}

TEST(MonitoringOrder, HoldsMembersOfItsPartsThatAreNotKnown) {
  const std::pair<const char*, const char*> parts[] = {
      {R"({"monitoringConditions": {"inclusionZone": true}})",
       "monitoringConditions.inclusionZone"},
      {R"({"curfewConditions": {"secondCurfew": {"from": "noon"}}})",
       "curfewConditions.secondCurfew"},
      {R"({"curfewReleaseDateConditions": {"releaseDate": "2026-11-27", "startTime": "15:00",
           "endTime": "07:00", "endDay": "SUNDAY"}})",
       "curfewReleaseDateConditions.endDay"},
      {R"({"curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00"},
           {"dayOfWeek": "TUESDAY", "startTime": "19:00", "endTime": "07:00",
            "endDay": "FRIDAY"}]})",
       "curfewTimeTable 2.endDay"},
  };
  for (const auto& [patch, part] : parts) {
    const Licence order = Read(OrderJson(patch));
    EXPECT_THAT(HeldBy(order), ElementsAre("cvl-em-7e-members")) << patch;
    EXPECT_THAT(Parts(order), ElementsAre(part));
  }
}

// As the service writes it, whatever it is that the order says of these.
TEST(MonitoringOrder, KnowsTheMembersOfItsParts) {
  EXPECT_THAT(Read(OrderJson(R"json({
    "monitoringConditions": {"startDate": "2026-11-20T00:00:00Z", "endDate": null,
      "orderType": "POST_RELEASE", "conditionType": "REQUIREMENT", "sentenceType": "IPP",
      "issp": "NO", "hdc": "YES", "prarr": "UNKNOWN", "pilot": "UNKNOWN", "isValid": true,
      "caseId": "7", "orderTypeDescription": "DAPO", "offenceType": "none", "curfew": true},
    "curfewConditions": {"id": "1", "versionId": "2", "startDate": "2026-11-20T00:00:00Z",
      "curfewAddress": "PRIMARY"},
    "curfewReleaseDateConditions": {"id": "1", "versionId": "2", "curfewAddress": "PRIMARY",
      "releaseDate": "2026-11-27", "startTime": "15:00", "endTime": "07:00"}})json"))
                  .unread,
              IsEmpty());
}

// What is null is as what is not there: another order may have said it, and a person decides.
TEST(MonitoringOrder, SaysNothingByNull) {
  for (const auto& [member, part] :
       std::map<std::string, std::string>{{"enforcementZoneConditions", "zones"},
                                          {"mandatoryAttendanceConditions", "attendance"},
                                          {"monitoringConditionsTrail", "location-tag"},
                                          {"monitoringConditionsAlcohol", "alcohol-tag"},
                                          {"dapoClauses", "clauses"},
                                          {"curfewReleaseDateConditions", "release-hours"},
                                          {"curfewConditions", "curfew-words"}}) {
    nlohmann::json json = OrderJson(kNone);
    json[member] = nullptr;
    EXPECT_THAT(Read(json).held, IsEmpty()) << member;
    EXPECT_THAT(Read(json).read_in_full, Not(Contains(absl::StrCat("cvl-em-7e-", part)))) << member;
    EXPECT_FALSE(Read(json).is_whole) << member;
    json.erase(member);
    EXPECT_FALSE(Read(json).is_whole) << member;
  }
}

TEST(MonitoringOrder, IsWholeWhenItTellsOfEveryPart) {
  EXPECT_TRUE(Read(OrderJson(kNone)).is_whole);
  EXPECT_FALSE(Read(OrderJson()).is_whole);
  nlohmann::json json = OrderJson(kNone);
  json["dapoClauses"] = {{{"clause", "No Wagtail"}}};
  EXPECT_TRUE(Read(json).is_whole) << "what it lays down, it tells of";
  json.erase("curfewTimeTable");
  EXPECT_FALSE(Read(json).is_whole);
}

// One member with words says nothing of the other.
TEST(MonitoringOrder, HasNoWordsOfACurfewWhenBothSaySo) {
  const auto words = [](const char* curfew) {
    return Read(OrderJson(absl::StrCat(R"({"curfewConditions": )", curfew, "}"))).read_in_full;
  };
  EXPECT_THAT(words(R"({"curfewDescription": "", "curfewAdditionalDetails": ""})"),
              Contains("cvl-em-7e-curfew-words"));
  EXPECT_THAT(words(R"({"curfewDescription": "", "startDate": "2026-11-20"})"),
              Not(Contains("cvl-em-7e-curfew-words")));
  nlohmann::json json = OrderJson();
  json["curfewConditions"] = {{"curfewDescription", ""}, {"curfewAdditionalDetails", nullptr}};
  EXPECT_THAT(Read(json).read_in_full, Not(Contains("cvl-em-7e-curfew-words")));
}

// Without an id, or with one that ends as another order's parts do, it would be taken for that.
TEST(MonitoringOrder, IsRefusedWithoutAnIdOfItsOwn) {
  for (const char* id : {"", "7e-release", "7e-zones", "order 7", "7é"}) {
    nlohmann::json json = OrderJson();
    json["id"] = id;
    EXPECT_THAT(std::string(TryRead(json).status().message()), HasSubstr("its id")) << id;
  }
  for (const char* id : {"null", "true", "{}"}) {
    nlohmann::json json = OrderJson();
    json["id"] = nlohmann::json::parse(id);
    EXPECT_FALSE(TryRead(json).ok()) << id;
  }
  EXPECT_TRUE(TryRead(OrderJson(R"({"id": "3FA85F64-5717-4562-b3fc-2c963f66afa6"})")).ok());
}

// Of two orders that are both taken, no two parts have the same id.
TEST(HeldParts, OfTwoOrdersAreNeverTheSame) {
  std::set<std::string> ids;
  std::size_t count = 0;
  for (const char* id : {"7e", "7e-", "7e-7", "e", "7"}) {
    nlohmann::json json = OrderJson(R"json({"enforcementZoneConditions": [1], "dapoClauses": [1],
      "mandatoryAttendanceConditions": [1], "monitoringConditionsTrail": [1],
      "monitoringConditionsAlcohol": [1], "curfewTimeTable": "daily", "other": 1,
      "curfewReleaseDateConditions": "soon", "curfewConditions": "with words"})json");
    json["id"] = id;
    for (const std::string& held : HeldBy(Read(json))) {
      ids.insert(held);
      ++count;
    }
  }
  EXPECT_EQ(count, 45u) << "nine parts of each";
  EXPECT_EQ(ids.size(), count);
}

}  // namespace
}  // namespace throughgate::cli
