#include "services/cli/import/importer.h"

#include <algorithm>
#include <map>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

namespace throughgate::cli {
namespace {

// How often a wait is interrupted to show that time passes.
constexpr absl::Duration kShowEvery = absl::Milliseconds(200);

static_assert(kBatchBytesMax + kRowBytesMax < std::size_t{4} << 20, "gRPC's default limit");

}  // namespace

ImportOutcome Importer::Run() {
  ImportOutcome outcome;
  v1::ImportProgress header_answer;
  if (!wire_.Start() || !wire_.Receive(header_answer)) {
    outcome.server = wire_.Finish();
    return outcome;
  }
  const absl::StatusOr<std::int64_t> resume_after =
      rejects_.Begin(header_answer.applied_through_row());
  outcome.local = resume_after.status();
  std::thread receiver(&Importer::ReceiveAnswers, this);
  if (outcome.local.ok()) outcome.local = SendRows(*resume_after);
  wire_.Close();
  WaitForRoom(0);
  receiver.join();
  outcome.server = wire_.Finish();
  absl::MutexLock lock(&mutex_);
  if (outcome.local.ok()) outcome.local = rejects_status_;
  if (outcome.complete() && !in_flight_.empty()) {
    outcome.server = grpc::Status(grpc::StatusCode::INTERNAL, "the server left rows unanswered");
  }
  if (outcome.complete()) outcome.local = rejects_.Finish();
  outcome.totals = totals_;
  outcome.totals.rejected_earlier = rejects_.rejected_earlier();
  return outcome;
}

absl::Status Importer::SendRows(std::int64_t resume_after) {
  Batch batch;
  std::size_t ids = 0;
  while (true) {
    SourceRow row;
    google::protobuf::Message& message = wire_.NewRow();
    const absl::StatusOr<bool> found = source_.Next(row, message);
    const bool at_end = !found.ok() || !*found;
    // A broken stream is told by how it finishes.
    if (!at_end && row.number <= resume_after) {
      if (!PassOver(row, message, ids)) return absl::OkStatus();
      continue;
    }
    if (!at_end && !SendIds(ids)) return absl::OkStatus();
    if (!at_end) AddRow(std::move(row), message, batch);
    const bool full = batch.rows.size() >= kBatchRowsMax || batch.bytes >= kBatchBytesMax;
    if ((full || at_end) && !batch.rows.empty() && !Dispatch(std::exchange(batch, {}))) {
      return absl::OkStatus();
    }
    if (at_end) return found.status();
  }
}

// Passes over a row that an earlier run has settled; false when the stream is broken. `ids` are in
// the batch being made.
bool Importer::PassOver(const SourceRow& row, const google::protobuf::Message& message,
                        std::size_t& ids) {
  {
    absl::MutexLock lock(&mutex_);
    ++totals_.skipped;
  }
  if (row.fault || message.ByteSizeLong() > kRowBytesMax) return true;  // never sent
  wire_.KeepId(row.number);
  return ++ids < kIdsMax || SendIds(ids);
}

// Sends the ids in the batch being made, if there are any.
bool Importer::SendIds(std::size_t& ids) {
  if (std::exchange(ids, 0) == 0) return true;
  Batch batch;
  batch.sent = 1;
  batch.ids_only = true;
  return Dispatch(std::move(batch));
}

void Importer::AddRow(SourceRow row, const google::protobuf::Message& message, Batch& batch) {
  const std::size_t wire_bytes = message.ByteSizeLong();
  if (!row.fault && wire_bytes > kRowBytesMax) {
    row.fault = {"", absl::StrCat("is too large to send: ", wire_bytes, " bytes")};
  }
  if (!row.fault) {
    wire_.Keep(row.number);
    batch.sent = row.number;
  }
  batch.bytes += row.OriginalBytes();
  batch.rows.push_back(std::move(row));
}

// Sends the batch when there is room. One without a row to send is settled in its turn.
bool Importer::Dispatch(Batch batch) {
  if (!WaitForRoom(batch.sent > 0 ? kBatchesInFlightMax - 1 : 0)) return false;
  if (batch.sent == 0) return Settle(batch, {});
  {
    absl::MutexLock lock(&mutex_);
    in_flight_.push_back(std::move(batch));
  }
  return wire_.Send();
}

// Waits until at most `in_flight_max` batches are unanswered; false when no answer will come or the
// rejects cannot be written.
bool Importer::WaitForRoom(std::size_t in_flight_max) {
  const auto ready = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return answers_ended_ || !rejects_status_.ok() || in_flight_.size() <= in_flight_max;
  };
  while (true) {
    on_progress_(Totals());
    absl::MutexLock lock(&mutex_);
    if (mutex_.AwaitWithTimeout(absl::Condition(&ready), kShowEvery)) {
      return !answers_ended_ && rejects_status_.ok();
    }
  }
}

void Importer::ReceiveAnswers() {
  v1::ImportProgress answer;
  bool settling = true;
  while (wire_.Receive(answer)) {
    if (!settling) continue;  // what is still to come is let go, so that the stream can end
    const Batch* batch = Oldest();
    if (batch == nullptr) break;
    settling = Settle(*batch, answer);
  }
  absl::MutexLock lock(&mutex_);
  answers_ended_ = true;
}

// The batch that is answered next, which stays where it is while others are added.
const Importer::Batch* Importer::Oldest() {
  absl::MutexLock lock(&mutex_);
  return in_flight_.empty() ? nullptr : &in_flight_.front();
}

// False when the rejects cannot be written: the batch is not settled then, nor is any behind it.
// One that was sent is no longer in flight.
bool Importer::Settle(const Batch& batch, const v1::ImportProgress& answer) {
  if (batch.ids_only) {
    absl::MutexLock lock(&mutex_);
    in_flight_.pop_front();
    return true;
  }
  std::int64_t rejected = 0;
  const absl::Status kept = KeepRejected(batch, answer, rejected);
  absl::MutexLock lock(&mutex_);
  rejects_status_ = kept;
  if (!kept.ok()) return false;
  totals_.created += answer.created();
  totals_.updated += answer.updated();
  totals_.unchanged += answer.unchanged();
  totals_.kept += answer.kept();
  totals_.rejected += rejected;
  totals_.settled += static_cast<std::int64_t>(batch.rows.size());
  totals_.through_line = batch.rows.back().line;
  if (!answer.revision().empty()) totals_.revision = answer.revision();
  if (!in_flight_.empty()) in_flight_.pop_front();
  return true;
}

// Returns once the rows of the batch that were rejected, on either side, are on the device.
absl::Status Importer::KeepRejected(const Batch& batch, const v1::ImportProgress& answer,
                                    std::int64_t& rejected) {
  std::map<std::int64_t, Fault> refused;
  for (const v1::RejectedRow& row : answer.rejected()) {
    refused[row.row()] = {source_.FieldName(row.field()), row.message()};
  }
  for (const SourceRow& row : batch.rows) {
    const auto found = refused.find(row.number);
    if (!row.fault && found == refused.end()) continue;
    ++rejected;
    rejects_.Add(row, row.fault ? *row.fault : found->second);
  }
  return rejects_.Settle(batch.rows.back().number, batch.sent);
}

ImportTotals Importer::Totals() {
  absl::MutexLock lock(&mutex_);
  return totals_;
}

}  // namespace throughgate::cli
