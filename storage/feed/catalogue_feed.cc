#include "storage/feed/catalogue_feed.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/feed/catalogue_loader.h"

namespace throughgate::storage {
namespace {

// How long the following thread waits at most before it looks whether it is to stop.
constexpr absl::Duration kPatience = absl::Milliseconds(200);

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
  if (!health_.ok()) return Stopped();
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
  if (!health_.ok()) return Stopped();
  return absl::DeadlineExceededError("the revision has not arrived here yet; try again");
}

absl::Status CatalogueFeed::health() const {
  absl::MutexLock lock(&mutex_);
  return health_;
}

absl::Status CatalogueFeed::Stopped() const {
  return absl::UnavailableError(
      absl::StrCat("the catalogue no longer follows the store: ", health_.message()));
}

void CatalogueFeed::Publish(std::shared_ptr<const matcher::Catalogue> catalogue) {
  // The old one is let go outside the lock: it may be the last hold on many blocks.
  absl::MutexLock lock(&mutex_);
  latest_.swap(catalogue);
}

bool CatalogueFeed::Stopping() const {
  absl::MutexLock lock(&mutex_);
  return stopping_;
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
  absl::Status status = FollowUntilStopped();
  if (status.ok() || absl::IsCancelled(status)) return;
  report_(absl::StrCat("the catalogue stops following the store: ", status.message()));
  absl::MutexLock lock(&mutex_);
  health_ = std::move(status);
}

absl::Status CatalogueFeed::FollowUntilStopped() {
  while (!Stopping()) {
    absl::StatusOr<Change> change = watcher_->Next(absl::Now() + kPatience);
    if (absl::IsDeadlineExceeded(change.status())) continue;
    bool reload = absl::IsOutOfRange(change.status());
    if (!reload) {
      if (!change.ok()) return change.status();
      absl::StatusOr<CatalogueLoader::Outcome> outcome = loader_->Apply(*change);
      if (!outcome.ok()) return outcome.status();
      reload = *outcome == CatalogueLoader::Outcome::kLoadAgain;
    }
    if (!reload) {
      Publish(loader_->Publish());
    } else if (absl::Status status = Reload(); !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace throughgate::storage
