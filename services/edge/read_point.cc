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
// A catalogue is kept so much longer than its cursors live, so that the next of them need not have
// it kept anew.
constexpr absl::Duration kRenewedAfter = absl::Minutes(1);

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

absl::StatusOr<ReadPoint> ReadPoints::Resume(storage::Revision revision, absl::Time as_of) {
  ASSIGN_OR_RETURN(auto current, Current(backend_.feed));
  ReadPoint point{std::move(current), as_of, LondonDay(as_of)};
  if (point.catalogue->revision == revision) return point;
  absl::MutexLock lock(&mutex_);
  const auto pin = pins_.find(revision);
  if (pin == pins_.end() || pin->second.until < backend_.clock()) return CursorExpired();
  point.catalogue = pin->second.catalogue;
  return point;
}

void ReadPoints::Keep(const ReadPoint& point) {
  const absl::Time now = backend_.clock();
  const storage::Revision revision = point.catalogue->revision;
  const std::shared_ptr<const Kept> kept = kept_.Get();
  if (kept != nullptr && kept->revision == revision && now + kCursorLifetime <= kept->until) return;
  const absl::Time until = now + kCursorLifetime + kRenewedAfter;
  absl::MutexLock lock(&mutex_);
  std::erase_if(pins_, [now](const auto& entry) { return entry.second.until < now; });
  pins_[revision] = {point.catalogue, until};
  while (pins_.size() > kPinnedCataloguesMax) pins_.erase(pins_.begin());
  kept_.Set(std::make_shared<const Kept>(Kept{revision, until}));
}

}  // namespace throughgate::services
