// Promise 2 in time: an answer to somebody who may not see a plan takes as long whatever the plan
// is. Over gRPC, because that is what such a caller can time.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "tests/bench/calls.h"
#include "tests/bench/measure.h"

namespace throughgate::bench {
namespace {

// How much longer, in percent, each question takes about the one twin than about the other. Asked
// once of each to warm up, and then so that whatever drifts meets both alike.
std::vector<double> Differences(std::size_t questions, const Call& bare, const Call& heavy) {
  std::vector<double> percent;
  for (std::size_t i = 0; i < questions; ++i) {
    const auto time = [i](const Call& call) { return Seconds([&] { call(i); }); };
    const bool heavy_outside = i % 2 == 0;
    const Call& outside = heavy_outside ? heavy : bare;
    const Call& inside = heavy_outside ? bare : heavy;
    outside(i);
    inside(i);
    const double before = time(outside);
    const double twice = time(inside) + time(inside);
    const double around = before + time(outside);
    const double of_bare = heavy_outside ? twice : around;
    const double of_heavy = heavy_outside ? around : twice;
    percent.push_back((of_heavy - of_bare) / of_bare * 100);
  }
  std::ranges::sort(percent);
  return percent;
}

}  // namespace

void MeasureSealedTime(const Scale& scale, int port, Report& report) {
  const Call bare = FindVacanciesCall(port, 0, scale.twins, "broker", "bare-");
  const Call heavy = FindVacanciesCall(port, 0, scale.twins, "broker", "heavy-");
  const std::vector<double> percent = Differences(scale.calls, bare, heavy);
  // The order statistics between which the median lies with 95 %, whatever the distribution is.
  const auto n = static_cast<double>(percent.size());
  const auto at = [&](double rank) {
    return percent[static_cast<std::size_t>(std::clamp(rank, 0.0, n - 1))];
  };
  const double low = at(std::floor(n / 2 - 0.98 * std::sqrt(n)));
  const double high = at(std::ceil(n / 2 + 0.98 * std::sqrt(n)));
  report.Add("sealed_time_difference", at(n / 2), "%",
             "longer with a heavy plan than with none, FindVacancies, SHARED, median");
  report.Add("sealed_time_difference_low", low, "%", "its 95 % interval");
  report.Add("sealed_time_difference_high", high, "%", "");
  report.AddAtMost("sealed_time_bound", std::max(std::abs(low), std::abs(high)), 2,
                   "the farther end of that, in percent");
}

}  // namespace throughgate::bench
