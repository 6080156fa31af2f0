#include "services/cli/reference/named_table.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace throughgate::cli {

absl::StatusOr<std::unique_ptr<NamedTable>> NamedTable::Open(
    ByteStream& bytes, const std::vector<absl::string_view>& required) {
  auto table = std::unique_ptr<NamedTable>(new NamedTable(bytes));
  CsvRecord header;
  const absl::StatusOr<bool> found = table->reader_.Next(header);
  if (!found.ok()) return found.status();
  for (std::size_t i = 0; i < header.cells.size(); ++i) table->places_[header.cells[i]] = i;
  for (const absl::string_view name : required) {
    if (!table->places_.contains(name)) {
      return absl::InvalidArgumentError(absl::StrCat("has no column '", name, "'"));
    }
  }
  return table;
}

absl::StatusOr<bool> NamedTable::Next() {
  const absl::StatusOr<bool> found = reader_.Next(row_);
  if (!found.ok() || !*found) return found;
  if (row_.fault || row_.cells.size() != places_.size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("line ", row_.line, " ",
                     row_.fault ? row_.fault->reason : "has more or fewer cells than headers"));
  }
  return true;
}

absl::string_view NamedTable::operator[](absl::string_view header) const {
  const auto place = places_.find(header);
  return place == places_.end() ? absl::string_view() : row_.cells[place->second];
}

}  // namespace throughgate::cli
