#include "storage/secrets/base32.h"

#include <cstdint>

namespace throughgate::storage {
namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr unsigned kBitsOfDigit = 5;
constexpr unsigned kBitsOfByte = 8;
constexpr std::uint32_t kDigitMask = (1U << kBitsOfDigit) - 1;

// The value of a digit; kDigitMask + 1 for what is none.
std::uint32_t ValueOf(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<std::uint32_t>(c - 'a');
  if (c >= '2' && c <= '7') return static_cast<std::uint32_t>(c - '2') + 26;
  return kDigitMask + 1;
}

}  // namespace

std::string ToBase32(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * kBitsOfByte + kBitsOfDigit - 1) / kBitsOfDigit);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    held = held << kBitsOfByte | static_cast<unsigned char>(byte);
    for (bits += kBitsOfByte; bits >= kBitsOfDigit;) {
      bits -= kBitsOfDigit;
      text += kAlphabet[held >> bits & kDigitMask];
    }
  }
  if (bits > 0) text += kAlphabet[held << (kBitsOfDigit - bits) & kDigitMask];
  return text;
}

std::optional<std::string> FromBase32(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * kBitsOfDigit / kBitsOfByte);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::uint32_t value = ValueOf(c);
    if (value > kDigitMask) return std::nullopt;
    held = held << kBitsOfDigit | value;
    bits += kBitsOfDigit;
    if (bits < kBitsOfByte) continue;
    bits -= kBitsOfByte;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  // A digit too many, or bits that no byte has.
  if (bits >= kBitsOfDigit || (held & ((1U << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace throughgate::storage
