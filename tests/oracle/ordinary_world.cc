#include "tests/oracle/ordinary_world.h"

#include "tests/oracle/name_digest.h"

namespace throughgate::oracle {

using namespace matcher;  // NOLINT: every word here is one of the model's

OrdinaryWorld::OrdinaryWorld() {
  constexpr int kTwoKilometresNorthE7 = 180'000;
  const GeoPoint home{534'800'000, -22'400'000};
  world.today = {20'000};
  world.concepts = {
      {"isco/75", ConceptKind::kOccupationGroup, "craft and related work", {}, {}, {}, {}},
      {"occupation/baker", ConceptKind::kOccupation, "baker", {}, {"isco/7512"}, {}, {}},
      {"occupation/dreamer", ConceptKind::kOccupation, "dreamer", {}, {}, {}, {}}};
  world.districts = {{"M1", home, {100}, "", "", ""}};
  Site site{.name = {"bakery", "shop"}, .terms = {}, .detail = {}};
  site.terms.place =
      Place{{home.latitude_e7 + kTwoKilometresNorthE7, home.longitude_e7}, Metres{10}};
  world.sites = {site};

  Vacancy vacancy;
  vacancy.name = {"bakery", "baker"};
  vacancy.terms.kind = VacancyKind::kJob;
  vacancy.terms.site_mode = SiteMode::kChooseOne;
  vacancy.terms.sites = {"shop"};
  vacancy.terms.shifts = {{{9 * 60, 8 * 60}}};
  vacancy.terms.attributes_absent = ~AttributeMask{0};
  vacancy.terms.role.regulated_with_children = Known::kNo;
  vacancy.terms.role.regulated_with_adults = Known::kNo;
  vacancy.terms.occupations = {{"occupation/baker", {}}};
  world.vacancies = {vacancy};

  Candidate candidate;
  candidate.name = {"somebody"};
  candidate.terms.release_area = "M1";
  candidate.terms.reach = {10'000};
  world.candidates = {candidate};

  RiskPlanTerms plan;
  plan.supervision = Supervision::kOnLicence;
  plan.reviewed_on = {world.today.since_epoch - 10};
  plan.rosh = {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow};
  plan.mappa_level = MappaLevel::kNotApplicable;
  plan.barred_lists = {Known::kNo, Known::kNo};
  world.plans = {plan};
  world.effects = {{}};
  world.digest = DigestOf;
}

}  // namespace throughgate::oracle
