// What ./tests/bench/run measures, each part on its own.
#ifndef THROUGHGATE_TESTS_BENCH_MEASURE_H_
#define THROUGHGATE_TESTS_BENCH_MEASURE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/bench/report.h"

namespace throughgate::bench {

struct Scale {
  std::uint64_t seed = 1;
  std::size_t vacancies = 1'000'000;
  std::size_t candidates = 100'000;
  std::size_t stored = 100'000;  // vacancies written to a store, and served
  std::size_t served = 2'000;    // candidates who ask
  std::size_t queries = 50;
  std::size_t calls = 5'000;
};

// Compute per million and memory, against the plain columnar scan.
void MeasureScan(const Scale& scale, Report& report);

// Loading parsed records through the store against raw RocksDB with the same bytes, key order and
// sync policy; then start-up from that store. `directory` is empty and stays behind.
void MeasureStore(const Scale& scale, const std::string& directory, Report& report);

// Calls over loopback gRPC against an empty unary call to the same kind of server.
void MeasureEndToEnd(const Scale& scale, Report& report);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_MEASURE_H_
