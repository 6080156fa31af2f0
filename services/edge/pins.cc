#include "services/edge/pins.h"

#include <algorithm>

namespace throughgate::services {
namespace {

// A catalogue is kept so much longer than its cursors live, so that the next of them need not have
// it kept anew.
constexpr absl::Duration kRenewedAfter = absl::Minutes(1);

// The one that would end first.
template <class PinsOfOne>
auto Oldest(PinsOfOne& pins) {
  return std::ranges::min_element(pins, {}, [](const auto& entry) { return entry.second.until; });
}

}  // namespace

void Pins::Keep(const matcher::OrganisationId& whose, const Catalogue& catalogue, absl::Time now) {
  const storage::Revision revision = catalogue->revision;
  if (IsKept(whose.value, revision, now)) return;
  const absl::Time until = now + kCursorLifetime + kRenewedAfter;
  absl::MutexLock lock(&mutex_);
  DropExpired(now);
  pins_[whose.value][revision] = {catalogue, until};
  const bool dropped = MakeRoom(whose.value);
  const std::shared_ptr<const Newest> before = newest_.Get();
  Newest newest{.revision = revision, .until = {}};
  // Nobody is taken to have kept what has given way.
  if (before != nullptr && before->revision == revision && !dropped) newest.until = before->until;
  std::erase_if(newest.until, [&](const auto& entry) { return entry.first == whose.value; });
  newest.until.emplace_back(whose.value, until);
  newest_.Set(std::make_shared<const Newest>(std::move(newest)));
}

Pins::Catalogue Pins::Find(const matcher::OrganisationId& whose, storage::Revision revision,
                           absl::Time now) {
  absl::MutexLock lock(&mutex_);
  const auto own = pins_.find(whose.value);
  if (own == pins_.end()) return nullptr;
  const auto pin = own->second.find(revision);
  if (pin == own->second.end() || pin->second.until < now) return nullptr;
  return pin->second.catalogue;
}

bool Pins::IsKept(const std::string& whose, storage::Revision revision, absl::Time now) const {
  const std::shared_ptr<const Newest> newest = newest_.Get();
  return newest != nullptr && newest->revision == revision &&
         std::ranges::any_of(newest->until, [&](const auto& entry) {
           return entry.first == whose && now + kCursorLifetime <= entry.second;
         });
}

void Pins::DropExpired(absl::Time now) {
  for (auto& [name, own] : pins_) {
    std::erase_if(own, [now](const auto& entry) { return entry.second.until < now; });
  }
  std::erase_if(pins_, [](const auto& own) { return own.second.empty(); });
}

// Whether any had to give way.
bool Pins::MakeRoom(const std::string& whose) {
  bool dropped = false;
  if (PinsOfOne& own = pins_[whose]; own.size() > kPinsOfOneMax) {
    own.erase(Oldest(own));
    dropped = true;
  }
  std::size_t all = 0;
  for (const auto& [name, own] : pins_) all += own.size();
  for (; all > kPinsMax; --all) {
    const auto most = std::ranges::max_element(pins_, {}, [](const auto& entry) {
      const absl::Time oldest = Oldest(entry.second)->second.until;
      return std::pair(entry.second.size(), absl::UnixEpoch() - oldest);
    });
    most->second.erase(Oldest(most->second));
    if (most->second.empty()) pins_.erase(most);
    dropped = true;
  }
  return dropped;
}

}  // namespace throughgate::services
