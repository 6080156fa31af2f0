#include "services/import/words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/ascii.h"

namespace throughgate::services {
namespace {

// The code points [first, last] are written `ascii`.
struct Fold {
  char32_t first;
  char32_t last;
  std::string_view ascii;
};

// The letters of Latin-1 Supplement and Latin Extended-A, ascending.
constexpr Fold kFolds[] = {
    {0x00C0, 0x00C5, "a"},  {0x00C6, 0x00C6, "ae"}, {0x00C7, 0x00C7, "c"},  {0x00C8, 0x00CB, "e"},
    {0x00CC, 0x00CF, "i"},  {0x00D0, 0x00D0, "d"},  {0x00D1, 0x00D1, "n"},  {0x00D2, 0x00D6, "o"},
    {0x00D8, 0x00D8, "o"},  {0x00D9, 0x00DC, "u"},  {0x00DD, 0x00DD, "y"},  {0x00DE, 0x00DE, "th"},
    {0x00DF, 0x00DF, "ss"}, {0x00E0, 0x00E5, "a"},  {0x00E6, 0x00E6, "ae"}, {0x00E7, 0x00E7, "c"},
    {0x00E8, 0x00EB, "e"},  {0x00EC, 0x00EF, "i"},  {0x00F0, 0x00F0, "d"},  {0x00F1, 0x00F1, "n"},
    {0x00F2, 0x00F6, "o"},  {0x00F8, 0x00F8, "o"},  {0x00F9, 0x00FC, "u"},  {0x00FD, 0x00FD, "y"},
    {0x00FE, 0x00FE, "th"}, {0x00FF, 0x00FF, "y"},  {0x0100, 0x0105, "a"},  {0x0106, 0x010D, "c"},
    {0x010E, 0x0111, "d"},  {0x0112, 0x011B, "e"},  {0x011C, 0x0123, "g"},  {0x0124, 0x0127, "h"},
    {0x0128, 0x0131, "i"},  {0x0132, 0x0133, "ij"}, {0x0134, 0x0135, "j"},  {0x0136, 0x0138, "k"},
    {0x0139, 0x0142, "l"},  {0x0143, 0x014B, "n"},  {0x014C, 0x0151, "o"},  {0x0152, 0x0153, "oe"},
    {0x0154, 0x0159, "r"},  {0x015A, 0x0161, "s"},  {0x0162, 0x0167, "t"},  {0x0168, 0x0173, "u"},
    {0x0174, 0x0175, "w"},  {0x0176, 0x0178, "y"},  {0x0179, 0x017E, "z"},  {0x017F, 0x017F, "s"},
};

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes
};

// Reads what only a valid text holds; of other bytes it makes one code point each that is no
// letter.
CodePoint Read(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  constexpr char32_t kNoLetter = 0xFFFD;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1 || length > text.size()) return {kNoLetter, 1};
  char32_t value = lead & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte(i) & 0x3F);
  return {value, length};
}

// What a letter or digit is written as; empty for everything else.
std::string_view Folded(char32_t code_point, char& ascii) {
  if (code_point < 0x80) {
    ascii = absl::ascii_tolower(static_cast<unsigned char>(code_point));
    return absl::ascii_isalnum(static_cast<unsigned char>(ascii)) ? std::string_view(&ascii, 1)
                                                                  : std::string_view();
  }
  const Fold* fold = std::ranges::lower_bound(kFolds, code_point, {}, &Fold::last);
  return fold != std::end(kFolds) && fold->first <= code_point ? fold->ascii : std::string_view();
}

bool IsApostrophe(char32_t code_point) {
  return code_point == '\'' || code_point == 0x2018 || code_point == 0x2019;
}

// What `code_point`, which is in no word, makes of the gap. A hyphen or a full stop breaks only
// where a blank follows: "sub-contractor" is one part, "Cook - nights" two.
Gap GapOf(char32_t code_point, bool blank_follows) {
  static constexpr std::u32string_view kBreaks = U",;:|()[]{}<>!?\u2022\u00B7\u2013\u2014";
  if (code_point == '/' || code_point == '\\') return Gap::kSlash;
  if (kBreaks.find(code_point) != kBreaks.npos) return Gap::kBreak;
  if ((code_point == '-' || code_point == '.') && blank_follows) return Gap::kBreak;
  return code_point == '\n' ? Gap::kBreak : Gap::kBlank;
}

}  // namespace

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<Word> words;
  bool open = false;  // whether the last word may go on
  Gap gap = Gap::kBlank;
  const auto start = [&](std::int32_t begin) {
    words.push_back({.folded = {}, .begin = begin, .end = begin, .before = gap});
    gap = Gap::kBlank;
  };
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const CodePoint read = Read(text.substr(at));
    length = read.length;
    const auto begin = static_cast<std::int32_t>(at);
    const auto end = static_cast<std::int32_t>(at + length);
    char ascii = 0;
    std::string_view folded = Folded(read.value, ascii);
    if (open && (read.value == '+' || read.value == '#')) {
      ascii = static_cast<char>(read.value);
      folded = std::string_view(&ascii, 1);
    }
    if (!folded.empty()) {
      if (!open) start(begin);
      words.back().folded += folded;
      words.back().end = end;
      open = true;
    } else if (read.value == '&') {
      start(begin);
      words.back().folded = "and";
      words.back().end = end;
      open = false;
    } else if (!IsApostrophe(read.value)) {
      const bool blank_follows = at + length < text.size() && text[at + length] == ' ';
      gap = std::max(gap, GapOf(read.value, blank_follows));
      open = false;
    }
  }
  return words;
}

}  // namespace throughgate::services
