// The lines about licence conditions.
#include <algorithm>
#include <array>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "matcher/licence/condition_table.h"
#include "matcher/licence/condition_words.h"
#include "tests/scenario/attribute_words.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::PlanItemKind;

// The code of the policies that begins so, or `text` itself when there is none.
std::string CodeOf(Reading& reading, const std::string& text) {
  std::set<std::string> codes;
  for (const matcher::ConditionReading& each : matcher::LicenceConditions().readings()) {
    if (absl::StartsWithIgnoreCase(each.code, text)) codes.insert(each.code);
  }
  if (codes.size() > 1) reading.Complain(absl::StrCat("\"", text, "\" begins several codes"));
  return codes.size() == 1 ? *codes.begin() : text;
}

constexpr std::array<Word<matcher::ContactGroup>, 2> kGroups = {
    {{"children", matcher::ContactGroup::kChildren},
     {"adults at risk", matcher::ContactGroup::kAdultsAtRisk}}};
constexpr std::array<Word<matcher::TagKind>, 3> kTags = {{{"curfew", matcher::TagKind::kCurfew},
                                                          {"location", matcher::TagKind::kLocation},
                                                          {"alcohol", matcher::TagKind::kAlcohol}}};

// Which one of its kind.
matcher::PlanItem ItemOf(Reading& reading, PlanItemKind kind, const std::string& which) {
  const auto about = [](auto value) { return static_cast<std::uint8_t>(value); };
  switch (kind) {
    case PlanItemKind::kWorkLimit:
      return {kind, "", about(AttributeOf(reading, which))};
    case PlanItemKind::kContactLimit:
      return {kind, "", about(reading.WordOf<matcher::ContactGroup>(which, kGroups))};
    case PlanItemKind::kTag:
      return {kind, "", about(reading.WordOf<matcher::TagKind>(which, kTags))};
    default:
      return {kind, which};
  }
}

// "exclusion zone park", "curfew tag", "limit on work driving", "cash limit".
matcher::PlanItem ItemOf(Reading& reading, absl::string_view text) {
  for (int i = 1; i <= matcher::kPlanItemKindLast; ++i) {
    const auto kind = static_cast<PlanItemKind>(i);
    const std::string name(PlanItemName(kind));
    if (!absl::ConsumePrefix(&text, name)) continue;
    return ItemOf(reading, kind, std::string(absl::StripLeadingAsciiWhitespace(text)));
  }
  reading.Complain("expressed by is such as \"expressed by exclusion zone park\"");
  return {};
}

// "4.0, endDate 2026-12-31, expressed by curfew tag"; all but the version may be left out.
void ReadCondition(Reading& reading) {
  matcher::LicenceCondition condition;
  condition.code = CodeOf(reading, reading.name());
  for (const std::string& text : reading.Parts()) {
    absl::string_view part = text;
    const std::size_t blank = text.find(' ');
    if (condition.policy_version.empty()) {
      condition.policy_version = text;
    } else if (absl::ConsumePrefix(&part, "expressed by ")) {
      condition.expressed_by.push_back(ItemOf(reading, part));
    } else if (blank != std::string::npos) {
      condition.parameters.push_back({text.substr(0, blank), {text.substr(blank + 1)}});
    } else {
      reading.Complain("a condition is such as \"4.0, age 16, expressed by curfew tag\"");
    }
  }
  reading.scenario().plan.conditions.push_back(std::move(condition));
}

void ReadOther(Reading& reading, matcher::ConditionForm form) {
  matcher::LicenceCondition condition;
  condition.id = reading.value();
  condition.form = form;
  reading.scenario().plan.conditions.push_back(std::move(condition));
}
void ReadBespoke(Reading& reading) { ReadOther(reading, matcher::ConditionForm::kBespoke); }
void ReadPicture(Reading& reading) { ReadOther(reading, matcher::ConditionForm::kImageOnly); }

constexpr std::array kKeys = {
    Key{"licence condition NAME",
        "the version of the policy: 4.0[, age 16][, expressed by curfew tag]", ReadCondition, true},
    Key{"bespoke condition", "its id", ReadBespoke, true},
    Key{"condition that is a picture", "its id", ReadPicture, true},
};

}  // namespace

std::span<const Key> ConditionKeys() { return kKeys; }

}  // namespace throughgate::scenario
