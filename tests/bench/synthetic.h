// A seeded country to measure on: towns of Zipf-skewed size, vacancies and candidates clustered in
// them, skewed skills, realistic reach, some zones and curfews. The same seed gives the same
// country on every machine.
#ifndef THROUGHGATE_TESTS_BENCH_SYNTHETIC_H_
#define THROUGHGATE_TESTS_BENCH_SYNTHETIC_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "matcher/index/catalogue_builder.h"
#include "matcher/index/gazetteer.h"
#include "matcher/index/taxonomy.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate::bench {

inline constexpr matcher::Day kToday{20'778};  // 2026-11-21

class Synthetic {
 public:
  explicit Synthetic(std::uint64_t seed);

  const std::vector<matcher::Concept>& concepts() const { return concepts_; }
  const std::vector<matcher::District>& districts() const { return districts_; }

  // The n-th record of its kind; each depends on the seed and n only.
  matcher::Employer EmployerAt(std::size_t n) const;
  matcher::Site SiteAt(std::size_t n) const;  // of employer n
  matcher::Vacancy VacancyAt(std::size_t n) const;
  matcher::Candidate CandidateAt(std::size_t n) const;
  matcher::RiskPlan PlanAt(std::size_t n) const;  // of candidate n

  // One employer and site stand behind so many vacancies.
  static constexpr std::size_t kVacanciesPerEmployer = 8;

  // Everything in one builder.
  std::unique_ptr<matcher::CatalogueBuilder> Build(std::size_t vacancies,
                                                   std::size_t candidates) const;

 private:
  using Random = std::mt19937_64;
  Random RandomFor(std::uint64_t kind, std::size_t n) const;
  std::size_t Town(Random& random) const;
  matcher::GeoPoint Near(std::size_t town, Random& random) const;

  std::uint64_t seed_;
  std::vector<matcher::Concept> concepts_;
  std::vector<matcher::District> districts_;
  std::vector<double> town_weights_;  // cumulative
  std::vector<std::string> occupations_;
  std::vector<std::string> skills_;
};

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_SYNTHETIC_H_
