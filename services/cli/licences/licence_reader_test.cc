#include "services/cli/licences/licence_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/cli/dates.h"
#include "services/cli/licences/licence_file.h"
#include "services/cli/licences/licence_for_test.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

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

Licence Read(const nlohmann::json& json) { return Given(ReadLicence(json)); }

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
  for (const char* version : {"", "V2", "4", "4.0.1", "latest"}) {
    nlohmann::json json = LicenceJson();
    json["policyVersion"] = version;
    EXPECT_THAT(FaultOf(json), HasSubstr("policyVersion")) << version;
  }
}

// Its conditions are there, and a person's to decide, until somebody has read the policy.
TEST(ReadLicence, TakesAPolicyThatIsNotKnown) {
  nlohmann::json json = With(R"json({"id": 5, "code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11",
    "text": "Keep out."})json");
  json["policyVersion"] = "V5_0";
  const Licence licence = Read(json);
  EXPECT_EQ(licence.conditions.at(0).policy_version(), "5.0");
  EXPECT_THAT(licence.unread.at(0).why, HasSubstr("no such condition"));
}

TEST(ReadLicence, RefusesWhatIsNoLicence) {
  EXPECT_THAT(FaultOf(nlohmann::json::parse("7")), HasSubstr("not an object"));
  EXPECT_THAT(FaultOf(nlohmann::json::parse("{}")), HasSubstr("neither the conditions"));
}

// A list that is not there says nothing of whether there are conditions.
TEST(ReadLicence, RefusesWhatHasNotEveryListThatIsInForce) {
  for (const char* list : {"standard", "additional", "bespoke"}) {
    nlohmann::json json = LicenceJson();
    json["conditions"]["AP"].erase(list);
    EXPECT_THAT(FaultOf(json), HasSubstr("conditions.AP")) << list;
    json["conditions"]["AP"][list] = nullptr;
    EXPECT_THAT(FaultOf(json), HasSubstr("conditions.AP")) << list;
    json["conditions"]["AP"][list] = nlohmann::json::object();
    EXPECT_THAT(FaultOf(json), HasSubstr("conditions.AP")) << list;
  }
  nlohmann::json json = LicenceJson();
  json["isInPssPeriod"] = true;
  json["conditions"]["PSS"].erase("standard");
  EXPECT_THAT(FaultOf(json), HasSubstr("conditions.PSS"));
  for (const char* sets : {R"({"ap": {}})", "null", "[]", "{}"}) {
    json = LicenceJson();
    json["conditions"] = nlohmann::json::parse(sets);
    EXPECT_THAT(FaultOf(json), HasSubstr("conditions.AP")) << sets;
  }
  json = LicenceJson();
  json.erase("conditions");
  json["weeklyCurfewTimes"] = nlohmann::json::array();
  EXPECT_FALSE(ReadLicence(json).ok());
}

TEST(ReadLicence, IsWholeWhenItIsActive) {
  EXPECT_TRUE(Read(LicenceJson()).is_whole);
  nlohmann::json json = LicenceJson();
  json["statusCode"] = "VARIATION_APPROVED";
  EXPECT_FALSE(Read(json).is_whole);
  json = LicenceJson();
  json["isInPssPeriod"] = true;
  json["conditions"]["AP"].erase("bespoke");
  EXPECT_FALSE(Read(json).is_whole);
}

TEST(ReadLicence, NotesEveryMemberThatItDoesNotKnow) {
  nlohmann::json json = With(R"json({"id": 5, "code": "4858cd8b-bca6-4f11-b6ee-439e27216d7d",
    "text": "Keep away.", "exception": "On Sundays."})json");
  json["exclusionZones"] = {{{"name", "Somewhere"}}};
  json["nothing"] = nullptr;
  json["conditions"]["YOI"] = {{"standard", {1}}};
  json["conditions"]["AP"]["orders"] = {1};
  std::vector<std::string> parts;
  for (const UnreadPart& part : Read(json).unread) parts.push_back(part.part);
  EXPECT_THAT(parts, UnorderedElementsAre("exclusionZones", "conditions.YOI",
                                          "conditions.AP.orders", "condition 1.exception"));
  EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-1234-members"));
  EXPECT_EQ(Read(json).unread[0].held_by, "cvl-1234-members");
}

// They are on every licence of the service, and lay nothing down.
TEST(ReadLicence, KnowsTheDaysOfTheServicesOwnWork) {
  nlohmann::json json = LicenceJson();
  for (const char* day : {"hardStopDate", "hardStopWarningDate", "reviewDate"}) {
    json[day] = "01/03/2027";
  }
  EXPECT_THAT(Read(json).unread, IsEmpty());
}

// Beside a condition that waits for no item, a picture would leave no trace.
TEST(ReadLicence, HoldsThePictureOfAConditionThatWaitsForNothing) {
  nlohmann::json json = With(R"json({"id": 7, "code": "0a370862-5426-49c1-b6d4-3d074d78a81a",
    "text": "At home from 7pm to 7am.", "hasImageUpload": true})json");
  json["conditions"]["AP"]["additional"].push_back(
      {{"id", 8}, {"code", "0f9a20f4-35c7-4c77-8af8-f200f153fa11"}, {"hasImageUpload", true}});
  const Licence licence = Read(json);
  ASSERT_THAT(licence.held, SizeIs(1));
  EXPECT_EQ(licence.held[0].ShortDebugString(),
            "condition_id: \"cvl-7-picture\" form: CONDITION_FORM_IMAGE_ONLY");
  ASSERT_THAT(licence.unread, SizeIs(2));
  EXPECT_EQ(licence.unread[0].held_by, "cvl-7-picture");
  EXPECT_EQ(licence.unread[1].held_by, "") << "it waits for a zone";
  EXPECT_EQ(licence.unread[1].told_until_expressed, "cvl-8");
}

// Whether there is one, nobody knows.
TEST(ReadLicence, HoldsAPictureThatIsNeitherThereNorNot) {
  for (const char* flag : {R"("true")", R"("no")", "1", "[]", "{}"}) {
    nlohmann::json json = With(R"json({"id": 7, "code": "0a370862-5426-49c1-b6d4-3d074d78a81a",
      "text": "At home from 7pm to 7am."})json");
    json["conditions"]["AP"]["additional"][0]["hasImageUpload"] = nlohmann::json::parse(flag);
    EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-7-picture")) << flag;
    EXPECT_THAT(Read(json).unread.at(0).why, HasSubstr("cannot be read")) << flag;
  }
}

TEST(ReadLicence, RefusesWhatDoesNotSayWhichOfItsConditionsAreInForce) {
  for (const char* flag : {R"("true")", R"("false")", "0", "[]", "{}"}) {
    nlohmann::json json = LicenceJson();
    json["isInPssPeriod"] = nlohmann::json::parse(flag);
    EXPECT_THAT(FaultOf(json), HasSubstr("isInPssPeriod")) << flag;
  }
  nlohmann::json json = LicenceJson();
  json["isInPssPeriod"] = nullptr;
  EXPECT_EQ(Read(json).supervision, v1::SUPERVISION_ON_LICENCE);
  for (const char* state : {"true", "1", R"(["ACTIVE"])", R"({"ACTIVE": true})", "null"}) {
    json["statusCode"] = nlohmann::json::parse(state);
    EXPECT_THAT(FaultOf(json), HasSubstr("statusCode")) << state;
  }
}

TEST(ReadLicence, RefusesALicenceWithoutAnId) {
  for (const char* id : {"null", R"("")", "0", "-5", R"("em-7e")", R"(" 5")", "5.5", "true"}) {
    nlohmann::json json = LicenceJson();
    json["id"] = nlohmann::json::parse(id);
    EXPECT_THAT(FaultOf(json), HasSubstr("its id")) << id;
  }
}

TEST(ReadLicence, RefusesConditionsInBothShapes) {
  for (const char* list : {"standardLicenceConditions", "additionalLicenceConditions",
                           "bespokeConditions", "standardPssConditions"}) {
    nlohmann::json json = LicenceJson();
    json[list] = nlohmann::json::array();
    EXPECT_TRUE(ReadLicence(json).ok()) << list;
    json[list].push_back({{"text", "No hats."}});
    EXPECT_THAT(FaultOf(json), HasSubstr(std::string("both conditions and ") + list));
  }
}

TEST(ReadLicence, HoldsTermsThatItCannotRead) {
  for (const char* kind : {"null", R"("HDC2")", "7"}) {
    nlohmann::json json = LicenceJson();
    json["kind"] = nlohmann::json::parse(kind);
    EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-1234-members")) << kind;
  }
  nlohmann::json json = LicenceJson();
  json["licenceStartDate"] = "2026-11-20 or so";
  EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-1234-members"));
  EXPECT_EQ(Read(json).starts_on, std::nullopt);
}

TEST(ReadLicence, TellsAVariation) {
  EXPECT_FALSE(Read(LicenceJson()).is_variation);
  for (const char* said :
       {R"({"isVariation": true})", R"({"variationOf": 1})", R"({"kind": "HDC_VARIATION"})",
        R"({"kind": "VARIATION"})", R"({"isVariation": "true"})"}) {
    nlohmann::json json = LicenceJson();
    json.merge_patch(nlohmann::json::parse(said));
    EXPECT_TRUE(Read(json).is_variation) << said;
  }
}

// What it says beside its code is another licence's business.
TEST(ReadLicence, NamesAStandardConditionThatSaysWhatIsNotKeptForTheLicence) {
  nlohmann::json json = LicenceJson();
  json["conditions"]["AP"]["standard"] = {
      {{"code", "0f9a20f4-35c7-4c77-8af8-f200f153fa11"}},
      {{"code", "9ce9d594-e346-4785-9642-c87e764bee37"}},
      {{"code", "6FA6E492-F0AB-4E76-B868-63813DB44696"}, {"hasImageUpload", true}}};
  std::vector<std::string> ids;
  for (const auto& condition : Read(json).conditions) ids.push_back(condition.condition_id());
  EXPECT_THAT(ids, ElementsAre("cvl-1234-0f9a20f4", "cvl-9ce9d594-e346-4785-9642-c87e764bee37",
                               "cvl-1234-6fa6e492"));
}

// Neither stands for the other.
TEST(ReadLicence, NumbersIdsThatAreRepeatedOrMissing) {
  nlohmann::json json = LicenceJson();
  for (const char* id : {"5", "5", "0", "-1"}) {
    json["conditions"]["AP"]["additional"].push_back(
        {{"id", std::stoi(id)}, {"code", "0f9a20f4-35c7-4c77-8af8-f200f153fa11"}, {"text", ""}});
  }
  std::vector<std::string> ids;
  for (const auto& condition : Read(json).conditions) ids.push_back(condition.condition_id());
  // Without an id of its own, a condition of another licence is another one.
  EXPECT_THAT(ids, ElementsAre("cvl-5", "cvl-5-2", "cvl-1234-0f9a20f4", "cvl-1234-0f9a20f4-2"));
}

TEST(ReadLicence, TakesNoPurposeOfATagThatItCannotRead) {
  for (const char* types : {"[null]", R"(["CURFEW", null])", "[]", R"({"a": 1})"}) {
    nlohmann::json json = With(R"json({"id": 5, "type": "ELECTRONIC_MONITORING",
      "code": "fd129172-bdd3-4d97-a4a0-efd7b47a49d4", "text": "A tag."})json");
    json["conditions"]["AP"]["additional"][0]["restrictions"] = nlohmann::json::parse(types);
    const Licence licence = Read(json);
    EXPECT_THAT(licence.conditions.at(0).parameters(), IsEmpty()) << types;
    EXPECT_FALSE(licence.unread.empty()) << types;
  }
}

// As the service has it itself; the public shape has no curfew times.
nlohmann::json OwnShapeJson() {
  return nlohmann::json::parse(R"json({
    "id": 77, "kind": "HDC", "typeCode": "AP", "version": "4.0", "licenceVersion": "1.0",
    "statusCode": "ACTIVE", "nomsId": "A0000AA", "crn": "X00000", "isInPssPeriod": false,
    "approvedDate": "02/11/2026 15:00:00", "licenceStartDate": "20/11/2026",
    "homeDetentionCurfewEndDate": "01/03/2027",
    "standardLicenceConditions": [
      {"id": 5, "code": "6FA6E492-F0AB-4E76-B868-63813DB44696", "sequence": 0, "text": "Ask."}],
    "additionalLicenceConditions": [
      {"id": 5, "code": "d523d711-9975-4a9a-a37e-a17bd611140f", "version": "4.0",
       "text": "Not to use [ANY MOTOR VEHICLE].",
       "expandedText": "Not to use vans between 10pm and 6am in town.",
       "data": [{"id": 1, "field": "vehicleTypes", "value": "Types of motor vehicle"},
                {"id": 2, "field": "typesOfMotorVehicle", "value": "vans"},
                {"id": 3, "field": "locationRestriction", "value": "In specified locations"}],
       "uploadSummary": [], "readyToSubmit": true, "requiresInput": true}],
    "bespokeConditions": [{"id": 9, "sequence": 0, "text": "No hats."}],
    "standardPssConditions": [], "additionalPssConditions": [],
    "firstNightCurfewTimes": {"fromTime": "15:00:00", "untilTime": "07:00:00"},
    "weeklyCurfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00:00", "untilDay": "TUESDAY",
                           "untilTime": "07:00:00"}]})json");
}

TEST(ReadLicence, TakesTheServicesOwnShape) {
  const Licence licence = Read(OwnShapeJson());
  EXPECT_EQ(licence.supervision, v1::SUPERVISION_HDC);
  EXPECT_EQ(licence.prison_number, "A0000AA");
  EXPECT_EQ(FormatDate(*licence.approved_on), "2026-11-02");
  EXPECT_TRUE(licence.is_whole);
  EXPECT_THAT(licence.curfews, SizeIs(2));
  ASSERT_THAT(licence.conditions, SizeIs(3));
  EXPECT_EQ(licence.conditions[0].condition_id(), "cvl-6fa6e492-f0ab-4e76-b868-63813db44696");
  EXPECT_EQ(licence.conditions[1].condition_id(), "cvl-5");
  std::vector<std::string> filled_in;
  for (const auto& parameter : licence.conditions[1].parameters()) {
    filled_in.push_back(parameter.name() + " " + parameter.values(0));
  }
  EXPECT_THAT(filled_in,
              ElementsAre("vehicleTypes Types of motor vehicle",
                          "locationRestriction In specified locations", "firstCurfewStart 22:00",
                          "firstCurfewEnd 06:00", "timeRestriction Between specified times"));
  EXPECT_EQ(licence.conditions[2].form(), v1::CONDITION_FORM_BESPOKE);
  EXPECT_THAT(licence.unread, SizeIs(1)) << "the bespoke one";
}

// Of several choices, one that cannot be read may be the one that binds most.
TEST(ReadLicence, TakesNoChoiceBesideOneThatItCannotRead) {
  for (const char* other : {R"({"field": "vehicleTypes", "value": null})", R"({"value": "vans"})",
                            R"({"field": 7, "value": "vans"})", "null"}) {
    nlohmann::json json = OwnShapeJson();
    json["additionalLicenceConditions"][0]["data"].push_back(nlohmann::json::parse(other));
    const Licence licence = Read(json);
    for (const auto& parameter : licence.conditions.at(1).parameters()) {
      EXPECT_NE(parameter.name(), "vehicleTypes") << other;
    }
  }
}

TEST(ReadLicence, TakesAConditionOfAVersionThatItCannotReadAsBespoke) {
  nlohmann::json json = OwnShapeJson();
  json["additionalLicenceConditions"][0]["version"] = "latest";
  EXPECT_EQ(Read(json).conditions.at(1).form(), v1::CONDITION_FORM_BESPOKE);
}

TEST(ReadLicence, RefusesTheServicesOwnShapeInPart) {
  for (const char* list :
       {"standardLicenceConditions", "additionalLicenceConditions", "bespokeConditions"}) {
    nlohmann::json json = OwnShapeJson();
    json[list] = nullptr;
    EXPECT_THAT(FaultOf(json), HasSubstr("what binds is not known")) << list;
  }
  nlohmann::json json = OwnShapeJson();
  json["version"] = nullptr;
  EXPECT_THAT(FaultOf(json), HasSubstr("version"));
  json = OwnShapeJson();
  json["statusCode"] = "IN_PROGRESS";
  EXPECT_THAT(FaultOf(json), HasSubstr("statusCode"));
}

TEST(ReadLicence, TakesCurfewTimesAlone) {
  nlohmann::json json = nlohmann::json::parse(R"json({"licenceId": 7, "status": "APPROVED",
    "curfewTimes": [{"fromDay": "MONDAY", "fromTime": "19:00", "untilDay": "TUESDAY",
                     "untilTime": "07:00"}]})json");
  EXPECT_THAT(Read(json).curfews, SizeIs(1));
  json["statusCode"] = "INACTIVE";
  EXPECT_THAT(FaultOf(json), HasSubstr("statusCode"));
}

TEST(ReadLicence, TakesAnOrderOfMonitoring) {
  const Licence order = Read(nlohmann::json::parse(R"json({
    "id": "3FA85F64", "status": "SUBMITTED", "type": "REQUEST",
    "deviceWearer": {"nomisId": "A0000AA", "deliusId": "X00000"},
    "curfewReleaseDateConditions": {"releaseDate": "2026-11-27T00:00:00Z",
                                    "startTime": "15:00:00", "endTime": "07:00:00"},
    "curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00"}]})json"));
  EXPECT_EQ(order.prison_number, "A0000AA");
  EXPECT_EQ(order.crn, "X00000");
  ASSERT_THAT(order.curfews, SizeIs(2));
  EXPECT_EQ(order.curfews[0].curfew_id(), "cvl-em-3fa85f64");
  EXPECT_EQ(order.curfews[1].curfew_id(), "cvl-em-3fa85f64-release");
  EXPECT_EQ(FormatDate(order.curfews[1].ends_on()), "2026-11-28");
  EXPECT_EQ(order.curfews[1].windows(0).days(0), v1::WEEKDAY_FRIDAY);
  EXPECT_THAT(order.unread, IsEmpty());
  EXPECT_FALSE(order.is_whole) << "it says nothing of the licence";
}

nlohmann::json OrderJson() {
  return nlohmann::json::parse(R"json({
    "id": "3fa85f64", "status": "SUBMITTED", "type": "VARIATION",
    "deviceWearer": {"nomisId": "A0000AA"},
    "curfewTimeTable": [{"dayOfWeek": "MONDAY", "startTime": "19:00", "endTime": "07:00"}]})json");
}

TEST(ReadLicence, RefusesOrdersThatLayNothingDown) {
  EXPECT_THAT(Read(OrderJson()).curfews, SizeIs(1));
  for (const char* status : {"IN_PROGRESS", "ERROR", ""}) {
    nlohmann::json json = OrderJson();
    json["status"] = status;
    EXPECT_THAT(FaultOf(json), HasSubstr("status")) << status;
  }
  for (const char* type : {"REVOCATION", "END_MONITORING", "REJECTED", "SOMETHING_NEW", ""}) {
    nlohmann::json json = OrderJson();
    json["type"] = type;
    EXPECT_THAT(FaultOf(json), HasSubstr("type")) << type;
  }
}

TEST(ReadLicence, NotesANightOfReleaseThatItCannotRead) {
  nlohmann::json json = OrderJson();
  json["curfewReleaseDateConditions"] = {{"releaseDate", nullptr}, {"startTime", "15:00:00"}};
  EXPECT_THAT(Read(json).unread.at(0).part, HasSubstr("release"));
  EXPECT_THAT(Read(json).curfews, SizeIs(1));
  EXPECT_THAT(HeldBy(Read(json)), ElementsAre("cvl-em-3fa85f64-release-hours"));
}

// Maps, places and devices besides the curfew are told, so that somebody records them.
TEST(ReadLicence, NotesWhatElseAnOrderOfMonitoringHas) {
  const Licence order = Read(nlohmann::json::parse(R"json({
    "id": "3fa85f64", "status": "SUBMITTED", "type": "REQUEST",
    "deviceWearer": {"nomisId": "A0000AA"}, "curfewTimeTable": [],
    "enforcementZoneConditions": [{"zoneType": "EXCLUSION"}], "mandatoryAttendanceConditions": [],
    "monitoringConditionsTrail": {"startDate": "2026-11-20"},
    "monitoringConditionsAlcohol": null})json"));
  ASSERT_THAT(order.unread, SizeIs(2));
  EXPECT_EQ(order.unread[0].part, "enforcementZoneConditions");
  EXPECT_EQ(order.unread[1].part, "monitoringConditionsTrail");
  EXPECT_THAT(HeldBy(order), ElementsAre("cvl-em-3fa85f64-zones", "cvl-em-3fa85f64-location-tag"));
  EXPECT_THAT(order.read_in_full,
              ElementsAre("cvl-em-3fa85f64-hours", "cvl-em-3fa85f64-attendance"))
      << "the alcohol tag is null and the clauses are not there, which says nothing";
}

// Whatever lays something down is held, of whatever type it is, and of its words nothing is kept.
TEST(ReadLicence, HoldsWhatAnOrderLaysDownAndCannotBeRead) {
  const std::pair<const char*, const char*> parts[] = {
      {R"({"enforcementZoneConditions": [{"description": "Wagtail"}]})", "zones"},
      {R"({"enforcementZoneConditions": "Keep out of Wagtail Lane"})", "zones"},
      {R"({"monitoringConditions": {"exclusionZone": true}})", "zones"},
      {R"({"mandatoryAttendanceConditions": [{"purpose": "Wagtail"}]})", "attendance"},
      {R"({"monitoringConditions": {"mandatoryAttendance": true}})", "attendance"},
      {R"({"monitoringConditionsTrail": {"startDate": "2026-11-20"}})", "location-tag"},
      {R"({"monitoringConditions": {"trail": true}})", "location-tag"},
      {R"({"monitoringConditionsAlcohol": {"startDate": "2026-11-20"}})", "alcohol-tag"},
      {R"({"monitoringConditions": {"alcohol": true}})", "alcohol-tag"},
      {R"({"dapoClauses": [{"clause": "No Wagtail"}]})", "clauses"},
      {R"({"curfewTimeTable": "by night"})", "hours"},
      {R"({"curfewTimeTable": [], "monitoringConditions": {"curfew": true}})", "hours"},
      {R"({"curfewTimeTable": null, "curfewConditions": {"endDate": "2027-03-01"}})", "hours"},
      {R"({"curfewReleaseDateConditions": "the first night"})", "release-hours"},
      {R"({"curfewConditions": {"curfewAdditionalDetails": "Wagtail"}})", "curfew-words"},
      {R"({"curfewConditions": "with Wagtail"})", "curfew-words"},
      {R"({"monitoringConditions": "Wagtail"})", "members"},
      {R"({"geofences": ["Wagtail"], "others": 1})", "members"},
  };
  for (const auto& [json, part] : parts) {
    nlohmann::json order = OrderJson();
    order.merge_patch(nlohmann::json::parse(json));
    const Licence read = Read(order);
    ASSERT_THAT(read.held, SizeIs(1)) << json;
    EXPECT_EQ(read.held[0].ShortDebugString(), std::string("condition_id: \"cvl-em-3fa85f64-") +
                                                   part + "\" form: CONDITION_FORM_BESPOKE");
    EXPECT_EQ(read.unread.at(0).held_by, read.held[0].condition_id()) << json;
  }
}

TEST(ReadLicence, HoldsNothingThatAnOrderOnlyTells) {
  nlohmann::json order = OrderJson();
  order.merge_patch(nlohmann::json::parse(R"json({
    "contactDetails": {"contactNumber": "none"}, "addresses": [{"addressType": "PRIMARY"}],
    "interestedParties": {"notifyingOrganisation": "PRISON"}, "offences": [{"offenceType": "X"}],
    "installationAndRisk": {"offence": "X"}, "additionalDocuments": [{"fileType": "LICENCE"}],
    "monitoringConditions": {"curfew": true, "exclusionZone": false, "trail": null},
    "curfewConditions": {"endDate": "2027-03-01T00:00:00Z", "curfewDescription": "",
                         "curfewAdditionalDetails": ""}})json"));
  EXPECT_THAT(Read(order).held, IsEmpty());
  EXPECT_THAT(Read(order).unread, IsEmpty());
  EXPECT_THAT(Read(order).read_in_full,
              ElementsAre("cvl-em-3fa85f64-hours", "cvl-em-3fa85f64-curfew-words"));
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
