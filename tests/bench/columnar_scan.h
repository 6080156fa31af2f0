// The frozen denominators of compute: plain columnar scans. Their own code, kept simple and kept
// fast: one array per field, one pass over all rows, everything scored that is in reach, SHARED
// rules only, one site a vacancy. On such data they answer the same top k as the matcher does.
#ifndef THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_
#define THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/model/units.h"

namespace throughgate::bench {

// Vacancies for a candidate.
class VacancyColumns {
 public:
  // `today` is that of every question.
  VacancyColumns(const matcher::Catalogue& catalogue, matcher::Day today);

  // Ordinals of the best `k`, best first.
  std::vector<matcher::Ordinal> Best(matcher::Ordinal candidate, std::size_t k) const;

 private:
  const matcher::Catalogue& catalogue_;
  const matcher::Day today_;
  std::vector<std::int32_t> x_, y_, z_, uncertainty_cm_;
  std::vector<std::int32_t> opens_, closes_, starts_, posted_, pay_;
  std::vector<std::uint16_t> occupation_;
  std::vector<std::uint32_t> pattern_;
  std::vector<std::uint8_t> charter_;      // points on the day
  std::vector<std::uint32_t> need_begin_;  // one more than there are vacancies
  std::vector<std::uint16_t> need_skill_;
  std::vector<std::uint8_t> need_level_, need_weight_;
  std::vector<std::uint64_t> hash_;
};

// Candidates for a vacancy.
class CandidateColumns {
 public:
  CandidateColumns(const matcher::Catalogue& catalogue, matcher::Day today);

  std::vector<matcher::Ordinal> Best(matcher::Ordinal vacancy, std::size_t k) const;

 private:
  const matcher::Catalogue& catalogue_;
  const matcher::Day today_;
  std::vector<std::int32_t> x_, y_, z_, uncertainty_cm_, reach_cm_;
  std::vector<std::int32_t> available_, registered_, pay_floor_;
  std::vector<std::uint32_t> pattern_;
  std::vector<std::uint32_t> skill_begin_, occupation_begin_;  // one more than there are candidates
  std::vector<std::uint16_t> skill_, occupation_;
  std::vector<std::uint8_t> skill_level_, skill_evidence_, occupation_relation_;
  std::vector<std::uint64_t> hash_;
};

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_COLUMNAR_SCAN_H_
