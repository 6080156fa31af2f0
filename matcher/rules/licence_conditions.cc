#include <array>
#include <bit>

#include "absl/strings/str_cat.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/licence/condition_table.h"
#include "matcher/licence/condition_words.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/supervision.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kConditionNotUnderstood{
    "CONDITION_NOT_UNDERSTOOD", "No policy that these rules know has the licence condition {s}.",
    "A person's judgement of the condition."};
constexpr Reason kConditionBespoke{
    "CONDITION_BESPOKE",
    "Licence condition {s} was written for this person; its words are not kept.",
    "A person's judgement of the condition."};
constexpr Reason kConditionImageOnly{
    "CONDITION_IMAGE_ONLY", "Licence condition {s} is nothing but a picture, which is not kept.",
    "A person's judgement of the condition, or zones in its place."};
constexpr Reason kConditionForAPerson{"CONDITION_FOR_A_PERSON",
                                      "The licence condition {s} is always a person's to judge.",
                                      "A person's judgement of the condition for this work."};
constexpr Reason kConditionNotExpressed{
    "CONDITION_NOT_EXPRESSED", "The plan does not express the licence condition {s}.",
    "That item in the plan, in force, and named for the condition."};
constexpr Reason kConditionExpressedByLess{
    "CONDITION_EXPRESSED_BY_LESS",
    "What the plan names for the licence condition {s} allows more than the condition does.",
    "Items that forbid at least as much as the condition."};
constexpr Reason kConditionLimitsWork{
    "CONDITION_LIMITS_WORK", "The work involves {s}.",
    "Work without it, or the officer's approval where the condition allows for one."};
constexpr Reason kConditionWorkUnknown{"CONDITION_WORK_UNKNOWN",
                                       "Whether the work involves it is not known: {s}.",
                                       "Whether the work involves it."};
constexpr Reason kConditionLimitsJourney{
    "CONDITION_LIMITS_JOURNEY", "The person would go to the work by car: {s}.",
    "Another way to go, or the officer's approval of the driving."};
constexpr Reason kConditionToKnow{
    "CONDITION_TO_KNOW", "To be known to whoever clears the work: licence condition {s}.", ""};
constexpr Reason kConditionsWithoutSupervision{"CONDITIONS_WITHOUT_SUPERVISION",
                                               "The plan says that nobody supervises the person, "
                                               "and yet holds licence conditions, a curfew, a "
                                               "tag or commitments.",
                                               "The supervision, or a plan without these."};
constexpr std::array kReasons = {&kConditionNotUnderstood,      &kConditionBespoke,
                                 &kConditionImageOnly,          &kConditionForAPerson,
                                 &kConditionNotExpressed,       &kConditionExpressedByLess,
                                 &kConditionLimitsWork,         &kConditionWorkUnknown,
                                 &kConditionLimitsJourney,      &kConditionToKnow,
                                 &kConditionsWithoutSupervision};

// A subject is a condition's index and how to speak of it: by its name alone, with what its reading
// adds, or as the condition that bars an attribute, or holds it for approval.
constexpr std::int32_t kByName = 0;
constexpr std::int32_t kWithReading = 255;
constexpr std::int32_t kBarred = 64;  // added to the attribute
constexpr std::int32_t kSubjectBase = 256;
static_assert(kWorkAttributeLast < kBarred);

std::int32_t SubjectFor(const SealedCondition& condition, std::int32_t how) {
  return static_cast<std::int32_t>(condition.index) * kSubjectBase + how;
}

// "on curfew hours (52faefcf of policy 4.0)"; by id or number where there is nothing to say.
std::string NameOf(std::size_t index, const LicenceCondition& condition,
                   const ConditionReading* reading) {
  constexpr std::size_t kShown = 8;  // digits, enough to tell codes apart
  if (condition.form != ConditionForm::kOfPolicy) {
    return condition.id.empty() ? absl::StrCat("number ", index + 1) : condition.id;
  }
  if (reading == nullptr) {
    return absl::StrCat(condition.code, " of policy ", condition.policy_version);
  }
  return absl::StrCat("on ", reading->about, " (", reading->code.substr(0, kShown), " of policy ",
                      condition.policy_version, ")");
}

std::string SubjectText(std::int32_t subject, const RiskPlanTerms& plan) {
  const auto index = static_cast<std::size_t>(subject / kSubjectBase);
  const std::int32_t how = subject % kSubjectBase;
  const LicenceCondition& condition = plan.conditions[index];
  const ConditionReading* reading =
      LicenceConditions().Find(condition.policy_version, condition.code);
  const std::string name = NameOf(index, condition, reading);
  if (how == kByName || reading == nullptr) return name;
  if (how == kWithReading) {
    return reading->items == 0 ? absl::StrCat(name, ": ", reading->bearing)
                               : absl::StrCat(name, " by ", PlanItemsText(*reading));
  }
  const std::string attribute(AttributeName(static_cast<WorkAttribute>(how % kBarred)));
  return absl::StrCat(attribute, how < kBarred ? ", held for approval" : ", barred",
                      " by the licence condition ", name);
}

void Add(const SealedCondition& condition, Verdict verdict, const Reason* reason, std::int32_t how,
         Findings& findings) {
  findings.Add({&kLicenceConditions, verdict, reason, SubjectFor(condition, how), 0, 0});
}

// Of what a condition limits: what the work involves gets `verdict`, or is for review when the work
// can be arranged without it; what is not known is for review.
void CheckEach(const Pair& pair, const SealedCondition& condition, AttributeMask mask,
               Verdict verdict, std::int32_t how, Findings& findings) {
  const WorkProfile& work = pair.work;
  for (; mask != 0; mask &= mask - 1) {
    const int attribute = std::countr_zero(mask);
    const AttributeMask bit = AttributeMask{1} << attribute;
    if ((work.present & bit) != 0) {
      const Verdict given = (work.avoidable & bit) != 0 ? Verdict::kReview : verdict;
      Add(condition, given, &kConditionLimitsWork, how + attribute, findings);
    } else if ((work.absent & bit) == 0) {
      Add(condition, Verdict::kReview, &kConditionWorkUnknown, how + attribute, findings);
    }
  }
}

void CheckLimits(const Pair& pair, const SealedCondition& condition, Findings& findings) {
  const auto [barred, needs_approval] = LimitsOn(condition, pair.today);
  CheckEach(pair, condition, barred, Verdict::kNotAvailable, kBarred, findings);
  CheckEach(pair, condition, needs_approval, Verdict::kReview, 0, findings);
  constexpr AttributeMask kDriving = MaskOf(WorkAttribute::kDriving);
  if (((barred | needs_approval) & kDriving) == 0 || !pair.drives_to_work()) return;
  Add(condition, Verdict::kReview, &kConditionLimitsJourney,
      (barred & kDriving ? kBarred : 0) + static_cast<std::int32_t>(WorkAttribute::kDriving),
      findings);
}

// What bars nothing is told only where it is read.
void TellWhatIsToBeKnown(const Pair& pair, const SealedCondition& condition, Findings& findings) {
  if (!findings.keeps() || condition.reading == nullptr) return;
  if (condition.reading->read_as != ReadAs::kNotice) return;
  if (StandingOn(condition, pair.today) == Standing::kOver) return;
  Add(condition, Verdict::kEligible, &kConditionToKnow, kWithReading, findings);
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  if (plan.terms.supervision == Supervision::kNotSupervised && IsBound(plan.terms, pair.today)) {
    findings.Add({&kLicenceConditions, Verdict::kReview, &kConditionsWithoutSupervision, -1, 0, 0});
  }
  for (const SealedCondition& condition : plan.conditions) {
    FindOutstanding(condition, pair.today, findings);
    CheckLimits(pair, condition, findings);
    TellWhatIsToBeKnown(pair, condition, findings);
    if (findings.settled()) return;
  }
}

}  // namespace

void FindOutstanding(const SealedCondition& condition, Day today, Findings& findings) {
  const auto review = [&](const Reason* reason, std::int32_t how) {
    Add(condition, Verdict::kReview, reason, how, findings);
  };
  switch (StandingOn(condition, today)) {
    case Standing::kNotUnderstood:
      return review(&kConditionNotUnderstood, kByName);
    case Standing::kBespoke:
      return review(&kConditionBespoke, kByName);
    case Standing::kImageOnly:
      return review(&kConditionImageOnly, kByName);
    case Standing::kForAPerson:
      return review(&kConditionForAPerson, kByName);
    case Standing::kNotExpressed:
      return review(&kConditionNotExpressed, kWithReading);
    case Standing::kExpressedByLess:
      return review(&kConditionExpressedByLess, kByName);
    case Standing::kOver:
    case Standing::kHolds:
      return;
  }
}

constinit const SealedRule kLicenceConditions = {
    {
        .name = "licence-conditions",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The licence conditions, as they are read, allow the work.",
        .data =
            "each licence condition's policy version, code and form, what it was filled in with "
            "and which items of the plan express it; what the work is known to involve, or not "
            "to; whether the person would go by car; supervision, curfews, tags and commitments",
        .effect =
            "REVIEW when a condition is not understood, bespoke, a picture, for a person to "
            "judge, not expressed where it must be, or expressed by less than it says. What a "
            "condition bars and the work involves is NOT_AVAILABLE; what it holds for "
            "approval and the work involves, or what it limits at all and is not known, is "
            "REVIEW. Where a condition limits driving, a person who would go to the work by car "
            "is REVIEW, unless the work is at home. A condition with a last day is over on the "
            "day after. Conditions, and a curfew, a tag or a commitment in force, of "
            "somebody whom nobody supervises are REVIEW",
        .source = "CONDITIONS.md; policy rules 1, 7, 10 and 13 to 15",
        .reasons = kReasons,
        .subject = SubjectText,
    },
    Check};

}  // namespace throughgate::matcher
