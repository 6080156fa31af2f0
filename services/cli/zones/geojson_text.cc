#include "services/cli/zones/geojson_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/cli/files/text_decoder.h"

namespace throughgate::cli {
namespace {

using Json = nlohmann::json;

absl::Status NotGeoJson() {
  return absl::InvalidArgumentError(
      "the file is not GeoJSON; export the drawing as GeoJSON (RFC 7946)");
}

// "line 3, byte 17 of it": the byte at `offset`.
std::string LineAndByte(absl::string_view text, std::size_t offset) {
  const absl::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_end = before.rfind('\n');
  const std::size_t begin = line_end == absl::string_view::npos ? 0 : line_end + 1;
  return absl::StrCat("line ", line + 1, ", byte ", offset - begin + 1, " of it");
}

bool ContinuesCharacter(char byte) { return (byte & 0xC0) == 0x80; }

// The byte that is not UTF-8 and stopped the reading at `offset`; nullopt when it is another fault.
// What stands farther before was read.
std::optional<std::size_t> BadByte(absl::string_view text, std::size_t offset) {
  constexpr std::size_t kCharacterBytesMax = 4;
  std::size_t begin = offset < kCharacterBytesMax ? 0 : offset - kCharacterBytesMax;
  while (begin < offset && ContinuesCharacter(text[begin])) ++begin;
  std::size_t end = std::min(offset + 1, text.size());
  while (end < text.size() && ContinuesCharacter(text[end])) ++end;
  std::string decoded;
  const std::optional<std::size_t> bad =
      TextDecoder(TextEncoding::kUtf8).Decode(text.substr(begin, end - begin), decoded);
  return bad ? std::optional(begin + *bad) : std::nullopt;
}

// Why reading stopped at the byte at `offset`.
absl::Status WhyStopped(absl::string_view text, std::size_t offset) {
  const absl::string_view words = absl::StripAsciiWhitespace(text);
  if (!absl::StartsWith(words, "{") && !absl::StartsWith(words, "[")) return NotGeoJson();
  if (const std::optional<std::size_t> bad_byte = BadByte(text, offset)) {
    return absl::InvalidArgumentError(absl::StrCat(
        LineAndByte(text, *bad_byte),
        " is not UTF-8: the file is in another encoding, perhaps Windows-1252; save it again in "
        "UTF-8"));
  }
  if (offset >= text.size()) {
    return absl::InvalidArgumentError(
        "the file ends in the middle of its JSON; export or fetch it again");
  }
  return absl::InvalidArgumentError(absl::StrCat(
      LineAndByte(text, offset),
      " is where the JSON goes wrong: a comma, a bracket or a quotation mark is missing there or "
      "shortly before, or is one too many; mend it, or export the drawing again"));
}

}  // namespace

absl::StatusOr<Json> ParseGeoJson(absl::string_view text) {
  try {
    Json json = Json::parse(text);
    if (!json.is_object()) return NotGeoJson();
    return json;
  } catch (const Json::parse_error& error) {
    // Its bytes are counted from 1.
    return WhyStopped(text, error.byte == 0 ? 0 : error.byte - 1);
  } catch (const Json::out_of_range&) {
    return absl::InvalidArgumentError(
        "the file holds a number that is too large to be read; export the drawing again");
  }
}

}  // namespace throughgate::cli
