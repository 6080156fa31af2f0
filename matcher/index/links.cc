#include "matcher/index/links.h"

#include <algorithm>
#include <span>

namespace throughgate::matcher {

ConsentCard ConsentCardOf(const Consent& consent) {
  if (consent.basis == ConsentBasis::kUnspecified) return {};
  constexpr std::int32_t kForGood = std::numeric_limits<std::int32_t>::max();
  return {.first_day = consent.given_on.since_epoch,
          .last_day = consent.expires_on ? consent.expires_on->since_epoch : kForGood,
          .lists = consent.lists,
          .counts = consent.counts};
}

const LinkCard* LinkOf(const CandidateBlock& block, std::size_t position, Ordinal organisation) {
  const std::span<const LinkCard> links = block.LinksOf(position);
  const auto found = std::ranges::find(links, organisation, &LinkCard::organisation);
  return found == links.end() ? nullptr : &*found;
}

bool IsHeldBy(const CandidateBlock& block, std::size_t position, Ordinal organisation) {
  return block.cards[position].custodian == organisation ||
         LinkOf(block, position, organisation) != nullptr;
}

bool KeepsPlanOf(const CandidateBlock& block, std::size_t position, Ordinal organisation) {
  const SealedPlan* plan = block.plans[position].get();
  return plan != nullptr && plan->supervised_by == organisation;
}

std::string_view ReferenceOf(const Catalogue& catalogue, Ordinal candidate, Ordinal organisation) {
  const CandidateBlock& block = catalogue.CandidateBlockOf(candidate);
  const std::size_t position = candidate % kCardsPerBlock;
  if (const LinkCard* link = LinkOf(block, position, organisation); link != nullptr) {
    return link->reference == kNoOrdinal ? std::string_view()
                                         : *catalogue.references[link->reference];
  }
  const bool custodian =
      organisation != kNoOrdinal && block.cards[position].custodian == organisation;
  return custodian ? std::string_view(catalogue.candidate_names[candidate]->candidate)
                   : std::string_view();
}

std::optional<Ordinal> CandidateCalled(const Catalogue& catalogue, const ReferenceName& name) {
  const std::optional<Ordinal> organisation = catalogue.OrdinalOf(name.organisation);
  if (!organisation) return std::nullopt;
  const auto called = [&](Ordinal candidate) {
    return ReferenceOf(catalogue, candidate, *organisation) == name.reference;
  };
  if (const auto found = catalogue.reference_ordinals.Find(ReferenceText(name), called)) {
    return found;
  }
  const auto by_id = catalogue.OrdinalOf(CandidateName{name.reference});
  return by_id && called(*by_id) ? by_id : std::nullopt;
}

}  // namespace throughgate::matcher
