#include "services/cli/show/table.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

constexpr char kGap[] = "  ";

std::string Padded(const std::string& cell, Align align, std::size_t width) {
  const std::string blanks(width - DisplayWidth(cell), ' ');
  return align == Align::kLeft ? cell + blanks : blanks + cell;
}

}  // namespace

void Table::AddRow(const std::vector<std::string>& cells) {
  std::vector<std::string>& row = rows_.emplace_back();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    row.push_back(Fit(Printable(cells.at(i)), columns_[i].width_max));
  }
}

std::string Table::Lines(bool with_header) const {
  std::vector<std::vector<std::string>> lines(1);
  for (const TableColumn& column : columns_) lines.front().push_back(column.header);
  lines.insert(lines.end(), rows_.begin(), rows_.end());

  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(line[i]));
    }
  }
  if (!with_header) lines.erase(lines.begin());
  std::string text;
  for (const auto& line : lines) {
    std::string out;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i > 0) out += kGap;
      out += Padded(line[i], columns_[i].align, widths[i]);
    }
    absl::StripTrailingAsciiWhitespace(&out);
    text += out + "\n";
  }
  return text;
}

}  // namespace throughgate::cli
