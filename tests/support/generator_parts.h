// What the generators of several records are made of.
#ifndef THROUGHGATE_TESTS_SUPPORT_GENERATOR_PARTS_H_
#define THROUGHGATE_TESTS_SUPPORT_GENERATOR_PARTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/model_generators.h"

namespace throughgate::generators {

// [min, max], whatever the size of the case.
template <typename Number>
rc::Gen<Number> Between(Number min, Number max) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(min, max + 1));
}

// Some of the bits of `mask`.
inline std::uint32_t SomeBitsOf(std::uint32_t mask) {
  return mask & *rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>());
}

template <typename Enum>
rc::Gen<Enum> EnumUpTo(Enum last) {
  return rc::gen::cast<Enum>(Between(0, static_cast<int>(last)));
}

// A few of `Part`, each made by `make(n)` from its position.
template <typename Make>
auto Few(int max, Make make) {
  std::vector<decltype(make(0))> parts;
  const int count = *rc::gen::inRange(0, max + 1);
  parts.reserve(count);
  for (int i = 0; i < count; ++i) parts.push_back(make(i));
  return parts;
}

// Distinct for distinct `n`.
inline std::string IdNumber(int n) { return absl::StrCat(*Id(), "-", n); }
inline std::string CodeNumber(const char* kind, int n) {
  return absl::StrCat(kind, "/", IdNumber(n));
}

// Each enumerator up to `last`, but for the first, with one chance in `of`.
template <typename Enum>
std::vector<Enum> Some(Enum last, int of) {
  std::vector<Enum> some;
  for (int i = 1; i <= static_cast<int>(last); ++i) {
    if (*Between(1, of) == 1) some.push_back(static_cast<Enum>(i));
  }
  return some;
}

// Distinct ISCO groups.
inline std::vector<std::string> SomeGroups(int min, int max) {
  std::vector<std::string> groups;
  for (int i = *Between(min, max); i > 0; --i) groups.push_back(absl::StrCat("isco/", 20 + i));
  return groups;
}

template <typename T>
std::optional<T> Optionally(rc::Gen<T> gen) {
  if (*rc::gen::arbitrary<bool>()) return *gen;
  return std::nullopt;
}

inline matcher::Day AnyDay() { return *rc::gen::arbitrary<matcher::Day>(); }
inline std::optional<matcher::Day> MaybeDay() {
  return Optionally(rc::gen::arbitrary<matcher::Day>());
}
// Not before `first`, if that is stated.
inline std::optional<matcher::Day> MaybeDayFrom(const std::optional<matcher::Day>& first) {
  std::optional<matcher::Day> day = MaybeDay();
  if (day && first && *day < *first) return first;
  return day;
}

}  // namespace throughgate::generators

#endif  // THROUGHGATE_TESTS_SUPPORT_GENERATOR_PARTS_H_
