// Which column of a table is which field of a record.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_COLUMNS_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_COLUMNS_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace throughgate::cli {

// A field that a column can be declared for.
struct Column {
  absl::string_view field;         // as people name it
  absl::string_view path;          // within the row's message
  absl::string_view usual_header;  // also looked for when nothing is declared; may be empty
  bool required = false;           // in the table, and in every row
  absl::string_view needs;         // a field without which this one means nothing; may be empty
};

// Adverts within ImportVacanciesRow, districts within District, premises within Premises.
absl::Span<const Column> AdvertColumns();
absl::Span<const Column> DistrictColumns();
absl::Span<const Column> PremisesColumns();

// Where a field comes from: the column under a header, or one value for every row.
struct CellSource {
  std::string header;
  std::string constant;  // when not empty

  CellSource() = default;
  CellSource(const char* under) : header(under) {}  // as it is written in a map
  CellSource(std::string under, std::string for_every_row)
      : header(std::move(under)), constant(std::move(for_every_row)) {}
  bool operator==(const CellSource&) const = default;
};
using ColumnMap = std::map<std::string, CellSource, std::less<>>;

// A field, and the place of its column in every row or the value that it has in every row.
struct BoundColumn {
  const Column* column = nullptr;
  std::size_t index = 0;
  std::string constant = {};
};

// Reads a column map: a JSON object of {"field": "header", …}. A number in place of a header is the
// value for every row: {"unknown_name_uncertainty_m": 15000} where a feed's positions are those of
// towns.
//
// Errors  kInvalidArgument, or why the file cannot be read.
absl::StatusOr<ColumnMap> LoadColumnMap(const std::string& path);

// Adds one "FIELD=HEADER", or "FIELD:=VALUE" for every row, to the map, over what it says already.
//
// Errors  kInvalidArgument
absl::Status AddColumn(absl::string_view text, ColumnMap& map);

// Finds the declared columns in a table's header. With nothing declared, the columns are those
// named like a field, or by its usual header.
//
// Errors  kInvalidArgument  an unknown field, a header that is missing or there twice, or a field
//                           without a column that it needs. Lists what there is.
absl::StatusOr<std::vector<BoundColumn>> BindColumns(absl::Span<const Column> columns,
                                                     const ColumnMap& declared,
                                                     const std::vector<std::string>& header);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_COLUMNS_H_
