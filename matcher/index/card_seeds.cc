#include "matcher/index/card_seeds.h"

#include <algorithm>
#include <span>

namespace throughgate::matcher {
namespace {

Ordinal OnlyHolder(Ordinal custodian, std::span<const LinkCard> links) {
  const bool only = std::ranges::all_of(
      links, [&](const LinkCard& link) { return link.organisation == custodian; });
  return only ? custodian : kNoOrdinal;
}

}  // namespace

std::size_t VacancySeeds::SpotsOf(Ordinal vacancy) const {
  const VacancyCard& card = vacancies_[vacancy / kCardsPerBlock].cards[vacancy % kCardsPerBlock];
  if (!card.complete() || card.state != VacancyState::kOpen) return 0;
  return IsAtHome(card) ? 1 : std::max<std::size_t>(1, card.site_count);
}

VacancySeed VacancySeeds::SeedOf(Ordinal vacancy, std::size_t number) const {
  const VacancyBlock& block = vacancies_[vacancy / kCardsPerBlock];
  const VacancyCard& card = block.cards[vacancy % kCardsPerBlock];
  VacancySeed seed;
  seed.card = &card;
  seed.needs = block.NeedsOf(card);
  VacancySpot& spot = seed.spot;
  spot.vacancy = vacancy;
  spot.at_home = IsAtHome(card);
  if (!spot.at_home && card.site_count > 0) {
    const SitePoint& site = block.SitesOf(card)[number];
    spot.at = site.ecef;
    spot.uncertainty_m = site.uncertainty_m;
  }
  spot.shifts = card.shifts;
  spot.pence_per_hour = card.pence_per_hour;
  spot.opens_on = card.opens_on;
  spot.closes_on = card.closes_on;
  spot.starts_on = card.starts_on;
  spot.posted_on = card.posted_on;
  spot.occupations = card.occupations;
  for (const Pledge& pledge : employers_[card.employer]->pledges) spot.pledges.Add(pledge.state);
  for (const SkillNeed& need : seed.needs) spot.skill_weight += need.weight;
  spot.number = static_cast<std::uint8_t>(number);
  spot.one_of_several = !spot.at_home && card.site_count > 1;
  return seed;
}

std::size_t CandidateSeeds::SpotsOf(Ordinal candidate) const {
  return candidates_[candidate / kCardsPerBlock].cards[candidate % kCardsPerBlock].complete() ? 1
                                                                                              : 0;
}

CandidateSeed CandidateSeeds::SeedOf(Ordinal candidate, std::size_t) const {
  const CandidateBlock& block = candidates_[candidate / kCardsPerBlock];
  const CandidateCard& card = block.cards[candidate % kCardsPerBlock];
  CandidateSeed seed;
  seed.tie_hash = card.tie_hash;
  seed.skills = block.SkillsOf(card);
  seed.occupations = block.OccupationsOf(card);
  seed.custodian = card.custodian;
  seed.links = block.LinksOf(candidate % kCardsPerBlock);
  CandidateSpot& spot = seed.spot;
  spot.at = card.home;
  spot.uncertainty_m = card.home_uncertainty_m;
  spot.candidate = candidate;
  spot.reach_m = card.reach_m;
  spot.availability = card.availability;
  spot.only_holder = OnlyHolder(card.custodian, seed.links);
  spot.available_from = card.available_from;
  spot.pay_floor = card.pay_floor;
  spot.registered_on = card.registered_on;
  if (!seed.occupations.empty()) spot.first_work = seed.occupations[0].occupation;
  return seed;
}

}  // namespace throughgate::matcher
