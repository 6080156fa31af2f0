// Keeps catalogues for as long as cursors to them live.
#ifndef THROUGHGATE_SERVICES_EDGE_PINS_H_
#define THROUGHGATE_SERVICES_EDGE_PINS_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/names.h"
#include "storage/feed/published.h"
#include "storage/store.h"

namespace throughgate::services {

// How long a cursor lives after the page that it came with.
inline constexpr absl::Duration kCursorLifetime = absl::Minutes(5);
// How many revisions the live cursors of one organisation may be of, and those of all together.
inline constexpr std::size_t kPinsOfOneMax = 256;
inline constexpr std::size_t kPinsMax = 1024;

// Each organisation has pins of its own. Beyond the first bound its oldest gives way, beyond the
// second the oldest of whoever has the most: nobody can end the cursors of somebody who holds
// fewer.
//
// Threads  any.
class Pins {
 public:
  using Catalogue = std::shared_ptr<const matcher::Catalogue>;

  // Keeps the catalogue for a further lifetime, because a cursor to it is being handed out. Cost:
  // no lock but now and then.
  void Keep(const matcher::OrganisationId& whose, const Catalogue& catalogue, absl::Time now);

  // What was kept of that revision, or null.
  Catalogue Find(const matcher::OrganisationId& whose, storage::Revision revision, absl::Time now);

 private:
  struct Pin {
    Catalogue catalogue;
    absl::Time until;
  };
  using PinsOfOne = std::map<storage::Revision, Pin>;

  // Who has kept the newest revision, and until when.
  struct Newest {
    storage::Revision revision = 0;
    std::vector<std::pair<std::string, absl::Time>> until;
  };

  bool IsKept(const std::string& whose, storage::Revision revision, absl::Time now) const;
  void DropExpired(absl::Time now) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool MakeRoom(const std::string& whose) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  storage::Published<Newest> newest_;
  absl::Mutex mutex_;
  std::map<std::string, PinsOfOne> pins_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_PINS_H_
