#include "services/cli/licences/licence_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "matcher/licence/condition_table.h"
#include "matcher/licence/filled_in.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/filled_in.h"
#include "services/cli/licences/json_fields.h"

namespace throughgate::cli {
namespace {

using matcher::ConditionReading;
using nlohmann::json;

// In force, or approved to be.
constexpr std::array kStates = {"ACTIVE", "APPROVED", "VARIATION_APPROVED"};
constexpr std::array kPolicyVersions = {"1.0", "2.0", "2.1", "3.0", "4.0"};

// "V2_1" and "2.1" are policy 2.1; empty when it is none.
std::string PolicyVersionOf(const std::string& text) {
  const std::string version(absl::StripPrefix(absl::StrReplaceAll(text, {{"_", "."}}), "V"));
  return std::ranges::find(kPolicyVersions, version) == kPolicyVersions.end() ? "" : version;
}

bool IsUuid(const std::string& code) {
  constexpr absl::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return std::ranges::equal(code, kForm, [](char c, char form) {
    return form == '-' ? c == '-' : absl::ascii_isxdigit(static_cast<unsigned char>(c));
  });
}

// Reads one licence's conditions, one after another.
class Conditions {
 public:
  Conditions(std::string version, Licence& licence)
      : version_(std::move(version)), licence_(licence) {}

  void Read(const json& set) {
    for (const char* list : {"standard", "additional"}) {
      const json* entries = PartIn(set, list);
      if (entries == nullptr) continue;
      for (const json& entry : *entries) ReadOne(entry);
    }
    if (const json* entries = PartIn(set, "bespoke"); entries != nullptr) {
      for (std::size_t i = 0; i < entries->size(); ++i) ReadBespoke();
    }
  }

 private:
  // Its own id; a standard condition has none but its code.
  std::string IdOf(const json& entry, const std::string& code) {
    const std::string own = TextIn(entry, "id");
    if (!own.empty() && own != "0") return absl::StrCat(kImportedPrefix, own);
    return absl::StrCat(kImportedPrefix, absl::AsciiStrToLower(code));
  }

  void Note(const std::string& what, const std::string& why) {
    licence_.unread.push_back({absl::StrCat("condition ", licence_.conditions.size(), " (", what,
                                            ", policy ", version_, ")"),
                               why});
  }

  void ReadBespoke() {
    v1::LicenceCondition& condition = licence_.conditions.emplace_back();
    condition.set_condition_id(
        absl::StrCat(kImportedPrefix, absl::AsciiStrToLower(licence_.id), "-bespoke-", ++bespoke_));
    condition.set_form(v1::CONDITION_FORM_BESPOKE);
    Note("bespoke", "Its words are not kept. A person decides on every vacancy.");
  }

  void ReadOne(const json& entry) {
    const std::string code = entry.is_object() ? TextIn(entry, "code") : "";
    if (!IsUuid(code)) {
      ReadBespoke();
      licence_.unread.back().why =
          "It has no code that is a UUID, so it is taken as bespoke. A person decides on every "
          "vacancy.";
      return;
    }
    v1::LicenceCondition& condition = licence_.conditions.emplace_back();
    condition.set_policy_version(version_);
    condition.set_code(code);
    condition.set_condition_id(IdOf(entry, code));
    const ConditionReading* reading = matcher::LicenceConditions().Find(version_, code);
    if (reading == nullptr) {
      Note(code,
           "This policy has no such condition, as far as is known here. A person decides on "
           "every vacancy.");
      return;
    }
    FillInFrom(entry, *reading, condition);
  }

  void FillInFrom(const json& entry, const ConditionReading& reading,
                  v1::LicenceCondition& condition) {
    const std::vector<std::string> missing = FillIn(reading, TextIn(entry, "text"), condition);
    if (!missing.empty()) {
      Note(reading.code, absl::StrCat(absl::StrJoin(missing, " and "),
                                      " could not be found in its words. Record by hand what they "
                                      "say."));
    }
    ReadMonitoring(entry, condition);
    AddCurfew(reading, condition);
    if (FlagIn(entry, "hasImageUpload")) {
      Note(reading.code, "Its map is a picture. Draw the zone, and name it for the condition.");
    }
  }

  // What a tag is for, as the public shape names it.
  static void ReadMonitoring(const json& entry, v1::LicenceCondition& condition) {
    const json* types = PartIn(entry, "restrictions");
    if (types == nullptr || types->empty()) return;
    v1::ConditionParameter& parameter = *condition.add_parameters();
    parameter.set_name("electronicMonitoringTypes");
    for (const json& type : *types) {
      if (type.is_string()) parameter.add_values(type.get<std::string>());
    }
  }

  // Hours that were found make a curfew, which expresses the condition.
  void AddCurfew(const ConditionReading& reading, v1::LicenceCondition& condition) {
    if ((reading.items & KindsOf(matcher::PlanItemKind::kCurfew)) == 0) return;
    std::vector<int> times;
    // The same every day, whatever was filled in.
    if (const auto& own = reading.demands.hours.spans; !own.empty()) {
      times = {own[0].begin, (own[0].begin + own[0].length) % matcher::kMinutesPerDay};
    }
    for (const v1::ConditionParameter& parameter : condition.parameters()) {
      const auto minute = matcher::MinuteOfDay(parameter.values(0));
      if (minute) times.push_back(*minute);
    }
    if (times.empty() || times.size() % 2 != 0) return;
    std::vector<std::pair<int, int>> hours;
    for (std::size_t i = 0; i < times.size(); i += 2) hours.emplace_back(times[i], times[i + 1]);
    licence_.curfews.push_back(EveryDayCurfew(condition.condition_id(), hours));
    v1::PlanItem& item = *condition.add_expressed_by();
    item.set_kind(v1::PLAN_ITEM_KIND_CURFEW);
    item.set_id(condition.condition_id());
  }

  const std::string version_;
  Licence& licence_;
  int bespoke_ = 0;
};

v1::Supervision SupervisionOf(const json& licence) {
  if (FlagIn(licence, "isInPssPeriod")) return v1::SUPERVISION_COMMUNITY;
  const std::string kind = TextIn(licence, "kind");
  const bool home = kind == "HDC" || kind == "HDC_VARIATION";
  return home ? v1::SUPERVISION_HDC : v1::SUPERVISION_ON_LICENCE;
}

// The first of `keys` that has a text.
std::string FirstText(const json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    std::string text = TextIn(object, key);
    if (!text.empty()) return text;
  }
  return {};
}

void ReadWhose(const json& object, Licence& licence) {
  licence.candidate = TextIn(object, "candidate");
  licence.prison_number = FirstText(object, {"prisonNumber", "nomsId"});
  licence.crn = TextIn(object, "crn");
  if (const json* wearer = PartIn(object, "deviceWearer"); wearer != nullptr) {
    licence.prison_number = TextIn(*wearer, "nomisId");
    licence.crn = TextIn(*wearer, "deliusId");
  }
}

absl::Status ReadConditions(const json& object, const json& sets, Licence& licence) {
  const std::string version = PolicyVersionOf(TextIn(object, "policyVersion"));
  if (version.empty()) {
    return absl::InvalidArgumentError(
        "its policyVersion is not V1_0, V2_0, V2_1, V3_0 or V4_0, so that its codes mean nothing");
  }
  const std::string state = TextIn(object, "statusCode");
  if (std::ranges::find(kStates, state) == kStates.end()) {
    return absl::FailedPreconditionError(
        "its statusCode is none of ACTIVE, APPROVED and VARIATION_APPROVED, so that it binds "
        "nobody");
  }
  Conditions conditions(version, licence);
  // Once the licence has ended, its conditions have too.
  const json* set = PartIn(sets, FlagIn(object, "isInPssPeriod") ? "PSS" : "AP");
  if (set != nullptr) conditions.Read(*set);
  return absl::OkStatus();
}

// What an order of monitoring lays down besides a curfew. Nothing that it says in words, on a map
// or of an address can become an item of a plan by itself.
void NoteOtherMonitoring(const json& object, Licence& licence) {
  static constexpr std::pair<const char*, const char*> kParts[] = {
      {"enforcementZoneConditions", "Draw the zones by hand."},
      {"mandatoryAttendanceConditions", "Record the commitments by hand."},
      {"monitoringConditionsTrail", "Record the location tag by hand."},
      {"monitoringConditionsAlcohol", "Record the alcohol tag by hand."},
  };
  for (const auto& [part, what] : kParts) {
    const json* found = PartIn(object, part);
    if (found != nullptr && !found->empty()) licence.unread.push_back({part, what});
  }
}

}  // namespace

absl::StatusOr<Licence> ReadLicence(const json& object) {
  if (!object.is_object()) return absl::InvalidArgumentError("it is not an object");
  Licence licence;
  licence.id = TextIn(object, "id");
  ReadWhose(object, licence);
  licence.supervision = SupervisionOf(object);
  licence.starts_on = DayIn(object, "licenceStartDate");
  licence.approved_on = DayIn(object, "approvedDateTime");
  const json* sets = PartIn(object, "conditions");
  if (sets != nullptr) {
    const absl::Status read = ReadConditions(object, *sets, licence);
    if (!read.ok()) return read;
  }
  ReadCurfewTimes(object, licence);
  NoteOtherMonitoring(object, licence);
  if (sets == nullptr && licence.curfews.empty() && licence.unread.empty()) {
    return absl::InvalidArgumentError(
        "it has neither the conditions of a licence nor the hours of a curfew");
  }
  return licence;
}

}  // namespace throughgate::cli
