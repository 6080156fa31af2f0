#include "storage/memory/memory_store.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/read_checks.h"
#include "storage/store_id.h"
#include "storage/transaction.h"

namespace throughgate::storage {
namespace {

// The most commits that one call of Compact forgets.
constexpr int kCompactCommitsMax = 1000;

struct Version {
  Revision revision = 0;
  std::optional<std::string> value;  // nullopt: deleted
};

struct Commit {
  absl::Time committed;
  Change change;
};

// All that the store holds, shared with its watchers because they may outlive it.
//
// std::mutex, not absl::Mutex: the thread sanitizer cannot see into the distribution's Abseil.
struct Contents {
  std::mutex mutex;
  std::condition_variable moved;  // a commit was added, or `closed` was set

  // All below is guarded by `mutex`.
  std::map<std::string, std::vector<Version>, std::less<>> records;  // versions oldest first
  std::deque<Commit> log;                                            // revisions oldest + 1 …
  Revision oldest = 0;
  bool closed = false;

  History history() const { return {.oldest = oldest, .latest = oldest + log.size()}; }
};

// The record as of `at`, or nullopt if it did not exist then.
std::optional<Record> RecordAt(std::string_view key, const std::vector<Version>& versions,
                               Revision at) {
  const auto found = std::find_if(versions.rbegin(), versions.rend(),
                                  [&](const Version& version) { return version.revision <= at; });
  if (found == versions.rend() || !found->value) return std::nullopt;
  return Record{.key = std::string(key), .value = *found->value, .version = found->revision};
}

std::optional<Record> FindRecord(const Contents& contents, std::string_view key, Revision at) {
  const auto found = contents.records.find(key);
  if (found == contents.records.end()) return std::nullopt;
  return RecordAt(key, found->second, at);
}

Page ListRecords(const Contents& contents, std::string_view prefix, const PageRequest& request,
                 Revision at) {
  Page page{.records = {}, .next = {}, .revision = at};
  auto next = request.after < prefix ? contents.records.lower_bound(prefix)
                                     : contents.records.upper_bound(request.after);
  for (; next != contents.records.end() && next->first.starts_with(prefix); ++next) {
    std::optional<Record> record = RecordAt(next->first, next->second, at);
    if (!record) continue;
    if (page.records.size() == request.limit) {
      page.next = page.records.back().key;
      break;
    }
    page.records.push_back(*std::move(record));
  }
  return page;
}

// Forgets what the oldest commit in the log superseded, and the commit.
void ForgetOldestCommit(Contents& contents) {
  ++contents.oldest;
  for (const Write& write : contents.log.front().change.writes) {
    const auto record = contents.records.find(write.key);
    std::vector<Version>& versions = record->second;
    std::erase_if(versions, [&](const Version& version) {
      return version.revision < contents.oldest ||
             (version.revision == contents.oldest && !version.value);
    });
    if (versions.empty()) contents.records.erase(record);
  }
  contents.log.pop_front();
}

class MemoryWatcher : public Watcher {
 public:
  MemoryWatcher(std::shared_ptr<Contents> contents, Revision after)
      : contents_(std::move(contents)), position_(after) {}

  absl::StatusOr<Change> Next(absl::Time deadline) override {
    std::unique_lock lock(contents_->mutex);
    contents_->moved.wait_until(lock, absl::ToChronoTime(deadline), [&] {
      return contents_->closed || contents_->history().latest > position_;
    });
    if (contents_->closed) return absl::CancelledError("the store is closing");
    const History history = contents_->history();
    if (absl::Status status = CheckRevision(position_, history); !status.ok()) return status;
    if (position_ == history.latest) return absl::DeadlineExceededError("nothing was committed");
    return contents_->log[position_++ - history.oldest].change;
  }

 private:
  const std::shared_ptr<Contents> contents_;
  Revision position_;  // the last revision that was handed out
};

class MemoryStore : public Store {
 public:
  explicit MemoryStore(MemoryStoreOptions options) : clock_(std::move(options.clock)) {}

  ~MemoryStore() override {
    const std::lock_guard lock(contents_->mutex);
    contents_->closed = true;
    contents_->moved.notify_all();
  }

  std::string_view id() const override { return id_; }

  Revision latest() const override {
    const std::lock_guard lock(contents_->mutex);
    return contents_->history().latest;
  }

  absl::StatusOr<std::optional<Record>> Get(std::string_view key,
                                            Revision revision) const override {
    if (absl::Status status = CheckKey(key); !status.ok()) return status;
    const std::lock_guard lock(contents_->mutex);
    const History history = contents_->history();
    const Revision at = revision == 0 ? history.latest : revision;
    if (absl::Status status = CheckRevision(at, history); !status.ok()) return status;
    return FindRecord(*contents_, key, at);
  }

  absl::StatusOr<Page> List(std::string_view prefix, const PageRequest& request,
                            Revision revision) const override {
    if (absl::Status status = CheckPage(prefix, request); !status.ok()) return status;
    const std::lock_guard lock(contents_->mutex);
    const History history = contents_->history();
    const Revision at = revision == 0 ? history.latest : revision;
    if (absl::Status status = CheckRevision(at, history); !status.ok()) return status;
    return ListRecords(*contents_, prefix, request, at);
  }

  absl::StatusOr<Revision> Commit(const Transaction& transaction) override {
    if (absl::Status status = CheckTransaction(transaction); !status.ok()) return status;
    const std::lock_guard lock(contents_->mutex);
    const Revision latest = contents_->history().latest;
    for (const Guard& guard : transaction.guards) {
      const std::optional<Record> record = FindRecord(*contents_, guard.key, latest);
      if ((record ? record->version : 0) != guard.version) {
        return absl::AbortedError(absl::StrCat(guard.key, " has changed"));
      }
    }
    const Revision revision = latest + 1;
    for (const Write& write : transaction.writes) {
      contents_->records[write.key].push_back({revision, write.value});
    }
    contents_->log.push_back({clock_(), Change{revision, transaction.writes}});
    contents_->moved.notify_all();
    return revision;
  }

  absl::StatusOr<std::unique_ptr<Watcher>> Watch(Revision after) override {
    const std::lock_guard lock(contents_->mutex);
    if (absl::Status status = CheckRevision(after, contents_->history()); !status.ok()) {
      return status;
    }
    return std::make_unique<MemoryWatcher>(contents_, after);
  }

  absl::StatusOr<bool> Compact(absl::Time horizon) override {
    const std::lock_guard lock(contents_->mutex);
    horizon = std::min(horizon, clock_() - kHistoryMin);
    const auto more = [&] {
      return !contents_->log.empty() && contents_->log.front().committed < horizon;
    };
    for (int i = 0; i < kCompactCommitsMax && more(); ++i) ForgetOldestCommit(*contents_);
    return more();
  }

 private:
  const std::string id_ = NewStoreId();
  const std::function<absl::Time()> clock_;
  const std::shared_ptr<Contents> contents_ = std::make_shared<Contents>();
};

}  // namespace

std::unique_ptr<Store> MakeMemoryStore(MemoryStoreOptions options) {
  return std::make_unique<MemoryStore>(std::move(options));
}

}  // namespace throughgate::storage
