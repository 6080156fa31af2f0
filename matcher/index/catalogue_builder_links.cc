// What organisations have to do with candidates.
#include <algorithm>
#include <tuple>

#include "matcher/index/catalogue_builder.h"

namespace throughgate::matcher {

Ordinal CatalogueBuilder::CaseloadOrdinal(const std::string& caseload) {
  const auto [found, fresh] =
      caseload_ordinals_.try_emplace(caseload, static_cast<Ordinal>(caseloads_.size()));
  if (fresh) caseloads_.Append(std::make_shared<const std::string>(caseload));
  return found->second;
}

// Who had a reference before stays among those whom it may mean, and is found not to have it.
Ordinal CatalogueBuilder::ReferenceOrdinal(const ReferenceName& name, Ordinal candidate) {
  const std::string text = ReferenceText(name);
  const auto known = [&](Ordinal other) { return other == candidate; };
  if (!reference_ordinals_.Find(text, known)) reference_ordinals_.Add(text, candidate);
  return references_.Append(std::make_shared<const std::string>(name.reference));
}

std::vector<LinkCard>::iterator CatalogueBuilder::PlaceOfLink(Ordinal candidate,
                                                              Ordinal organisation) {
  std::vector<LinkCard>& links = MutableBlockOfCandidate(candidate).links;
  const auto order = [](const LinkCard& link) {
    return std::tuple(link.position, link.organisation);
  };
  const auto position = static_cast<std::uint16_t>(candidate % kCardsPerBlock);
  return std::ranges::lower_bound(links, std::tuple(position, organisation), {}, order);
}

bool CatalogueBuilder::IsLinkOf(const LinkCard& link, Ordinal candidate, Ordinal organisation) {
  return link.position == candidate % kCardsPerBlock && link.organisation == organisation;
}

void CatalogueBuilder::SetLink(const LinkName& name, const LinkTerms& terms) {
  const Ordinal candidate = CandidateOrdinal(name.candidate);
  LinkCard card;
  card.organisation = OrganisationOrdinal(name.organisation);
  card.position = static_cast<std::uint16_t>(candidate % kCardsPerBlock);
  if (!terms.caseload.empty()) card.caseload = CaseloadOrdinal(terms.caseload);
  const auto place = PlaceOfLink(candidate, card.organisation);
  std::vector<LinkCard>& links = MutableBlockOfCandidate(candidate).links;
  const bool there = place != links.end() && IsLinkOf(*place, candidate, card.organisation);
  // Strings are not taken back before the catalogue is built anew: the same one is kept.
  const bool same =
      there && place->reference != kNoOrdinal && *references_[place->reference] == terms.reference;
  if (same) {
    card.reference = place->reference;
  } else if (!terms.reference.empty()) {
    card.reference = ReferenceOrdinal({name.organisation, terms.reference}, candidate);
  }
  if (there) {
    *place = card;
  } else {
    links.insert(place, card);
    changed_candidates_.Add(candidate);
  }
}

void CatalogueBuilder::ForgetLink(const LinkName& name) {
  const Ordinal candidate = CandidateOrdinal(name.candidate);
  const Ordinal organisation = OrganisationOrdinal(name.organisation);
  const auto place = PlaceOfLink(candidate, organisation);
  std::vector<LinkCard>& links = MutableBlockOfCandidate(candidate).links;
  if (place == links.end() || !IsLinkOf(*place, candidate, organisation)) return;
  links.erase(place);
  changed_candidates_.Add(candidate);
}

}  // namespace throughgate::matcher
