#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kNotRegulatedActivity{"NOT_REGULATED_ACTIVITY",
                                       "The work is not regulated activity with {s}.", ""};
constexpr Reason kNotOnBarredList{"NOT_ON_BARRED_LIST",
                                  "The person is not barred from regulated activity with {s}.", ""};
constexpr Reason kOnBarredList{
    "ON_BARRED_LIST",
    "The work is regulated activity with {s}, from which the person is barred by law.",
    "Other work: nobody can permit this."};
constexpr Reason kRegulatedActivityUnknown{
    "REGULATED_ACTIVITY_UNKNOWN",
    "The person is barred from regulated activity with {s}; whether the work is such "
    "is not known.",
    "Whether the work is regulated activity."};
constexpr Reason kBarredListUnknown{
    "BARRED_LIST_UNKNOWN",
    "Whether the person is barred from regulated activity with {s} is not recorded, and the work "
    "may be such.",
    "Whether the person is on the barred list."};
constexpr std::array kReasons = {&kNotRegulatedActivity, &kNotOnBarredList, &kOnBarredList,
                                 &kRegulatedActivityUnknown, &kBarredListUnknown};

std::string GroupOf(std::int32_t group, const RiskPlanTerms&) {
  return group == static_cast<std::int32_t>(ContactGroup::kChildren) ? "children" : "adults";
}

Finding CheckList(Known listed, Known regulated, ContactGroup group) {
  const auto finding = [&](Verdict verdict, const Reason* reason) {
    return Finding{&kBarredList, verdict, reason, static_cast<std::int32_t>(group), 0, 0};
  };
  if (regulated == Known::kNo) return finding(Verdict::kEligible, &kNotRegulatedActivity);
  if (listed == Known::kNo) return finding(Verdict::kEligible, &kNotOnBarredList);
  if (listed == Known::kUnknown) return finding(Verdict::kReview, &kBarredListUnknown);
  return regulated == Known::kYes ? finding(Verdict::kNotAvailable, &kOnBarredList)
                                  : finding(Verdict::kReview, &kRegulatedActivityUnknown);
}

// That it is not regulated is nobody's word to give where a site is itself for the group.
Known Regulated(const WorkProfile& work, Known stated, WorkAttribute group) {
  const bool doubted = stated == Known::kNo && (work.met_there & MaskOf(group)) != 0;
  return doubted ? Known::kUnknown : stated;
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const BarredLists& lists = plan.terms.barred_lists;
  const WorkProfile& work = pair.work;
  const Known children =
      Regulated(work, work.role.regulated_with_children, WorkAttribute::kChildren);
  const Known adults =
      Regulated(work, work.role.regulated_with_adults, WorkAttribute::kVulnerableAdults);
  findings.Add(CheckList(lists.children, children, ContactGroup::kChildren));
  findings.Add(CheckList(lists.adults, adults, ContactGroup::kAdultsAtRisk));
}

}  // namespace

constinit const SealedRule kBarredList = {
    {
        .name = "barred-list",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "Somebody who is barred from regulated activity does none.",
        .data = "whether the work is regulated activity with children or with adults; what its "
                "sites are themselves; whether the person is on either list",
        .effect =
            "barred and regulated is NOT_AVAILABLE, absolutely: no permission and no approval "
            "softens it; barred and not known to be regulated, or lists not recorded and not "
            "known not to be regulated, is REVIEW; that it is not regulated is not known, whatever "
            "is said, where a site is itself for the group",
        .source = "policy rule 11; working while barred is an offence",
        .reasons = kReasons,
        .subject = GroupOf,
    },
    Check};

}  // namespace throughgate::matcher
