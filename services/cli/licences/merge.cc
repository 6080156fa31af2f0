#include "services/cli/licences/merge.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "matcher/licence/condition_table.h"
#include "services/cli/licences/conditions_reader.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/held_parts.h"

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

bool HasId(const Licence& licence, const std::string& id) {
  const auto is_it = [&](const v1::LicenceCondition& each) { return each.condition_id() == id; };
  return std::ranges::any_of(licence.conditions, is_it) || std::ranges::any_of(licence.held, is_it);
}

// Whether an import brought a condition that the licence no longer has.
bool IsGone(const Licence& licence, const v1::LicenceCondition& condition) {
  const std::string& id = condition.condition_id();
  return IsOfItsKind(licence, id) && !HasId(licence, id);
}

// Gives a condition its new id, and the curfew that was made of it; what names the curfew follows.
void Rename(const std::string& id, v1::LicenceCondition& condition, v1::RiskPlan& plan) {
  const std::string old = condition.condition_id();
  condition.set_condition_id(id);
  for (v1::Curfew& curfew : *plan.mutable_curfews()) {
    if (curfew.curfew_id() == old) curfew.set_curfew_id(id);
  }
  for (v1::LicenceCondition& each : *plan.mutable_conditions()) {
    for (v1::PlanItem& item : *each.mutable_expressed_by()) {
      if (item.kind() == v1::PLAN_ITEM_KIND_CURFEW && item.id() == old) item.set_id(id);
    }
  }
}

// Whether a condition says what no plan keeps: names, addresses, maps.
bool MaySayWhatIsNotKept(const Licence& licence, const v1::LicenceCondition& read) {
  const auto* reading = matcher::LicenceConditions().Find(read.policy_version(), read.code());
  return reading == nullptr || SaysWhatIsNotKept(*reading) ||
         std::ranges::any_of(licence.unread, [&](const UnreadPart& part) {
           return part.told_until_expressed == read.condition_id();
         });
}

bool SameItems(const v1::LicenceCondition& a, const v1::LicenceCondition& b) {
  return std::ranges::equal(a.expressed_by(), b.expressed_by(), MessageDifferencer::Equals);
}

bool HasParameter(const v1::LicenceCondition& condition, const std::string& name) {
  return std::ranges::any_of(condition.parameters(),
                             [&](const auto& parameter) { return parameter.name() == name; });
}

// Takes out of a condition that is carried over what was said of the licence before, and tells
// whether that leaves something to say anew.
bool ForgetWhatWasSaid(const Licence& licence, const v1::LicenceCondition& read,
                       v1::LicenceCondition& stored) {
  bool forgotten = std::ranges::any_of(stored.parameters(), [&](const auto& parameter) {
    return !HasParameter(read, parameter.name());
  });
  stored.clear_parameters();
  if (MaySayWhatIsNotKept(licence, read)) {
    forgotten = forgotten || (!stored.expressed_by().empty() && !SameItems(stored, read));
    stored.clear_expressed_by();
  }
  return forgotten;
}

// A licence that is varied comes with new ids. Where one condition of a version and code is gone
// and one is new, nothing else can have become of it.
void CarryOver(const Licence& licence, v1::RiskPlan& plan, MergeCounts& counts) {
  for (const v1::LicenceCondition& read : licence.conditions) {
    if (read.form() != v1::CONDITION_FORM_UNSPECIFIED) continue;
    const auto is_new = [&](const v1::LicenceCondition& other) {
      return SameCode(other, read) && FindById(plan, other.condition_id()) == nullptr;
    };
    const auto was = [&](const v1::LicenceCondition& other) {
      return SameCode(other, read) && IsGone(licence, other);
    };
    if (!is_new(read) || std::ranges::count_if(licence.conditions, is_new) != 1) continue;
    if (std::ranges::count_if(plan.conditions(), was) != 1) continue;
    v1::LicenceCondition& stored = *std::ranges::find_if(*plan.mutable_conditions(), was);
    counts.carried.push_back(absl::StrCat(stored.condition_id(), " as ", read.condition_id()));
    Rename(read.condition_id(), stored, plan);
    if (ForgetWhatWasSaid(licence, read, stored)) {
      counts.to_say_anew.push_back(read.condition_id());
    }
  }
}

// What a person has added of what the licence's words did not tell.
void KeepParameters(const v1::LicenceCondition& stored, v1::LicenceCondition& merged) {
  for (const v1::ConditionParameter& parameter : stored.parameters()) {
    if (!HasParameter(merged, parameter.name())) *merged.add_parameters() = parameter;
  }
}

void MergeCondition(const Licence& licence, const v1::LicenceCondition& read, v1::RiskPlan& plan,
                    MergeCounts& counts) {
  v1::LicenceCondition* stored = FindById(plan, read.condition_id());
  if (stored == nullptr) {
    stored = FindEnteredByHand(licence, read, plan);
    if (stored != nullptr && licence.is_variation && ForgetWhatWasSaid(licence, read, *stored)) {
      counts.to_say_anew.push_back(read.condition_id());
    }
  }
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
    const bool variation_sought = stored.variation_sought();
    stored = read;
    stored.set_variation_sought(variation_sought);
    return;
  }
  *plan.add_curfews() = read;
  ++counts.added;
}

// Takes out the conditions that match.
template <typename Matches>
void TakeOut(v1::RiskPlan& plan, Matches matches) {
  auto& conditions = *plan.mutable_conditions();
  conditions.erase(std::remove_if(conditions.begin(), conditions.end(), matches), conditions.end());
}

// What stood for a part that can be read now has nothing left to stand for. What a person has made
// a condition of a policy of is theirs.
void TakeOutWhatIsRead(const Licence& licence, v1::RiskPlan& plan, MergeCounts& counts) {
  const auto is_read = [&](const v1::LicenceCondition& condition) {
    const std::string& id = condition.condition_id();
    return condition.form() != v1::CONDITION_FORM_UNSPECIFIED && !HasId(licence, id) &&
           std::ranges::find(licence.read_in_full, id) != licence.read_in_full.end();
  };
  for (const v1::LicenceCondition& condition : plan.conditions()) {
    if (is_read(condition)) counts.read_now.push_back(condition.condition_id());
  }
  TakeOut(plan, is_read);
}

// Whether nothing says when a person in home detention must be at home. What cannot be read of it
// is held already.
bool LacksHomeCurfew(const Licence& licence, const v1::RiskPlan& plan) {
  return licence.kind == LicenceKind::kLicence && licence.supervision == v1::SUPERVISION_HDC &&
         !HasId(licence, HeldHours(kHomeCurfew)) &&
         std::ranges::none_of(plan.curfews(), [](const v1::Curfew& curfew) {
           return curfew.curfew_id() == kHomeCurfew;
         });
}

void FindGone(const Licence& licence, const v1::RiskPlan& plan, MergeCounts& counts) {
  if (!licence.tells_conditions && licence.kind != LicenceKind::kOrder) return;
  for (const v1::LicenceCondition& condition : plan.conditions()) {
    if (IsGone(licence, condition)) counts.gone.push_back(condition.condition_id());
  }
}

// Takes out the conditions that are gone, and the curfews that were made of them.
void LiftGone(const std::vector<std::string>& gone, v1::RiskPlan& plan) {
  const auto is_gone = [&](const std::string& id) {
    return std::ranges::find(gone, id) != gone.end();
  };
  TakeOut(plan, [&](const auto& each) { return is_gone(each.condition_id()); });
  auto& curfews = *plan.mutable_curfews();
  curfews.erase(std::remove_if(curfews.begin(), curfews.end(),
                               [&](const auto& each) { return is_gone(each.curfew_id()); }),
                curfews.end());
}

}  // namespace

bool StandsAlone(const Licence& licence, int count) {
  return count == 1 && (licence.is_whole || licence.kind != LicenceKind::kLicence);
}

std::string WhatHindersLifting(const Licence& licence, int count) {
  if (!licence.is_whole) {
    return licence.kind == LicenceKind::kOrder
               ? "the order does not say of each part whether it has it, with [] or {} where it "
                 "has none"
               : "the licence is not ACTIVE, or lacks a list of its conditions";
  }
  if (count != 1) return absl::StrCat("the file has the candidate ", count, " times");
  return "";
}

MergeCounts MergeLicence(const Licence& licence, const MergeOptions& options, v1::RiskPlan& plan) {
  MergeCounts counts;
  if (options.stands_alone) CarryOver(licence, plan, counts);
  for (const v1::LicenceCondition& read : licence.conditions) {
    MergeCondition(licence, read, plan, counts);
  }
  for (const v1::LicenceCondition& read : licence.held) {
    MergeCondition(licence, read, plan, counts);
  }
  if (options.stands_alone) TakeOutWhatIsRead(licence, plan, counts);
  for (const v1::Curfew& read : licence.curfews) MergeCurfew(read, plan, counts);
  if (LacksHomeCurfew(licence, plan)) {
    v1::LicenceCondition hours;
    hours.set_condition_id(HeldHours(kHomeCurfew));
    hours.set_form(v1::CONDITION_FORM_BESPOKE);
    MergeCondition(licence, hours, plan, counts);
  }
  FindGone(licence, plan, counts);
  counts.lifted = options.stands_alone && options.lift_gone && !counts.gone.empty();
  if (counts.lifted) LiftGone(counts.gone, plan);
  return counts;
}

std::vector<UnreadPart> StillToTell(const Licence& licence, const v1::RiskPlan& plan) {
  std::vector<UnreadPart> parts;
  for (const UnreadPart& part : licence.unread) {
    const std::string& id = part.told_until_expressed;
    const bool expressed = !id.empty() && std::ranges::any_of(plan.conditions(), [&](auto& each) {
      return each.condition_id() == id && !each.expressed_by().empty();
    });
    if (!expressed) parts.push_back(part);
  }
  if (LacksHomeCurfew(licence, plan)) {
    parts.push_back({.part = absl::StrCat("curfew ", kHomeCurfew),
                     .why = "The licence is of home detention, and the plan has no hours for it. "
                            "Import its curfew times, or record the curfew by hand.",
                     .held_by = HeldHours(kHomeCurfew)});
  }
  return parts;
}

}  // namespace throughgate::cli
