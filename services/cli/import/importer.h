// Sends the rows of a file to the server and settles what became of each.
//
// Rows go in batches; a bounded number of batches is unanswered at any time, and only their rows
// are kept, so that memory does not depend on the size of the file. A row counts as settled when
// its batch is answered and, if it was rejected, that is on this side's device: what a run that is
// cut off has not settled the next one sends again, whether or not the server has applied it. Of
// what it has settled the next one sends the ids, against which the server holds those to come.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_IMPORTER_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_IMPORTER_H_

#include <grpcpp/grpcpp.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "services/cli/import/import_wire.h"
#include "services/cli/import/rejects_file.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// A batch is sent when it holds this many rows, or this many bytes of the file.
inline constexpr std::size_t kBatchRowsMax = 100;
inline constexpr std::size_t kIdsMax = 500;  // of a batch of ids alone
inline constexpr std::size_t kBatchBytesMax = std::size_t{1} << 20;
// A row of more bytes than this on the wire is rejected; with a batch before it, it still fits
// into one message of gRPC's default limit.
inline constexpr std::size_t kRowBytesMax = std::size_t{5} << 19;
// How many batches may be unanswered.
inline constexpr std::size_t kBatchesInFlightMax = 8;

// What became of the rows that this run settled.
struct ImportTotals {
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t kept = 0;
  std::int64_t rejected = 0;
  std::int64_t settled = 0;           // all of the above
  std::int64_t skipped = 0;           // settled by an earlier run, and not settled again
  std::int64_t rejected_earlier = 0;  // of them
  std::int64_t through_line = 0;      // the line on which the last settled row begins; 0: none
  std::string revision;  // at which everything is visible; empty when nothing was written
};

struct ImportOutcome {
  ImportTotals totals;
  // Why the file could not be read, or the rejects not written, to the end.
  absl::Status local;
  // How the stream ended.
  grpc::Status server;

  bool complete() const { return local.ok() && server.ok(); }
};

// Threads   Run may be called once; it has a second thread of its own for the answers.
// Lifetime  everything given must outlive Run.
class Importer {
 public:
  // `on_progress` is called often, by the thread that calls Run.
  Importer(RowSource& source, ImportWire& wire, RejectsFile& rejects,
           std::function<void(const ImportTotals&)> on_progress)
      : source_(source), wire_(wire), rejects_(rejects), on_progress_(std::move(on_progress)) {}

  ImportOutcome Run();

 private:
  struct Batch {
    std::vector<SourceRow> rows;
    std::size_t bytes = 0;
    std::int64_t sent = 0;  // the last row without a fault; 0: there is nothing to send
    bool ids_only = false;  // of rows that an earlier run has settled; `rows` has none then
  };

  absl::Status SendRows(std::int64_t resume_after);
  bool PassOver(const SourceRow& row, const google::protobuf::Message& message, std::size_t& ids);
  bool SendIds(std::size_t& ids);
  void AddRow(SourceRow row, const google::protobuf::Message& message, Batch& batch);
  bool Dispatch(Batch batch);
  bool WaitForRoom(std::size_t in_flight_max) ABSL_LOCKS_EXCLUDED(mutex_);
  void ReceiveAnswers() ABSL_LOCKS_EXCLUDED(mutex_);
  const Batch* Oldest() ABSL_LOCKS_EXCLUDED(mutex_);
  bool Settle(const Batch& batch, const v1::ImportProgress& answer) ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status KeepRejected(const Batch& batch, const v1::ImportProgress& answer,
                            std::int64_t& rejected);
  ImportTotals Totals() ABSL_LOCKS_EXCLUDED(mutex_);

  RowSource& source_;
  ImportWire& wire_;
  // Of the thread that receives; of the other while nothing is in flight.
  RejectsFile& rejects_;
  const std::function<void(const ImportTotals&)> on_progress_;

  absl::Mutex mutex_;
  std::deque<Batch> in_flight_ ABSL_GUARDED_BY(mutex_);
  ImportTotals totals_ ABSL_GUARDED_BY(mutex_);
  absl::Status rejects_status_ ABSL_GUARDED_BY(mutex_);
  bool answers_ended_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_IMPORTER_H_
