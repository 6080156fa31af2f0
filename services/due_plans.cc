#include "services/due_plans.h"

#include <algorithm>
#include <cstdint>

#include "matcher/rules/rulebook.h"

namespace throughgate::services {

std::vector<DuePlan> FindDuePlans(const matcher::Catalogue& catalogue, const Caseload& caseload,
                                  const CandidateNames& names, const DueDays& days,
                                  const std::optional<DuePlace>& after, std::size_t limit) {
  std::vector<DuePlan> due;
  for (std::size_t b = 0; b < catalogue.candidates.size(); ++b) {
    const matcher::CandidateBlock& block = *catalogue.candidates[b];
    for (std::size_t i = 0; i < block.cards.size(); ++i) {
      const matcher::SealedPlan* plan = block.plans[i].get();
      if (plan == nullptr || !block.cards[i].complete()) continue;
      if (matcher::HoldsUntil(plan->terms.reviewed_on) > days.until) continue;
      if (!caseload.MayAppear(block, i, days.today)) continue;
      const auto candidate = static_cast<matcher::Ordinal>(b * matcher::kCardsPerBlock + i);
      due.push_back({candidate,
                     {plan->terms.reviewed_on,
                      names.ShownId(catalogue.candidate_names[candidate]->candidate)}});
    }
  }
  if (after) std::erase_if(due, [&](const DuePlan& plan) { return plan.place <= *after; });
  const auto end = due.begin() + static_cast<std::ptrdiff_t>(std::min(limit, due.size()));
  std::ranges::partial_sort(due, end, {}, &DuePlan::place);
  due.erase(end, due.end());
  return due;
}

}  // namespace throughgate::services
