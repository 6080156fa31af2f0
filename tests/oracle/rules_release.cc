// Somebody in custody: out in time, or out for a time.
#include <algorithm>
#include <array>
#include <map>

#include "tests/oracle/rules.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr int kDay = 24 * 60;

// In custody, or released on a day still to come, whatever else the plan says.
bool Inside(const Asked& asked, const RiskPlanTerms& plan) {
  return plan.supervision == Supervision::kInCustody ||
         (plan.release_on && *plan.release_on > asked.today());
}

Said OnSubType(const SlotTerms& slot, const TemporaryRelease& release) {
  constexpr std::array kSubTypes = {"", "RDR", "ROR", "SPL"};
  const auto* const known =
      std::find(kSubTypes.begin() + 1, kSubTypes.end(), slot.absence_sub_type);
  if (known == kSubTypes.end() || release.sub_types == 0) return Review("SLOT_TYPE_UNKNOWN");
  const bool eligible = (release.sub_types >> (known - kSubTypes.begin()) & 1) != 0;
  return eligible ? Passes("SLOT_FITS") : Refuses("SLOT_TYPE_MISMATCH");
}

// R10 to R17 are for paid work, R18 to R25 for unpaid.
Known Paid(const std::string& reason) {
  for (int number = 10; number <= 25; ++number) {
    if (reason == "R" + std::to_string(number)) return number <= 17 ? Known::kYes : Known::kNo;
  }
  return Known::kUnknown;
}

Said OnPay(const SlotTerms& slot, const TemporaryRelease& release) {
  const Known paid = Paid(slot.absence_reason);
  if (paid == Known::kNo || release.paid_work == Known::kYes) return Passes("SLOT_FITS");
  if (paid == Known::kYes && release.paid_work == Known::kNo) return Refuses("SLOT_PAID");
  return Review("SLOT_PAID_UNKNOWN");
}

Said OnNights(const SlotWindow& window, const TemporaryRelease& release) {
  if (window.start_minute + window.length <= kDay) return Passes("SLOT_FITS");
  if (release.nights == Known::kYes) return Passes("SLOT_FITS");
  return release.nights == Known::kNo ? Refuses("SLOT_NIGHTS") : Review("SLOT_NIGHTS_UNKNOWN");
}

Said OnHours(const SlotWindow& window, const TemporaryRelease& release) {
  const int end = window.start_minute + window.length;
  if (release.out_at && window.start_minute < *release.out_at) return Refuses("SLOT_HOURS");
  const int back = end <= kDay ? end : end - kDay;
  if (release.return_by && back > *release.return_by) return Refuses("SLOT_HOURS");
  return Passes("SLOT_FITS");
}

// What the windows of a slot that are still to come, and not too early, come to.
Sayings OnSlot(const SlotTerms& slot, const TemporaryRelease& release, Day today) {
  const Day from = std::max(today, release.eligible_from.value_or(today));
  Sayings says;
  const auto add = [&](const Said& said) {
    for (const Said& other : says) {
      if (other.code == said.code) return;
    }
    if (said.verdict != Verdict::kEligible) says.push_back(said);
  };
  bool any = false;
  for (const SlotWindow& window : slot.windows) {
    if (window.date < from) continue;
    any = true;
    add(OnNights(window, release));
    add(OnHours(window, release));
  }
  if (!any) return {Refuses("SLOT_TOO_EARLY")};
  add(OnSubType(slot, release));
  add(OnPay(slot, release));
  if (says.empty()) says.push_back(Passes("SLOT_FITS"));
  return says;
}

Verdict Strictest(const Sayings& says) {
  Verdict strictest = Verdict::kEligible;
  for (const Said& said : says) strictest = std::max(strictest, said.verdict);
  return strictest;
}

// The slots of a vacancy by their names.
std::map<std::string, SlotTerms> SlotsOf(const PlainWorld& world, const VacancyName& vacancy) {
  std::map<std::string, SlotTerms> slots;
  for (const WorkTrialSlot& slot : world.slots) {
    if (slot.name.vacancy == vacancy) slots[slot.name.slot] = slot.terms;
  }
  return slots;
}

bool ToCome(const SlotTerms& slot, Day today) {
  if (slot.state != SlotState::kOpen) return false;
  return std::any_of(slot.windows.begin(), slot.windows.end(),
                     [&](const SlotWindow& window) { return window.date >= today; });
}

}  // namespace

Sayings Release(const Asked& asked, const RiskPlanTerms& plan) {
  if (!Inside(asked, plan)) return {};
  if (asked.work().kind == VacancyKind::kWorkTrial) return {Review("IN_CUSTODY_WORK_TRIAL")};
  // Today's is still to come.
  const bool known = plan.release_on && *plan.release_on >= asked.today();
  if (!known) return {Review("RELEASE_UNKNOWN")};
  if (!asked.work().starts_on) return {Review("START_NOT_STATED")};
  if (*plan.release_on > *asked.work().starts_on) return {Refuses("RELEASED_TOO_LATE")};
  return {Passes("RELEASED_IN_TIME")};
}

Sayings TemporaryReleaseSlots(const Asked& asked, const RiskPlanTerms& plan) {
  const TemporaryRelease& release = plan.temporary_release;
  if (!Inside(asked, plan) || asked.work().kind != VacancyKind::kWorkTrial) return {};
  if (release.release_class == ReleaseClass::kExcluded) return {Refuses("NEVER_RELEASED")};
  Sayings best;
  for (const auto& [name, slot] : SlotsOf(asked.world, asked.vacancy.name)) {
    const bool here = asked.whereabouts != Whereabouts::kAtSite || slot.site == asked.site.site;
    if (!here || !ToCome(slot, asked.today())) continue;
    Sayings says = OnSlot(slot, release, asked.today());
    if (best.empty() || Strictest(says) < Strictest(best)) best = std::move(says);
  }
  if (best.empty()) best.push_back(Review("NO_SLOT_TO_COME"));
  if (release.release_class == ReleaseClass::kUnknown || !release.eligible_from) {
    best.push_back(Review("RELEASE_NOT_STATED"));
  }
  return best;
}

}  // namespace throughgate::oracle
