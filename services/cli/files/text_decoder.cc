#include "services/cli/files/text_decoder.h"

#include <algorithm>
#include <cstdlib>

namespace throughgate::cli {
namespace {

constexpr absl::string_view kReplacement("\xFD\xFF", 2);  // U+FFFD in UTF-16LE
// What one byte, or one byte of UTF-16, may grow to.
constexpr std::size_t kGrowthMax = 2;

iconv_t OpenConverter(const char* to, const char* from) {
  const iconv_t converter = iconv_open(to, from);
  // The C library has all of them built in.
  if (converter == reinterpret_cast<iconv_t>(-1)) std::abort();
  return converter;
}

bool IsAscii(absl::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

// Converts all of `bytes`, a replacement for each that is no text; the offset of the first such.
std::optional<std::size_t> Convert(iconv_t converter, absl::string_view bytes, std::string& out) {
  out.resize(bytes.size() * kGrowthMax);
  // iconv takes a pointer to non-const by an old mistake; it does not write there.
  char* from = const_cast<char*>(bytes.data());
  std::size_t from_left = bytes.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  std::optional<std::size_t> first_bad;
  iconv(converter, nullptr, nullptr, nullptr, nullptr);
  while (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) {
    if (!first_bad) first_bad = bytes.size() - from_left;
    to = std::copy(kReplacement.begin(), kReplacement.end(), to);
    to_left -= kReplacement.size();
    ++from;
    --from_left;
  }
  out.resize(out.size() - to_left);
  return first_bad;
}

}  // namespace

TextDecoder::TextDecoder(TextEncoding encoding)
    : encoding_(encoding),
      to_utf16_(OpenConverter("UTF-16LE", encoding == TextEncoding::kUtf8 ? "UTF-8" : "CP1252")),
      to_utf8_(OpenConverter("UTF-8", "UTF-16LE")) {}

TextDecoder::~TextDecoder() {
  iconv_close(to_utf16_);
  iconv_close(to_utf8_);
}

absl::string_view TextDecoder::encoding_name() const {
  return encoding_ == TextEncoding::kUtf8 ? "UTF-8" : "Windows-1252";
}

std::optional<std::size_t> TextDecoder::Decode(absl::string_view bytes, std::string& text) {
  if (IsAscii(bytes)) {
    text.assign(bytes.data(), bytes.size());
    return std::nullopt;
  }
  // By way of UTF-16, since the C library lets UTF-8 beyond U+10FFFF through when UTF-8 is wanted.
  std::string utf16;
  const std::optional<std::size_t> first_bad = Convert(to_utf16_, bytes, utf16);
  Convert(to_utf8_, utf16, text);
  return first_bad;
}

}  // namespace throughgate::cli
