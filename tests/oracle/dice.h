// Chance that is the same on every machine: SplitMix64, and whole numbers from it.
#ifndef THROUGHGATE_TESTS_ORACLE_DICE_H_
#define THROUGHGATE_TESTS_ORACLE_DICE_H_

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace throughgate::oracle {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  // [min, max]
  int Between(int min, int max) {
    return min + static_cast<int>(Next() % (static_cast<std::uint64_t>(max) - min + 1));
  }
  bool OneIn(int n) { return Between(1, n) == 1; }

  template <typename T>
  T OneOf(std::initializer_list<T> values) {
    return values.begin()[Between(0, static_cast<int>(values.size()) - 1)];
  }
  template <typename T>
  const T& Pick(const std::vector<T>& values) {
    return values[Between(0, static_cast<int>(values.size()) - 1)];
  }
  template <typename Enum>
  Enum UpTo(Enum last) {
    return static_cast<Enum>(Between(0, static_cast<int>(last)));
  }

 private:
  std::uint64_t Next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_DICE_H_
