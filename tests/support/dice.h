// Chance from a seed, the same on every machine: the standard library's distributions are not.
#ifndef THROUGHGATE_TESTS_SUPPORT_DICE_H_
#define THROUGHGATE_TESTS_SUPPORT_DICE_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>

namespace throughgate::dice {

// 0 to n - 1.
inline std::size_t Below(std::mt19937_64& random, std::size_t n) { return random() % n; }

inline bool Chance(std::mt19937_64& random, int percent) {
  return Below(random, 100) < static_cast<std::size_t>(percent);
}

// 0 to 1, without 1.
inline double Fraction(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) / 9007199254740992.0;
}

// 0 to n - 1: small numbers often, large ones seldom.
inline std::size_t Zipf(std::mt19937_64& random, std::size_t n) {
  return std::min(n - 1,
                  static_cast<std::size_t>(std::pow(static_cast<double>(n), Fraction(random))) - 1);
}

}  // namespace throughgate::dice

#endif  // THROUGHGATE_TESTS_SUPPORT_DICE_H_
