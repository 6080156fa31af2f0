#include "storage/feed/catalogue_feed.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/feed/catalogue_loader.h"

namespace throughgate::storage {
namespace {

// How long the following thread waits at most before it looks whether it is to stop.
constexpr absl::Duration kPatience = absl::Milliseconds(200);
// How long it waits before it tries again: at first, and at most.
constexpr absl::Duration kFirstPause = absl::Milliseconds(10);
constexpr absl::Duration kLongestPause = absl::Seconds(5);

// What may be otherwise the next time.
bool MayPass(const absl::Status& status) { return absl::IsUnavailable(status); }

}  // namespace

absl::StatusOr<std::unique_ptr<CatalogueFeed>> CatalogueFeed::Open(Store& store, Report report) {
  std::unique_ptr<CatalogueFeed> feed(new CatalogueFeed(store, std::move(report)));
  if (absl::Status status = feed->Reload(); !status.ok()) return status;
  feed->thread_ = std::thread([raw = feed.get()] { raw->Follow(); });
  return feed;
}

CatalogueFeed::CatalogueFeed(Store& store, Report report)
    : store_(store), report_(std::move(report)) {}

CatalogueFeed::~CatalogueFeed() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const matcher::Catalogue> CatalogueFeed::Latest() const {
  absl::MutexLock lock(&mutex_);
  return latest_;
}

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> CatalogueFeed::Current() const {
  absl::MutexLock lock(&mutex_);
  if (!health_.ok()) return NotFollowing();
  return latest_;
}

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> CatalogueFeed::AtLeast(
    Revision revision, absl::Time deadline) const {
  absl::MutexLock lock(&mutex_);
  const auto settled = [this, revision]() ABSL_SHARED_LOCKS_REQUIRED(mutex_) {
    return latest_->revision >= revision || !health_.ok();
  };
  mutex_.AwaitWithDeadline(absl::Condition(&settled), deadline);
  if (latest_->revision >= revision) return latest_;
  if (!health_.ok()) return NotFollowing();
  return absl::DeadlineExceededError("the revision has not arrived here yet; try again");
}

absl::Status CatalogueFeed::health() const {
  absl::MutexLock lock(&mutex_);
  return health_;
}

absl::Status CatalogueFeed::NotFollowing() const {
  return absl::UnavailableError(
      absl::StrCat("the catalogue does not follow the store: ", health_.message()));
}

void CatalogueFeed::Publish(std::shared_ptr<const matcher::Catalogue> catalogue) {
  // The old one is let go outside the lock: it may be the last hold on many blocks.
  absl::MutexLock lock(&mutex_);
  latest_.swap(catalogue);
}

// Whether the feed is to stop, within the time given.
bool CatalogueFeed::StoppingWithin(absl::Duration patience) const {
  absl::MutexLock lock(&mutex_);
  return mutex_.AwaitWithTimeout(absl::Condition(&stopping_), patience);
}

void CatalogueFeed::SetHealth(const absl::Status& status) {
  const bool was_ok = health().ok();
  if (!status.ok() && !MayPass(status)) {
    report_(absl::StrCat("the catalogue stops following the store: ", status.message()));
  } else if (was_ok && !status.ok()) {
    report_(
        absl::StrCat("the catalogue cannot follow the store and tries again: ", status.message()));
  } else if (!was_ok && status.ok()) {
    report_(
        absl::StrCat("the catalogue follows the store again, from revision ", loader_->revision()));
  }
  absl::MutexLock lock(&mutex_);
  health_ = status;
}

absl::Status CatalogueFeed::Reload() {
  absl::StatusOr<CatalogueLoader> loader = CatalogueLoader::Load(store_, report_);
  if (!loader.ok()) return loader.status();
  absl::StatusOr<std::unique_ptr<Watcher>> watcher = store_.Watch(loader->revision());
  if (!watcher.ok()) return watcher.status();
  loader_ = std::make_unique<CatalogueLoader>(*std::move(loader));
  watcher_ = *std::move(watcher);
  Publish(loader_->Publish());
  return absl::OkStatus();
}

void CatalogueFeed::Follow() {
  absl::Duration pause = kFirstPause;
  while (!StoppingWithin(absl::ZeroDuration())) {
    const absl::Status status = Step();
    if (absl::IsCancelled(status)) return;
    if (status != health()) SetHealth(status);
    if (status.ok()) {
      pause = kFirstPause;
      continue;
    }
    if (!MayPass(status) || StoppingWithin(pause)) return;
    pause = std::min(2 * pause, kLongestPause);
  }
}

// Waits a while for a change and publishes what it makes of the catalogue, or builds that anew. A
// step that was refused leaves everything as it was, to be taken again.
absl::Status CatalogueFeed::Step() {
  if (!must_reload_) return TakeChange();
  const absl::Status status = Reload();
  must_reload_ = !status.ok();
  // The history that it was reading has been compacted meanwhile.
  if (absl::IsOutOfRange(status)) return absl::UnavailableError(status.message());
  return status;
}

absl::Status CatalogueFeed::TakeChange() {
  const absl::StatusOr<Change> change = watcher_->Next(absl::Now() + kPatience);
  if (absl::IsDeadlineExceeded(change.status())) return absl::OkStatus();
  must_reload_ = absl::IsOutOfRange(change.status());
  if (must_reload_) return absl::OkStatus();
  if (!change.ok()) return change.status();
  const absl::StatusOr<CatalogueLoader::Outcome> outcome = loader_->Apply(*change);
  if (!outcome.ok()) return outcome.status();
  must_reload_ = *outcome == CatalogueLoader::Outcome::kLoadAgain;
  if (!must_reload_) Publish(loader_->Publish());
  return absl::OkStatus();
}

}  // namespace throughgate::storage
