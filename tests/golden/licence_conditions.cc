// Every form of condition and kind of item stands here, so that none can change its value.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using matcher::ConditionForm;
using matcher::PlanItemKind;

std::vector<matcher::PlanItem> EveryItem() {
  const auto about = [](auto value) { return static_cast<std::uint8_t>(value); };
  return {{.kind = PlanItemKind::kExclusionZone, .id = "town"},
          {.kind = PlanItemKind::kRestrictionZone, .id = "county"},
          {.kind = PlanItemKind::kCurfew, .id = "nights"},
          {.kind = PlanItemKind::kWorkLimit,
           .id = "",
           .about = about(matcher::WorkAttribute::kSexualServices)},
          {.kind = PlanItemKind::kCommitment, .id = "reporting"},
          {.kind = PlanItemKind::kContactLimit,
           .id = "",
           .about = about(matcher::ContactGroup::kAdultsAtRisk)},
          {.kind = PlanItemKind::kNoContact, .id = "one"},
          {.kind = PlanItemKind::kVehicleLimit, .id = "vans"},
          {.kind = PlanItemKind::kCashLimit},
          {.kind = PlanItemKind::kTag, .id = "", .about = about(matcher::TagKind::kAlcohol)},
          {.kind = PlanItemKind::kHomeCounty}};
}

matcher::RiskPlanTerms AsWritten() {
  matcher::RiskPlanTerms terms;
  terms.conditions = {
      {.policy_version = "3.0", .code = "a-condition", .id = "cvl-7"},
      {.policy_version = "4.0",
       .code = "b-condition",
       .id = "cvl-8",
       .form = ConditionForm::kOfPolicy,
       .parameters = {{"start", {"19:00"}}, {"kinds", {"one", "two"}}},
       .expressed_by = EveryItem()},
      {.policy_version = "", .code = "", .id = "cvl-9", .form = ConditionForm::kBespoke},
      {.policy_version = "", .code = "", .id = "", .form = ConditionForm::kImageOnly}};
  return terms;
}

}  // namespace

std::vector<GoldenRecord> RecordsWithLicenceConditions() {
  return {Golden(format::RiskPlanKey({"l-1"}), AsWritten())};
}

}  // namespace throughgate::golden
