// Licence conditions, beside what expresses them and beside their last day.
#include <cstdint>
#include <string>
#include <vector>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

std::string TimeText(int minute) {
  const int in_day = (minute + 24 * 60) % (24 * 60);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(in_day / 60) + ":" + two(in_day % 60);
}

// The hours of a curfew that keeps them every day, but for a minute perhaps; or some of them alone.
std::vector<ConditionParameter> SomeHours(Dice& dice) {
  std::vector<ConditionParameter> hours;
  if (dice.OneIn(4)) return hours;
  hours.push_back({"oneCurfewStart", {TimeText(19 * 60 + dice.Between(-1, 1))}});
  if (dice.OneIn(8)) return hours;
  hours.push_back({"oneCurfewEnd", {TimeText(7 * 60 + dice.Between(-1, 1))}});
  return hours;
}

// From seven to seven every day, so that conditions have something to be covered by.
void KeepNights(Dice& dice, Day today, RiskPlanTerms& plan) {
  Curfew curfew{.id = "nights", .ends_on = MaybeDayBeside(dice, today)};
  for (int day = 0; day < 7; ++day) {
    curfew.windows.spans.push_back({(day * 24 + 19) * 60, 12 * 60});
  }
  plan.curfews.push_back(curfew);
}

void Express(Dice& dice, const RiskPlanTerms& plan, LicenceCondition& condition) {
  const auto about = [](auto value) { return static_cast<std::uint8_t>(value); };
  switch (dice.Between(0, 4)) {
    case 0:
      for (const Zone& zone : plan.zones) {
        condition.expressed_by.push_back({PlanItemKind::kExclusionZone, zone.id});
      }
      return;
    case 1:
      return condition.expressed_by.push_back({PlanItemKind::kCurfew, "nights"});
    case 2:
      return condition.expressed_by.push_back(
          {PlanItemKind::kContactLimit, "", about(ContactGroup::kChildren)});
    case 3:
      for (const Tag& tag : plan.tags) {
        condition.expressed_by.push_back({PlanItemKind::kTag, "", about(tag.kind)});
      }
      return;
    default:
      return;  // nobody has named anything
  }
}

}  // namespace

void AddConditions(Dice& dice, Day today, RiskPlanTerms& plan) {
  static constexpr const char* kCodes[] = {
      "88069445-08cb-4f16-915f-5a162d085c26", "985d339a-b652-40e3-b0a8-5aafd5e121f1",
      "48c4ae87-b8d8-45d1-aded-daefe8ad07fe", "9da214a3-c6ae-45e1-a465-12e22adf7c87",
      "0f9a20f4-35c7-4c77-8af8-f200f153fa11", "99195049-f355-46fb-b7d8-aef87a1b19c5",
      "52faefcf-15f0-42c5-b908-621b4a7ecdb9", "d36a3b77-30ba-40ce-8953-83e761d3b487",
      "0aa669bf-db8a-4b8e-b8ba-ca82fc245b94", "2a93b784-b8cb-49ed-95e2-a0df60723cda",
      "3e8a1c52-0000-0000-0000-000000000001", "d523d711-9975-4a9a-a37e-a17bd611140f",
      "cc80d02b-0b62-4940-bac6-0bcd374c725e", "5fa04bbf-6b7c-4b65-9388-a0115cd365a6"};
  if (dice.OneIn(3)) KeepNights(dice, today, plan);
  for (int i = dice.Between(1, 3); i > 0; --i) {
    const std::string code = kCodes[dice.Between(0, 13)];
    LicenceCondition condition{.policy_version = "4.0", .code = code};
    if (code == kCodes[0] && dice.OneIn(2)) condition.policy_version = "3.0";
    if (code == kCodes[6]) condition.parameters = SomeHours(dice);
    if (code == kCodes[7] && dice.OneIn(2)) {
      condition.parameters = {{"endDate", {DayText(DayBeside(dice, today))}}};
    }
    Express(dice, plan, condition);
    plan.conditions.push_back(condition);
  }
  if (!dice.OneIn(8)) return;
  LicenceCondition other;
  other.form = dice.OneOf({ConditionForm::kBespoke, ConditionForm::kImageOnly});
  if (dice.OneIn(2)) other.id = "own";
  plan.conditions.push_back(other);
}

}  // namespace throughgate::oracle
