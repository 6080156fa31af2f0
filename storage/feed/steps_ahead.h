// Reads all that a catalogue is made of, ahead of who makes it.
#ifndef THROUGHGATE_STORAGE_FEED_STEPS_AHEAD_H_
#define THROUGHGATE_STORAGE_FEED_STEPS_AHEAD_H_

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "storage/feed/catalogue_step.h"
#include "storage/store.h"

namespace throughgate::storage {

// Threads decode page after page while the caller takes them in the order of keys, so that a
// restart keeps every processor busy. They are a few pages ahead, never more.
//
// Threads   Next: one at a time.
// Lifetime  of the store.
class StepsAhead {
 public:
  // Of one page.
  struct Steps {
    std::vector<CatalogueStep> steps;  // up to what is wrong
    absl::Status status;               // of the store and of CatalogueStepOf
  };

  StepsAhead(const Store& store, Revision revision);
  StepsAhead(const StepsAhead&) = delete;
  ~StepsAhead();

  // Those of the next page; null after the last one. After an error there is nothing to take.
  std::unique_ptr<Steps> Next();

 private:
  // A page that was read, to be decoded into its place among the results.
  struct Read {
    absl::StatusOr<Page> page;
    std::size_t number = 0;
  };

  void Work();
  std::optional<Read> ReadPage();
  bool MayRead() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool IsSettled() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Store& store_;
  const Revision revision_;

  // Pages follow from each other: held while one is read.
  absl::Mutex reading_ ABSL_ACQUIRED_BEFORE(mutex_);
  PageRequest request_ ABSL_GUARDED_BY(reading_);

  absl::Mutex mutex_;
  std::deque<std::unique_ptr<Steps>> ahead_ ABSL_GUARDED_BY(mutex_);
  std::size_t taken_ ABSL_GUARDED_BY(mutex_) = 0;  // pages
  bool at_end_ ABSL_GUARDED_BY(mutex_) = false;    // there is nothing more to read
  std::vector<std::thread> threads_;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_STEPS_AHEAD_H_
