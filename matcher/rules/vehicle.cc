#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kNoDriving{"NO_DRIVING", "The work involves no driving.", ""};
constexpr Reason kOutsideVehicleLimit{"OUTSIDE_VEHICLE_LIMIT",
                                      "The driving is outside vehicle limit {s}.", ""};
constexpr Reason kDrivingBarred{"DRIVING_BARRED", "The work involves driving that {s} bars.",
                                "Work without it."};
constexpr Reason kDrivingNeedsApproval{"DRIVING_NEEDS_APPROVAL",
                                       "The work involves driving that needs approval by {s}.",
                                       "Approval, or work without it."};
constexpr Reason kDrivingAvoidable{
    "DRIVING_AVOIDABLE", "Driving is limited by {s}; the work can be arranged without it.",
    "The employer's word that this person's work is arranged without it."};
constexpr Reason kDrivingUnknown{
    "DRIVING_UNKNOWN", "Whether the work involves driving, which {s} limits, is not known.",
    "Whether the work involves it."};
constexpr Reason kVehicleTypeUnknown{"VEHICLE_TYPE_UNKNOWN",
                                     "What is driven is not known, and {s} limits some types.",
                                     "The types of vehicle."};
constexpr Reason kDrivingHoursUnknown{"DRIVING_HOURS_UNKNOWN",
                                      "The shifts are not stated, and {s} limits some hours.",
                                      "The shifts."};
constexpr Reason kDrivingPlaceUnknown{
    "DRIVING_PLACE_UNKNOWN", "Where the vehicle goes is not known, and {s} limits an area.",
    "The employer's word that the driving stays out of it."};
constexpr Reason kDrivesToWork{
    "DRIVES_TO_WORK", "The person would go to the work by car, and {s} limits driving.",
    "Another way to go, or the officer's word that the limit allows it."};
constexpr std::array kReasons = {
    &kNoDriving,           &kOutsideVehicleLimit, &kDrivingBarred,      &kDrivingNeedsApproval,
    &kDrivingAvoidable,    &kDrivingUnknown,      &kVehicleTypeUnknown, &kDrivingHoursUnknown,
    &kDrivingPlaceUnknown, &kDrivesToWork};

std::string LimitId(std::int32_t limit, const RiskPlanTerms& plan) {
  return plan.vehicle_limits[static_cast<std::size_t>(limit)].id;
}

struct Ruling {
  Verdict verdict;
  const Reason* reason;
};

// What a limit comes to for work that is known to involve driving.
Ruling RuleOnDriving(const Pair& pair, const VehicleLimit& limit) {
  const VehicleMask driven = pair.work.role.vehicles;
  if (limit.types != 0 && driven != 0 && (limit.types & driven) == 0) {
    return {Verdict::kEligible, &kOutsideVehicleLimit};
  }
  if (limit.windows.stated() && pair.shifts.stated() && !Meet(pair.shifts, limit.windows)) {
    return {Verdict::kEligible, &kOutsideVehicleLimit};
  }
  if (limit.types != 0 && driven == 0) return {Verdict::kReview, &kVehicleTypeUnknown};
  if (limit.windows.stated() && !pair.shifts.stated()) {
    return {Verdict::kReview, &kDrivingHoursUnknown};
  }
  if (!limit.within_zone.empty()) return {Verdict::kReview, &kDrivingPlaceUnknown};
  if (pair.work.avoidable & MaskOf(WorkAttribute::kDriving)) {
    return {Verdict::kReview, &kDrivingAvoidable};
  }
  return limit.effect == WorkLimitEffect::kBarred
             ? Ruling{Verdict::kNotAvailable, &kDrivingBarred}
             : Ruling{Verdict::kReview, &kDrivingNeedsApproval};
}

// Whether the journeys are driving that the limit may bear on. At which hours and by which roads
// they are made, nobody has said.
bool LimitsTheJourney(const Pair& pair, const VehicleLimit& limit) {
  return pair.drives_to_work() &&
         (limit.types == 0 || (limit.types & MaskOf(VehicleType::kCar)) != 0);
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  constexpr AttributeMask kDriving = MaskOf(WorkAttribute::kDriving);
  for (std::size_t i = 0; i < plan.terms.vehicle_limits.size(); ++i) {
    const VehicleLimit& limit = plan.terms.vehicle_limits[i];
    const auto subject = static_cast<std::int32_t>(i);
    Ruling ruling{Verdict::kReview, &kDrivingUnknown};
    if (pair.work.absent & kDriving) ruling = {Verdict::kEligible, &kNoDriving};
    if (pair.work.present & kDriving) ruling = RuleOnDriving(pair, limit);
    findings.Add({&kVehicle, ruling.verdict, ruling.reason, subject, 0, 0});
    if (LimitsTheJourney(pair, limit)) {
      findings.Add({&kVehicle, Verdict::kReview, &kDrivesToWork, subject, 0, 0});
    }
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kVehicle = {
    {
        .name = "vehicle",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "Neither the work nor the way to it involves driving that the plan limits, by "
                     "type, hours or area.",
        .data = "whether the work involves driving, of which types, and can be arranged without; "
                "shifts; whether the person would go by car; the plan's vehicle limits",
        .effect = "driving of a limited type in limited hours: barred is NOT_AVAILABLE, needing "
                  "approval "
                  "is REVIEW; driving, type or hours not known where they matter, a limit to an "
                  "area, or "
                  "driving that can be arranged away, is REVIEW. A person who would go to the work "
                  "by car is REVIEW under a limit on cars, unless the work is at home",
        .source = "policy rule 14",
        .reasons = kReasons,
        .subject = LimitId,
    },
    Check};

}  // namespace throughgate::matcher
