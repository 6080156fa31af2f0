#include "services/import/advert_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"

namespace throughgate::services {
namespace {

struct Reference {
  std::string_view name;
  std::string_view text;
};

// Those that adverts use. Ascending by name.
constexpr Reference kReferences[] = {
    {"amp", "&"},         {"apos", "'"},       {"bull", "\u2022"},  {"copy", "\u00A9"},
    {"eacute", "\u00E9"}, {"euro", "\u20AC"},  {"gt", ">"},         {"hellip", "\u2026"},
    {"ldquo", "\u201C"},  {"lsquo", "\u2018"}, {"lt", "<"},         {"mdash", "\u2014"},
    {"middot", "\u00B7"}, {"nbsp", " "},       {"ndash", "\u2013"}, {"pound", "\u00A3"},
    {"quot", "\""},       {"rdquo", "\u201D"}, {"reg", "\u00AE"},   {"rsquo", "\u2019"},
    {"trade", "\u2122"},
};
constexpr std::size_t kReferenceMax = 10;  // bytes between '&' and ';'

void AppendUtf8(std::uint32_t code_point, std::string& text) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto tail = [&](int shift) { put(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    put(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

// Appends the character of "#163" or "#xA3"; false when it is of none.
bool AppendNumbered(std::string_view reference, std::string& text) {
  reference.remove_prefix(1);
  const bool hex = reference.starts_with('x') || reference.starts_with('X');
  if (hex) reference.remove_prefix(1);
  std::uint32_t code_point = 0;
  const auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(),
                                            code_point, hex ? 16 : 10);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (error != std::errc() || end != reference.data() + reference.size() || code_point == 0 ||
      surrogate || code_point > 0x10FFFF) {
    return false;
  }
  AppendUtf8(code_point, text);
  return true;
}

// Appends what the reference between '&' and ';' stands for; false when it is none.
bool AppendReferred(std::string_view reference, std::string& text) {
  if (reference.starts_with('#')) return AppendNumbered(reference, text);
  const Reference* found = std::ranges::lower_bound(kReferences, reference, {}, &Reference::name);
  if (found == std::end(kReferences) || found->name != reference) return false;
  text += found->text;
  return true;
}

std::string Decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find(';', at);
    const bool reference = text[at] == '&' && end != text.npos && end - at - 1 <= kReferenceMax;
    if (reference && AppendReferred(text.substr(at + 1, end - at - 1), decoded)) {
      at = end + 1;
    } else {
      decoded += text[at++];
    }
  }
  return decoded;
}

// Spaces in place of control characters (U+0080 to U+009F among them) and of no-break spaces.
std::string WithoutControls(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide =
        text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA0;
    if (wide) {
      text.replace(i, 2, " ");
    } else if (absl::ascii_iscntrl(static_cast<unsigned char>(text[i])) && text[i] != '\n') {
      text[i] = ' ';
    }
  }
  return text;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line = WithoutControls(Decoded(text));
  absl::RemoveExtraAsciiWhitespace(&line);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string Lines(std::string_view text) {
  std::string lines =
      WithoutControls(absl::StrReplaceAll(Decoded(text), {{"\r\n", "\n"}, {"\r", "\n"}}));
  absl::StripAsciiWhitespace(&lines);
  return lines;
}

}  // namespace throughgate::services
