#include "services/cli/files/code_table.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>

#include "absl/strings/str_cat.h"
#include "services/cli/files/archive.h"
#include "services/cli/files/csv_reader.h"

namespace throughgate::cli {
namespace {

absl::Status Fault(const std::string& path, const CsvRecord& record, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(path, ", line ", record.line, ": ", what));
}

// Where the columns stand.
struct Columns {
  std::size_t count = 0;
  std::optional<std::size_t> code;
  std::optional<std::size_t> reference;
  std::optional<std::size_t> caseload;
};

Columns ColumnsOf(const CsvRecord& header) {
  const auto find = [&](const char* name) -> std::optional<std::size_t> {
    const auto found = std::ranges::find(header.cells, name);
    if (found == header.cells.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.cells.begin());
  };
  return {header.cells.size(), find("code"), find("reference"), find("caseload")};
}

}  // namespace

absl::StatusOr<std::vector<CodeRow>> ReadCodeTable(const std::string& path) {
  absl::StatusOr<std::unique_ptr<Archive>> archive = OpenSingleText(path);
  if (!archive.ok()) return archive.status();
  CsvReader reader(**archive, ',');
  std::vector<CodeRow> rows;
  std::optional<Columns> columns;
  CsvRecord record;
  while (true) {
    const absl::StatusOr<bool> more = reader.Next(record);
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (record.fault) return Fault(path, record, record.fault->reason);
    if (!columns) {
      columns = ColumnsOf(record);
      if (!columns->code) return Fault(path, record, "there must be a column \"code\"");
      continue;
    }
    if (record.cells.size() != columns->count) return Fault(path, record, "has other columns");
    const auto cell = [&](const std::optional<std::size_t>& column) {
      return column ? record.cells[*column] : "";
    };
    rows.push_back(
        {record.line, cell(columns->code), cell(columns->reference), cell(columns->caseload)});
    if (rows.back().code.empty()) return Fault(path, record, "has no code");
  }
  if (!columns) return absl::InvalidArgumentError(absl::StrCat(path, ": is empty"));
  return rows;
}

}  // namespace throughgate::cli
