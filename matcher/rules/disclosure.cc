#include <algorithm>
#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/offences.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kDbsLevelBeyondRole{
    "DBS_LEVEL_BEYOND_ROLE",
    "The employer asks for a fuller check of records than such a role allows.",
    "The level of the check, or what the role is."};
constexpr Reason kRecordWillShow{"RECORD_WILL_SHOW",
                                 "The check for this role will show a conviction.", ""};
constexpr Reason kRecordWillNotShow{"RECORD_WILL_NOT_SHOW",
                                    "No check for this role will show a conviction.", ""};
constexpr Reason kRecordMayShow{
    "RECORD_MAY_SHOW",
    "The role has a check, and the plan records no offences to say what it shows.",
    "The groups of offences, and when they are spent."};
constexpr Reason kAskedBeforeOffer{"ASKED_BEFORE_OFFER",
                                   "The employer asks about a record before it makes an offer.",
                                   "The employer's asking after a conditional offer only."};
constexpr std::array kReasons = {&kDbsLevelBeyondRole, &kRecordWillShow, &kRecordWillNotShow,
                                 &kRecordMayShow, &kAskedBeforeOffer};

void Add(Verdict verdict, const Reason* reason, Findings& findings) {
  findings.Add({&kDisclosure, verdict, reason, -1, 0, 0});
}

bool IsBeyondRole(const Role& role) {
  if (role.dbs_level == DbsLevel::kEnhancedWithList && role.regulated_with_children == Known::kNo &&
      role.regulated_with_adults == Known::kNo) {
    return true;
  }
  return role.dbs_level >= DbsLevel::kStandard && role.exempt == Known::kNo;
}

// What the check of the role will show.
const Reason* Showing(DbsLevel level, const std::vector<Offence>& offences, Day today) {
  if (level == DbsLevel::kNone) return &kRecordWillNotShow;
  if (offences.empty()) return &kRecordMayShow;
  if (level >= DbsLevel::kStandard) return &kRecordWillShow;
  const bool all_spent = std::ranges::all_of(
      offences, [&](const Offence& offence) { return IsSpent(offence, today); });
  return all_spent ? &kRecordWillNotShow : &kRecordWillShow;
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const Role& role = pair.work.role;
  if (role.dbs_level != DbsLevel::kUnknown) {
    if (IsBeyondRole(role)) Add(Verdict::kReview, &kDbsLevelBeyondRole, findings);
    Add(Verdict::kEligible, Showing(role.dbs_level, plan.terms.offences, pair.today), findings);
  }
  if (role.disclosure_stage == DisclosureStage::kApplication ||
      role.disclosure_stage == DisclosureStage::kInterview) {
    Add(Verdict::kEligible, &kAskedBeforeOffer, findings);
  }
}

}  // namespace

constinit const SealedRule kDisclosure = {
    {
        .name = "disclosure",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The employer asks for no fuller check of records than the role allows.",
        .data =
            "the level of the check, whether the role is regulated activity or exempt, when the "
            "employer asks; the plan's offences and the days on which they are spent",
        .effect =
            "barred lists for a role that is not regulated activity, or spent convictions for one "
            "that is not exempt, is REVIEW; what the check will show, and that the employer asks "
            "before an offer, is told and decides nothing",
        .source = "policy rule 24 and section 2.3; pledge CP02",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
