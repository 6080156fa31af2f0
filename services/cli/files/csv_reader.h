// Reads CSV (RFC 4180) record by record, and says on which line each begins.
//
// Quoted fields may hold delimiters, quotes (doubled) and line ends. Lines end in LF, CRLF or CR.
// Blank lines are skipped. Blanks around an unquoted field are not part of it. A quotation mark
// where none may be spoils its record alone: reading goes on with the next line.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_CSV_READER_H_
#define THROUGHGATE_SERVICES_CLI_FILES_CSV_READER_H_

#include <csv.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/byte_stream.h"

namespace throughgate::cli {

// A longer record is taken for a quotation mark that was left open, and ends the reading.
inline constexpr std::size_t kCsvRecordBytesMax = std::size_t{1} << 20;
// A longer field spoils its record.
inline constexpr std::size_t kCsvFieldBytesMax = std::size_t{64} << 10;

struct CsvRecord {
  // Where it is wrong.
  struct Fault {
    std::size_t column = 0;  // from 0
    std::string reason;
  };

  std::int64_t line = 0;  // of the file, from 1, on which the record begins
  std::vector<std::string> cells;
  // When set, `cells` hold what could be read, the rest of the line in the last of them.
  std::optional<Fault> fault;
};

// Threads   one thread at a time.
// Lifetime  `bytes` must outlive the reader.
// Cost      memory for one record.
class CsvReader {
 public:
  CsvReader(ByteStream& bytes, char delimiter);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  // Reads the next record; false at the end.
  //
  // Errors  kResourceExhausted  the record is longer than kCsvRecordBytesMax.
  //         those of the stream.
  absl::StatusOr<bool> Next(CsvRecord& record);

 private:
  static void OnField(void* text, std::size_t size, void* self);
  static void OnRecordEnd(int terminator, void* self);

  void Start();
  absl::StatusOr<bool> Take(char& byte);
  absl::Status CheckRecordSize() const;
  absl::StatusOr<bool> Spoil(std::string reason);
  absl::StatusOr<bool> Finish();

  ByteStream& bytes_;
  const char delimiter_;
  csv_parser parser_;
  absl::string_view unread_;
  std::string field_;  // the bytes of the field being read, as they stand in the file
  std::size_t record_bytes_ = 0;
  std::int64_t line_ = 1;       // of the byte taken last
  std::int64_t next_line_ = 1;  // of the byte to be taken next
  bool after_carriage_return_ = false;
  CsvRecord* record_ = nullptr;
  bool record_ended_ = false;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_CSV_READER_H_
