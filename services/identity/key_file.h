// Keys in a file, which may be replaced at any time.
#ifndef THROUGHGATE_SERVICES_IDENTITY_KEY_FILE_H_
#define THROUGHGATE_SERVICES_IDENTITY_KEY_FILE_H_

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/identity/key_source.h"
#include "services/identity/small_file.h"

namespace throughgate::identity {

// Looks at the file when asked for its keys, at most once a second, and reads it when it has
// changed. While it is broken or gone, its last good keys stay, and that is reported.
//
// Cost  of Current(): a lock; once a second a look at the file. Whoever finds it changed parses it
//       (KeySet::Parse), while others wait.
// Why  whoever asks looks: there is no thread to start and stop.
class KeyFile final : public KeySource {
 public:
  // Errors  those of ReadSmallFile and KeySet::Parse, with the path.
  static absl::StatusOr<std::unique_ptr<KeyFile>> Open(
      const std::string& path, Report report, std::function<absl::Time()> clock = absl::Now);

  std::shared_ptr<const KeySet> Current() const override;

 private:
  KeyFile(std::string path, Report report, std::function<absl::Time()> clock)
      : path_(std::move(path)), clock_(std::move(clock)), trouble_(path_, std::move(report)) {}
  absl::Status LookFirst() const;
  absl::Status Look() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::string path_;
  const std::function<absl::Time()> clock_;
  mutable absl::Mutex mutex_;
  mutable TroubleReport trouble_ ABSL_GUARDED_BY(mutex_);
  mutable absl::Time looked_at_ ABSL_GUARDED_BY(mutex_) = absl::InfinitePast();
  mutable FileStamp stamp_ ABSL_GUARDED_BY(mutex_);    // of what was read last, good or bad
  mutable absl::Status read_ ABSL_GUARDED_BY(mutex_);  // what came of it
  mutable std::shared_ptr<const KeySet> keys_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_KEY_FILE_H_
