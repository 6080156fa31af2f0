// A candidate, at the middle of the release area, as the search meets it in a leaf. Nothing here is
// sealed.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_CANDIDATE_SPOT_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_CANDIDATE_SPOT_H_

#include <compare>
#include <cstdint>
#include <limits>
#include <span>

#include "matcher/geo/ecef_box.h"
#include "matcher/index/cards.h"
#include "matcher/index/forest/item_lists.h"
#include "matcher/index/forest/mentions.h"
#include "matcher/index/forest/work_range.h"

namespace throughgate::matcher {

// What the score depends on, and who has the person, copied from the card. See VacancySpot.
struct CandidateSpot {
  Ecef at;
  std::uint32_t uncertainty_m = kPlaceUnknown;
  Ordinal candidate = kNoOrdinal;
  std::uint32_t reach_m = 0;
  Ordinal availability = 0;
  Ordinal only_holder = kNoOrdinal;  // kNoOrdinal: several; the card says which
  std::int32_t available_from = kNoDay;
  std::int32_t pay_floor = 0;
  std::int32_t registered_on = 0;
  OccupationIndex first_work = kNoIndex;

  bool known() const { return uncertainty_m != kPlaceUnknown; }
};
static_assert(sizeof(CandidateSpot) == 48);

// A spot on its way into a leaf. Lifetime: of the card's block.
struct CandidateSeed {
  CandidateSpot spot;
  std::uint64_t tie_hash = 0;
  std::span<const HeldSkill> skills;
  std::span<const HeldOccupation> occupations;
  Ordinal custodian = kNoOrdinal;
  std::span<const LinkCard> links;
};

// As VacancyBlockLimits.
struct CandidateBlockLimits {
  std::int32_t pay_floor_least = std::numeric_limits<std::int32_t>::max();  // of those stated
  bool pay_floor_unstated = false;                                          // of any
  std::uint64_t holders = 0;  // a bit for each; every 64th organisation shares it

  static std::uint64_t BitOf(Ordinal holder) { return std::uint64_t{1} << holder % 64; }

  bool operator==(const CandidateBlockLimits&) const = default;
  void Include(const CandidateSeed& seed);
  void Include(const CandidateBlockLimits& limits);
};

// As VacancyLimits.
struct CandidateLimits : CandidateBlockLimits {
  EcefBox box;  // of the release areas that are known
  std::uint32_t uncertainty_most_m = 0;
  std::uint32_t reach_most_m = 0;
  std::int32_t available_first = std::numeric_limits<std::int32_t>::max();
  std::int32_t available_last = std::numeric_limits<std::int32_t>::min();
  std::int32_t registered_first = std::numeric_limits<std::int32_t>::max();
  WorkRange first_work;   // of the first of each person's types of work
  WorkMask further_work;  // of the others
  std::uint64_t hash_most = 0;

  bool operator==(const CandidateLimits&) const = default;
  void Include(const CandidateSeed& seed);
  void Include(const CandidateLimits& limits);
};

// Candidates of like reach: one who would travel across the country must not make a whole leaf of
// others be looked at from everywhere.
struct CandidateShelf {
  bool known = false;  // the release area
  std::uint8_t reach_class = 0;
  auto operator<=>(const CandidateShelf&) const = default;
};

// How a skill is held, as a note in a list.
struct HeldNote {
  SkillLevel level = SkillLevel::kUnspecified;
  SkillEvidence evidence = SkillEvidence::kUnspecified;

  static HeldNote Read(std::uint8_t note) {
    return {static_cast<SkillLevel>(note & kLevels), static_cast<SkillEvidence>(note >> kShift)};
  }
  std::uint8_t Write() const {
    return static_cast<std::uint8_t>(static_cast<int>(level) | static_cast<int>(evidence)
                                                                   << kShift);
  }
  static constexpr int kShift = 3;
  static constexpr int kLevels = (1 << kShift) - 1;
};

struct CandidateSide {
  using Spot = CandidateSpot;
  using Seed = CandidateSeed;
  using BlockLimits = CandidateBlockLimits;
  using Limits = CandidateLimits;
  using Shelf = CandidateShelf;
  struct Named {
    Mentions work;  // types of it, each with its OccupationRelation
    // That are held, with HeldNotes: by skill, since few of the many that somebody holds matter to
    // a vacancy.
    ItemLists skills;
    void Fetch() const { work.Fetch(); }
    std::size_t bytes() const { return work.bytes() + skills.bytes(); }
  };

  static Ordinal OrdinalOf(const Spot& spot) { return spot.candidate; }
  static std::uint8_t NumberOf(const Spot&) { return 0; }
  static OccupationIndex WorkOf(const Spot& spot) { return spot.first_work; }
  static std::size_t ListedOf(const Seed& seed) { return seed.skills.size(); }
  static Shelf ShelfOf(const Seed& seed);
  static bool Before(const Seed& a, const Seed& b);
  static Named NamedBy(std::span<const Seed> seeds);
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_CANDIDATE_SPOT_H_
