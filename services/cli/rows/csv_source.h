// Rows of a CSV table.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_CSV_SOURCE_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_CSV_SOURCE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/cli/files/csv_reader.h"
#include "services/cli/files/text_decoder.h"
#include "services/cli/rows/columns.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// How a table is to be read.
struct CsvOptions {
  absl::Span<const Column> columns;
  ColumnMap declared;
  TextEncoding encoding = TextEncoding::kUtf8;
  char delimiter = ',';
};

// Lifetime  the stream must outlive the source.
class CsvSource : public RowSource {
 public:
  // Reads the header and finds the columns in it.
  //
  // Errors  kInvalidArgument  the table is empty, or as BindColumns; or those of the stream.
  static absl::StatusOr<std::unique_ptr<CsvSource>> Open(ByteStream& bytes,
                                                         const CsvOptions& options);

  absl::StatusOr<bool> Next(SourceRow& row, google::protobuf::Message& message) override;
  std::string FieldName(absl::string_view path) const override;
  std::string RejectsHeader() const override;
  std::string RejectedRow(const SourceRow& row, const Fault& fault) const override;

 private:
  CsvSource(ByteStream& bytes, const CsvOptions& options)
      : reader_(bytes, options.delimiter), decoder_(options.encoding) {}

  absl::StatusOr<bool> ReadRecord(SourceRow& row);
  std::string HeaderOf(std::size_t column) const;

  CsvReader reader_;
  TextDecoder decoder_;
  CsvRecord record_;
  std::vector<std::string> header_;
  std::vector<BoundColumn> bound_;
  std::int64_t rows_ = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_CSV_SOURCE_H_
