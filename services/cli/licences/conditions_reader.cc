#include "services/cli/licences/conditions_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "matcher/licence/condition_table.h"
#include "matcher/licence/filled_in.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/filled_in.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"
#include "services/cli/licences/known_members.h"

namespace throughgate::cli {
namespace {

using matcher::ConditionInput;
using matcher::ConditionReading;
using matcher::InputKind;
using nlohmann::json;

bool IsUuid(const std::string& code) {
  constexpr absl::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return std::ranges::equal(code, kForm, [](char c, char form) {
    return form == '-' ? c == '-' : absl::ascii_isxdigit(static_cast<unsigned char>(c));
  });
}

constexpr char kMonitoringTypes[] = "electronicMonitoringTypes";

// Whether an entry has a picture, or may have one.
bool MayHavePicture(const json& entry) {
  return FlagIn(entry, "hasImageUpload") != Flag::kNo || SaidIn(entry, "uploadSummary") != nullptr;
}

// Whether anything says that it has one, and not only something that cannot be read.
bool HasPicture(const json& entry) {
  return FlagIn(entry, "hasImageUpload") == Flag::kYes || SaidIn(entry, "uploadSummary") != nullptr;
}

bool HasInput(const ConditionReading& reading, const char* name) {
  return std::ranges::find(reading.inputs, name, &ConditionInput::name) != reading.inputs.end();
}

class Conditions {
 public:
  Conditions(std::string version, Licence& licence)
      : version_(std::move(version)), licence_(licence) {}

  void Read(const ConditionLists& lists) {
    for (const json& entry : *lists.standard) ReadOne(entry, true);
    for (const json& entry : *lists.additional) ReadOne(entry, false);
    const std::size_t bespoke = lists.bespoke == nullptr ? 0 : lists.bespoke->size();
    for (std::size_t i = 0; i < bespoke; ++i) ReadBespoke();
  }

 private:
  // What names a condition, before kImportedPrefix. A standard one is the same in every licence,
  // unless it says what is not kept; an additional one has a number. One without is named for the
  // licence, so that another licence has it under another id.
  std::string NameOf(const json& entry, bool standard, const ConditionReading* reading) const {
    constexpr std::size_t kShown = 8;  // digits of a code
    const std::string code = TextIn(entry, "code");
    const bool same_everywhere =
        (reading == nullptr || !SaysWhatIsNotKept(*reading)) && !MayHavePicture(entry);
    if (standard && same_everywhere) return code;
    std::int64_t number = 0;
    const std::string own = standard ? "" : TextIn(entry, "id");
    if (absl::SimpleAtoi(own, &number) && number > 0) return absl::StrCat(number);
    return absl::StrCat(licence_.id, "-", code.substr(0, kShown));
  }

  // An id that no other condition of the licence has; one that is repeated is numbered.
  std::string IdOf(const std::string& name) {
    const std::string id = absl::StrCat(kImportedPrefix, absl::AsciiStrToLower(name));
    std::string unique = id;
    for (int count = 2; !ids_.insert(unique).second; ++count) unique = absl::StrCat(id, "-", count);
    return unique;
  }

  void Note(const std::string& what, const std::string& why) {
    const std::string& own = licence_.conditions.back().policy_version();
    licence_.unread.push_back(
        {absl::StrCat(Place(), " (", what, ", policy ", own.empty() ? version_ : own, ")"), why});
  }
  std::string Place() const { return absl::StrCat("condition ", licence_.conditions.size()); }

  void ReadBespoke(const char* why = "Its words are not kept. A person decides on every vacancy.") {
    v1::LicenceCondition& condition = licence_.conditions.emplace_back();
    condition.set_condition_id(IdOf(absl::StrCat(licence_.id, "-bespoke-", ++bespoke_)));
    condition.set_form(v1::CONDITION_FORM_BESPOKE);
    Note("bespoke", why);
  }

  void ReadOne(const json& entry, bool standard) {
    const std::string code = TextIn(entry, "code");
    if (!IsUuid(code)) {
      return ReadBespoke(
          "It has no code that is a UUID, so it is taken as bespoke. A person decides on every "
          "vacancy.");
    }
    const std::string own_version = PolicyVersionOf(TextIn(entry, "version"));
    if (own_version.empty() && SaidIn(entry, "version") != nullptr) {
      return ReadBespoke(
          "Its version is not that of a policy, so that its code means nothing and it is taken as "
          "bespoke. A person decides on every vacancy.");
    }
    v1::LicenceCondition& condition = licence_.conditions.emplace_back();
    condition.set_policy_version(own_version.empty() ? version_ : own_version);
    condition.set_code(code);
    const ConditionReading* reading =
        matcher::LicenceConditions().Find(condition.policy_version(), code);
    condition.set_condition_id(IdOf(NameOf(entry, standard, reading)));
    NoteUnknownMembers(entry, kConditionMembers, Place(), licence_);
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
    if (HasInput(reading, kMonitoringTypes)) ReadMonitoring(entry, condition);
    ReadChoices(entry, reading, condition);
    const bool is_finished = SaidIn(entry, "expandedText") != nullptr;
    const std::vector<std::string> missing =
        FillIn(reading, TextIn(entry, is_finished ? "expandedText" : "text"), condition);
    if (!missing.empty()) {
      Note(reading.code, absl::StrCat(absl::StrJoin(missing, " and "),
                                      " could not be found in its words. Record by hand what they "
                                      "say."));
    }
    AddCurfew(reading, condition);
    if (MayHavePicture(entry)) NotePicture(HasPicture(entry), reading, condition);
  }

  // A condition that items must express waits for them, and one for a person is REVIEW anyway;
  // beside any other, the picture would leave no trace.
  void NotePicture(bool sure, const ConditionReading& reading,
                   const v1::LicenceCondition& condition) {
    const std::string doubt = sure ? "" : "Whether it has a picture cannot be read; if so: ";
    if (reading.read_as == matcher::ReadAs::kItem && condition.expressed_by().empty()) {
      Note(reading.code, absl::StrCat(doubt,
                                      "Its map is a picture. Draw the zone, and name it for the "
                                      "condition."));
      licence_.unread.back().told_until_expressed = condition.condition_id();
      return;
    }
    Note(reading.code,
         absl::StrCat(doubt, "It has a picture, which is not kept. Record by hand what it shows."));
    if (reading.read_as == matcher::ReadAs::kPerson) return;
    UnreadPart picture = std::move(licence_.unread.back());
    licence_.unread.pop_back();
    Hold(absl::StrCat(condition.condition_id(), "-picture"), std::move(picture), licence_,
         v1::CONDITION_FORM_IMAGE_ONLY);
  }

  // What a tag is for, as the public shape names it.
  void ReadMonitoring(const json& entry, v1::LicenceCondition& condition) {
    const json* types = PartIn(entry, "restrictions");
    if (types == nullptr) return;
    v1::ConditionParameter parameter;
    parameter.set_name(kMonitoringTypes);
    std::size_t unread = 0;
    for (const json& type : *types) {
      if (type.is_string()) {
        parameter.add_values(type.get<std::string>());
      } else {
        ++unread;
      }
    }
    if (unread > 0) {
      Note(condition.code(),
           "Not all that its tag is for could be read. Record by hand what it monitors.");
    } else if (!parameter.values().empty()) {
      *condition.add_parameters() = std::move(parameter);
    }
  }

  // Choices, as the service's own shape has them beside the words. Those of an input are taken when
  // all of them can be read: one that cannot may be any.
  static void ReadChoices(const json& entry, const ConditionReading& reading,
                          v1::LicenceCondition& condition) {
    const json* data = PartIn(entry, "data");
    if (data == nullptr) return;
    for (const ConditionInput& input : reading.inputs) {
      if (input.kind != InputKind::kChoice && input.kind != InputKind::kChoices) continue;
      v1::ConditionParameter parameter;
      parameter.set_name(input.name);
      bool unread = false;
      for (const json& each : *data) {
        const auto field = each.find("field");
        const bool is_named = field != each.end() && field->is_string();
        if (is_named && *field != input.name) continue;
        const auto value = each.find("value");
        unread = unread || !is_named || value == each.end() || !value->is_string();
        if (!unread && *value != "") parameter.add_values(value->get<std::string>());
      }
      if (unread) continue;
      const bool one_of_several = input.kind == InputKind::kChoice && parameter.values_size() > 1;
      const bool stated = input.name == kMonitoringTypes && !condition.parameters().empty();
      if (parameter.values().empty() || one_of_several || stated) continue;
      *condition.add_parameters() = std::move(parameter);
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
  std::set<std::string> ids_;
  int bespoke_ = 0;
};

}  // namespace

bool SaysWhatIsNotKept(const ConditionReading& reading) {
  return std::ranges::any_of(
      reading.inputs, [](const ConditionInput& input) { return !matcher::IsKept(input.kind); });
}

std::string PolicyVersionOf(const std::string& text) {
  const std::string version(absl::StripPrefix(absl::StrReplaceAll(text, {{"_", "."}}), "V"));
  return matcher::IsPolicyVersion(version) ? version : "";
}

void ReadConditions(const std::string& version, const ConditionLists& lists, Licence& licence) {
  Conditions(version, licence).Read(lists);
}

}  // namespace throughgate::cli
