// A table in aligned columns.
//
//   Table table({{"#", Align::kRight}, {"title", Align::kLeft, 40}});
//   table.AddRow({"1", "Warehouse operative"});
//   out << table.Text();
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_TABLE_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_TABLE_H_

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace throughgate::cli {

enum class Align { kLeft, kRight };

struct TableColumn {
  std::string header;
  Align align = Align::kLeft;
  std::size_t width_max = std::numeric_limits<std::size_t>::max();  // longer cells are cut
};

class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  // Adds a row, a cell for every column. Control characters become blanks.
  void AddRow(const std::vector<std::string>& cells);

  // The header and the rows, a line each, without trailing blanks; or the rows alone.
  std::string Text() const { return Lines(true); }
  std::string Rows() const { return Lines(false); }

 private:
  std::string Lines(bool with_header) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_TABLE_H_
