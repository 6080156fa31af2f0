#include "storage/feed/catalogue_feed.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/feed/catalogue_loader.h"

namespace throughgate::storage {
namespace {

// How long the following thread waits at most before it looks whether it is to stop.
constexpr absl::Duration kPatience = absl::Milliseconds(200);
// How many changes are published together, at most.
constexpr int kChangesAtOnceMost = 64;
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

std::shared_ptr<const matcher::Catalogue> CatalogueFeed::Latest() const { return latest_.Get(); }

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> CatalogueFeed::Current() const {
  if (following_) return latest_.Get();
  absl::MutexLock lock(&mutex_);
  // It may follow again by now.
  if (health_.ok()) return latest_.Get();
  return NotFollowing();
}

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> CatalogueFeed::AtLeast(
    Revision revision, absl::Time deadline) const {
  std::shared_ptr<const matcher::Catalogue> latest = latest_.Get();
  if (latest->revision >= revision) return latest;
  absl::MutexLock lock(&mutex_);
  const auto settled = [this, revision]() ABSL_SHARED_LOCKS_REQUIRED(mutex_) {
    return revision_ >= revision || !health_.ok();
  };
  mutex_.AwaitWithDeadline(absl::Condition(&settled), deadline);
  if (revision_ >= revision) return latest_.Get();
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

// Who may do what comes first: whoever has waited for a revision is judged by the grants of it.
void CatalogueFeed::Publish() {
  access_.Set(loader_->PublishAccess());
  std::shared_ptr<const matcher::Catalogue> catalogue = loader_->Publish();
  const Revision revision = catalogue->revision;
  latest_.Set(std::move(catalogue));
  // Wakes those who wait for it.
  absl::MutexLock lock(&mutex_);
  revision_ = revision;
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
  following_ = status.ok();
}

absl::Status CatalogueFeed::Reload() {
  absl::StatusOr<CatalogueLoader> loader = CatalogueLoader::Load(store_, report_);
  if (!loader.ok()) return loader.status();
  absl::StatusOr<std::unique_ptr<Watcher>> watcher = store_.Watch(loader->revision());
  if (!watcher.ok()) return watcher.status();
  loader_ = std::make_unique<CatalogueLoader>(*std::move(loader));
  watcher_ = *std::move(watcher);
  Publish();
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

// Waits a while for changes and publishes what they make of the catalogue, or builds that anew. A
// step that was refused leaves everything as it was, to be taken again.
absl::Status CatalogueFeed::Step() {
  if (!must_reload_) return TakeChanges();
  const absl::Status status = Reload();
  must_reload_ = !status.ok();
  // The history that it was reading has been compacted meanwhile.
  if (absl::IsOutOfRange(status)) return absl::UnavailableError(status.message());
  return status;
}

// One version for all that wait: behind a bulk load there are many.
absl::Status CatalogueFeed::TakeChanges() {
  absl::Time deadline = absl::Now() + kPatience;
  for (int taken = 0; taken < kChangesAtOnceMost; ++taken) {
    const absl::StatusOr<Change> change = watcher_->Next(deadline);
    deadline = absl::InfinitePast();
    must_reload_ = absl::IsOutOfRange(change.status());
    if (must_reload_) return absl::OkStatus();
    if (!change.ok()) {
      if (taken > 0) Publish();
      return absl::IsDeadlineExceeded(change.status()) ? absl::OkStatus() : change.status();
    }
    const absl::StatusOr<CatalogueLoader::Outcome> outcome = loader_->Apply(*change);
    if (!outcome.ok()) return outcome.status();
    must_reload_ = *outcome == CatalogueLoader::Outcome::kLoadAgain;
    if (must_reload_) return absl::OkStatus();
  }
  Publish();
  return absl::OkStatus();
}

}  // namespace throughgate::storage
