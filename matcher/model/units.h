// Units that must not be mixed up.
#ifndef THROUGHGATE_MATCHER_MODEL_UNITS_H_
#define THROUGHGATE_MATCHER_MODEL_UNITS_H_

#include <compare>
#include <cstdint>
#include <optional>

namespace throughgate::matcher {

// A distance on the ground, or a radius.
struct Metres {
  std::int64_t value = 0;
  auto operator<=>(const Metres&) const = default;
  friend Metres operator+(Metres a, Metres b) { return {a.value + b.value}; }
  friend Metres operator-(Metres a, Metres b) { return {a.value - b.value}; }
};

// A civil day in Europe/London, as days since 1970-01-01.
struct Day {
  std::int32_t since_epoch = 0;
  auto operator<=>(const Day&) const = default;
};

// What lasts no longer than this, from its first day to its last, is there once: other days can be
// worked.
inline constexpr std::int32_t kOnceDays = 14;

inline bool IsOnce(const std::optional<Day>& first, const std::optional<Day>& last) {
  return first && last && last->since_epoch - first->since_epoch < kOnceDays;
}

// Whether the last day is past; one that is not stated never is.
inline bool HasEnded(const std::optional<Day>& last, Day today) { return last && today > *last; }

// Money per hour of work. 0 means not stated.
struct PencePerHour {
  std::int32_t value = 0;
  auto operator<=>(const PencePerHour&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_UNITS_H_
