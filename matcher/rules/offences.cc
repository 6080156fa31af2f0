#include "matcher/rules/offences.h"

#include <array>
#include <cstddef>

namespace throughgate::matcher {

bool IsSpent(const Offence& offence, Day today) {
  return offence.spent_on && today >= *offence.spent_on;
}

std::string_view OffenceName(OffenceCategory category) {
  static constexpr std::array<std::string_view, kOffenceCategoryLast + 1> kNames = {
      "an unspecified kind",
      "arson",
      "criminal damage",
      "driving",
      "drugs",
      "fraud",
      "hate crime",
      "murder",
      "public order",
      "robbery",
      "sexual",
      "terrorism",
      "theft",
      "violence",
      "weapons",
      "another kind",
  };
  return kNames[static_cast<std::size_t>(category)];
}

}  // namespace throughgate::matcher
