#include "services/cli/licences/licence_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/cli/licences/conditions_reader.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"
#include "services/cli/licences/known_members.h"
#include "services/cli/licences/monitoring_order.h"

namespace throughgate::cli {
namespace {

using nlohmann::json;

// In force, or approved to be.
constexpr char kActive[] = "ACTIVE";
constexpr std::array kStates = {kActive, "APPROVED", "VARIATION_APPROVED"};

// The names of the lists of the service's own shape.
constexpr char kOwnStandard[] = "standardLicenceConditions";
constexpr char kOwnAdditional[] = "additionalLicenceConditions";
constexpr char kOwnBespoke[] = "bespokeConditions";
constexpr char kOwnPssStandard[] = "standardPssConditions";
constexpr char kOwnPssAdditional[] = "additionalPssConditions";

constexpr std::array kKinds = {"CRD",           "PRRD",        "HDC",      "VARIATION",
                               "HDC_VARIATION", "TIME_SERVED", "HARD_STOP"};
constexpr char kVariation[] = "VARIATION";  // ends the names of what is one

constexpr char kInPss[] = "isInPssPeriod";

v1::Supervision SupervisionOf(const json& licence) {
  if (FlagIn(licence, kInPss) == Flag::kYes) return v1::SUPERVISION_COMMUNITY;
  const std::string kind = TextIn(licence, "kind");
  const bool home = kind == "HDC" || kind == "HDC_VARIATION";
  return home ? v1::SUPERVISION_HDC : v1::SUPERVISION_ON_LICENCE;
}

bool IsVariation(const json& licence) {
  return FlagIn(licence, "isVariation") != Flag::kNo || SaidIn(licence, "variationOf") != nullptr ||
         absl::EndsWith(TextIn(licence, "kind"), kVariation);
}

// The first of `keys` that has a text.
std::string FirstText(const json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    std::string text = TextIn(object, key);
    if (!text.empty()) return text;
  }
  return {};
}

const json* ListIn(const json& object, const char* key) {
  const json* list = PartIn(object, key);
  return list != nullptr && list->is_array() ? list : nullptr;
}

bool IsOfTheServicesOwnShape(const json& object) {
  return std::ranges::any_of(std::array{kOwnStandard, kOwnAdditional, kOwnBespoke},
                             [&](const char* list) { return object.contains(list); });
}

// The lists that are in force, and where they stand.
struct Found {
  ConditionLists lists;
  std::string where;
  bool of_licence_whole = false;  // standard, additional and bespoke are lists
};

// Once the licence has ended, its conditions have too.
Found ListsOfTheServicesOwnShape(const json& object, bool ended) {
  const ConditionLists licence = {ListIn(object, kOwnStandard), ListIn(object, kOwnAdditional),
                                  ListIn(object, kOwnBespoke)};
  const bool whole = licence.standard && licence.additional && licence.bespoke;
  if (!ended) {
    return {licence, absl::StrCat(kOwnStandard, ", ", kOwnAdditional, " and ", kOwnBespoke), whole};
  }
  return {{ListIn(object, kOwnPssStandard), ListIn(object, kOwnPssAdditional), nullptr},
          absl::StrCat(kOwnPssStandard, " and ", kOwnPssAdditional),
          whole};
}

Found ListsOfThePublicShape(const json& object, bool ended, Licence& licence) {
  static const json kNone = json::object();
  const json* sets = PartIn(object, "conditions");
  if (sets == nullptr) sets = &kNone;
  NoteUnknownMembers(*sets, kSetsMembers, "conditions", licence);
  const auto lists_of = [&](const char* name) {
    const json* set = PartIn(*sets, name);
    if (set == nullptr) set = &kNone;
    NoteUnknownMembers(*set, kSetMembers, absl::StrCat("conditions.", name), licence);
    return ConditionLists{ListIn(*set, "standard"), ListIn(*set, "additional"),
                          ListIn(*set, "bespoke")};
  };
  const ConditionLists of_licence = lists_of("AP");
  const ConditionLists after = lists_of("PSS");
  const bool whole = of_licence.standard && of_licence.additional && of_licence.bespoke;
  if (!ended) {
    return {of_licence, "conditions.AP: standard, additional and bespoke", whole};
  }
  return {after, "conditions.PSS: standard and additional", whole};
}

// What is no list says nothing of whether there are conditions.
absl::Status CheckListed(const Found& found, bool ended) {
  const ConditionLists& lists = found.lists;
  const bool bespoke = ended || lists.bespoke != nullptr;
  if (lists.standard != nullptr && lists.additional != nullptr && bespoke) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("it must have the lists ", found.where,
                                                 ", empty where there is no condition; "
                                                 "without them, what binds is not known"));
}

absl::Status CheckInForce(const json& object) {
  if (std::ranges::find(kStates, TextIn(object, "statusCode")) != kStates.end()) {
    return absl::OkStatus();
  }
  return absl::FailedPreconditionError(
      "its statusCode is none of ACTIVE, APPROVED and VARIATION_APPROVED, so that it binds nobody");
}

// The ids of licences are whole numbers. Without one, its conditions could not be told from those
// of another licence; of other letters, it could be an order's.
absl::Status CheckId(const Licence& licence) {
  std::int64_t number = 0;
  if (absl::SimpleAtoi(licence.id, &number) && number > 0 && absl::StrCat(number) == licence.id) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      "its id is not a whole number above 0, so that its conditions could not be told from those "
      "of another licence");
}

// What has the conditions in two shapes says two things, of which one would be lost.
absl::Status CheckOneShape(const json& object) {
  for (const char* list :
       {kOwnStandard, kOwnAdditional, kOwnBespoke, kOwnPssStandard, kOwnPssAdditional}) {
    if (SaidIn(object, list) == nullptr) continue;
    return absl::InvalidArgumentError(
        absl::StrCat("it has both conditions and ", list,
                     ", so that it is not known which bind: leave out one of them"));
  }
  return absl::OkStatus();
}

// Of both shapes: the public one has the policy's version in a member of its own.
absl::Status ReadItsConditions(const json& object, Licence& licence) {
  const bool is_public = object.contains("conditions");
  if (const absl::Status id = CheckId(licence); !id.ok()) return id;
  if (const absl::Status one = is_public ? CheckOneShape(object) : absl::OkStatus(); !one.ok()) {
    return one;
  }
  const char* member = is_public ? "policyVersion" : "version";
  const std::string version = PolicyVersionOf(TextIn(object, member));
  if (version.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("its ", member,
                     " is not the version of a policy, such as V4_0, so that its codes mean "
                     "nothing"));
  }
  const bool ended = FlagIn(object, kInPss) == Flag::kYes;
  const Found found = is_public ? ListsOfThePublicShape(object, ended, licence)
                                : ListsOfTheServicesOwnShape(object, ended);
  if (const absl::Status listed = CheckListed(found, ended); !listed.ok()) return listed;
  ReadConditions(version, found.lists, licence);
  licence.tells_conditions = true;
  licence.is_whole = found.of_licence_whole && TextIn(object, "statusCode") == kActive;
  return absl::OkStatus();
}

// Whether an object has conditions, or says that it is what must have some.
bool IsLicence(const json& object) {
  return IsOfTheServicesOwnShape(object) ||
         std::ranges::any_of(
             std::array{"conditions", "kind", "policyVersion", "licenceType", "typeCode"},
             [&](const char* member) { return object.contains(member); });
}

// Members that say under what supervision the person is, and since when, and cannot be read.
void NoteUnreadTerms(const json& object, Licence& licence) {
  if (licence.kind == LicenceKind::kLicence &&
      std::ranges::find(kKinds, TextIn(object, "kind")) == kKinds.end()) {
    HoldMember("kind",
               "It is no kind of licence that is known here. Record by hand the supervision, and "
               "any curfew that goes with it.",
               licence);
  }
  if (IsNoDay(object, "licenceStartDate")) {
    HoldMember("licenceStartDate",
               "It is no day that can be read. Record by hand the day of release.", licence);
  }
}

absl::Status ReadWhatBinds(const json& object, Licence& licence) {
  const bool is_licence = IsLicence(object);
  if (is_licence || object.contains("statusCode")) {
    if (const absl::Status in_force = CheckInForce(object); !in_force.ok()) return in_force;
  }
  if (is_licence) {
    if (const absl::Status read = ReadItsConditions(object, licence); !read.ok()) return read;
  }
  ReadCurfewTimes(object, licence);
  NoteUnreadTerms(object, licence);
  NoteUnknownMembers(object, kLicenceMembers, "", licence);
  if (!is_licence && licence.curfews.empty() && licence.unread.empty()) {
    return absl::InvalidArgumentError(
        "it has neither the conditions of a licence nor the hours of a curfew");
  }
  return absl::OkStatus();
}

}  // namespace

Licence WhoseLicence(const json& object) {
  Licence licence;
  if (!object.is_object()) return licence;
  licence.id = TextIn(object, "id");
  licence.candidate = TextIn(object, "candidate");
  licence.prison_number = FirstText(object, {"prisonNumber", "nomsId"});
  licence.crn = TextIn(object, "crn");
  if (const json* wearer = PartIn(object, "deviceWearer"); wearer != nullptr) {
    licence.prison_number = TextIn(*wearer, "nomisId");
    licence.crn = TextIn(*wearer, "deliusId");
  }
  return licence;
}

absl::StatusOr<Licence> ReadLicence(const json& object) {
  if (!object.is_object()) return absl::InvalidArgumentError("it is not an object");
  Licence licence = WhoseLicence(object);
  const bool is_order = !IsLicence(object) && IsMonitoringOrder(object);
  if (!IsLicence(object)) {
    licence.kind = is_order ? LicenceKind::kOrder : LicenceKind::kCurfewTimes;
  }
  if (!is_order) {
    if (FlagIn(object, kInPss) == Flag::kUnclear) {
      return absl::InvalidArgumentError(
          absl::StrCat("its ", kInPss,
                       " is neither true nor false, so that it is not known which of its "
                       "conditions are in force"));
    }
    licence.is_variation = IsVariation(object);
    licence.supervision = SupervisionOf(object);
    licence.starts_on = DayIn(object, "licenceStartDate");
    licence.approved_on = DayIn(object, "approvedDateTime");
    if (!licence.approved_on) licence.approved_on = DayIn(object, "approvedDate");
  }
  const absl::Status read =
      is_order ? ReadMonitoringOrder(object, licence) : ReadWhatBinds(object, licence);
  if (!read.ok()) return read;
  return licence;
}

}  // namespace throughgate::cli
