#include "services/cli/files/csv_reader.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

bool EndsLine(char byte) { return byte == '\n' || byte == '\r'; }

}  // namespace

CsvReader::CsvReader(ByteStream& bytes, char delimiter) : bytes_(bytes), delimiter_(delimiter) {
  Start();
}

CsvReader::~CsvReader() { csv_free(&parser_); }

void CsvReader::Start() {
  csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
}

void CsvReader::OnField(void* text, std::size_t size, void* self) {
  auto& reader = *static_cast<CsvReader*>(self);
  CsvRecord& record = *reader.record_;
  if (size > kCsvFieldBytesMax && !record.fault) {
    record.fault = {record.cells.size(),
                    absl::StrCat("is longer than ", kCsvFieldBytesMax >> 10, " KiB")};
  }
  record.cells.emplace_back(static_cast<const char*>(text), size);
  reader.field_.clear();
}

void CsvReader::OnRecordEnd(int, void* self) {
  static_cast<CsvReader*>(self)->record_ended_ = true;
}

// The parser is fed byte by byte: it does not say where in a block a record begins or fails.
absl::StatusOr<bool> CsvReader::Next(CsvRecord& record) {
  record = {};
  record_ = &record;
  record_ended_ = false;
  record_bytes_ = 0;
  field_.clear();
  char byte = 0;
  while (!record_ended_) {
    const absl::StatusOr<bool> taken = Take(byte);
    if (!taken.ok()) return taken;
    if (!*taken) return Finish();
    const bool blank_line = record_bytes_ == 0 && EndsLine(byte);
    if (!blank_line) {
      if (record_bytes_++ == 0) record.line = line_;
      if (absl::Status status = CheckRecordSize(); !status.ok()) return status;
      field_.push_back(byte);
    }
    if (csv_parse(&parser_, &byte, 1, OnField, OnRecordEnd, this) != 1) {
      return Spoil("has a quotation mark where none may be: double it, and quote the whole field");
    }
  }
  return true;
}

absl::StatusOr<bool> CsvReader::Take(char& byte) {
  if (unread_.empty()) {
    const absl::StatusOr<absl::string_view> more = bytes_.Read();
    if (!more.ok()) return more.status();
    if (more->empty()) return false;
    unread_ = *more;
  }
  byte = unread_.front();
  unread_.remove_prefix(1);
  line_ = next_line_;
  if (byte == '\r' || (byte == '\n' && !after_carriage_return_)) ++next_line_;
  after_carriage_return_ = byte == '\r';
  return true;
}

absl::Status CsvReader::CheckRecordSize() const {
  if (record_bytes_ <= kCsvRecordBytesMax) return absl::OkStatus();
  return absl::ResourceExhaustedError(
      absl::StrCat("line ", record_->line, ": the record that begins here is longer than ",
                   kCsvRecordBytesMax >> 20, " MiB: is a quotation mark left open?"));
}

// Ends the record with a fault and takes the rest of its line, so that the next one starts clean.
absl::StatusOr<bool> CsvReader::Spoil(std::string reason) {
  char byte = 0;
  while (true) {
    const absl::StatusOr<bool> taken = Take(byte);
    if (!taken.ok()) return taken;
    if (!*taken || EndsLine(byte)) break;
    ++record_bytes_;
    if (absl::Status status = CheckRecordSize(); !status.ok()) return status;
    field_.push_back(byte);
  }
  record_->fault = {record_->cells.size(), std::move(reason)};
  record_->cells.push_back(field_);
  csv_free(&parser_);
  Start();
  return true;
}

absl::StatusOr<bool> CsvReader::Finish() {
  if (csv_fini(&parser_, OnField, OnRecordEnd, this) == 0) return record_ended_;
  return Spoil("has a quotation mark that is never closed");
}

}  // namespace throughgate::cli
