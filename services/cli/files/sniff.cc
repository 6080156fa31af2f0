#include "services/cli/files/sniff.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

// A literal with all its bytes, zero bytes too.
template <std::size_t kSize>
constexpr absl::string_view Bytes(const char (&literal)[kSize]) {
  return absl::string_view(literal, kSize - 1);
}

struct Signature {
  absl::string_view bytes;
  absl::string_view what;
  absl::string_view advice;
};

constexpr absl::string_view kSaveAsCsv = "save it as CSV (UTF-8) and import that";
constexpr absl::string_view kUnpack = "unpack it first: archives within archives are not opened";

constexpr std::array kSignatures{
    Signature{Bytes("PK\x03\x04"), "a zip archive", kUnpack},
    Signature{Bytes("\x1F\x8B"), "a gzip file", kUnpack},
    Signature{Bytes("BZh"), "a bzip2 file", "unpack it first"},
    Signature{Bytes("\xFD\x37zXZ\0"), "an xz file", "unpack it first"},
    Signature{Bytes("\x28\xB5\x2F\xFD"), "a Zstandard file", "unpack it first"},
    Signature{Bytes("7z\xBC\xAF\x27\x1C"), "a 7-Zip archive", "unpack it first"},
    Signature{Bytes("\xD0\xCF\x11\xE0"), "an Excel 97-2003 workbook", kSaveAsCsv},
    Signature{Bytes("%PDF-"), "a PDF document", "ask for the data as CSV"},
    Signature{Bytes("SQLite format 3\0"), "an SQLite database", "export the table as CSV"},
    Signature{Bytes("PAR1"), "a Parquet file", "export it as CSV"},
};

// By its byte order mark, or by every second byte of two Latin letters.
bool IsUtf16(absl::string_view bytes) {
  if (absl::StartsWith(bytes, "\xFF\xFE") || absl::StartsWith(bytes, "\xFE\xFF")) return true;
  if (bytes.size() < 4) return false;
  const auto zeros_are = [&](std::size_t odd) {
    return bytes[odd] == '\0' && bytes[odd + 2] == '\0' && bytes[1 - odd] != '\0' &&
           bytes[3 - odd] != '\0';
  };
  return zeros_are(0) || zeros_are(1);
}

}  // namespace

absl::Status CheckIsText(absl::string_view first_bytes) {
  for (const Signature& signature : kSignatures) {
    if (absl::StartsWith(first_bytes, signature.bytes)) {
      return absl::InvalidArgumentError(
          absl::StrCat("this is ", signature.what, ", not text: ", signature.advice));
    }
  }
  // Whatever is in it, a table or a drawing.
  if (IsUtf16(first_bytes)) {
    return absl::InvalidArgumentError(
        "this is UTF-16 text: save it again in UTF-8 (a spreadsheet as \"CSV UTF-8\")");
  }
  if (first_bytes.find('\0') != absl::string_view::npos) {
    return absl::InvalidArgumentError(
        "this is a binary file, not text: CSV, JSON Lines or GeoJSON is wanted, plain, in a .gz or "
        "in a .zip");
  }
  return absl::OkStatus();
}

absl::Status CheckIsZipOfTexts(const std::vector<std::string>& entry_names) {
  const bool spreadsheet = std::any_of(entry_names.begin(), entry_names.end(), [](const auto& n) {
    return n == "[Content_Types].xml" || n == "content.xml";
  });
  if (!spreadsheet) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("this is a spreadsheet (.xlsx, .ods), not text: ", kSaveAsCsv));
}

}  // namespace throughgate::cli
