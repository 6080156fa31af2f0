#include "services/cli/rows/csv_writer.h"

#include <csv.h>

#include "absl/strings/numbers.h"
#include "services/cli/rows/cell.h"

namespace throughgate::cli {
namespace {

std::string Neutral(const std::string& cell) {
  double number = 0;
  return LooksLikeFormula(cell) && !absl::SimpleAtod(cell, &number) ? "'" + cell : cell;
}

}  // namespace

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (!line.empty()) line += ',';
    const std::string text = Neutral(cell);
    std::string quoted(csv_write(nullptr, 0, text.data(), text.size()), '\0');
    csv_write(quoted.data(), quoted.size(), text.data(), text.size());
    line += quoted;
  }
  return line + "\n";
}

}  // namespace throughgate::cli
