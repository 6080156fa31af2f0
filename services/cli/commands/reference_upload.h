// How reference data of any kind is read from a file and sent. The commands include it.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_REFERENCE_UPLOAD_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_REFERENCE_UPLOAD_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/cli/commands/record_places.h"
#include "services/cli/commands/session.h"
#include "services/cli/import/import_report.h"
#include "services/cli/rows/row_file.h"
#include "services/cli/show/errors.h"
#include "throughgate/v1/reference_service.grpc.pb.h"

namespace throughgate::cli {

// A message of this many, or of this many bytes and one more, stays below gRPC's limit of 4 MiB.
inline constexpr std::size_t kRecordsPerMessage = 500;
inline constexpr std::size_t kBytesPerMessage = std::size_t{512} << 10;

// What is sent, and where it was read.
template <typename Record>
struct RecordsToSend {
  std::vector<Record> records;
  RecordPlaces places;
};

// Adds all records of a file. Reference data is replaced as a whole, so that one bad row refuses
// it.
template <typename Record>
absl::Status ReadRecords(const std::string& path, const CsvOptions& csv,
                         RecordsToSend<Record>& all) {
  absl::StatusOr<RowFile> opened = OpenRowFile(path, csv);
  if (!opened.ok()) return opened.status();
  const auto file = std::make_shared<const RowFile>(*std::move(opened));
  all.places.BeginLines(path,
                        [file](absl::string_view field) { return file->source->FieldName(field); });
  while (true) {
    SourceRow row;
    Record record;
    const absl::StatusOr<bool> found = file->source->Next(row, record);
    if (!found.ok()) return found.status();
    if (!*found) return absl::OkStatus();
    if (row.fault) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ": line ", row.line, ": ", row.fault->field, " ", row.fault->reason));
    }
    all.records.push_back(std::move(record));
    all.places.Add(row.line);
  }
}

// What data without a name of its own is called.
inline std::string NameOfFile(const std::string& path) {
  return FeedName(std::filesystem::path(path).stem().string());
}

inline v1::Concept* AddTo(v1::ImportTaxonomyRequest& request) { return request.add_concepts(); }
inline v1::District* AddTo(v1::ImportGazetteerRequest& request) { return request.add_districts(); }
inline v1::Premises* AddTo(v1::ImportPremisesRequest& request) { return request.add_premises(); }
inline v1::NamedArea* AddTo(v1::ImportAreasRequest& request) { return request.add_areas(); }

// By what people know a record.
inline std::string IdOf(const v1::Concept& record) { return record.code(); }
inline std::string IdOf(const v1::District& record) { return record.code(); }
inline std::string IdOf(const v1::Premises& record) { return record.premises_id(); }
inline std::string IdOf(const v1::NamedArea& record) { return record.name(); }

// Streams the records behind what `first` says already, and shows the answer; what the server finds
// wrong with one is told by its place in the files.
template <typename Request, typename Response, typename Record>
ExitStatus Upload(Session& session,
                  std::unique_ptr<grpc::ClientWriter<Request>> (
                      v1::ReferenceService::Stub::*method)(grpc::ClientContext*, Response*),
                  Request first, const RecordsToSend<Record>& all) {
  const auto context = session.NewContext(0);
  if (!context.ok()) return ReportError(session.err(), context.status());
  v1::ReferenceService::Stub stub(session.channel());
  Response response;
  const auto writer = (stub.*method)(context->get(), &response);
  Request request = std::move(first);
  // A broken stream is told by how it finishes.
  bool sound = true;
  std::size_t in_message = 0;
  std::size_t bytes = 0;
  for (auto record = all.records.begin(); sound && record != all.records.end(); ++record) {
    *AddTo(request) = *record;
    bytes += record->ByteSizeLong();
    if (++in_message < kRecordsPerMessage && bytes < kBytesPerMessage) continue;
    sound = writer->Write(request);
    request.Clear();
    in_message = 0;
    bytes = 0;
  }
  if (sound) writer->Write(request);
  writer->WritesDone();
  const grpc::Status status = writer->Finish();
  if (!status.ok()) {
    return ReportError(session.err(),
                       InTheFiles(status, all.places, all.records.size(),
                                  [&](std::size_t record) { return IdOf(all.records[record]); }));
  }
  session.Show(response);
  return ExitStatus::kDone;
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_REFERENCE_UPLOAD_H_
