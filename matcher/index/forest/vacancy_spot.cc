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

void VacancyBlockLimits::Include(const VacancySeed& seed) {
  const VacancySpot& spot = seed.spot;
  pence_most = std::max(pence_most, spot.pence_per_hour);
  pledges.RaiseTo(spot.pledges);
  pay_unstated = pay_unstated || spot.pence_per_hour == 0;
  skills_stated = skills_stated || spot.skill_weight > 0;
  skills_unstated = skills_unstated || spot.skill_weight == 0;
}

void VacancyBlockLimits::Include(const VacancyBlockLimits& other) {
  pence_most = std::max(pence_most, other.pence_most);
  pledges.RaiseTo(other.pledges);
  pay_unstated = pay_unstated || other.pay_unstated;
  skills_stated = skills_stated || other.skills_stated;
  skills_unstated = skills_unstated || other.skills_unstated;
}

void VacancyLimits::Include(const VacancySeed& seed) {
  VacancyBlockLimits::Include(seed);
  const VacancySpot& spot = seed.spot;
  if (spot.known()) {
    box.Include(spot.at);
    uncertainty_most_m = std::max(uncertainty_most_m, spot.uncertainty_m);
  }
  at_home = at_home || spot.at_home;
  starts_first = std::min(starts_first, spot.starts_on);
  starts_last = std::max(starts_last, spot.starts_on);
  opens_first = std::min(opens_first, seed.card->opens_on);
  closes_last = std::max(closes_last, ClosesOn(*seed.card));
  posted_first = std::min(posted_first, spot.posted_on);
  first_work.Include(spot.occupations[0]);
  for (std::size_t i = 1; i < spot.occupations.size(); ++i)
    further_work.Include(spot.occupations[i]);
  needs_most = std::max(needs_most, static_cast<std::uint8_t>(seed.needs.size()));
  hash_most = std::max(hash_most, seed.card->tie_hash);
}

void VacancyLimits::Include(const VacancyLimits& other) {
  VacancyBlockLimits::Include(other);
  box.Include(other.box);
  uncertainty_most_m = std::max(uncertainty_most_m, other.uncertainty_most_m);
  at_home = at_home || other.at_home;
  starts_first = std::min(starts_first, other.starts_first);
  starts_last = std::max(starts_last, other.starts_last);
  opens_first = std::min(opens_first, other.opens_first);
  closes_last = std::max(closes_last, other.closes_last);
  posted_first = std::min(posted_first, other.posted_first);
  first_work.Include(other.first_work);
  further_work.Include(other.further_work);
  needs_most = std::max(needs_most, other.needs_most);
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

VacancySide::Named VacancySide::NamedBy(std::span<const Seed> seeds) {
  std::vector<Mention> work;
  std::vector<Mention> skills;
  std::vector<std::uint8_t> weights;
  weights.reserve(seeds.size());
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    weights.push_back(seeds[i].spot.skill_weight);
    for (const OccupationIndex occupation : seeds[i].spot.occupations) {
      if (occupation != kNoIndex) work.push_back({.spot = i, .item = occupation, .note = 0});
    }
    for (const SkillNeed& need : seeds[i].needs) {
      if (need.skill == kNoIndex) continue;
      skills.push_back(
          {.spot = i, .item = need.skill, .note = NeedNote{need.level, need.weight}.Write()});
    }
  }
  return {Mentions(seeds.size(), work), Mentions(seeds.size(), skills), std::move(weights)};
}

}  // namespace throughgate::matcher
