#include "services/import/place_names.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace throughgate::services {
namespace {

using Words = std::vector<std::string>;

// Whether the text has the shape `pattern`, of 'A' for letters and '9' for digits.
bool HasShape(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(text, pattern, [](char c, char of) {
    const auto byte = static_cast<unsigned char>(c);
    return of == 'A' ? absl::ascii_isalpha(byte) : absl::ascii_isdigit(byte);
  });
}

bool IsDistrict(std::string_view word) {
  static constexpr std::string_view kShapes[] = {"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};
  return std::ranges::any_of(kShapes,
                             [&](std::string_view shape) { return HasShape(word, shape); });
}

bool IsInwardCode(std::string_view word) { return HasShape(word, "9AA"); }

// Adds the name that the words are, and the district that they end in.
void AddNames(Words words, Words& names) {
  std::string district;
  if (words.size() > 1 && IsInwardCode(words.back()) && IsDistrict(words[words.size() - 2])) {
    words.pop_back();
  }
  if (!words.empty() && IsDistrict(words.back())) {
    district = absl::AsciiStrToUpper(words.back());
    words.pop_back();
  }
  if (!words.empty()) names.push_back(absl::StrJoin(words, " "));
  if (!district.empty()) names.push_back(district);
}

}  // namespace

std::vector<std::string> PlaceNames(std::string_view location) {
  const std::string parts = absl::StrReplaceAll(absl::string_view(location.data(), location.size()),
                                                {{" - ", ","}, {" \u2013 ", ","}});
  Words names;
  for (const absl::string_view part : absl::StrSplit(parts, absl::ByAnyChar(",;/|()[]"))) {
    AddNames(absl::StrSplit(part, absl::ByAnyChar(" \t"), absl::SkipEmpty()), names);
  }
  return names;
}

}  // namespace throughgate::services
