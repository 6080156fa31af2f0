#include "services/edge/caseload.h"

namespace throughgate::services {

Caseload::Caseload(const matcher::Catalogue& catalogue, const Caller& caller)
    : catalogue_(catalogue),
      probation_(caller.is_probation()),
      organisation_(catalogue.OrdinalOf(caller.organisation).value_or(matcher::kNoOrdinal)) {}

bool Caseload::MayAskAbout(matcher::Ordinal candidate) const {
  const matcher::CandidateCard& card = catalogue_.CandidateOf(candidate);
  if (!card.complete()) return false;
  return probation_ || card.custodian == organisation_;
}

matcher::Ordinal Caseload::custodian() const {
  return probation_ ? matcher::kNoOrdinal : organisation_;
}

bool Caseload::MayAppear(const matcher::CandidateBlock& block, std::size_t position) const {
  if (organisation_ == matcher::kNoOrdinal) return false;
  if (block.cards[position].custodian == organisation_) return true;
  if (!probation_) return false;
  const matcher::SealedPlan* plan = block.plans[position].get();
  return plan != nullptr && plan->supervised_by == organisation_;
}

}  // namespace throughgate::services
