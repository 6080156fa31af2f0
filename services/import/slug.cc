#include "services/import/slug.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/import/words.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kIdMax = 63;
constexpr std::size_t kHashDigits = 8;

// FNV-1a, folded to 32 bits: it only has to tell apart the few texts that make the same words.
std::string Hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return absl::StrCat(absl::Hex(static_cast<std::uint32_t>(hash ^ (hash >> 32)), absl::kZeroPad8));
}

std::string Hyphenated(std::string_view text) {
  std::string id;
  for (const Word& word : WordsOf(text)) {
    if (!id.empty()) id += '-';
    for (const char c : word.folded) {
      if (c != '+' && c != '#') id += c;
    }
  }
  return id;
}

// `id`, cut to `max` bytes, with the hash of what it stands for where it does not say all of it.
std::string Complete(std::string id, std::size_t max, bool says_all, std::string_view text) {
  if (says_all && !id.empty() && id.size() <= max) return id;
  id.resize(std::min(id.size(), max - kHashDigits - 1));
  while (id.ends_with('-')) id.pop_back();
  const std::string hash = Hash(text);
  return id.empty() ? hash : absl::StrCat(id, "-", hash);
}

std::string SlugOfName(std::string_view name, std::size_t max) {
  const std::string text = absl::AsciiStrToLower(absl::StrJoin(
      absl::StrSplit(absl::string_view(name.data(), name.size()), ' ', absl::SkipEmpty()), " "));
  const std::string id = Hyphenated(text);
  return Complete(id, max, absl::StrReplaceAll(id, {{"-", " "}}) == text, text);
}

// All that the place says and nothing else, so that no two places share their digits.
std::string DigitsOf(const matcher::Place& place) {
  return absl::StrFormat("%07x%07x%05x", place.at.latitude_e7 - matcher::kLatitudeMinE7,
                         place.at.longitude_e7 - matcher::kLongitudeMinE7, place.uncertainty.value);
}

}  // namespace

std::string SlugOfName(std::string_view name) { return SlugOfName(name, kIdMax); }

std::string SlugOfPlace(std::string_view name, const matcher::Place& stated) {
  const std::string digits = DigitsOf(stated);
  return absl::StrCat(SlugOfName(name, kIdMax - digits.size() - 1), "-", digits);
}

std::string SlugOfExternalId(const std::string& feed, std::string_view external_id) {
  const std::string id = Hyphenated(external_id);
  return absl::StrCat(feed, "-",
                      Complete(id, kIdMax - feed.size() - 1, id == external_id, external_id));
}

}  // namespace throughgate::services
