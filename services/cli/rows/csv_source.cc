#include "services/cli/rows/csv_source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/cli/rows/cell.h"
#include "services/cli/rows/csv_writer.h"

namespace throughgate::cli {
namespace {

// What a file of rejected rows has beside the original columns.
constexpr std::array<absl::string_view, 3> kRejectColumns = {"line", "field", "reason"};

// The columns of the table itself: without ours, when it is a file of rejected rows, mended.
std::size_t OriginalColumns(const std::vector<std::string>& header) {
  const std::size_t rest = header.size() - std::min(header.size(), kRejectColumns.size());
  const bool ours = std::equal(header.begin() + static_cast<std::ptrdiff_t>(rest), header.end(),
                               kRejectColumns.begin(), kRejectColumns.end());
  return ours ? rest : header.size();
}

const std::string& CellOf(const BoundColumn& bound, const std::vector<std::string>& cells) {
  return bound.constant.empty() ? cells[bound.index] : bound.constant;
}

// Sets the fields of `message` from the cells; the first fault that is found.
std::optional<std::pair<std::size_t, std::string>> SetFields(const std::vector<BoundColumn>& bound,
                                                             const std::vector<std::string>& cells,
                                                             google::protobuf::Message& message) {
  const auto is_empty = [&](absl::string_view field) {
    return std::any_of(bound.begin(), bound.end(), [&](const BoundColumn& b) {
      return b.column->field == field && CellOf(b, cells).empty();
    });
  };
  for (const BoundColumn& b : bound) {
    const std::string& cell = CellOf(b, cells);
    if (cell.empty()) {
      if (b.column->required) return {{b.index, "is empty"}};
      continue;
    }
    if (is_empty(b.column->needs)) {
      if (!b.constant.empty()) continue;  // it says something of what this row does not have
      return {{b.index, absl::StrCat("needs a ", b.column->needs)}};
    }
    const absl::Status status = SetFromCell(message, b.column->path, cell);
    if (!status.ok()) return {{b.index, std::string(status.message())}};
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<std::unique_ptr<CsvSource>> CsvSource::Open(ByteStream& bytes,
                                                           const CsvOptions& options) {
  auto source = std::unique_ptr<CsvSource>(new CsvSource(bytes, options));
  SourceRow header;
  const absl::StatusOr<bool> found = source->ReadRecord(header);
  if (!found.ok()) return found.status();
  if (!*found) return absl::InvalidArgumentError("the table is empty: a row of headers is wanted");
  if (header.fault) {
    return absl::InvalidArgumentError(
        absl::StrCat("the row of headers, ", header.fault->field, ", ", header.fault->reason));
  }
  for (std::string& name : header.original) absl::StripAsciiWhitespace(&name);
  absl::StatusOr<std::vector<BoundColumn>> bound =
      BindColumns(options.columns, options.declared, header.original);
  if (!bound.ok()) return bound.status();
  source->header_ = std::move(header.original);
  source->bound_ = *std::move(bound);
  return source;
}

std::string CsvSource::HeaderOf(std::size_t column) const {
  return column < header_.size() ? header_[column] : absl::StrCat("column ", column + 1);
}

// One record as text, with the fault of its bytes if they have one.
absl::StatusOr<bool> CsvSource::ReadRecord(SourceRow& row) {
  const absl::StatusOr<bool> found = reader_.Next(record_);
  if (!found.ok() || !*found) return found;
  row = SourceRow();
  row.line = record_.line;
  if (record_.fault) row.fault = {HeaderOf(record_.fault->column), record_.fault->reason};
  for (std::size_t i = 0; i < record_.cells.size(); ++i) {
    const auto bad_byte = decoder_.Decode(record_.cells[i], row.original.emplace_back());
    if (bad_byte && !row.fault) {
      row.fault = {HeaderOf(i),
                   absl::StrCat("is not ", decoder_.encoding_name(), " at byte ", *bad_byte + 1,
                                " of the cell; is it of another --encoding?")};
    }
  }
  return true;
}

absl::StatusOr<bool> CsvSource::Next(SourceRow& row, google::protobuf::Message& message) {
  const absl::StatusOr<bool> found = ReadRecord(row);
  if (!found.ok() || !*found) return found;
  row.number = ++rows_;
  if (row.fault) return true;
  if (row.original.size() != header_.size()) {
    row.fault = {"", absl::StrCat("has ", row.original.size(), " cells where the headers are ",
                                  header_.size())};
    return true;
  }
  if (auto fault = SetFields(bound_, row.original, message)) {
    row.fault = {HeaderOf(fault->first), std::move(fault->second)};
  }
  return true;
}

std::string CsvSource::FieldName(absl::string_view path) const {
  for (const BoundColumn& b : bound_) {
    if (b.column->path == path)
      return b.constant.empty() ? header_[b.index] : std::string(b.column->field);
  }
  return std::string(path);
}

std::string CsvSource::RejectsHeader() const {
  std::vector<std::string> header = header_;
  header.resize(OriginalColumns(header_));
  for (const absl::string_view ours : kRejectColumns) header.emplace_back(ours);
  return CsvLine(header);
}

std::string CsvSource::RejectedRow(const SourceRow& row, const Fault& fault) const {
  std::vector<std::string> cells = row.original;
  const std::size_t wanted = OriginalColumns(header_);
  // Cells beyond the last column stay with it, so that nothing is lost and ours keep their place.
  for (std::size_t i = header_.size(); i < row.original.size(); ++i) {
    absl::StrAppend(&cells[wanted - 1], ",", row.original[i]);
  }
  cells.resize(wanted);
  cells.insert(cells.end(), {absl::StrCat(row.line), fault.field, fault.reason});
  return CsvLine(cells);
}

}  // namespace throughgate::cli
