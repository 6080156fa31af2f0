#include "services/convert/cursor_numbers.h"

#include <cstring>

#include "services/convert/instant.h"

namespace throughgate::services {

std::string PackNumbers(std::span<const std::uint64_t> numbers) {
  std::string bytes(numbers.size_bytes(), '\0');
  std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

bool TakeNumbers(std::string_view& position, std::span<std::uint64_t> numbers) {
  if (position.size() < numbers.size_bytes()) return false;
  std::memcpy(numbers.data(), position.data(), numbers.size_bytes());
  position.remove_prefix(numbers.size_bytes());
  return true;
}

std::optional<absl::Time> InstantOf(std::uint64_t seconds, std::uint64_t nanoseconds) {
  const auto signed_seconds = static_cast<std::int64_t>(seconds);
  if (!IsInRange(signed_seconds) || nanoseconds >= kNanosPerSecond) return std::nullopt;
  return absl::FromUnixSeconds(signed_seconds) +
         absl::Nanoseconds(static_cast<std::int64_t>(nanoseconds));
}

}  // namespace throughgate::services
