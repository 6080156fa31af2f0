#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kContactBelowLimit{"CONTACT_BELOW_LIMIT",
                                    "The work brings less contact with {s} than is limited.", ""};
constexpr Reason kContactBarred{"CONTACT_BARRED",
                                "The work brings contact with {s}, to a degree that is barred.",
                                "Work with less contact, or none."};
constexpr Reason kContactNeedsApproval{
    "CONTACT_NEEDS_APPROVAL", "The work brings contact with {s}, to a degree that needs approval.",
    "Approval, or work with less contact."};
constexpr Reason kContactUnknown{"CONTACT_UNKNOWN",
                                 "How much contact with {s} the work brings, which is limited, "
                                 "is not known.",
                                 "The degree of contact."};
constexpr std::array kReasons = {&kContactBelowLimit, &kContactBarred, &kContactNeedsApproval,
                                 &kContactUnknown};

std::string GroupOf(std::int32_t group, const RiskPlanTerms&) {
  return group == static_cast<std::int32_t>(ContactGroup::kChildren) ? "children"
                                                                     : "adults at risk";
}

// As the profile has it; else, where the work is not with them, no more than anywhere.
ContactDegree DegreeOf(const WorkProfile& work, ContactGroup group) {
  const bool children = group == ContactGroup::kChildren;
  const ContactDegree stated = children ? work.role.children : work.role.adults_at_risk;
  if (stated != ContactDegree::kUnknown) return stated;
  const AttributeMask mask =
      MaskOf(children ? WorkAttribute::kChildren : WorkAttribute::kVulnerableAdults);
  return work.absent & mask ? ContactDegree::kIncidental : ContactDegree::kUnknown;
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (const ContactLimit& limit : plan.terms.contact_limits) {
    const auto add = [&](Verdict verdict, const Reason* reason) {
      findings.Add({&kContact, verdict, reason, static_cast<std::int32_t>(limit.group), 0, 0});
    };
    const ContactDegree degree = DegreeOf(pair.work, limit.group);
    if (degree == ContactDegree::kUnknown) {
      add(Verdict::kReview, &kContactUnknown);
    } else if (degree < limit.from) {
      add(Verdict::kEligible, &kContactBelowLimit);
    } else if (limit.effect == WorkLimitEffect::kBarred) {
      add(Verdict::kNotAvailable, &kContactBarred);
    } else {
      add(Verdict::kReview, &kContactNeedsApproval);
    }
  }
}

}  // namespace

constinit const SealedRule kContact = {
    {
        .name = "contact",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The work brings no more contact with a group than the plan allows.",
        .data =
            "the degree of contact with children and with adults at risk (none, incidental, "
            "supervised, unsupervised), or the attribute that stands for it; regulated activity; "
            "what its sites are themselves; the plan's contact limits",
        .effect =
            "with no degree stated, the attribute present counts as unsupervised, absent as "
            "incidental; at or above the degree that is limited: barred is NOT_AVAILABLE, needing "
            "approval is REVIEW; not known is REVIEW. Regulated activity with a group, and work "
            "that involves it, is unsupervised unless supervised contact is stated; at a site that "
            "is itself for the group, less than that is not known",
        .source =
            "policy rule 10; everyday incidental contact is excepted by the condition's own words "
            "unless the plan says otherwise",
        .reasons = kReasons,
        .subject = GroupOf,
    },
    Check};

}  // namespace throughgate::matcher
