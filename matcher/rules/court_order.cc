#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kOutsideOrder{"OUTSIDE_ORDER", "The work is outside what court order {s} bars.",
                               ""};
constexpr Reason kOrderBars{
    "ORDER_BARS", "A court has barred what the work involves, by {s}.",
    "Other work, or a variation by the court: nobody else can permit this."};
constexpr Reason kOrderBarsWork{
    "ORDER_BARS_WORK", "Court order {s} bars this type of work.",
    "Other work, or a variation by the court: nobody else can permit this."};
constexpr Reason kOrderAvoidable{
    "ORDER_AVOIDABLE",
    "A court has barred what the work involves, by {s}; the work can be arranged "
    "without it.",
    "The employer's word that this person's work is arranged without it."};
constexpr Reason kOrderUnknown{"ORDER_UNKNOWN",
                               "Whether the work involves what a court has barred, by {s}, is not "
                               "known.",
                               "Whether the work involves it."};
constexpr Reason kOrderWorkUnknown{
    "ORDER_WORK_UNKNOWN", "Court order {s} bars types of work, and the type of this is not known.",
    "The type of work."};
constexpr Reason kOrderNotReadInFull{"ORDER_NOT_READ_IN_FULL",
                                     "Court order {s} may bar more than the plan says of it.",
                                     "A person's reading of the order."};
constexpr std::array kReasons = {&kOutsideOrder,      &kOrderBars,    &kOrderBarsWork,
                                 &kOrderAvoidable,    &kOrderUnknown, &kOrderWorkUnknown,
                                 &kOrderNotReadInFull};

// A subject is an order and, but for 0, an attribute that it bars.
constexpr std::int32_t kAttributes = kWorkAttributeLast + 1;

std::string OrderAndAttribute(std::int32_t subject, const RiskPlanTerms& plan) {
  const std::string& id = plan.orders[static_cast<std::size_t>(subject / kAttributes)].id;
  const auto attribute = static_cast<WorkAttribute>(subject % kAttributes);
  if (attribute == WorkAttribute::kUnspecified) return id;
  return id + ": " + std::string(AttributeName(attribute));
}

// One order's findings on one vacancy.
class Reading {
 public:
  Reading(const Pair& pair, const CourtOrder& order, const SealedOrder& sealed, std::size_t number,
          Findings& findings)
      : pair_(pair),
        order_(order),
        sealed_(sealed),
        subject_(static_cast<std::int32_t>(number) * kAttributes),
        findings_(findings) {}

  void Check() {
    if (!order_.read_in_full) Add(Verdict::kReview, &kOrderNotReadInFull);
    CheckAttributes();
    CheckWork();
    if (!found_) Add(Verdict::kEligible, &kOutsideOrder);
  }

 private:
  void Add(Verdict verdict, const Reason* reason, int attribute = 0) {
    findings_.Add({&kCourtOrder, verdict, reason, subject_ + attribute, 0, 0});
    found_ = true;
  }

  void AddEach(AttributeMask mask, Verdict verdict, const Reason* reason) {
    for (; mask != 0; mask &= mask - 1) Add(verdict, reason, std::countr_zero(mask));
  }

  void CheckAttributes() {
    const WorkProfile& work = pair_.work;
    const AttributeMask present = sealed_.barred & work.present;
    AddEach(present & ~work.avoidable, Verdict::kNotAvailable, &kOrderBars);
    AddEach(present & work.avoidable, Verdict::kReview, &kOrderAvoidable);
    AddEach(sealed_.barred & ~(work.present | work.absent), Verdict::kReview, &kOrderUnknown);
  }

  void CheckWork() {
    if (order_.barred_occupations.empty()) return;
    bool known = !pair_.work.work_unknown && pair_.vacancy.occupations[0] != kNoIndex;
    bool barred = false;
    for (const OccupationIndex occupation : pair_.vacancy.occupations) {
      if (occupation == kNoIndex) continue;
      barred = barred || std::ranges::binary_search(sealed_.barred_work, occupation);
      known = known && !std::ranges::binary_search(sealed_.doubtful_work, occupation);
    }
    if (barred) Add(Verdict::kNotAvailable, &kOrderBarsWork);
    if (!barred && !known) Add(Verdict::kReview, &kOrderWorkUnknown);
  }

  const Pair& pair_;
  const CourtOrder& order_;
  const SealedOrder& sealed_;
  std::int32_t subject_;
  Findings& findings_;
  bool found_ = false;
};

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.orders.size(); ++i) {
    const CourtOrder& order = plan.terms.orders[i];
    if (HasEnded(order.ends_on, pair.today)) continue;
    Reading(pair, order, plan.orders[i], i, findings).Check();
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kCourtOrder = {
    {
        .name = "court-order",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The work is outside what a court has barred.",
        .data = "orders in force: the attributes and the ISCO groups of work that they bar, and "
                "whether"
                " they have been read in full; what the work involves, and its types",
        .effect =
            "an attribute or a type of work that is barred is NOT_AVAILABLE, and nothing softens "
            "it; an attribute that can be arranged away, one that is not known, work of a type "
            "that is not known or not known closely enough to tell, or an order that is not read "
            "in full, is REVIEW",
        .source = "policy rule 16: no practitioner overrides a court",
        .reasons = kReasons,
        .subject = OrderAndAttribute,
    },
    Check};

}  // namespace throughgate::matcher
