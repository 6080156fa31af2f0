// Rows of a file, whatever its format.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_ROW_SOURCE_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_ROW_SOURCE_H_

#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// Why a row cannot be taken.
struct Fault {
  std::string field;  // a column's header or a field's path; empty when it is about the whole row
  std::string reason;
};

// Where a row came from.
struct SourceRow {
  std::int64_t number = 0;            // 1-based position among the rows
  std::int64_t line = 0;              // of the file, on which it begins
  std::vector<std::string> original;  // what the file says, as UTF-8
  std::optional<Fault> fault;         // set when the row cannot be sent

  std::size_t OriginalBytes() const {
    std::size_t bytes = 0;
    for (const std::string& part : original) bytes += part.size();
    return bytes;
  }
};

// Threads   Next by one thread at a time; the const methods by any.
class RowSource {
 public:
  virtual ~RowSource() = default;

  // Reads the next row into `row` and `message`; false at the end. A row that cannot be read is
  // still a row, with its fault.
  //
  // Errors  those that end the reading: the file is damaged, cut off or beyond a limit.
  virtual absl::StatusOr<bool> Next(SourceRow& row, google::protobuf::Message& message) = 0;

  // What the file calls the field that the server calls `path`.
  virtual std::string FieldName(absl::string_view path) const = 0;

  // The line that opens a file of rejected rows, and the lines that add a row to it. The outcome
  // can be read by a source like this one once it is mended.
  virtual std::string RejectsHeader() const = 0;
  virtual std::string RejectedRow(const SourceRow& row, const Fault& fault) const = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_ROW_SOURCE_H_
