#include "tests/oracle/small_world.h"

#include "tests/support/world.h"

namespace throughgate::oracle {

PlainWorld SmallWorld(std::uint64_t seed) {
  World world = WorldOfSeed(seed);
  return {.today = kWorldToday,
          .concepts = WorldConcepts(),
          .districts = std::move(world.districts),
          .sites = std::move(world.sites),
          .vacancies = std::move(world.vacancies),
          .slots = std::move(world.slots),
          .candidates = std::move(world.candidates),
          .plans = std::move(world.plans),
          .effects = std::move(world.effects),
          .digest = world.has_key ? WorldDigest : nullptr,
          .premises = std::move(world.premises)};
}

}  // namespace throughgate::oracle
