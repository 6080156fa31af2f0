// The digits d0 … d13 are numbers of the field of 32 elements with a^5 = a^2 + 1. The check digits
// d12 and d13 make both sums zero:
//
//   d0 + d1 + … + d13        and        d0 + d1 a + … + d13 a^13
//
// Any two digits that differ make one of them another, since no two powers are equal.
#include "services/edge/link_code.h"

#include <openssl/rand.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace throughgate::services {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kRandomDigits = 12;
constexpr std::size_t kCodeDigits = 14;
constexpr std::size_t kGroup = 4;
constexpr unsigned kElements = 32;
constexpr unsigned kReduced = 0b100101;  // a^5 + a^2 + 1

constexpr unsigned Times(unsigned x, unsigned y) {
  unsigned product = 0;
  for (; y != 0; y >>= 1) {
    if ((y & 1) != 0) product ^= x;
    x <<= 1;
    if ((x & kElements) != 0) x ^= kReduced;
  }
  return product;
}

constexpr unsigned PowerOfA(std::size_t exponent) {
  unsigned power = 1;
  while (exponent-- > 0) power = Times(power, 2);
  return power;
}

constexpr unsigned Inverse(unsigned x) {
  unsigned inverse = 1;
  while (Times(x, inverse) != 1) ++inverse;
  return inverse;
}

using Digits = std::array<unsigned, kCodeDigits>;

unsigned Sum(const Digits& digits) {
  unsigned sum = 0;
  for (const unsigned digit : digits) sum ^= digit;
  return sum;
}

unsigned WeightedSum(const Digits& digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < kCodeDigits; ++i) sum ^= Times(digits[i], PowerOfA(i));
  return sum;
}

// Takes the check digits for zero.
void AddCheck(Digits& digits) {
  constexpr unsigned kFirst = PowerOfA(kRandomDigits);
  constexpr unsigned kSecond = PowerOfA(kRandomDigits + 1);
  const unsigned sum = Sum(digits);
  // d12 + d13 = sum, and d12 kFirst + d13 kSecond = the weighted sum.
  digits[kRandomDigits] =
      Times(WeightedSum(digits) ^ Times(sum, kSecond), Inverse(kFirst ^ kSecond));
  digits[kRandomDigits + 1] = sum ^ digits[kRandomDigits];
}

// kElements for what is no digit.
unsigned ValueOf(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const std::size_t value = kDigits.find(c);
  return value == kDigits.npos ? kElements : static_cast<unsigned>(value);
}

std::string TextOf(const Digits& digits) {
  std::string text;
  for (const unsigned digit : digits) text += kDigits[digit];
  return text;
}

}  // namespace

absl::StatusOr<std::string> NewLinkCode() {
  std::array<unsigned char, kRandomDigits> bytes;
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) {
    return absl::UnavailableError("the source of random numbers gives none");
  }
  Digits digits = {};
  for (std::size_t i = 0; i < kRandomDigits; ++i) digits[i] = bytes[i] % kElements;
  AddCheck(digits);
  return TextOf(digits);
}

std::string ShowLinkCode(std::string_view code) {
  std::string shown;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % kGroup == 0) shown += '-';
    shown += code[i];
  }
  return shown;
}

std::optional<std::string> ReadLinkCode(std::string_view typed) {
  Digits digits = {};
  std::size_t count = 0;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    const unsigned value = ValueOf(c);
    if (value == kElements || count == kCodeDigits) return std::nullopt;
    digits[count++] = value;
  }
  const bool right = count == kCodeDigits && Sum(digits) == 0 && WeightedSum(digits) == 0;
  return right ? std::optional(TextOf(digits)) : std::nullopt;
}

}  // namespace throughgate::services
