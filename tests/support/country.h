// A seeded country, of any size: towns of Zipf-skewed size; vacancies and candidates clustered in
// them; Zipf-skewed types of work and skills, half of which go together; realistic reach, hours and
// pay; some zones and curfews. The same seed gives the same country on every machine. For
// benchmarks, and for tests that need more than a small world.
#ifndef THROUGHGATE_TESTS_SUPPORT_COUNTRY_H_
#define THROUGHGATE_TESTS_SUPPORT_COUNTRY_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "matcher/index/catalogue_builder.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/reference.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate {

// The day on which the records of a country are as they are: 2026-11-21.
inline constexpr matcher::Day kCountryToday{20'778};

struct CountryTraits {
  std::uint64_t seed = 1;
  std::size_t towns = 400;
  std::size_t occupations = 3'000;
  std::size_t skills = 13'000;
  // Whether some vacancies have several sites, sites that nobody has located, or none, or are done
  // at home. Without them each has one site that is known, as a plain scan needs it.
  bool unusual_sites = false;
};

// Threads  any.
class Country {
 public:
  explicit Country(const CountryTraits& traits);

  const std::vector<matcher::Concept>& concepts() const { return concepts_; }
  const std::vector<matcher::District>& districts() const { return districts_; }

  // The n-th record of its kind; each depends on the traits and on n only.
  matcher::Employer EmployerAt(std::size_t n) const;
  matcher::Site SiteAt(std::size_t n) const;  // of employer n / kSitesPerEmployer
  matcher::Vacancy VacancyAt(std::size_t n) const;
  matcher::Candidate CandidateAt(std::size_t n) const;
  matcher::RiskPlan PlanAt(std::size_t n) const;  // of candidate n
  // Of candidate n: the custodian's, and for one in five a second.
  static std::vector<matcher::Link> LinksAt(std::size_t n);

  static constexpr std::size_t kSitesPerEmployer = 2;
  static constexpr std::size_t kVacanciesPerEmployer = 8;
  // Who has one candidate in a thousand; fifty others have the rest.
  static constexpr char kSmallCustodian[] = "charity";
  static std::string CustodianOf(std::size_t candidate);
  // All that CustodianOf may return.
  static std::vector<std::string> Custodians();
  // As many of each as stand behind so many vacancies.
  static std::size_t EmployersFor(std::size_t vacancies);
  static std::size_t SitesFor(std::size_t vacancies);

  // Everything in one builder, nothing published.
  std::unique_ptr<matcher::CatalogueBuilder> Build(std::size_t vacancies, std::size_t candidates,
                                                   const matcher::ForestSizes& sizes = {}) const;

 private:
  using Random = std::mt19937_64;
  Random RandomFor(std::uint64_t kind, std::size_t n) const;
  void AddSkills();
  void AddOccupations(Random& random);
  void AddTowns(Random& random);
  std::size_t Town(Random& random) const;
  matcher::GeoPoint Near(std::size_t town, Random& random) const;
  // One of those that the type of work names, or any.
  const std::string& Skill(std::size_t occupation, Random& random) const;
  std::vector<std::string> SitesOf(std::size_t employer, Random& random) const;

  CountryTraits traits_;
  std::vector<matcher::Concept> concepts_;
  std::vector<matcher::District> districts_;
  std::vector<double> town_weights_;  // cumulative
  std::vector<std::string> skills_;
  std::vector<std::string> occupations_;
  std::vector<std::vector<std::size_t>> skills_of_occupation_;
};

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_COUNTRY_H_
