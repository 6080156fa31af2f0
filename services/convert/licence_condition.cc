#include "services/convert/licence_condition.h"

#include <google/protobuf/generated_enum_reflection.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/licence/condition_table.h"
#include "matcher/licence/condition_words.h"
#include "matcher/licence/plan_items.h"
#include "services/convert/condition_parameter.h"
#include "services/convert/names.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

using matcher::ConditionReading;
using matcher::PlanItemKind;

constexpr std::size_t kItemsMax = 20;
constexpr std::string_view kUuidForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool IsUuid(std::string_view text) {
  return std::ranges::equal(text, kUuidForm, [](char c, char form) {
    if (form == '-') return c == '-';
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
}

// One of a policy is known by version and code; one of no policy has neither, nor what follows
// from them.
void CheckForm(const v1::LicenceCondition& wire, const Field& at) {
  if (wire.form() == v1::CONDITION_FORM_UNSPECIFIED) {
    if (!matcher::IsPolicyVersion(wire.policy_version())) {
      at["policy_version"].Refuse("Must be the version of a policy, such as 4.0.");
    }
    if (!IsUuid(wire.code())) at["code"].Refuse("Must be a UUID.");
    return;
  }
  constexpr std::string_view kNone = "A condition that is of no policy has none.";
  if (!wire.policy_version().empty()) at["policy_version"].Refuse(kNone);
  if (!wire.code().empty()) at["code"].Refuse(kNone);
  if (!wire.parameters().empty()) at["parameters"].Refuse(kNone);
  if (!wire.expressed_by().empty()) at["expressed_by"].Refuse(kNone);
}

// The enumeration by whose names items of a kind are told apart; null where they have ids.
const google::protobuf::EnumDescriptor* NamesFor(PlanItemKind kind) {
  switch (kind) {
    case PlanItemKind::kWorkLimit:
      return google::protobuf::GetEnumDescriptor<v1::WorkAttribute>();
    case PlanItemKind::kContactLimit:
      return google::protobuf::GetEnumDescriptor<v1::ContactGroup>();
    case PlanItemKind::kTag:
      return google::protobuf::GetEnumDescriptor<v1::TagKind>();
    default:
      return nullptr;
  }
}

// Which item of its kind; refused at `at` when there is none of that name.
void ReadWhich(const std::string& wire, const matcher::RiskPlanTerms& plan, const Field& at,
               matcher::PlanItem& item) {
  if (const auto* names = NamesFor(item.kind); names != nullptr) {
    const auto* value = names->FindValueByName(wire);
    item.about = value == nullptr ? 0 : static_cast<std::uint8_t>(value->number());
  } else {
    item.id = wire;
  }
  if (IsOnly(item.kind) && !wire.empty()) {
    at.Refuse(
        absl::StrCat("There is one ", std::string(PlanItemName(item.kind)), ", without an id."));
  } else if (!HasItem(plan, item)) {
    at.Refuse(absl::StrCat("This plan has no such ", std::string(PlanItemName(item.kind)), "."));
  }
}

matcher::PlanItem ReadItem(const v1::PlanItem& wire, const ConditionReading& reading,
                           const matcher::RiskPlanTerms& plan, const Field& at) {
  const std::size_t faults = at.faults();
  matcher::PlanItem item = {.kind = ReadRequiredEnum<PlanItemKind>(wire.kind(), at["kind"])};
  if (at.faults() != faults) return item;
  if ((reading.items & KindsOf(item.kind)) == 0) {
    at["kind"].Refuse(reading.items == 0 ? "No item of a plan expresses this condition."
                                         : absl::StrCat("This condition is expressed by ",
                                                        matcher::PlanItemsText(reading), "."));
  } else {
    ReadWhich(wire.id(), plan, at["id"], item);
  }
  return item;
}

std::string WriteWhich(const matcher::PlanItem& item) {
  const auto* names = NamesFor(item.kind);
  const auto* value = names == nullptr ? nullptr : names->FindValueByNumber(item.about);
  return value == nullptr ? item.id : value->name();
}

void ReadItems(const v1::LicenceCondition& wire, const ConditionReading& reading,
               const matcher::RiskPlanTerms& plan, const Field& at,
               matcher::LicenceCondition& condition) {
  CheckCount(static_cast<std::size_t>(wire.expressed_by_size()), kItemsMax, at);
  for (int i = 0; i < wire.expressed_by_size(); ++i) {
    const Field here = at[static_cast<std::size_t>(i)];
    matcher::PlanItem item = ReadItem(wire.expressed_by(i), reading, plan, here);
    if (std::ranges::find(condition.expressed_by, item) != condition.expressed_by.end()) {
      here.Refuse(kListedTwice);
    }
    condition.expressed_by.push_back(std::move(item));
  }
}

}  // namespace

matcher::LicenceCondition ReadLicenceCondition(const v1::LicenceCondition& wire,
                                               const matcher::RiskPlanTerms& plan,
                                               const Field& at) {
  matcher::LicenceCondition condition = {
      .policy_version = wire.policy_version(),
      .code = wire.code(),
      .form = ReadEnum<matcher::ConditionForm>(wire.form(), at["form"])};
  if (!wire.condition_id().empty()) {
    condition.id = ReadId(wire.condition_id(), at["condition_id"]);
  }
  const std::size_t faults = at.faults();
  CheckForm(wire, at);
  if (at.faults() != faults || condition.form != matcher::ConditionForm::kOfPolicy) {
    return condition;
  }
  // Nothing is known of a condition that the policy does not have.
  static const auto& kUnknown = *new ConditionReading();
  const auto* found = matcher::LicenceConditions().Find(wire.policy_version(), wire.code());
  const ConditionReading& reading = found == nullptr ? kUnknown : *found;
  condition.parameters = ReadConditionParameters(wire.parameters(), reading, at["parameters"]);
  ReadItems(wire, reading, plan, at["expressed_by"], condition);
  return condition;
}

v1::LicenceCondition WriteLicenceCondition(const matcher::LicenceCondition& condition) {
  v1::LicenceCondition wire;
  wire.set_policy_version(condition.policy_version);
  wire.set_code(condition.code);
  wire.set_condition_id(condition.id);
  wire.set_form(WriteEnum<v1::ConditionForm>(condition.form));
  for (const matcher::ConditionParameter& parameter : condition.parameters) {
    v1::ConditionParameter& entry = *wire.add_parameters();
    entry.set_name(parameter.name);
    for (const std::string& value : parameter.values) entry.add_values(value);
  }
  for (const matcher::PlanItem& item : condition.expressed_by) {
    v1::PlanItem& entry = *wire.add_expressed_by();
    entry.set_kind(WriteEnum<v1::PlanItemKind>(item.kind));
    entry.set_id(WriteWhich(item));
  }
  return wire;
}

}  // namespace throughgate::services
