#include "services/identity/token_cache.h"

#include <utility>

namespace throughgate::identity {

std::optional<Identity> TokenCache::Find(const Digest& digest, absl::Time now) const {
  const absl::ReaderMutexLock lock(&mutex_);
  for (const Entries* entries : {&newer_, &older_}) {
    const auto found = entries->find(digest);
    if (found == entries->end()) continue;
    const auto& [identity, verified_at] = found->second;
    // A clock that is put back makes nothing valid for longer.
    const bool is_fresh = verified_at <= now && now < verified_at + kKept;
    if (is_fresh && now < identity.expires_at) return identity;
  }
  return std::nullopt;
}

void TokenCache::Keep(const Digest& digest, const Identity& identity, absl::Time now) {
  const absl::MutexLock lock(&mutex_);
  if (newer_.size() >= kEntriesMax / 2) older_ = std::exchange(newer_, {});
  newer_.insert_or_assign(digest, Entry{identity, now});
}

std::size_t TokenCache::size() const {
  const absl::ReaderMutexLock lock(&mutex_);
  return newer_.size() + older_.size();
}

}  // namespace throughgate::identity
