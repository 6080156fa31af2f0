#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kNoTagConflict{"NO_TAG_CONFLICT", "The work bears the {s} tag.", ""};
constexpr Reason kTagNotAsked{"TAG_NOT_ASKED",
                              "Nobody has said whether the work bears the {s} tag; most does.", ""};
constexpr Reason kTagConflict{"TAG_CONFLICT", "The work does not bear the {s} tag.",
                              "Work without it, or an agreement with the monitoring service."};
constexpr Reason kAlcoholTag{"ALCOHOL_TAG",
                             "The work handles alcohol, which the {s} tag may take for drinking.",
                             "Work without it, or an agreement with the monitoring service."};
constexpr std::array kReasons = {&kNoTagConflict, &kTagNotAsked, &kTagConflict, &kAlcoholTag};

std::string KindOf(std::int32_t tag, const RiskPlanTerms& plan) {
  switch (plan.tags[static_cast<std::size_t>(tag)].kind) {
    case TagKind::kCurfew:
      return "curfew";
    case TagKind::kLocation:
      return "location";
    case TagKind::kAlcohol:
      return "alcohol";
    case TagKind::kUnspecified:
      break;
  }
  return "unspecified";
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.terms.tags.size(); ++i) {
    const Tag& tag = plan.terms.tags[i];
    if (HasEnded(tag.ends_on, pair.today)) continue;
    const auto add = [&](Verdict verdict, const Reason* reason) {
      findings.Add({&kTag, verdict, reason, static_cast<std::int32_t>(i), 0, 0});
    };
    const bool alcohol = tag.kind == TagKind::kAlcohol;
    const AttributeMask mask =
        MaskOf(alcohol ? WorkAttribute::kAlcohol : WorkAttribute::kTagConflict);
    if (pair.work.present & mask) {
      add(Verdict::kReview, alcohol ? &kAlcoholTag : &kTagConflict);
    } else {
      add(Verdict::kEligible, pair.work.absent & mask ? &kNoTagConflict : &kTagNotAsked);
    }
  }
}

}  // namespace

constinit const SealedRule kTag = {
    {
        .name = "tag",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The work bears the tag that the person wears.",
        .data = "tags in force; whether the work has places or tasks that a tag does not bear, or "
                "handles alcohol",
        .effect =
            "a conflict is REVIEW; not known passes and is told, since a tag that meets a scanner "
            "is a matter of arrangement, not of anybody's safety",
        .source = "licence conditions on electronic and alcohol monitoring",
        .reasons = kReasons,
        .subject = KindOf,
    },
    Check};

}  // namespace throughgate::matcher
