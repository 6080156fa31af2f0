// One import in progress: turns rows into commits, and knows how far it has come.
#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORT_SESSION_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORT_SESSION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/edge/edit.h"
#include "services/edge/streams.h"
#include "services/import/import_context.h"
#include "services/import/pending_store.h"
#include "storage/format/bookkeeping.h"
#include "throughgate/v1/import.pb.h"

namespace throughgate::services {

// The most rows of a batch.
inline constexpr int kBatchRowsMax = 500;
// The most bytes of keys and values that a dry run may keep.
inline constexpr std::size_t kDryRunBytesMax = std::size_t{256} << 20;

// What became of a row that was not refused.
enum class RowOutcome { kCreated, kUpdated, kUnchanged, kKept };

// Puts into `edit` what row `index` of the batch asks for, decided on what is in `store`. Asked
// again when something that it rested on has changed.
//
// Errors  one with a reason of errors.h refuses the row; REFERENCE_DATA_MISSING, and one without a
//         reason, ends the import.
using DecideRow = absl::FunctionRef<absl::StatusOr<RowOutcome>(
    int index, const storage::Store& store, Edit& edit)>;

// Threads   one at a time.
// Lifetime  the context must outlive it.
class ImportSession {
 public:
  // `kind` keeps apart imports of one id that are of different things.
  //
  // Errors  FIELD_INVALID   the header.
  //         LIMIT_EXCEEDED  too many dry runs at once.
  static absl::StatusOr<ImportSession> Open(const ImportContext& context, const std::string& kind,
                                            const v1::ImportHeader& header);

  // The answer to the header.
  v1::ImportProgress Resume() const;

  // The answer to a batch of rows that an earlier run has settled: nothing is done about them.
  //
  // Errors  FIELD_INVALID  the number of rows, their order, or that this run has not begun behind
  //                        them.
  absl::StatusOr<v1::ImportProgress> PassOver(std::span<const std::int64_t> rows);

  // Applies a batch whose rows have the numbers `rows`, and answers once all of it is durable and
  // in the catalogue. Rows that an earlier run has applied are decided anew.
  //
  // Errors  see imports.h.
  absl::StatusOr<v1::ImportProgress> Apply(std::span<const std::int64_t> rows, DecideRow decide);

 private:
  // What became of some rows.
  struct Tally {
    format::ImportProgress counts;
    std::vector<v1::RejectedRow> rejected;
  };
  struct Chunk;
  using Rows = std::span<const std::int64_t>;

  ImportSession(const ImportContext& context, std::string import_id, bool dry_run);
  absl::Status CheckRows(Rows rows) const;
  absl::StatusOr<std::size_t> ApplyChunk(Rows rows, std::size_t first, DecideRow decide,
                                         Tally& tally);
  absl::StatusOr<Chunk> Fill(Rows rows, std::size_t first, DecideRow decide);
  absl::Status Commit(Chunk& chunk);
  absl::Status CheckAlone() const;

  const ImportContext& context_;
  std::string import_id_;  // qualified by organisation and kind
  bool dry_run_;
  std::optional<Streams::Place> dry_run_place_;
  PendingStore pending_;
  storage::Revision progress_version_ = 0;
  format::ImportProgress progress_;
  std::int64_t last_row_ = 0;       // of this call
  storage::Revision revision_ = 0;  // of the last commit of this call; 0: none yet
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_IMPORT_SESSION_H_
