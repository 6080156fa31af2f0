// Keys that are fetched from elsewhere, now and then, by a thread of their own.
#ifndef THROUGHGATE_SERVICES_IDENTITY_FETCHED_KEYS_H_
#define THROUGHGATE_SERVICES_IDENTITY_FETCHED_KEYS_H_

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/identity/key_source.h"

namespace throughgate::identity {

// Fetches once before the constructor returns, so that a server begins with keys; if that fails it
// begins without, and knows nobody until a later fetch succeeds. What fails is reported, tried
// again after `pace.apart`, and leaves the keys as they are, however old: whoever can keep an
// issuer from answering must not thereby lock everybody out.
//
// Lifetime  destroying it waits for a fetch under way to heed that it is stopped.
class FetchedKeys final : public KeySource {
 public:
  // The text of a key set. Gives up soon after `stopped` becomes true.
  using Fetch = std::function<absl::StatusOr<std::string>(absl::FunctionRef<bool()> stopped)>;

  struct Pace {
    absl::Duration refresh = absl::Minutes(10);
    // At least, between two fetches: many may note unknown keys, on purpose.
    absl::Duration apart = absl::Seconds(30);
  };

  // `what` is where they come from, for reports.
  FetchedKeys(std::string what, Fetch fetch, Pace pace, Report report);
  ~FetchedKeys() override;

  std::shared_ptr<const KeySet> Current() const override;
  void NoteUnknownKey() override;

 private:
  void Run();
  // Until it is time for the next fetch; false when there is to be none.
  bool Wait();
  void FetchOnce();

  const std::string what_;
  const Fetch fetch_;
  const Pace pace_;
  TroubleReport trouble_;  // of whoever fetches
  mutable absl::Mutex mutex_;
  std::shared_ptr<const KeySet> keys_ ABSL_GUARDED_BY(mutex_) = std::make_shared<const KeySet>();
  bool failed_ ABSL_GUARDED_BY(mutex_) = false;
  bool wanted_ ABSL_GUARDED_BY(mutex_) = false;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_FETCHED_KEYS_H_
