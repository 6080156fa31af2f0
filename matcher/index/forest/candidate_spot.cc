#include "matcher/index/forest/candidate_spot.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

namespace throughgate::matcher {
namespace {

// Up to and including each; what is beyond the last is a class of its own.
constexpr std::array<std::uint32_t, 5> kReachClassesM = {10'000, 25'000, 50'000, 100'000, 200'000};

}  // namespace

void CandidateBlockLimits::Include(const CandidateSeed& seed) {
  const std::int32_t pay_floor = seed.spot.pay_floor;
  if (pay_floor != 0) pay_floor_least = std::min(pay_floor_least, pay_floor);
  pay_floor_unstated = pay_floor_unstated || pay_floor == 0;
  holders |= BitOf(seed.custodian);
  for (const LinkCard& link : seed.links) holders |= BitOf(link.organisation);
}

void CandidateBlockLimits::Include(const CandidateBlockLimits& other) {
  pay_floor_least = std::min(pay_floor_least, other.pay_floor_least);
  pay_floor_unstated = pay_floor_unstated || other.pay_floor_unstated;
  holders |= other.holders;
}

void CandidateLimits::Include(const CandidateSeed& seed) {
  CandidateBlockLimits::Include(seed);
  const CandidateSpot& spot = seed.spot;
  if (spot.known()) {
    box.Include(spot.at);
    uncertainty_most_m = std::max(uncertainty_most_m, spot.uncertainty_m);
  }
  reach_most_m = std::max(reach_most_m, spot.reach_m);
  available_first = std::min(available_first, spot.available_from);
  available_last = std::max(available_last, spot.available_from);
  registered_first = std::min(registered_first, spot.registered_on);
  first_work.Include(spot.first_work);
  for (const HeldOccupation& held : seed.occupations) {
    if (held.occupation != spot.first_work) further_work.Include(held.occupation);
  }
  hash_most = std::max(hash_most, seed.tie_hash);
}

void CandidateLimits::Include(const CandidateLimits& other) {
  CandidateBlockLimits::Include(other);
  box.Include(other.box);
  uncertainty_most_m = std::max(uncertainty_most_m, other.uncertainty_most_m);
  reach_most_m = std::max(reach_most_m, other.reach_most_m);
  available_first = std::min(available_first, other.available_first);
  available_last = std::max(available_last, other.available_last);
  registered_first = std::min(registered_first, other.registered_first);
  first_work.Include(other.first_work);
  further_work.Include(other.further_work);
  hash_most = std::max(hash_most, other.hash_most);
}

CandidateShelf CandidateSide::ShelfOf(const Seed& seed) {
  const auto reach_class =
      std::lower_bound(kReachClassesM.begin(), kReachClassesM.end(), seed.spot.reach_m);
  return {.known = seed.spot.known(),
          .reach_class = static_cast<std::uint8_t>(reach_class - kReachClassesM.begin())};
}

bool CandidateSide::Before(const Seed& a, const Seed& b) {
  const auto order = [](const Seed& seed) {
    const CandidateSpot& spot = seed.spot;
    return std::tuple(spot.first_work, spot.pay_floor, spot.registered_on, ~seed.tie_hash);
  };
  return order(a) < order(b);
}

CandidateSide::Named CandidateSide::NamedBy(std::span<const Seed> seeds) {
  std::vector<Mention> work;
  std::vector<Mention> skills;
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    for (const HeldOccupation& held : seeds[i].occupations) {
      work.push_back(
          {.spot = i, .item = held.occupation, .note = static_cast<std::uint8_t>(held.relation)});
    }
    for (const HeldSkill& held : seeds[i].skills) {
      skills.push_back(
          {.spot = i, .item = held.skill, .note = HeldNote{held.level, held.evidence}.Write()});
    }
  }
  return {Mentions(seeds.size(), work), ItemLists(std::move(skills))};
}

}  // namespace throughgate::matcher
