#include "services/cli/show/text.h"

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

// The bytes of the character at the front of `text`, which is not empty.
absl::string_view FirstCharacter(absl::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return text.substr(0, size);
}

bool IsControl(absl::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  // U+0080 to U+009F: old terminals obey these too.
  return character.size() == 2 && first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

// U+0300 to U+036F: drawn upon the character before.
bool IsCombining(absl::string_view character) {
  return character >= "\xCC\x80" && character <= "\xCD\xAF" && character.size() == 2;
}

}  // namespace

std::string Printable(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const absl::string_view character = FirstCharacter(text);
    absl::StrAppend(&out, IsControl(character) ? " " : character);
    text.remove_prefix(character.size());
  }
  return out;
}

std::size_t DisplayWidth(absl::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const absl::string_view character = FirstCharacter(text);
    width += IsCombining(character) ? 0 : 1;
    text.remove_prefix(character.size());
  }
  return width;
}

std::string Fit(absl::string_view text, std::size_t width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  std::string out;
  while (DisplayWidth(out) + 1 < width) {
    const absl::string_view character = FirstCharacter(text);
    absl::StrAppend(&out, character);
    text.remove_prefix(character.size());
  }
  return out + "…";
}

std::string Grouped(std::int64_t number) {
  const std::string digits = absl::StrCat(number);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool between_digits = i > 0 && digits[i - 1] != '-';
    if (between_digits && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

}  // namespace throughgate::cli
