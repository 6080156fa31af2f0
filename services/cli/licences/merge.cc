#include "services/cli/licences/merge.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/match.h"

namespace throughgate::cli {
namespace {

using google::protobuf::util::MessageDifferencer;

bool SameCode(const v1::LicenceCondition& a, const v1::LicenceCondition& b) {
  return a.policy_version() == b.policy_version() && a.form() == b.form() &&
         absl::EqualsIgnoreCase(a.code(), b.code());
}

v1::LicenceCondition* FindById(v1::RiskPlan& plan, const std::string& id) {
  for (v1::LicenceCondition& condition : *plan.mutable_conditions()) {
    if (condition.condition_id() == id) return &condition;
  }
  return nullptr;
}

// A condition without an id that says the same, if there is exactly one on either side.
v1::LicenceCondition* FindEnteredByHand(const Licence& licence, const v1::LicenceCondition& read,
                                        v1::RiskPlan& plan) {
  const auto is_same = [&](const v1::LicenceCondition& other) { return SameCode(other, read); };
  if (read.form() != v1::CONDITION_FORM_UNSPECIFIED) return nullptr;
  if (std::ranges::count_if(licence.conditions, is_same) != 1) return nullptr;
  if (std::ranges::count_if(plan.conditions(), is_same) != 1) return nullptr;
  v1::LicenceCondition& entered = *std::ranges::find_if(*plan.mutable_conditions(), is_same);
  return entered.condition_id().empty() ? &entered : nullptr;
}

// What a person has added of what the licence's words did not tell.
void KeepParameters(const v1::LicenceCondition& stored, v1::LicenceCondition& merged) {
  for (const v1::ConditionParameter& parameter : stored.parameters()) {
    const bool told = std::ranges::any_of(
        merged.parameters(), [&](const auto& other) { return other.name() == parameter.name(); });
    if (!told) *merged.add_parameters() = parameter;
  }
}

void MergeCondition(const Licence& licence, const v1::LicenceCondition& read, v1::RiskPlan& plan,
                    MergeCounts& counts) {
  v1::LicenceCondition* stored = FindById(plan, read.condition_id());
  if (stored == nullptr) stored = FindEnteredByHand(licence, read, plan);
  if (stored == nullptr) {
    *plan.add_conditions() = read;
    ++counts.added;
    return;
  }
  v1::LicenceCondition merged = read;
  if (SameCode(*stored, read)) {
    KeepParameters(*stored, merged);
    if (!stored->expressed_by().empty())
      merged.mutable_expressed_by()->CopyFrom(stored->expressed_by());
  }
  const bool same = MessageDifferencer::Equals(merged, *stored);
  ++(same ? counts.unchanged : counts.changed);
  *stored = std::move(merged);
}

// Day, start and end of each window, however they were put together.
std::set<std::tuple<int, std::string, std::string>> HoursOf(const v1::Curfew& curfew) {
  std::set<std::tuple<int, std::string, std::string>> hours;
  for (const v1::WeeklyWindow& window : curfew.windows()) {
    for (const int day : window.days()) hours.emplace(day, window.start(), window.end());
  }
  return hours;
}

bool SameCurfew(const v1::Curfew& a, const v1::Curfew& b) {
  return HoursOf(a) == HoursOf(b) && MessageDifferencer::Equals(a.ends_on(), b.ends_on());
}

void MergeCurfew(const v1::Curfew& read, v1::RiskPlan& plan, MergeCounts& counts) {
  for (v1::Curfew& stored : *plan.mutable_curfews()) {
    if (stored.curfew_id() != read.curfew_id()) continue;
    ++(SameCurfew(stored, read) ? counts.unchanged : counts.changed);
    stored = read;
    return;
  }
  *plan.add_curfews() = read;
  ++counts.added;
}

bool HasId(const Licence& licence, const std::string& id) {
  return std::ranges::any_of(licence.conditions, [&](const v1::LicenceCondition& condition) {
    return condition.condition_id() == id;
  });
}

void FindGone(const Licence& licence, const v1::RiskPlan& plan, MergeCounts& counts) {
  if (licence.conditions.empty()) return;  // an order of a curfew alone
  for (const v1::LicenceCondition& condition : plan.conditions()) {
    const std::string& id = condition.condition_id();
    if (absl::StartsWith(id, kImportedPrefix) && !HasId(licence, id)) counts.gone.push_back(id);
  }
}

// Takes out the conditions that are gone, and the curfews that were made of them.
void LiftGone(const std::vector<std::string>& gone, v1::RiskPlan& plan) {
  const auto is_gone = [&](const std::string& id) {
    return std::ranges::find(gone, id) != gone.end();
  };
  auto& conditions = *plan.mutable_conditions();
  conditions.erase(std::remove_if(conditions.begin(), conditions.end(),
                                  [&](const auto& each) { return is_gone(each.condition_id()); }),
                   conditions.end());
  auto& curfews = *plan.mutable_curfews();
  curfews.erase(std::remove_if(curfews.begin(), curfews.end(),
                               [&](const auto& each) { return is_gone(each.curfew_id()); }),
                curfews.end());
}

}  // namespace

MergeCounts MergeLicence(const Licence& licence, bool lift_gone, v1::RiskPlan& plan) {
  MergeCounts counts;
  for (const v1::LicenceCondition& read : licence.conditions) {
    MergeCondition(licence, read, plan, counts);
  }
  for (const v1::Curfew& read : licence.curfews) MergeCurfew(read, plan, counts);
  FindGone(licence, plan, counts);
  counts.lifted = lift_gone && !counts.gone.empty();
  if (counts.lifted) LiftGone(counts.gone, plan);
  return counts;
}

}  // namespace throughgate::cli
