#include "storage/format/condition_format.h"

#include <cstdint>

namespace throughgate::format {
namespace {

void StoreItem(const matcher::PlanItem& item, v1::PlanItem& stored) {
  stored.set_kind(static_cast<std::uint32_t>(item.kind));
  stored.set_id(item.id);
  stored.set_about(item.about);
}

matcher::PlanItem ReadItem(const v1::PlanItem& stored, Reader& reader) {
  constexpr auto kLastKind = static_cast<matcher::PlanItemKind>(matcher::kPlanItemKindLast);
  // There are more attributes than groups or kinds of tags.
  return {
      .kind = reader.UpTo(kLastKind, stored.kind()),
      .id = stored.id(),
      .about = static_cast<std::uint8_t>(reader.UpTo(matcher::kWorkAttributeLast, stored.about()))};
}

void StoreParameter(const matcher::ConditionParameter& parameter, v1::ConditionParameter& stored) {
  stored.set_name(parameter.name);
  for (const std::string& value : parameter.values) stored.add_values(value);
}

matcher::ConditionParameter ReadParameter(const v1::ConditionParameter& stored, Reader&) {
  return {.name = stored.name(), .values = {stored.values().begin(), stored.values().end()}};
}

void StoreCondition(const matcher::LicenceCondition& condition, v1::LicenceCondition& stored) {
  stored.set_policy_version(condition.policy_version);
  stored.set_code(condition.code);
  stored.set_id(condition.id);
  stored.set_form(static_cast<std::uint32_t>(condition.form));
  for (const auto& parameter : condition.parameters) {
    StoreParameter(parameter, *stored.add_parameters());
  }
  for (const auto& item : condition.expressed_by) StoreItem(item, *stored.add_expressed_by());
}

matcher::LicenceCondition ReadCondition(const v1::LicenceCondition& stored, Reader& reader) {
  return {.policy_version = stored.policy_version(),
          .code = stored.code(),
          .id = stored.id(),
          .form = reader.UpTo(matcher::ConditionForm::kImageOnly, stored.form()),
          .parameters = reader.Each(stored.parameters(), ReadParameter),
          .expressed_by = reader.Each(stored.expressed_by(), ReadItem)};
}

}  // namespace

void StoreConditions(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& condition : plan.conditions) StoreCondition(condition, *stored.add_conditions());
}

void ReadConditions(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.conditions = reader.Each(stored.conditions(), ReadCondition);
}

}  // namespace throughgate::format
