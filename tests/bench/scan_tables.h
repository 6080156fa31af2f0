// What does not change from row to row of a scan, laid out before it: part of the frozen
// denominators, so none of it is the matcher's own but the published tables.
#ifndef THROUGHGATE_TESTS_BENCH_SCAN_TABLES_H_
#define THROUGHGATE_TESTS_BENCH_SCAN_TABLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/rank/score.h"

namespace throughgate::bench {

// Credit of one candidate for each skill at each level.
class HeldCredits {
 public:
  HeldCredits(const matcher::Catalogue& catalogue, matcher::Ordinal candidate);

  matcher::SkillCredit Of(std::uint16_t skill, std::uint8_t level) const {
    return skill == matcher::kNoIndex ? matcher::SkillCredit() : credits_[row_[skill]][level];
  }

 private:
  using ByLevel = std::array<matcher::SkillCredit, 5>;
  ByLevel& RowOf(std::uint16_t skill);

  std::vector<std::uint16_t> row_;  // by skill; 0: none
  std::vector<ByLevel> credits_;
};

// What meets one need of a vacancy, in percent.
struct NeedRelations {
  matcher::SkillLevel level;
  std::uint8_t weight;
  std::vector<std::uint8_t> by_skill;
  std::vector<std::uint8_t> inferred;  // by occupation held
};
std::vector<NeedRelations> RelationsOfNeeds(const matcher::Catalogue& catalogue,
                                            matcher::Ordinal vacancy);

// In percent, by occupation.
std::vector<std::uint8_t> ClosenessToHeld(const matcher::Catalogue& catalogue,
                                          matcher::Ordinal candidate);
std::vector<std::uint8_t> ClosenessToWork(const matcher::Catalogue& catalogue,
                                          matcher::Ordinal vacancy);

// The share of shifts that availability covers, once for each of the patterns that vary.
class PatternShares {
 public:
  explicit PatternShares(const matcher::Catalogue& catalogue)
      : catalogue_(catalogue), shares_(catalogue.patterns.size, kNotYet) {}
  std::int32_t Of(std::uint32_t shifts, std::uint32_t availability, std::uint32_t varying);

 private:
  static constexpr std::int8_t kNotYet = -1;
  const matcher::Catalogue& catalogue_;
  std::vector<std::int8_t> shares_;
};

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_SCAN_TABLES_H_
