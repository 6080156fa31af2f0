#include "services/cli/files/text_decoder.h"

#include <algorithm>
#include <cstdlib>

namespace throughgate::cli {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
// No byte of either encoding becomes more bytes than the replacement has.
constexpr std::size_t kGrowthMax = kReplacement.size();

bool IsAscii(absl::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

}  // namespace

// UTF-8 to UTF-8 is a conversion too: one that only checks.
TextDecoder::TextDecoder(TextEncoding encoding)
    : encoding_(encoding),
      converter_(iconv_open("UTF-8", encoding == TextEncoding::kUtf8 ? "UTF-8" : "CP1252")) {
  // The C library has both built in.
  if (converter_ == reinterpret_cast<iconv_t>(-1)) std::abort();
}

TextDecoder::~TextDecoder() { iconv_close(converter_); }

absl::string_view TextDecoder::encoding_name() const {
  return encoding_ == TextEncoding::kUtf8 ? "UTF-8" : "Windows-1252";
}

std::optional<std::size_t> TextDecoder::Decode(absl::string_view bytes, std::string& text) {
  if (IsAscii(bytes)) {
    text.assign(bytes.data(), bytes.size());
    return std::nullopt;
  }
  text.resize(bytes.size() * kGrowthMax);
  // iconv takes a pointer to non-const by an old mistake; it does not write there.
  char* in = const_cast<char*>(bytes.data());
  std::size_t in_left = bytes.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  std::optional<std::size_t> first_bad;
  iconv(converter_, nullptr, nullptr, nullptr, nullptr);
  while (iconv(converter_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) {
    if (!first_bad) first_bad = bytes.size() - in_left;
    out = std::copy(kReplacement.begin(), kReplacement.end(), out);
    out_left -= kReplacement.size();
    ++in;
    --in_left;
  }
  text.resize(text.size() - out_left);
  return first_bad;
}

}  // namespace throughgate::cli
