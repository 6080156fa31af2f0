#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kSlotFits{"SLOT_FITS", "A slot fits what the prison says of temporary release.",
                           ""};
constexpr Reason kNeverReleased{"NEVER_RELEASED",
                                "The person is of a class that is never released for a time.",
                                "The prison's classification."};
constexpr Reason kReleaseNotStated{"RELEASE_NOT_STATED",
                                   "What the prison says of temporary release is not recorded.",
                                   "The class of release, and the prison's own date."};
constexpr Reason kNoSlotToCome{"NO_SLOT_TO_COME", "The work trial has no slot to come here.",
                               "A slot."};
constexpr Reason kSlotTooEarly{"SLOT_TOO_EARLY",
                               "The last window of a slot is on {t}; release is possible from {T}.",
                               "A window on {T} or later."};
constexpr Reason kSlotTypeMismatch{
    "SLOT_TYPE_MISMATCH", "The slot is of a sub-type for which the person is not eligible.",
    "A slot of another sub-type."};
constexpr Reason kSlotTypeUnknown{"SLOT_TYPE_UNKNOWN",
                                  "The sub-type of the slot, or those that the person is "
                                  "eligible for, is not "
                                  "stated.",
                                  "The sub-type, on both sides."};
constexpr Reason kSlotPaid{"SLOT_PAID",
                           "The slot is for paid work, for which the person is not eligible.",
                           "A slot for unpaid work."};
constexpr Reason kSlotPaidUnknown{"SLOT_PAID_UNKNOWN",
                                  "Whether the slot is for paid work, or the person may do it,"
                                  " is not known.",
                                  "The slot's reason, and the prison's word on paid work."};
constexpr Reason kSlotNights{"SLOT_NIGHTS",
                             "The slot goes on past midnight, and nights away are not allowed.",
                             "A slot by day."};
constexpr Reason kSlotNightsUnknown{"SLOT_NIGHTS_UNKNOWN",
                                    "The slot goes on past midnight, and whether nights away "
                                    "are allowed is not "
                                    "known.",
                                    "The prison's word on nights away."};
constexpr Reason kSlotHours{
    "SLOT_HOURS",
    "The slot begins before the person may be out, or ends after they must be "
    "back, the journey not counted.",
    "Other hours for the slot or the release."};
constexpr std::array kReasons = {&kSlotFits,        &kNeverReleased,     &kReleaseNotStated,
                                 &kNoSlotToCome,    &kSlotTooEarly,      &kSlotTypeMismatch,
                                 &kSlotTypeUnknown, &kSlotPaid,          &kSlotPaidUnknown,
                                 &kSlotNights,      &kSlotNightsUnknown, &kSlotHours};

Finding Of(Verdict verdict, const Reason* reason, std::int64_t amount = 0, std::int64_t limit = 0) {
  return {&kTemporaryRelease, verdict, reason, -1, amount, limit};
}

bool IsOvernight(const SlotWindow& window) {
  return window.start_minute + window.length > kMinutesPerDay;
}

// What the windows of a slot that are still to come say of one person's release.
class SlotReading {
 public:
  SlotReading(const SlotTerms& slot, const TemporaryRelease& release, Day today)
      : slot_(slot), release_(release) {
    const Day from = std::max(today, release.eligible_from.value_or(today));
    for (const SlotWindow& window : slot.windows) {
      if (window.date >= from) windows_.push_back(window);
    }
  }

  std::vector<Finding> Findings() && {
    if (windows_.empty()) return {TooEarly()};
    CheckType();
    CheckPay();
    CheckNights();
    CheckHours();
    if (found_.empty()) found_.push_back(Of(Verdict::kEligible, &kSlotFits));
    return std::move(found_);
  }

 private:
  Finding TooEarly() const {
    return Of(Verdict::kNotAvailable, &kSlotTooEarly, slot_.windows.back().date.since_epoch,
              release_.eligible_from.value_or(Day{}).since_epoch);
  }

  void CheckType() {
    const AbsenceSubType type = SubTypeOf(slot_.absence_sub_type);
    if (type == AbsenceSubType::kUnspecified || release_.sub_types == 0) {
      found_.push_back(Of(Verdict::kReview, &kSlotTypeUnknown));
    } else if ((release_.sub_types & MaskOf(type)) == 0) {
      found_.push_back(Of(Verdict::kNotAvailable, &kSlotTypeMismatch));
    }
  }

  void CheckPay() {
    const Known paid = IsPaid(slot_.absence_reason);
    if (paid == Known::kNo || release_.paid_work == Known::kYes) return;
    const bool both = paid == Known::kYes && release_.paid_work == Known::kNo;
    found_.push_back(both ? Of(Verdict::kNotAvailable, &kSlotPaid)
                          : Of(Verdict::kReview, &kSlotPaidUnknown));
  }

  void CheckNights() {
    if (std::ranges::none_of(windows_, IsOvernight) || release_.nights == Known::kYes) return;
    found_.push_back(release_.nights == Known::kNo ? Of(Verdict::kNotAvailable, &kSlotNights)
                                                   : Of(Verdict::kReview, &kSlotNightsUnknown));
  }

  void CheckHours() {
    const bool breaks = std::ranges::any_of(windows_, [&](const SlotWindow& window) {
      if (release_.out_at && window.start_minute < *release_.out_at) return true;
      const int end = window.start_minute + window.length;
      return release_.return_by &&
             (IsOvernight(window) ? end - kMinutesPerDay : end) > *release_.return_by;
    });
    if (breaks) found_.push_back(Of(Verdict::kNotAvailable, &kSlotHours));
  }

  const SlotTerms& slot_;
  const TemporaryRelease& release_;
  std::vector<SlotWindow> windows_;
  std::vector<Finding> found_;
};

Verdict Strictest(const std::vector<Finding>& findings) {
  Verdict verdict = Verdict::kEligible;
  for (const Finding& finding : findings) verdict = std::max(verdict, finding.verdict);
  return verdict;
}

// Whether the slot is at the site that is asked about.
bool IsHere(const Pair& pair, const NamedSlot& slot) {
  const SitePoint* site = pair.place.site;
  return site == nullptr || pair.catalogue.sites[site->site]->name.site == slot.terms.site;
}

// The findings of the slot here that fits best; of equals the first by name.
std::vector<Finding> BestSlot(const Pair& pair, const TemporaryRelease& release) {
  std::vector<Finding> best;
  for (const NamedSlot& slot : pair.slots) {
    if (slot.terms.state != SlotState::kOpen || !IsHere(pair, slot)) continue;
    if (slot.terms.windows.empty() || slot.terms.windows.back().date < pair.today) continue;
    std::vector<Finding> findings = SlotReading(slot.terms, release, pair.today).Findings();
    if (best.empty() || Strictest(findings) < Strictest(best)) best = std::move(findings);
  }
  if (best.empty()) best.push_back(Of(Verdict::kReview, &kNoSlotToCome));
  return best;
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const bool inside = plan.terms.release_on && *plan.terms.release_on > pair.today;
  if (plan.terms.supervision != Supervision::kInCustody && !inside) return;
  if (pair.vacancy.kind != VacancyKind::kWorkTrial) return;
  const TemporaryRelease& release = plan.terms.temporary_release;
  if (release.release_class == ReleaseClass::kExcluded) {
    return findings.Add(Of(Verdict::kNotAvailable, &kNeverReleased));
  }
  if (release.release_class == ReleaseClass::kUnknown || !release.eligible_from) {
    findings.Add(Of(Verdict::kReview, &kReleaseNotStated));
  }
  for (const Finding& finding : BestSlot(pair, release)) findings.Add(finding);
}

}  // namespace

constinit const SealedRule kTemporaryRelease = {
    {
        .name = "temporary-release",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition =
            "A work trial of somebody in custody has a slot that fits their temporary release.",
        .data =
            "supervision; the prison's class, date, sub-types, hours and word on paid work and "
            "nights; the slots to come of the vacancy at the site, with their sub-type, reason and "
            "windows",
        .effect =
            "a class that is never released, or slots that are all before the prison's date, of "
            "another sub-type, for paid work or nights that are not allowed, or outside the hours, "
            "is NOT_AVAILABLE; what is not stated, or no slot to come, is REVIEW; the slot that "
            "fits best counts, of equals the first by name",
        .source = "policy rules 19 and 21; dates come from the prison and are never computed",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
