#include "services/maintenance.h"

#include <string>
#include <utility>

#include "absl/time/clock.h"
#include "services/convert/dates.h"
#include "services/edge/log.h"
#include "services/edge/request_sweeper.h"
#include "services/postings/flag_sweeper.h"

namespace throughgate::services {
namespace {

constexpr absl::Duration kHealthEvery = absl::Seconds(1);
constexpr absl::Duration kCompactEvery = absl::Minutes(1);
constexpr absl::Duration kForgetEvery = absl::Hours(1);
constexpr absl::Duration kFlagEvery = absl::Hours(1);
// Twice what the store promises, so that a page token outlives its five minutes.
constexpr absl::Duration kHistoryKept = absl::Minutes(10);

// Whether `every` has passed since `last`, which then becomes `now`.
bool IsDue(absl::Time now, absl::Duration every, absl::Time& last) {
  if (now - last < every) return false;
  last = now;
  return true;
}

}  // namespace

Maintenance::Maintenance(const Backend& backend, std::function<void(bool)> set_serving)
    : backend_(backend), set_serving_(std::move(set_serving)), thread_([this] { Run(); }) {}

Maintenance::~Maintenance() {
  stopping_.Notify();
  thread_.join();
}

void Maintenance::Run() {
  absl::Time compacted = absl::Now();
  absl::Time forgotten = absl::InfinitePast();
  absl::Time flagged = absl::InfinitePast();
  do {
    set_serving_(backend_.feed.health().ok());
    backend_.streams->CancelStandstills();
    const absl::Time now = absl::Now();
    if (IsDue(now, kCompactEvery, compacted)) CompactHistory();
    if (IsDue(now, kFlagEvery, flagged)) FlagPostings();
    if (IsDue(now, kForgetEvery, forgotten)) ForgetOld();
  } while (!stopping_.WaitForNotificationWithTimeout(kHealthEvery));
}

void Maintenance::CompactHistory() {
  const absl::Time horizon = absl::Now() - kHistoryKept;
  while (!stopping_.HasBeenNotified()) {
    const absl::StatusOr<bool> more = backend_.store.Compact(horizon);
    if (!more.ok()) Log("history cannot be compacted: " + more.status().ToString());
    if (!more.ok() || !*more) return;
  }
}

void Maintenance::ForgetOld() {
  const absl::Status swept = SweepRequests(backend_.store, backend_.clock(),
                                           [this] { return stopping_.HasBeenNotified(); });
  if (!swept.ok()) Log("old request ids cannot be deleted: " + swept.ToString());
  const absl::Status codes = SweepLinkCodes(backend_.store, backend_.clock(),
                                            [this] { return stopping_.HasBeenNotified(); });
  if (!codes.ok()) Log("expired link codes cannot be deleted: " + codes.ToString());
}

void Maintenance::FlagPostings() {
  const auto catalogue = backend_.feed.Latest();
  if (catalogue->revision == swept_) return;
  const absl::Status swept = SweepPostings(backend_.store, *catalogue, LondonDay(backend_.clock()),
                                           [this] { return stopping_.HasBeenNotified(); });
  if (swept.ok()) {
    swept_ = catalogue->revision;
  } else {
    Log("postings cannot be looked through: " + swept.ToString());
  }
}

}  // namespace throughgate::services
