// A picture of how a search grows.
#ifndef THROUGHGATE_TESTS_BENCH_PLOT_H_
#define THROUGHGATE_TESTS_BENCH_PLOT_H_

#include <string>
#include <vector>

#include "tests/bench/measure.h"

namespace throughgate::bench {

// Latency and cards scored against the number of vacancies, on logarithmic scales, as SVG.
// Errors: false when the file cannot be written.
bool WritePlot(const std::string& path, const std::vector<SearchPoint>& points);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_PLOT_H_
