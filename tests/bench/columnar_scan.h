// The frozen denominator of compute: a plain columnar scan. Its own code, kept simple and kept
// fast: one array per field, one pass, every vacancy scored that is in reach, SHARED rules only,
// one site a vacancy. It answers the same top k as the matcher does on such data.
#ifndef THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_
#define THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"

namespace throughgate::bench {

class ColumnarScan {
 public:
  explicit ColumnarScan(const matcher::Catalogue& catalogue);

  // Ordinals of the best `k` vacancies for a candidate, best first.
  std::vector<matcher::Ordinal> Best(matcher::Ordinal candidate, matcher::Day today,
                                     std::size_t k) const;

 private:
  const matcher::Catalogue& catalogue_;
  std::vector<std::int32_t> x_, y_, z_;
  std::vector<std::int32_t> uncertainty_m_;
  std::vector<std::int32_t> opens_, closes_, starts_, posted_, pay_;
  std::vector<std::uint16_t> occupation_;
  std::vector<std::uint32_t> pattern_, employer_;
  std::vector<std::uint32_t> need_begin_;  // one more than there are vacancies
  std::vector<std::uint16_t> need_skill_;
  std::vector<std::uint8_t> need_level_, need_weight_;
  std::vector<std::uint64_t> hash_;
};

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_
