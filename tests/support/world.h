// Small random worlds for property tests of the matcher: so few places, codes, days and prices
// that zones are entered, curfews broken and scores tied all the time.
//
//   RC_GTEST_PROP(Score, …, (const World& world)) {
//     const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
//
// Include gtest before rapidcheck/gtest.h. RC_PARAMS="max_success=10000 seed=1" sets how many
// worlds a property sees, and which.
#ifndef THROUGHGATE_TESTS_SUPPORT_WORLD_H_
#define THROUGHGATE_TESTS_SUPPORT_WORLD_H_

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "matcher/index/catalogue_builder.h"
#include "matcher/model/candidate.h"
#include "matcher/model/employer.h"
#include "matcher/model/link.h"
#include "matcher/model/premises.h"
#include "matcher/model/reference.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/vacancy.h"

namespace throughgate {

// All days of a world are near this one.
inline constexpr matcher::Day kWorldToday{20'000};

// Those that hold candidates; the last only by links.
inline constexpr std::array kWorldOrganisations = {"org-a", "org-b", "org-c"};

struct World {
  std::vector<matcher::District> districts;
  std::vector<matcher::Employer> employers;
  std::vector<matcher::Site> sites;
  std::vector<matcher::Vacancy> vacancies;
  std::vector<matcher::Candidate> candidates;
  std::vector<std::optional<matcher::RiskPlanTerms>> plans;  // by candidate
  std::vector<matcher::SharedEffects> effects;               // by candidate
  // By candidate, of each of kWorldOrganisations; not there: it is not linked.
  std::vector<std::vector<std::optional<matcher::LinkTerms>>> links;
  std::vector<matcher::WorkTrialSlot> slots;
  bool has_key = true;                      // for the names that plans keep
  std::vector<matcher::Premises> premises;  // of two kinds out of three that plans limit
};
void showValue(const World& world, std::ostream& os);

// The same in every world: each relation of skills and each distance of occupations once or more.
const std::vector<matcher::Concept>& WorldConcepts();

// The same for the same seed, in so far as the library's generators are: for tests that need one
// world and not a hundred.
World WorldOfSeed(std::uint64_t seed);
// Another world of the same names: nothing else need be the same.
rc::Gen<World> WorldNamedAs(const World& world);
rc::Gen<matcher::RiskPlanTerms> PlanFor(const World& world);
rc::Gen<matcher::Zone> ZoneNearby();
rc::Gen<matcher::Curfew> CurfewOfEvenings();

// What plans keep of a name.
matcher::NameDigest WorldDigest(const std::string& name);

// One part of one record being set.
using Write = std::function<void(matcher::CatalogueBuilder&)>;
// Every part of every record, terms and detail apart. Two worlds of the same names give writes of
// the same records in the same order.
std::vector<Write> WritesOf(const World& world);

matcher::CatalogueBuilder EmptyCatalogue(const World& world,
                                         const matcher::ForestSizes& sizes = {});
std::shared_ptr<const matcher::Catalogue> Catalogued(const World& world);

}  // namespace throughgate

namespace rc {
template <>
struct Arbitrary<throughgate::World> {
  static Gen<throughgate::World> arbitrary();
};
}  // namespace rc

#endif  // THROUGHGATE_TESTS_SUPPORT_WORLD_H_
