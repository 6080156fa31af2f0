#include "services/cli/licences/candidate_map.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/cli/files/archive.h"
#include "services/cli/files/csv_reader.h"
#include "services/cli/names.h"

namespace throughgate::cli {
namespace {

constexpr std::array kKeyColumns = {"licence", "prison_number", "crn"};
constexpr char kCandidateColumn[] = "candidate";

std::string KeyOf(const std::string& column, const std::string& value) {
  return absl::StrCat(column, " ", absl::AsciiStrToUpper(value));
}

absl::Status Fault(const std::string& path, const CsvRecord& record, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(path, ", line ", record.line, ": ", what));
}

absl::Status CheckHeader(const std::string& path, const CsvRecord& header) {
  const auto has = [&](const char* name) {
    return std::ranges::find(header.cells, name) != header.cells.end();
  };
  if (has(kCandidateColumn) && std::ranges::any_of(kKeyColumns, has)) return absl::OkStatus();
  return Fault(path, header,
               "there must be a column \"candidate\" and one of \"licence\", \"prison_number\" and "
               "\"crn\"");
}

}  // namespace

absl::StatusOr<CandidateMap> CandidateMap::Open(const std::string& path) {
  absl::StatusOr<std::unique_ptr<Archive>> archive = OpenSingleText(path);
  if (!archive.ok()) return archive.status();
  CsvReader reader(**archive, ',');
  CandidateMap map;
  std::vector<std::string> header;
  CsvRecord record;
  while (true) {
    const absl::StatusOr<bool> more = reader.Next(record);
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (record.fault) return Fault(path, record, record.fault->reason);
    if (header.empty()) {
      const absl::Status checked = CheckHeader(path, record);
      if (!checked.ok()) return checked;
      header = record.cells;
      continue;
    }
    if (record.cells.size() != header.size()) return Fault(path, record, "has other columns");
    const auto column = std::ranges::find(header, kCandidateColumn) - header.begin();
    const absl::StatusOr<std::string> candidate =
        FullName(kCandidatePattern, record.cells[static_cast<std::size_t>(column)]);
    if (!candidate.ok()) return Fault(path, record, candidate.status().message());
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (record.cells[i].empty() || header[i] == kCandidateColumn) continue;
      const auto [entry, added] =
          map.by_key_.emplace(KeyOf(header[i], record.cells[i]), *candidate);
      if (!added && entry->second != *candidate) {
        return Fault(path, record, absl::StrCat(header[i], " stands there twice, for two people"));
      }
    }
  }
  if (header.empty()) return absl::InvalidArgumentError(absl::StrCat(path, ": is empty"));
  return map;
}

absl::StatusOr<std::string> CandidateMap::CandidateOf(const Licence& licence) const {
  if (!licence.candidate.empty()) return FullName(kCandidatePattern, licence.candidate);
  std::set<std::string> candidates;
  const std::pair<const char*, const std::string&> keys[] = {
      {"licence", licence.id}, {"prison_number", licence.prison_number}, {"crn", licence.crn}};
  for (const auto& [column, value] : keys) {
    if (value.empty()) continue;
    const auto found = by_key_.find(KeyOf(column, value));
    if (found != by_key_.end()) candidates.insert(found->second);
  }
  if (candidates.size() > 1) {
    return absl::InvalidArgumentError("the table of candidates names two people for it");
  }
  if (candidates.empty()) {
    return absl::NotFoundError(
        "nobody says whose it is: name the candidate in the table of --candidates, or in a member "
        "\"candidate\" of the licence");
  }
  return *candidates.begin();
}

}  // namespace throughgate::cli
