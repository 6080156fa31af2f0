// A vacancy at one of its sites, as the search meets it in a leaf.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_VACANCY_SPOT_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_VACANCY_SPOT_H_

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <tuple>
#include <vector>

#include "matcher/geo/ecef_box.h"
#include "matcher/index/cards.h"
#include "matcher/index/forest/mentions.h"
#include "matcher/index/forest/work_range.h"
#include "matcher/model/employer.h"

namespace throughgate::matcher {

// What the score depends on, and the days on which it is open, copied from the card, the site and
// the employer, so that it is read where it stands. A vacancy has a spot for each of its sites, or
// one if it lists none or its work is done at home.
struct alignas(64) VacancySpot {
  Ecef at;
  std::uint32_t uncertainty_m = kPlaceUnknown;
  Ordinal vacancy = kNoOrdinal;
  Ordinal shifts = 0;
  std::int32_t pence_per_hour = 0;
  std::int32_t opens_on = kNoDay;
  std::int32_t closes_on = kNoDay;
  std::int32_t starts_on = kNoDay;
  std::int32_t posted_on = kNoDay;
  VacancyOccupations occupations = {kNoIndex, kNoIndex, kNoIndex, kNoIndex};
  PledgeCounts pledges;           // on a day when all that count at any time are in force
  std::uint8_t skill_weight = 0;  // of all needs; 0: none are stated
  std::uint8_t number = 0;        // of its site among those of the vacancy
  bool one_of_several = false;    // sites
  bool at_home = false;           // no site counts, and no distance is gone

  bool known() const { return uncertainty_m != kPlaceUnknown; }
};
static_assert(sizeof(VacancySpot) == 64, "one cache line");

// A spot on its way into a leaf, with what stands on the card only. Lifetime: of the card's block.
struct VacancySeed {
  VacancySpot spot;
  const VacancyCard* card = nullptr;
  std::span<const SkillNeed> needs;
};

// Within what the inputs to the score lie, of all spots of a block, a leaf or more: inputs, never
// points, so that limits hold for every candidate, day and table of points. A limit may be wider
// than it need be, never narrower.
struct VacancyBlockLimits {
  std::int32_t pence_most = 0;
  PledgeCounts pledges;          // most of each
  bool pay_unstated = false;     // of any
  bool skills_stated = false;    // of any
  bool skills_unstated = false;  // of any

  bool operator==(const VacancyBlockLimits&) const = default;
  void Include(const VacancySeed& seed);
  void Include(const VacancyBlockLimits& limits);
};

// Of a leaf or more. In what is left out of a block's the blocks of a leaf hardly differ.
struct VacancyLimits : VacancyBlockLimits {
  EcefBox box;  // of the sites that are known
  std::uint32_t uncertainty_most_m = 0;
  std::int32_t starts_first = std::numeric_limits<std::int32_t>::max();
  std::int32_t starts_last = std::numeric_limits<std::int32_t>::min();
  std::int32_t opens_first = std::numeric_limits<std::int32_t>::max();
  std::int32_t closes_last = std::numeric_limits<std::int32_t>::min();
  std::int32_t posted_first = std::numeric_limits<std::int32_t>::max();
  WorkRange first_work;   // of the first of each spot's types of work
  WorkMask further_work;  // of the others
  std::uint8_t needs_most = 0;
  bool at_home = false;  // the work of any
  std::uint64_t hash_most = 0;

  bool operator==(const VacancyLimits&) const = default;
  void Include(const VacancySeed& seed);
  void Include(const VacancyLimits& limits);
};

// Vacancies that are looked through together or passed over together.
struct VacancyShelf {
  bool at_home = false;  // the work: in everybody's reach
  bool known = false;    // the place
  bool pledged = false;  // the employer, at any time
  // Of the last day on which they are open, so that those that are closed stay out of the way
  // without being written to. The last of all for those that do not close.
  std::int32_t quarter = 0;
  auto operator<=>(const VacancyShelf&) const = default;
};

// How a skill is needed, as a note of a mention.
struct NeedNote {
  SkillLevel level = SkillLevel::kUnspecified;
  std::uint8_t weight = kOtherWeight;

  static NeedNote Read(std::uint8_t note) {
    return {static_cast<SkillLevel>(note & (kEssential - 1)),
            (note & kEssential) != 0 ? kEssentialWeight : kOtherWeight};
  }
  std::uint8_t Write() const {
    return static_cast<std::uint8_t>(level) | (weight == kEssentialWeight ? kEssential : 0);
  }
  static constexpr std::uint8_t kEssential = 1 << 3;
};

struct VacancySide {
  using Spot = VacancySpot;
  using Seed = VacancySeed;
  using BlockLimits = VacancyBlockLimits;
  using Limits = VacancyLimits;
  using Shelf = VacancyShelf;
  // What the spots of a leaf name.
  struct Named {
    Mentions work;                      // types of it
    Mentions skills;                    // that are needed, with NeedNotes
    std::vector<std::uint8_t> weights;  // VacancySpot::skill_weight, close together
    // Has the beginning brought near.
    void Fetch() const {
      work.Fetch();
      skills.Fetch();
    }
    std::size_t bytes() const { return work.bytes() + skills.bytes() + weights.capacity(); }
  };

  static Ordinal OrdinalOf(const Spot& spot) { return spot.vacancy; }
  static std::uint8_t NumberOf(const Spot& spot) { return spot.number; }
  static OccupationIndex WorkOf(const Spot& spot) { return spot.occupations[0]; }
  // How many items of it stand in ItemLists.
  static std::size_t ListedOf(const Seed&) { return 0; }
  static Shelf ShelfOf(const Seed& seed);
  // The order within a leaf: alike next to each other, and of those that are quite alike first the
  // one that wins a tie.
  static bool Before(const Seed& a, const Seed& b);
  static Named NamedBy(std::span<const Seed> seeds);
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_VACANCY_SPOT_H_
