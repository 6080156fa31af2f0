// Keeps a catalogue up to date from a store: reads everything once, then follows the changes.
#ifndef THROUGHGATE_STORAGE_FEED_CATALOGUE_FEED_H_
#define THROUGHGATE_STORAGE_FEED_CATALOGUE_FEED_H_

#include <atomic>
#include <memory>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "storage/feed/catalogue_loader.h"
#include "storage/feed/published.h"
#include "storage/store.h"

namespace throughgate::storage {

// The store is the truth; the catalogue is made of it and of nothing else.
//
// While the store refuses (kUnavailable), nobody knows what has changed: the feed says so, tries
// again and again, and follows on from where it was. What is damaged or cannot be read is never
// guessed: the feed stops for good, and no newer catalogue is published. A risk plan that cannot be
// read is the one exception: see CatalogueLoader.
//
// Threads   any; one thread of its own follows the store.
// Lifetime  the store must outlive the feed.
// Cost      opening reads every record once; a commit costs the blocks it touches.
class CatalogueFeed {
 public:
  // Reads the store and starts to follow it.
  //
  // Errors  those of the store; kDataLoss and kFailedPrecondition of the format, naming the key.
  static absl::StatusOr<std::unique_ptr<CatalogueFeed>> Open(Store& store, Report report);
  ~CatalogueFeed();

  // The newest catalogue, be it that of a feed that does not follow: for what does not age. Never
  // null. Cost: a copy of a pointer; no lock.
  std::shared_ptr<const matcher::Catalogue> Latest() const;

  // The newest catalogue, as long as the feed follows the store. Cost: as Latest.
  //
  // Errors  kUnavailable  it does not, so changes may be missing; the message says why.
  absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> Current() const;

  // The newest catalogue once it has reached `revision`, even if the feed does not follow since.
  //
  // Errors  kDeadlineExceeded  it has not by `deadline`.
  //         kUnavailable       the feed does not follow, and is not there yet; the message says
  //         why.
  absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> AtLeast(Revision revision,
                                                                    absl::Time deadline) const;

  // Who may do what, at the revision of the newest catalogue or a later one. Never null; as Latest,
  // whether or not the feed follows. Cost: as Latest.
  std::shared_ptr<const AccessBook> Access() const { return access_.Get(); }

  // Whether it follows the store: ok, or why it does not. Unavailable may pass, any other is for
  // good.
  absl::Status health() const;

 private:
  CatalogueFeed(Store& store, Report report);
  absl::Status Reload();
  void Follow();
  absl::Status Step();
  absl::Status TakeChanges();
  void SetHealth(const absl::Status& status);
  void Publish();
  absl::Status NotFollowing() const ABSL_SHARED_LOCKS_REQUIRED(mutex_);
  bool StoppingWithin(absl::Duration patience) const;

  Store& store_;
  const Report report_;
  // The following thread's own, once it runs.
  std::unique_ptr<CatalogueLoader> loader_;
  std::unique_ptr<Watcher> watcher_;
  bool must_reload_ = false;  // the loader and the watcher are of no more use

  Published<matcher::Catalogue> latest_;
  Published<AccessBook> access_;
  std::atomic<bool> following_ = true;  // whether health_ is ok

  mutable absl::Mutex mutex_;
  Revision revision_ ABSL_GUARDED_BY(mutex_) = 0;  // of latest_
  absl::Status health_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_CATALOGUE_FEED_H_
