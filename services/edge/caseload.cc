#include "services/edge/caseload.h"

#include <utility>

#include "matcher/index/links.h"

namespace throughgate::services {

Reach ReachOf(const Caller& caller) {
  return {.organisation = caller.organisation,
          .probation = caller.is_probation(),
          .caseloads = caller.caseloads()};
}

Caseload::Caseload(const matcher::Catalogue& catalogue, Reach reach)
    : catalogue_(catalogue),
      reach_(std::move(reach)),
      organisation_(catalogue.OrdinalOf(reach_.organisation).value_or(matcher::kNoOrdinal)) {}

// Whoever is not probation never learns by this who keeps a plan: it is not looked at.
bool Caseload::IsOurs(const matcher::CandidateBlock& block, std::size_t position) const {
  if (empty() || !block.cards[position].complete()) return false;
  const bool held = matcher::IsHeldBy(block, position, organisation_);
  if (!held && !(reach_.probation && matcher::KeepsPlanOf(block, position, organisation_))) {
    return false;
  }
  if (!reach_.caseloads) return true;
  const matcher::LinkCard* link = matcher::LinkOf(block, position, organisation_);
  const bool assigned = link != nullptr && link->caseload != matcher::kNoOrdinal;
  return reach_.caseloads->contains(assigned ? *catalogue_.caseloads[link->caseload] : "");
}

bool Caseload::MayAskAbout(matcher::Ordinal candidate) const {
  return IsOurs(catalogue_.CandidateBlockOf(candidate), candidate % matcher::kCardsPerBlock);
}

matcher::Ordinal Caseload::holder() const {
  return reach_.probation ? matcher::kNoOrdinal : organisation_;
}

bool Caseload::MayAppear(const matcher::CandidateBlock& block, std::size_t position,
                         matcher::Day today) const {
  if (!IsOurs(block, position)) return false;
  return reach_.probation || block.cards[position].custodian == organisation_ ||
         block.consents[position].AllowsLists(today);
}

}  // namespace throughgate::services
