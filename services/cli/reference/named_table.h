// A CSV table whose columns are asked for by their headers.
#ifndef THROUGHGATE_SERVICES_CLI_REFERENCE_NAMED_TABLE_H_
#define THROUGHGATE_SERVICES_CLI_REFERENCE_NAMED_TABLE_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/csv_reader.h"

namespace throughgate::cli {

// Threads   one thread at a time.
// Lifetime  the stream must outlive the table.
class NamedTable {
 public:
  // Reads the headers.
  //
  // Errors  kInvalidArgument  a column of `required` is missing; or those of the stream.
  static absl::StatusOr<std::unique_ptr<NamedTable>> Open(
      ByteStream& bytes, const std::vector<absl::string_view>& required);

  // Goes on to the next row; false at the end.
  //
  // Errors  kInvalidArgument  a row that is malformed; names its line. Or those of the stream.
  absl::StatusOr<bool> Next();

  // The cell below `header` in this row; empty when there is no such column.
  absl::string_view operator[](absl::string_view header) const;

 private:
  explicit NamedTable(ByteStream& bytes) : reader_(bytes, ',') {}

  CsvReader reader_;
  std::map<std::string, std::size_t, std::less<>> places_;
  CsvRecord row_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_REFERENCE_NAMED_TABLE_H_
