// Chooses what a question is answered from: which catalogue and which instant.
#ifndef THROUGHGATE_SERVICES_EDGE_READ_POINT_H_
#define THROUGHGATE_SERVICES_EDGE_READ_POINT_H_

#include <cstddef>
#include <map>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/units.h"
#include "services/convert/field.h"
#include "services/edge/backend.h"
#include "storage/feed/published.h"
#include "throughgate/v1/match_service.pb.h"

namespace throughgate::services {

// How long a cursor lives after the page that it came with.
inline constexpr absl::Duration kCursorLifetime = absl::Minutes(5);
// How many revisions can have live cursors at once; the oldest give way.
inline constexpr std::size_t kPinnedCataloguesMax = 1024;

struct ReadPoint {
  std::shared_ptr<const matcher::Catalogue> catalogue;
  absl::Time as_of;
  matcher::Day today;  // the day of `as_of` in London
};

// Threads  any.
class ReadPoints {
 public:
  explicit ReadPoints(const Backend& backend) : backend_(backend) {}

  // The newest catalogue, at least of the revision asked for, and the instant asked for or now.
  //
  // Errors  FIELD_INVALID         `wire.as_of` is out of range; `at` is its path.
  //         REVISION_INVALID      `wire.at_least` is not a revision of this store.
  //         REVISION_NOT_REACHED  it has not arrived by the deadline, or within five seconds.
  //         CATALOGUE_STOPPED     the feed does not follow the store: a plan could have changed
  //                               since, for all that is known here.
  absl::StatusOr<ReadPoint> Choose(const v1::ReadPoint& wire, std::string_view path,
                                   absl::Time deadline) const;

  // The read point that an earlier page was answered from.
  //
  // Errors  CURSOR_EXPIRED     its catalogue is no longer kept.
  //         CATALOGUE_STOPPED  as Choose.
  absl::StatusOr<ReadPoint> Resume(storage::Revision revision, absl::Time as_of);

  // Keeps the catalogue for a further lifetime, because a cursor to it is being handed out. Cost:
  // no lock but now and then.
  void Keep(const ReadPoint& point);

 private:
  struct Pin {
    std::shared_ptr<const matcher::Catalogue> catalogue;
    absl::Time until;
  };

  // The revision that was kept last, and until when.
  struct Kept {
    storage::Revision revision = 0;
    absl::Time until;
  };

  const Backend& backend_;
  storage::Published<Kept> kept_;
  absl::Mutex mutex_;
  std::map<storage::Revision, Pin> pins_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_READ_POINT_H_
