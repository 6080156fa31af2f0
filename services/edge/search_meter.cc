#include "services/edge/search_meter.h"

#include "absl/strings/str_format.h"

namespace throughgate::services {
namespace {

constexpr std::int64_t kSecondsBetweenLines = 60;

}  // namespace

std::optional<std::string> SearchMeter::Add(const matcher::SearchWork& work, absl::Time now) {
  searches_ += 1;
  leaves_opened_ += work.leaves_opened;
  blocks_bounded_ += work.blocks_bounded;
  blocks_opened_ += work.blocks_opened;
  spots_bounded_ += work.spots_bounded;
  spots_looked_at_ += work.spots_looked_at;
  cards_scored_ += work.cards_scored;
  pairs_judged_ += work.pairs_judged;
  const std::int64_t seconds = absl::ToUnixSeconds(now);
  std::int64_t due = line_due_;
  if (seconds < due) return std::nullopt;
  // Whoever moves the time on writes the line.
  if (!line_due_.compare_exchange_strong(due, seconds + kSecondsBetweenLines)) return std::nullopt;
  return TakeLine();
}

std::string SearchMeter::TakeLine() {
  const std::uint64_t searches = searches_.exchange(0);
  const auto mean = [searches](std::atomic<std::uint64_t>& total) {
    return static_cast<double>(total.exchange(0)) /
           static_cast<double>(std::max<std::uint64_t>(1, searches));
  };
  return absl::StrFormat(
      "%s: %d searches; of each, on average, %.1f leaves opened, %.1f blocks bounded, %.1f blocks "
      "opened, %.1f spots bounded, %.1f spots looked at, %.1f cards scored, %.1f pairs judged",
      what_, searches, mean(leaves_opened_), mean(blocks_bounded_), mean(blocks_opened_),
      mean(spots_bounded_), mean(spots_looked_at_), mean(cards_scored_), mean(pairs_judged_));
}

}  // namespace throughgate::services
