// Chooses what a question is answered from: which catalogue and which instant.
#ifndef THROUGHGATE_SERVICES_EDGE_READ_POINT_H_
#define THROUGHGATE_SERVICES_EDGE_READ_POINT_H_

#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/units.h"
#include "services/convert/field.h"
#include "services/edge/backend.h"
#include "services/edge/pins.h"
#include "throughgate/v1/match_service.pb.h"

namespace throughgate::services {

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

  // The read point that an earlier page of that organisation was answered from.
  //
  // Errors  CURSOR_EXPIRED     its catalogue is no longer kept.
  //         CATALOGUE_STOPPED  as Choose.
  absl::StatusOr<ReadPoint> Resume(const matcher::OrganisationId& whose, storage::Revision revision,
                                   absl::Time as_of);

  // Keeps the catalogue for a further lifetime, because a cursor to it is being handed out.
  void Keep(const matcher::OrganisationId& whose, const ReadPoint& point) {
    pins_.Keep(whose, point.catalogue, backend_.clock());
  }

 private:
  const Backend& backend_;
  Pins pins_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_READ_POINT_H_
