// Tokens that were verified a moment ago, so that a caller's next call costs a hash and not a
// signature.
#ifndef THROUGHGATE_SERVICES_IDENTITY_TOKEN_CACHE_H_
#define THROUGHGATE_SERVICES_IDENTITY_TOKEN_CACHE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/identity/identity.h"

namespace throughgate::identity {

// Keeps what it is given for a minute, never beyond its expiry, so that a key that its issuer has
// withdrawn is honoured no longer than that. The newest half of kEntriesMax is never dropped for
// want of room.
//
// Threads  any.
class TokenCache {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  static constexpr std::size_t kEntriesMax = 10'000;
  static constexpr absl::Duration kKept = absl::Seconds(60);

  std::optional<Identity> Find(const Digest& digest, absl::Time now) const;
  void Keep(const Digest& digest, const Identity& identity, absl::Time now);

  // For tests.
  std::size_t size() const;

 private:
  struct Entry {
    Identity identity;
    absl::Time verified_at;
  };
  using Entries = absl::flat_hash_map<Digest, Entry>;

  mutable absl::Mutex mutex_;
  // When the newer are half of what may be kept, they become the older, which are dropped.
  Entries newer_ ABSL_GUARDED_BY(mutex_);
  Entries older_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_TOKEN_CACHE_H_
