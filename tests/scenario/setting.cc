#include "tests/scenario/setting.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "matcher/index/catalogue_builder.h"
#include "matcher/index/gazetteer.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/taxonomy.h"
#include "matcher/index/tie_hash.h"
#include "tests/scenario/occupations.h"

namespace throughgate::scenario {
namespace {

constexpr char kHomeDistrict[] = "H";

using Digester = std::function<matcher::NameDigest(const std::string&)>;

std::shared_ptr<const matcher::Gazetteer> GazetteerOf(const Scenario& scenario) {
  if (!scenario.home) return matcher::Gazetteer::Build("none", {});
  matcher::District district;
  district.code = kHomeDistrict;
  district.centre = scenario.home->at;
  district.uncertainty = scenario.home->uncertainty;
  district.region = scenario.county;
  // All that a scenario is about lies in its county.
  matcher::District county = district;
  county.code = "COUNTY";
  county.uncertainty = {200'000};
  return matcher::Gazetteer::Build("home", {county, district});
}

std::shared_ptr<const matcher::PremisesLayer> PremisesOf(const Scenario& scenario) {
  constexpr matcher::GeoPoint kFarAway{614'000'000, -89'000'000};
  std::vector<matcher::Premises> premises = scenario.premises;
  for (int kind = 1; kind < matcher::kPremisesKinds; ++kind) {
    const auto one = static_cast<matcher::PremisesKind>(kind);
    if (scenario.premises_not_imported & MaskOf(one)) continue;
    premises.push_back({.id = "far-away", .kind = one, .place = {kFarAway, {1}}});
  }
  return matcher::PremisesLayer::Build("small", premises);
}

}  // namespace

matcher::NameDigest DigestOf(const std::string& name) {
  return matcher::DigestOfName(name, [](std::string_view part) {
    matcher::HalfDigest half = {};
    for (std::size_t i = 0; i < half.size(); ++i) {
      half[i] = static_cast<std::uint8_t>(matcher::TieHash(part) >> (8 * i));
    }
    return half;
  });
}

Setting SettingWith(const Scenario& scenario, const std::optional<matcher::RiskPlanTerms>& plan) {
  const matcher::VacancyName vacancy{kEmployer, kVacancy};
  const matcher::CandidateName candidate{"candidate"};
  matcher::CatalogueBuilder builder(
      matcher::Taxonomy::Build("small", "", OccupationConcepts()), GazetteerOf(scenario),
      scenario.has_key ? Digester(DigestOf) : Digester(), {}, PremisesOf(scenario));
  builder.SetEmployer({kEmployer}, matcher::EmployerTerms());
  builder.SetEmployer({kEmployer}, matcher::EmployerDetail());
  for (const auto& [letter, terms] : scenario.sites) {
    matcher::SiteTerms site = terms;
    const auto kinds = scenario.kinds_of_sites.find(letter);
    if (kinds != scenario.kinds_of_sites.end()) site.premises_kinds = kinds->second;
    builder.SetSite({kEmployer, std::string(1, letter)}, site);
  }
  builder.SetVacancy(vacancy, scenario.vacancy);
  builder.SetVacancy(vacancy, matcher::VacancyDetail());
  matcher::CandidateTerms person = scenario.candidate;
  person.release_area = kHomeDistrict;
  builder.SetCandidate(candidate, person);
  builder.SetCandidate(candidate, matcher::CandidateDetail());
  for (const auto& [slot, terms] : scenario.slots) builder.SetSlot({vacancy, slot}, terms);
  builder.SetSharedEffects(candidate, scenario.effects);
  Setting setting;
  if (plan) setting.plan = builder.SetRiskPlan(candidate, *plan);
  setting.catalogue = builder.Publish(1);
  setting.vacancy = *setting.catalogue->OrdinalOf(vacancy);
  setting.candidate = *setting.catalogue->OrdinalOf(candidate);
  return setting;
}

Setting SettingOf(const Scenario& scenario) {
  if (scenario.plan_state == PlanState::kNone) return SettingWith(scenario, std::nullopt);
  return SettingWith(scenario, scenario.plan);
}

}  // namespace throughgate::scenario
