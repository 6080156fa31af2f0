#include "services/edge/read_point.h"

#include <algorithm>
#include <utility>

#include "services/convert/dates.h"
#include "services/convert/instant.h"
#include "services/convert/revision_token.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(5);
// The feed has said in the log why it does not follow.
absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> Current(
    const storage::CatalogueFeed& feed) {
  auto catalogue = feed.Current();
  if (!catalogue.ok()) return CatalogueStopped();
  return catalogue;
}

}  // namespace

absl::StatusOr<ReadPoint> ReadPoints::Choose(const v1::ReadPoint& wire, std::string_view path,
                                             absl::Time deadline) const {
  if (!wire.at_least().empty()) {
    ASSIGN_OR_RETURN(const storage::Revision revision,
                     ParseRevision(backend_.store.id(), wire.at_least()));
    const absl::Time until = std::min(deadline, absl::Now() + kPatience);
    const absl::Status reached = backend_.feed.AtLeast(revision, until).status();
    if (absl::IsDeadlineExceeded(reached)) return RevisionNotReached();
  }
  ReadPoint point;
  ASSIGN_OR_RETURN(point.catalogue, Current(backend_.feed));
  Violations violations;
  point.as_of = wire.has_as_of()
                    ? ReadInstant(wire.as_of(), Field(violations, std::string(path))["as_of"])
                    : backend_.clock();
  RETURN_IF_ERROR(violations.status());
  point.today = LondonDay(point.as_of);
  return point;
}

absl::StatusOr<ReadPoint> ReadPoints::Resume(const matcher::OrganisationId& whose,
                                             storage::Revision revision, absl::Time as_of) {
  ASSIGN_OR_RETURN(auto current, Current(backend_.feed));
  ReadPoint point{std::move(current), as_of, LondonDay(as_of)};
  if (point.catalogue->revision == revision) return point;
  point.catalogue = pins_.Find(whose, revision, backend_.clock());
  if (point.catalogue == nullptr) return CursorExpired();
  return point;
}

}  // namespace throughgate::services
