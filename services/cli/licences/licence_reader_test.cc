#include "services/cli/licences/licence_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/cli/dates.h"
#include "services/cli/licences/licence_file.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

nlohmann::json LicenceJson() {
  return nlohmann::json::parse(R"json({
    "id": 1234, "kind": "CRD", "licenceType": "AP", "policyVersion": "V3_0", "version": "1.0",
    "statusCode": "ACTIVE", "prisonNumber": "A0000AA", "crn": "X00000",
    "approvedDateTime": "2026-11-02T15:00:00", "licenceStartDate": "2026-11-20",
    "isInPssPeriod": false,
    "conditions": {"AP": {"standard": [], "additional": [], "bespoke": []},
                   "PSS": {"standard": [], "additional": []}}})json");
}

// A licence with one additional condition.
nlohmann::json With(const std::string& condition) {
  nlohmann::json json = LicenceJson();
  json["conditions"]["AP"]["additional"].push_back(nlohmann::json::parse(condition));
  return json;
}

Licence Read(const nlohmann::json& json) {
  const absl::StatusOr<Licence> licence = ReadLicence(json);
  EXPECT_TRUE(licence.ok()) << licence.status();
  return licence.ok() ? *licence : Licence();
}

std::string FaultOf(const nlohmann::json& json) {
  return std::string(ReadLicence(json).status().message());
}

TEST(ReadLicence, TakesWhoseItIsAndSinceWhen) {
  const Licence licence = Read(LicenceJson());
  EXPECT_EQ(licence.id, "1234");
  EXPECT_EQ(licence.prison_number, "A0000AA");
  EXPECT_EQ(licence.crn, "X00000");
  EXPECT_EQ(licence.supervision, v1::SUPERVISION_ON_LICENCE);
  EXPECT_EQ(FormatDate(*licence.starts_on), "2026-11-20");
  EXPECT_EQ(FormatDate(*licence.approved_on), "2026-11-02");
  EXPECT_THAT(licence.conditions, IsEmpty());
  nlohmann::json home = LicenceJson();
  home["kind"] = "HDC";
  EXPECT_EQ(Read(home).supervision, v1::SUPERVISION_HDC);
}

TEST(ReadLicence, KeepsCodesAndNoWords) {
  nlohmann::json json = With(R"json({"id": 5, "type": "STANDARD", "category": "Contact",
    "code": "4858cd8b-bca6-4f11-b6ee-439e27216d7d", "text": "Keep away from Wanda Wagtail."})json");
  json["conditions"]["AP"]["standard"].push_back(
      {{"code", "6FA6E492-F0AB-4E76-B868-63813DB44696"}, {"text", "Say a new number."}});
  const Licence licence = Read(json);
  ASSERT_THAT(licence.conditions, SizeIs(2));
  EXPECT_EQ(licence.conditions[0].ShortDebugString(),
            "policy_version: \"3.0\" code: \"6FA6E492-F0AB-4E76-B868-63813DB44696\" "
            "condition_id: \"cvl-6fa6e492-f0ab-4e76-b868-63813db44696\"");
  EXPECT_EQ(licence.conditions[1].ShortDebugString(),
            "policy_version: \"3.0\" code: \"4858cd8b-bca6-4f11-b6ee-439e27216d7d\" "
            "condition_id: \"cvl-5\"");
  EXPECT_THAT(licence.unread, IsEmpty());
}

TEST(ReadLicence, MakesACurfewOfItsHours) {
  const Licence licence = Read(With(R"json({"id": 7, "type": "STANDARD",
    "code": "0a370862-5426-49c1-b6d4-3d074d78a81a", "text": "At home from 7pm to 7am."})json"));
  ASSERT_THAT(licence.curfews, SizeIs(1));
  EXPECT_EQ(licence.curfews[0].curfew_id(), "cvl-7");
  EXPECT_EQ(licence.curfews[0].windows(0).days_size(), 7);
  EXPECT_EQ(licence.curfews[0].windows(0).start(), "19:00");
  EXPECT_EQ(licence.curfews[0].windows(0).end(), "07:00");
  EXPECT_EQ(licence.conditions[0].expressed_by(0).ShortDebugString(),
            "kind: PLAN_ITEM_KIND_CURFEW id: \"cvl-7\"");
}

TEST(ReadLicence, MakesACurfewOfTheEveningsUntilATagIsFitted) {
  const Licence licence = Read(With(R"json({"id": 7, "type": "STANDARD",
    "code": "86e6f2a9-bb60-40f8-9ac4-310ebc72ac2f", "text": "At home in the evening."})json"));
  ASSERT_THAT(licence.curfews, SizeIs(1));
  EXPECT_EQ(licence.curfews[0].windows(0).start(), "17:00");
  EXPECT_EQ(licence.curfews[0].windows(0).end(), "24:00");
  EXPECT_EQ(licence.curfews[0].windows(0).days_size(), 7);
  EXPECT_EQ(licence.conditions[0].expressed_by(0).id(), "cvl-7");
}

TEST(ReadLicence, NotesHoursThatItCannotFind) {
  const Licence licence = Read(With(R"json({"id": 7, "type": "STANDARD",
    "code": "0a370862-5426-49c1-b6d4-3d074d78a81a", "text": "At home by night."})json"));
  EXPECT_THAT(licence.curfews, IsEmpty());
  EXPECT_EQ(licence.conditions[0].expressed_by_size(), 0);
  ASSERT_THAT(licence.unread, SizeIs(1));
  EXPECT_EQ(licence.unread[0].part,
            "condition 1 (0a370862-5426-49c1-b6d4-3d074d78a81a, policy 3.0)");
  EXPECT_THAT(licence.unread[0].why, HasSubstr("the hours could not be found"));
}

TEST(ReadLicence, NotesMapsThatArePictures) {
  for (const char* type : {"MULTIPLE_EXCLUSION_ZONE", "MULTIPLE_UPLOADS", "SINGLE_UPLOAD"}) {
    nlohmann::json json = With(R"json({"id": 2, "code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11",
      "text": "Keep out.", "hasImageUpload": true})json");
    json["conditions"]["AP"]["additional"][0]["type"] = type;
    const Licence licence = Read(json);
    ASSERT_THAT(licence.unread, SizeIs(1)) << type;
    EXPECT_THAT(licence.unread[0].why, HasSubstr("Draw the zone"));
  }
}

TEST(ReadLicence, TakesWhatATagIsFor) {
  const Licence licence = Read(With(R"json({"id": 5, "type": "ELECTRONIC_MONITORING",
    "code": "fd129172-bdd3-4d97-a4a0-efd7b47a49d4", "text": "A tag.",
    "restrictions": ["CURFEW", "LOCATION_MONITORING"]})json"));
  EXPECT_EQ(licence.conditions[0].parameters(0).ShortDebugString(),
            "name: \"electronicMonitoringTypes\" values: \"CURFEW\" "
            "values: \"LOCATION_MONITORING\"");
}

// Whatever cannot be read is there all the same, and a person's to decide.
TEST(ReadLicence, DropsNothing) {
  nlohmann::json json = With(R"json({"id": 3, "code": "associateWith", "text": "Somebody."})json");
  json["conditions"]["AP"]["additional"].push_back(
      {{"id", 4}, {"code", "00000000-0000-0000-0000-000000000001"}, {"text", "Something new."}});
  json["conditions"]["AP"]["additional"].push_back("a text");
  json["conditions"]["AP"]["bespoke"] = {{{"text", "No hats."}}, {{"text", "No boots."}}};
  const Licence licence = Read(json);
  ASSERT_THAT(licence.conditions, SizeIs(5));
  EXPECT_EQ(licence.conditions[0].form(), v1::CONDITION_FORM_BESPOKE);
  EXPECT_EQ(licence.conditions[1].code(), "00000000-0000-0000-0000-000000000001");
  EXPECT_EQ(licence.conditions[2].form(), v1::CONDITION_FORM_BESPOKE);
  EXPECT_EQ(licence.conditions[4].ShortDebugString(),
            "condition_id: \"cvl-1234-bespoke-4\" form: CONDITION_FORM_BESPOKE");
  EXPECT_THAT(licence.unread, SizeIs(5));
}

TEST(ReadLicence, TakesTheSetThatIsInForce) {
  nlohmann::json json = LicenceJson();
  json["conditions"]["AP"]["standard"].push_back(
      {{"code", "9ce9d594-e346-4785-9642-c87e764bee37"}});
  json["conditions"]["PSS"]["standard"].push_back(
      {{"code", "0ed57797-2745-4592-a78b-8e4d712c580e"}});
  EXPECT_EQ(Read(json).conditions.at(0).code(), "9ce9d594-e346-4785-9642-c87e764bee37");
  json["isInPssPeriod"] = true;
  const Licence after = Read(json);
  ASSERT_THAT(after.conditions, SizeIs(1));
  EXPECT_EQ(after.conditions[0].code(), "0ed57797-2745-4592-a78b-8e4d712c580e");
  EXPECT_EQ(after.supervision, v1::SUPERVISION_COMMUNITY);
}

TEST(ReadLicence, RefusesWhatBindsNobody) {
  for (const char* state : {"IN_PROGRESS", "SUBMITTED", "REJECTED", "INACTIVE", "RECALLED",
                            "TIMED_OUT", "VARIATION_IN_PROGRESS", "VARIATION_SUBMITTED", ""}) {
    nlohmann::json json = LicenceJson();
    json["statusCode"] = state;
    EXPECT_THAT(FaultOf(json), HasSubstr("statusCode")) << state;
  }
}

TEST(ReadLicence, RefusesCodesWithoutTheirPolicy) {
  for (const char* version : {"V5_0", "", "V2"}) {
    nlohmann::json json = LicenceJson();
    json["policyVersion"] = version;
    EXPECT_THAT(FaultOf(json), HasSubstr("policyVersion")) << version;
  }
}

TEST(ReadLicence, RefusesWhatIsNoLicence) {
  EXPECT_THAT(FaultOf(nlohmann::json::parse("7")), HasSubstr("not an object"));
  EXPECT_THAT(FaultOf(nlohmann::json::parse("{}")), HasSubstr("neither the conditions"));
}

TEST(ReadLicence, TakesAnOrderOfMonitoring) {
  const Licence order = Read(nlohmann::json::parse(R"json({
    "id": "3fa85f64", "deviceWearer": {"nomisId": "A0000AA", "deliusId": "X00000"},
    "curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00"}]})json"));
  EXPECT_EQ(order.prison_number, "A0000AA");
  EXPECT_EQ(order.crn, "X00000");
  EXPECT_THAT(order.curfews, SizeIs(1));
  EXPECT_THAT(order.unread, IsEmpty());
}

// Maps, places and devices besides the curfew are told, so that somebody records them.
TEST(ReadLicence, NotesWhatElseAnOrderOfMonitoringHas) {
  const Licence order = Read(nlohmann::json::parse(R"json({
    "id": "3fa85f64", "deviceWearer": {"nomisId": "A0000AA"}, "curfewTimeTable": [],
    "enforcementZoneConditions": [{"zoneType": "EXCLUSION"}], "mandatoryAttendanceConditions": [],
    "monitoringConditionsTrail": {"startDate": "2026-11-20"},
    "monitoringConditionsAlcohol": null})json"));
  ASSERT_THAT(order.unread, SizeIs(2));
  EXPECT_EQ(order.unread[0].part, "enforcementZoneConditions");
  EXPECT_EQ(order.unread[1].part, "monitoringConditionsTrail");
}

TEST(LicencesIn, AreOneOrAListOrLines) {
  EXPECT_EQ(LicencesIn("{\"id\": 1}\n")->size(), 1u);
  EXPECT_EQ(LicencesIn("[{\"id\": 1},\n {\"id\": 2}]")->size(), 2u);
  EXPECT_EQ(LicencesIn("{\"id\": 1}\n\n{\"id\": 2}\n")->size(), 2u);
  EXPECT_THAT(std::string(LicencesIn("{\"id\": 1}\n{\"id\"\n").status().message()),
              HasSubstr("line 2"));
  EXPECT_FALSE(LicencesIn("7").ok());
}

}  // namespace
}  // namespace throughgate::cli
