#include "services/import/import_session.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/convert/names.h"
#include "services/convert/revision_token.h"
#include "services/edge/errors.h"
#include "services/edge/standing.h"
#include "services/edge/status_macros.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

// How often a chunk is decided anew because others came first.
constexpr int kAttemptsMax = 10;
// What the mark of progress takes of a commit: a guard and a write.
constexpr std::size_t kProgressOperations = 2;
constexpr std::size_t kProgressBytes = 1024;
// What the caller's grant and organisation take of it: guards.
constexpr std::size_t kGrantOperations = 2;
constexpr std::size_t kGrantBytes = 1024;

// Whether a row may be added to a commit that has `operations` and `bytes` already. What the two
// share is counted twice, which can only make the commit smaller than it might be.
bool Fits(const Edit& chunk, const Edit& row) {
  return chunk.operations() + row.operations() + kProgressOperations + kGrantOperations <=
             storage::kCommitOperationsMax &&
         chunk.bytes() + row.bytes() + kProgressBytes + kGrantBytes <= storage::kCommitBytesMax;
}

void Merge(const storage::Transaction& row, Edit& chunk) {
  for (const storage::Guard& guard : row.guards) chunk.Guard(guard.key, guard.version);
  for (const storage::Write& write : row.writes) chunk.Write(write.key, *write.value);
}

void Count(RowOutcome outcome, format::ImportProgress& counts) {
  switch (outcome) {
    case RowOutcome::kCreated:
      ++counts.created;
      break;
    case RowOutcome::kUpdated:
      ++counts.updated;
      break;
    case RowOutcome::kUnchanged:
      ++counts.unchanged;
      break;
    case RowOutcome::kKept:
      ++counts.kept;
      break;
  }
}

// All but `applied_through_row`.
void AddCounts(const format::ImportProgress& more, format::ImportProgress& counts) {
  counts.created += more.created;
  counts.updated += more.updated;
  counts.unchanged += more.unchanged;
  counts.kept += more.kept;
  counts.rejected += more.rejected;
}

// Whether `status` is about a row rather than about the import.
bool RefusesRow(const absl::Status& status) {
  const auto reason = ReasonOf(status);
  return reason.has_value() && reason != v1::ERROR_REASON_REFERENCE_DATA_MISSING;
}

v1::RejectedRow Rejected(std::int64_t row, const absl::Status& status) {
  v1::RejectedRow rejected;
  rejected.set_row(row);
  const std::vector<FieldViolation> violations = FieldViolationsOf(status);
  if (violations.empty()) {
    rejected.set_message(std::string(status.message()));
  } else {
    rejected.set_field(violations.front().field);
    rejected.set_message(violations.front().description);
  }
  return rejected;
}

}  // namespace

// Consecutive rows, and the commit that they make.
struct ImportSession::Chunk {
  Edit edit;
  Tally tally;
  std::size_t end = 0;  // after the last of its rows
};

ImportSession::ImportSession(const ImportContext& context, std::string import_id, bool dry_run)
    : context_(context),
      import_id_(std::move(import_id)),
      dry_run_(dry_run),
      pending_(context.backend.store) {}

absl::StatusOr<ImportSession> ImportSession::Open(const ImportContext& context,
                                                  const std::string& kind,
                                                  const v1::ImportHeader& header) {
  Violations violations;
  ReadId(header.import_id(), Field(violations)["header"]["import_id"]);
  RETURN_IF_ERROR(violations.status());
  ImportSession session(
      context, absl::StrCat(context.caller.organisation.value, "/", kind, "/", header.import_id()),
      header.dry_run());
  if (header.dry_run()) {
    ASSIGN_OR_RETURN(Streams::Place place,
                     context.backend.streams->Take(kDryRunLimit, context.caller.organisation));
    session.dry_run_place_.emplace(std::move(place));
  }
  const std::string key = format::ImportKey({session.import_id_});
  ASSIGN_OR_RETURN(const std::optional<storage::Record> stored, context.backend.store.Get(key));
  if (!stored) return session;
  session.progress_version_ = stored->version;
  // A dry run looks at every row.
  if (header.restart() || header.dry_run()) return session;
  ASSIGN_OR_RETURN(session.progress_, format::Decode<format::ImportProgress>(key, stored->value));
  return session;
}

v1::ImportProgress ImportSession::Resume() const {
  v1::ImportProgress answer;
  answer.set_applied_through_row(progress_.applied_through_row);
  return answer;
}

absl::StatusOr<v1::ImportProgress> ImportSession::PassOver(Rows rows) {
  RETURN_IF_ERROR(CheckRows(rows));
  if (rows.back() > progress_.applied_through_row) {
    return FieldInvalid("batch.settled_earlier",
                        "No earlier run has come to these rows. Send them to be applied.");
  }
  last_row_ = rows.back();
  return Resume();
}

absl::StatusOr<v1::ImportProgress> ImportSession::Apply(Rows rows, DecideRow decide) {
  RETURN_IF_ERROR(CheckRows(rows));
  last_row_ = rows.back();
  const storage::Revision revision_before = revision_;
  Tally tally;
  // Rows that an earlier run has applied make chunks of their own.
  const auto applied = static_cast<std::size_t>(
      std::ranges::upper_bound(rows, progress_.applied_through_row) - rows.begin());
  for (std::size_t next = 0; next < rows.size();) {
    const std::size_t end = next < applied ? applied : rows.size();
    ASSIGN_OR_RETURN(next, ApplyChunk(rows.first(end), next, decide, tally));
  }
  pending_.Forget();

  v1::ImportProgress answer = Resume();
  answer.set_created(tally.counts.created);
  answer.set_updated(tally.counts.updated);
  answer.set_unchanged(tally.counts.unchanged);
  answer.set_kept(tally.counts.kept);
  answer.mutable_rejected()->Assign(tally.rejected.begin(), tally.rejected.end());
  if (revision_ == revision_before) return answer;
  RETURN_IF_ERROR(AwaitCatalogue(context_, revision_).status());
  answer.set_revision(FormatRevision(context_.backend.store.id(), revision_));
  return answer;
}

absl::Status ImportSession::CheckRows(Rows rows) const {
  if (rows.empty() || rows.size() > kBatchRowsMax) {
    return FieldInvalid("batch.rows", absl::StrCat("Send 1 to ", kBatchRowsMax, " rows a batch."));
  }
  std::int64_t last = last_row_;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] <= last) {
      return FieldInvalid(absl::StrCat("batch.rows[", i, "].row"),
                          "Must be at least 1 and greater than that of the row before.");
    }
    last = rows[i];
  }
  return absl::OkStatus();
}

// Applies rows from `first` on, as many as fit a commit, and returns where the next chunk begins.
absl::StatusOr<std::size_t> ImportSession::ApplyChunk(Rows rows, std::size_t first,
                                                      DecideRow decide, Tally& tally) {
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    RETURN_IF_ERROR(CheckGoingOn(context_));
    ASSIGN_OR_RETURN(Chunk chunk, Fill(rows, first, decide));
    const absl::Status committed = Commit(chunk);
    if (committed.ok()) {
      AddCounts(chunk.tally.counts, tally.counts);
      std::ranges::move(chunk.tally.rejected, std::back_inserter(tally.rejected));
      return chunk.end;
    }
    if (!absl::IsAborted(committed)) return committed;
    pending_.Drop();
    pending_.Forget();
    RETURN_IF_ERROR(CheckAlone());
  }
  return WriteConflict(import_id_);
}

absl::StatusOr<ImportSession::Chunk> ImportSession::Fill(Rows rows, std::size_t first,
                                                         DecideRow decide) {
  Chunk chunk;
  format::ImportProgress& counts = chunk.tally.counts;
  for (chunk.end = first; chunk.end < rows.size(); ++chunk.end) {
    Edit edit;
    absl::StatusOr<RowOutcome> outcome = decide(static_cast<int>(chunk.end), pending_, edit);
    if (outcome.ok() && !edit.empty() && !Fits(chunk.edit, edit)) {
      if (!chunk.edit.empty()) break;
      outcome = LimitExceeded("bytes of one row", storage::kCommitBytesMax);
    }
    if (outcome.ok()) {
      Count(*outcome, counts);
      if (edit.empty()) continue;
      const storage::Transaction transaction = edit.transaction();
      Merge(transaction, chunk.edit);
      pending_.Add(transaction);
    } else if (RefusesRow(outcome.status())) {
      ++counts.rejected;
      chunk.tally.rejected.push_back(Rejected(rows[chunk.end], outcome.status()));
    } else {
      return outcome.status();
    }
  }
  counts.applied_through_row = rows[chunk.end - 1];
  return chunk;
}

// Commits the chunk with the mark that it is applied. When it writes nothing the mark is only
// remembered: at worst a resumed import looks at these rows again. The mark does not go back for
// rows that were applied before, and they are not counted into it twice.
absl::Status ImportSession::Commit(Chunk& chunk) {
  format::ImportProgress progress = progress_;
  if (chunk.tally.counts.applied_through_row > progress.applied_through_row) {
    progress.applied_through_row = chunk.tally.counts.applied_through_row;
    AddCounts(chunk.tally.counts, progress);
  }
  const Backend& backend = context_.backend;
  const bool writes = !chunk.edit.empty() && !dry_run_;
  // Whoever may no longer import is not told either what rows would come to.
  Edit unwritten;
  RETURN_IF_ERROR(RestOnGrant(backend.store, context_.caller, context_.method, backend.clock(),
                              writes ? chunk.edit : unwritten));
  if (writes) {
    const std::string key = format::ImportKey({import_id_});
    chunk.edit.Guard(key, progress_version_);
    chunk.edit.Write(key, format::Encode(key, progress));
    ASSIGN_OR_RETURN(revision_, backend.store.Commit(chunk.edit.transaction()));
    progress_version_ = revision_;
    pending_.Committed(revision_);
  }
  if (pending_.pending_bytes() > kDryRunBytesMax) {
    return LimitExceeded("bytes written by a dry run", kDryRunBytesMax);
  }
  progress_ = progress;
  return absl::OkStatus();
}

// Whether nobody else is running this import.
absl::Status ImportSession::CheckAlone() const {
  const std::string key = format::ImportKey({import_id_});
  ASSIGN_OR_RETURN(const std::optional<storage::Record> stored, context_.backend.store.Get(key));
  if ((stored ? stored->version : 0) == progress_version_) return absl::OkStatus();
  return WriteConflict(import_id_);
}

}  // namespace throughgate::services
