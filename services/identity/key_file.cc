#include "services/identity/key_file.h"

#include <utility>

#include "services/edge/status_macros.h"

namespace throughgate::identity {
namespace {

constexpr absl::Duration kBetweenLooks = absl::Seconds(1);

}  // namespace

absl::StatusOr<std::unique_ptr<KeyFile>> KeyFile::Open(const std::string& path, Report report,
                                                       std::function<absl::Time()> clock) {
  std::unique_ptr<KeyFile> file(new KeyFile(path, std::move(report), std::move(clock)));
  RETURN_IF_ERROR(file->LookFirst());
  return file;
}

std::shared_ptr<const KeySet> KeyFile::Current() const {
  const absl::MutexLock lock(&mutex_);
  const absl::Time now = clock_();
  // A clock that was put back looks at once.
  if (now < looked_at_ || now - looked_at_ >= kBetweenLooks) {
    looked_at_ = now;
    trouble_.Update(Look());
  }
  return keys_;
}

absl::Status KeyFile::LookFirst() const {
  const absl::MutexLock lock(&mutex_);
  return Look();
}

absl::Status KeyFile::Look() const {
  ASSIGN_OR_RETURN(const FileStamp stamp, StampOf(path_));
  if (stamp == stamp_) return read_;
  ASSIGN_OR_RETURN(const SmallFile file, ReadSmallFile(path_, kKeySetBytesMax));
  stamp_ = file.stamp;
  absl::StatusOr<KeySet> keys = KeySet::Parse(file.bytes);
  read_ = keys.ok() ? absl::OkStatus() : About(path_, keys.status());
  if (keys.ok()) keys_ = std::make_shared<const KeySet>(*std::move(keys));
  return read_;
}

}  // namespace throughgate::identity
