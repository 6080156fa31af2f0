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
  const std::int64_t resume_after = header_answer.applied_through_row();
  outcome.local = rejects_.Begin(resume_after > 0);
  std::thread receiver(&Importer::ReceiveAnswers, this);
  if (outcome.local.ok()) outcome.local = SendRows(resume_after);
  wire_.Close();
  WaitForRoom(0);
  receiver.join();
  outcome.server = wire_.Finish();
  absl::MutexLock lock(&mutex_);
  if (outcome.local.ok()) outcome.local = rejects_status_;
  if (outcome.complete() && !in_flight_.empty()) {
    outcome.server = grpc::Status(grpc::StatusCode::INTERNAL, "the server left rows unanswered");
  }
  outcome.totals = totals_;
  return outcome;
}

absl::Status Importer::SendRows(std::int64_t resume_after) {
  Batch batch;
  while (true) {
    SourceRow row;
    google::protobuf::Message& message = wire_.NewRow();
    const absl::StatusOr<bool> found = source_.Next(row, message);
    const bool at_end = !found.ok() || !*found;
    if (!at_end && row.number <= resume_after) {
      absl::MutexLock lock(&mutex_);
      ++totals_.skipped;
      continue;
    }
    if (!at_end) AddRow(std::move(row), message, batch);
    const bool full = batch.rows.size() >= kBatchRowsMax || batch.bytes >= kBatchBytesMax;
    // A broken stream is told by how it finishes.
    if ((full || at_end) && !batch.rows.empty() && !Dispatch(std::exchange(batch, {}))) {
      return absl::OkStatus();
    }
    if (at_end) return found.status();
  }
}

void Importer::AddRow(SourceRow row, const google::protobuf::Message& message, Batch& batch) {
  const std::size_t wire_bytes = message.ByteSizeLong();
  if (!row.fault && wire_bytes > kRowBytesMax) {
    row.fault = {"", absl::StrCat("is too large to send: ", wire_bytes, " bytes")};
  }
  if (!row.fault) {
    wire_.Keep(row.number);
    batch.sendable = true;
  }
  batch.bytes += row.OriginalBytes();
  batch.rows.push_back(std::move(row));
}

// Sends the batch when there is room. One without a row to send is settled in its turn.
bool Importer::Dispatch(Batch batch) {
  if (!WaitForRoom(batch.sendable ? kBatchesInFlightMax - 1 : 0)) return false;
  absl::ReleasableMutexLock lock(&mutex_);
  if (!batch.sendable) {
    Settle(batch, {});
    return true;
  }
  in_flight_.push_back(std::move(batch));
  lock.Release();
  return wire_.Send();
}

// Waits until at most `in_flight_max` batches are unanswered; false when no answer will come or the
// rejects cannot be written.
bool Importer::WaitForRoom(std::size_t in_flight_max) {
  const auto ready = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return answers_ended_ || in_flight_.size() <= in_flight_max;
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
  while (wire_.Receive(answer)) {
    absl::MutexLock lock(&mutex_);
    if (in_flight_.empty()) break;
    Settle(in_flight_.front(), answer);
    in_flight_.pop_front();
  }
  absl::MutexLock lock(&mutex_);
  answers_ended_ = true;
}

void Importer::Settle(const Batch& batch, const v1::ImportProgress& answer) {
  std::map<std::int64_t, Fault> refused;
  for (const v1::RejectedRow& row : answer.rejected()) {
    refused[row.row()] = {source_.FieldName(row.field()), row.message()};
  }
  for (const SourceRow& row : batch.rows) {
    const auto found = refused.find(row.number);
    if (!row.fault && found == refused.end()) continue;
    ++totals_.rejected;
    if (rejects_status_.ok()) {
      rejects_status_ = rejects_.Add(row, row.fault ? *row.fault : found->second);
    }
  }
  totals_.created += answer.created();
  totals_.updated += answer.updated();
  totals_.unchanged += answer.unchanged();
  totals_.kept += answer.kept();
  totals_.settled += static_cast<std::int64_t>(batch.rows.size());
  totals_.through_line = batch.rows.back().line;
  if (!answer.revision().empty()) totals_.revision = answer.revision();
}

ImportTotals Importer::Totals() {
  absl::MutexLock lock(&mutex_);
  return totals_;
}

}  // namespace throughgate::cli
