#include "matcher/index/forest/vacancy_spot.h"

#include <tuple>

namespace throughgate::matcher {
namespace {

constexpr std::int32_t kDaysPerQuarter = 91;
constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

std::int32_t ClosesOn(const VacancyCard& card) {
  return card.closes_on == kNoDay ? kNever : card.closes_on;
}

}  // namespace

void VacancyLimits::Include(const VacancySeed& seed) {
  const VacancySpot& spot = seed.spot;
  if (spot.known()) {
    box.Include(spot.at);
    uncertainty_most_m = std::max(uncertainty_most_m, spot.uncertainty_m);
  }
  at_home = at_home || spot.at_home;
  pence_most = std::max(pence_most, spot.pence_per_hour);
  pay_unstated = pay_unstated || spot.pence_per_hour == 0;
  starts_first = std::min(starts_first, spot.starts_on);
  starts_last = std::max(starts_last, spot.starts_on);
  opens_first = std::min(opens_first, seed.card->opens_on);
  closes_last = std::max(closes_last, ClosesOn(*seed.card));
  posted_first = std::min(posted_first, spot.posted_on);
  first_work.Include(spot.occupations[0]);
  for (std::size_t i = 1; i < spot.occupations.size(); ++i)
    further_work.Include(spot.occupations[i]);
  pledges.RaiseTo(spot.pledges);
  needs_most = std::max(needs_most, static_cast<std::uint8_t>(seed.needs.size()));
  skills_unstated = skills_unstated || spot.skill_weight == 0;
  hash_most = std::max(hash_most, seed.card->tie_hash);
}

void VacancyLimits::Include(const VacancyLimits& other) {
  box.Include(other.box);
  uncertainty_most_m = std::max(uncertainty_most_m, other.uncertainty_most_m);
  at_home = at_home || other.at_home;
  pence_most = std::max(pence_most, other.pence_most);
  pay_unstated = pay_unstated || other.pay_unstated;
  starts_first = std::min(starts_first, other.starts_first);
  starts_last = std::max(starts_last, other.starts_last);
  opens_first = std::min(opens_first, other.opens_first);
  closes_last = std::max(closes_last, other.closes_last);
  posted_first = std::min(posted_first, other.posted_first);
  first_work.Include(other.first_work);
  further_work.Include(other.further_work);
  pledges.RaiseTo(other.pledges);
  needs_most = std::max(needs_most, other.needs_most);
  skills_unstated = skills_unstated || other.skills_unstated;
  hash_most = std::max(hash_most, other.hash_most);
}

VacancyShelf VacancySide::ShelfOf(const Seed& seed) {
  const std::int32_t closes_on = ClosesOn(*seed.card);
  return {.at_home = seed.spot.at_home,
          .known = seed.spot.known(),
          .pledged = seed.spot.pledges.any(),
          .quarter = closes_on == kNever ? kNever : closes_on / kDaysPerQuarter};
}

bool VacancySide::Before(const Seed& a, const Seed& b) {
  const auto order = [](const Seed& seed) {
    const VacancySpot& spot = seed.spot;
    return std::tuple(spot.occupations[0], spot.skill_weight > 0, -spot.pence_per_hour,
                      spot.posted_on, ~seed.card->tie_hash);
  };
  return order(a) < order(b);
}

VacancySide::Lists VacancySide::ListsOf(std::span<const Seed> seeds) {
  std::vector<Mention> mentions;
  std::vector<std::uint8_t> weights;
  weights.reserve(seeds.size());
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    weights.push_back(seeds[i].spot.skill_weight);
    for (const SkillNeed& need : seeds[i].needs) {
      if (need.skill == kNoIndex) continue;
      mentions.push_back(
          {need.skill, static_cast<std::uint16_t>(i), NeedNote{need.level, need.weight}.Write()});
    }
  }
  return {ItemLists(std::move(mentions)), std::move(weights)};
}

}  // namespace throughgate::matcher
