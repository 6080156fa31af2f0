// The total order of matches: score, requirements fully met, the nearer whole kilometre, the
// earlier posted vacancy or longer-waiting candidate, then a salted hash. Packed, so that one
// comparison of integers decides.
#ifndef THROUGHGATE_MATCHER_RANK_RANK_KEY_H_
#define THROUGHGATE_MATCHER_RANK_RANK_KEY_H_

#include <algorithm>
#include <compare>
#include <cstdint>

namespace throughgate::matcher {

// A greater key ranks higher.
//
// `major`, from the top: 10 bits of score, 8 of requirements met, 12 of kilometres counted down,
// 20 of days counted down, 14 unused.
struct RankKey {
  std::uint64_t major = 0;
  std::uint64_t hash = 0;
  auto operator<=>(const RankKey&) const = default;
};

inline constexpr int kScoreShift = 54;

// The score in a key.
constexpr std::int32_t ScoreOf(const RankKey& key) {
  return static_cast<std::int32_t>(key.major >> kScoreShift);
}

// `distance_cm` below zero is not known and counts as the farthest; `since` is a day since 1970.
constexpr RankKey MakeRankKey(std::int32_t score, std::int32_t requirements_met,
                              std::int64_t distance_cm, std::int32_t since, std::uint64_t hash) {
  constexpr std::int64_t kFarthestKm = (1 << 12) - 1;
  constexpr std::int64_t kLatestDay = (1 << 20) - 1;
  // From the year 1252 to 4123; days outside count as the nearest inside.
  constexpr std::int64_t kDayOffset = 1 << 18;
  const std::int64_t km =
      distance_cm < 0 ? kFarthestKm : std::min(distance_cm / 100'000, kFarthestKm);
  const std::int64_t day = std::clamp<std::int64_t>(since + kDayOffset, 0, kLatestDay);
  const auto met = static_cast<std::uint64_t>(std::clamp(requirements_met, 0, 255));
  return {static_cast<std::uint64_t>(score) << kScoreShift | met << 46 |
              static_cast<std::uint64_t>(kFarthestKm - km) << 34 |
              static_cast<std::uint64_t>(kLatestDay - day) << 14,
          hash};
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_RANK_KEY_H_
