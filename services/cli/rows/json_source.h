// Rows of a JSON Lines file: one record a line, in the proto3 JSON of the API, and around it the
// kind of record that it is:
//
//   {"employer": {"name": "employers/acme", …}}
//   {"site": {"name": "employers/acme/sites/leeds", …}}
//
// A concept of a taxonomy and a district of a gazetteer stand by themselves.
//
// Unknown fields are refused. A member "rejected" in front, as our files of rejected rows have it,
// is ignored. Blank lines are skipped.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_JSON_SOURCE_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_JSON_SOURCE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/line_reader.h"
#include "services/cli/files/text_decoder.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// Lifetime  the stream must outlive the source.
class JsonSource : public RowSource {
 public:
  explicit JsonSource(ByteStream& bytes) : reader_(bytes), decoder_(TextEncoding::kUtf8) {}

  // `message` is a record itself, or a row of an import around one.
  absl::StatusOr<bool> Next(SourceRow& row, google::protobuf::Message& message) override;
  std::string FieldName(absl::string_view path) const override { return std::string(path); }
  std::string RejectsHeader() const override { return ""; }
  std::string RejectedRow(const SourceRow& row, const Fault& fault) const override;

 private:
  LineReader reader_;
  TextDecoder decoder_;
  Line line_;
  std::int64_t rows_ = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_JSON_SOURCE_H_
