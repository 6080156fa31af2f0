// Numbers at the front of a page token's position.
#ifndef THROUGHGATE_SERVICES_CONVERT_CURSOR_NUMBERS_H_
#define THROUGHGATE_SERVICES_CONVERT_CURSOR_NUMBERS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/time/time.h"

namespace throughgate::services {

// Each as this machine holds a 64-bit integer: a token comes back to the server that made it.
std::string PackNumbers(std::span<const std::uint64_t> numbers);

// Takes as many as `numbers` holds off the front of `position`; whether there were so many.
bool TakeNumbers(std::string_view& position, std::span<std::uint64_t> numbers);

// The instant of a token's seconds since 1970 and nanoseconds; nullopt for one that no request can
// have asked for, and that no calendar is to be asked about.
std::optional<absl::Time> InstantOf(std::uint64_t seconds, std::uint64_t nanoseconds);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_CURSOR_NUMBERS_H_
