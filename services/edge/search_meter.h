// What searches cost, for the operator: as work, which shows a change for the worse before time
// does.
#ifndef THROUGHGATE_SERVICES_EDGE_SEARCH_METER_H_
#define THROUGHGATE_SERVICES_EDGE_SEARCH_METER_H_

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "matcher/matcher.h"

namespace throughgate::services {

// Threads  any. Cost: a few additions, no lock.
class SearchMeter {
 public:
  // `what` names the searches: "FindVacancies".
  explicit SearchMeter(std::string what) : what_(std::move(what)) {}

  // Counts a search. When a minute or more has passed since the last line and a search was counted,
  // gives the next line for the log: how many searches, and the mean work of each.
  std::optional<std::string> Add(const matcher::SearchWork& work, absl::Time now);

 private:
  std::string TakeLine();

  const std::string what_;
  std::atomic<std::int64_t> line_due_ = 0;  // unix seconds
  std::atomic<std::uint64_t> searches_ = 0;
  std::atomic<std::uint64_t> leaves_opened_ = 0;
  std::atomic<std::uint64_t> blocks_bounded_ = 0;
  std::atomic<std::uint64_t> blocks_opened_ = 0;
  std::atomic<std::uint64_t> spots_bounded_ = 0;
  std::atomic<std::uint64_t> spots_looked_at_ = 0;
  std::atomic<std::uint64_t> cards_scored_ = 0;
  std::atomic<std::uint64_t> pairs_judged_ = 0;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SEARCH_METER_H_
