// Link codes, as people read them out and type them: "7KQ4-9FJT-2M6X-FB".
#ifndef THROUGHGATE_SERVICES_EDGE_LINK_CODE_H_
#define THROUGHGATE_SERVICES_EDGE_LINK_CODE_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace throughgate::services {

// How long a code is good for.
inline constexpr absl::Duration kLinkCodeLife = absl::Hours(14 * 24);

// Twelve random digits of Crockford's base32, which are sixty bits, and two check digits, without
// hyphens.
//
// Errors  kUnavailable  the source of random numbers gives none.
absl::StatusOr<std::string> NewLinkCode();

// With hyphens between groups of four.
std::string ShowLinkCode(std::string_view code);

// The code in what somebody typed: in capitals or not, O for 0, I or L for 1, hyphens and spaces
// anywhere. nullopt when it has not fourteen digits, or its check digits say that it is mistyped:
// one or two wrong digits, or two that changed places, are always noticed.
std::optional<std::string> ReadLinkCode(std::string_view typed);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_LINK_CODE_H_
