#include "services/cli/licences/licence_file.h"

#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace throughgate::cli {
namespace {

using nlohmann::json;

constexpr bool kNoThrow = false;

absl::StatusOr<std::vector<json>> LicencesByLine(const std::string& text) {
  std::vector<json> licences;
  std::size_t number = 0;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    json licence = json::parse(line.begin(), line.end(), nullptr, kNoThrow);
    if (licence.is_discarded()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", number,
                       " is not JSON, and the file as a whole is neither an object nor a list"));
    }
    licences.push_back(std::move(licence));
  }
  return licences;
}

}  // namespace

absl::StatusOr<std::vector<json>> LicencesIn(const std::string& text) {
  json whole = json::parse(text, nullptr, kNoThrow);
  if (whole.is_discarded()) return LicencesByLine(text);
  if (whole.is_object()) return std::vector<json>{std::move(whole)};
  if (whole.is_array()) return std::vector<json>(whole.begin(), whole.end());
  return absl::InvalidArgumentError("neither an object nor a list of them");
}

}  // namespace throughgate::cli
