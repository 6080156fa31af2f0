// What ./tests/bench/run measures, each part on its own.
#ifndef THROUGHGATE_TESTS_BENCH_MEASURE_H_
#define THROUGHGATE_TESTS_BENCH_MEASURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/report.h"
#include "tests/support/country.h"

namespace throughgate::bench {

// What is measured, and how large. `main` is the scale of the bars; the others show growth.
struct Scale {
  std::uint64_t seed = 1;
  std::vector<std::size_t> vacancies = {10'000, 100'000, 1'000'000, 4'000'000};
  std::vector<std::size_t> candidates = {100'000, 500'000};
  std::size_t main = 1'000'000;  // of `vacancies`
  std::size_t askers = 2'000;    // candidates in a catalogue that is searched for vacancies
  std::size_t twins = 200;       // pairs of candidates who differ in their plans alone
  std::size_t loaded = 200'000;  // vacancies loaded into a store and into raw RocksDB
  std::size_t restarted = 1'000'000;
  std::size_t questions = 2'000;  // of each kind, put to the matcher
  std::size_t scans = 200;        // questions put to a scan as well
  std::size_t exhaustive = 10;    // and to the exhaustive scan
  std::size_t calls = 5'000;      // over gRPC

  CountryTraits country() const { return {.seed = seed}; }
};

// One size of catalogue, for the plot.
struct SearchPoint {
  std::size_t vacancies = 0;
  double p50_us = 0;
  double p99_us = 0;
  double scan_p50_us = 0;
  double cards_scored = 0;  // mean
};

// Compute of FindVacancies at each size, against the plain scan of columns; memory by structure.
std::vector<SearchPoint> MeasureVacancySearch(const Scale& scale, Report& report);

// Compute of FindCandidates at each size, against the plain scan.
void MeasureCandidateSearch(const Scale& scale, Report& report);

// Loading parsed records through the store against raw RocksDB with the same bytes, key order and
// sync policy; then start-up from a store. `directory` is empty and stays behind.
void MeasureStore(const Scale& scale, const std::string& directory, Report& report);

// Calls over loopback gRPC against an empty unary call to the same server, at each size; reads and
// writes mixed.
void MeasureEndToEnd(const Scale& scale, Report& report);

// Whether the time of a SHARED answer tells of a plan: to the server at `port`, about candidates of
// PutTwins.
void MeasureSealedTime(const Scale& scale, int port, Report& report);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_MEASURE_H_
