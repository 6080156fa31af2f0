#include "tests/oracle/places_of_work.h"

#include <algorithm>
#include <vector>

namespace throughgate::oracle {

using namespace matcher;  // NOLINT: every word here is one of the model's

namespace {

// What work at such premises is hardly free of.
std::vector<WorkAttribute> ToBeMetAt(PremisesKind kind) {
  switch (kind) {
    case PremisesKind::kSchool:
    case PremisesKind::kNursery:
    case PremisesKind::kPlayArea:
    case PremisesKind::kYouthCentre:
    case PremisesKind::kSwimmingPool:
      return {WorkAttribute::kChildren};
    case PremisesKind::kCareHome:
      return {WorkAttribute::kVulnerableAdults};
    case PremisesKind::kHospital:
      return {WorkAttribute::kVulnerableAdults, WorkAttribute::kChildren};
    case PremisesKind::kDrinkingPlace:
      return {WorkAttribute::kLicensedPremises, WorkAttribute::kAlcohol};
    case PremisesKind::kGambling:
      return {WorkAttribute::kGambling};
    case PremisesKind::kPlaceOfWorship:
      return {WorkAttribute::kWorship};
    case PremisesKind::kUnspecified:
    case PremisesKind::kLibrary:
    case PremisesKind::kOther:
      break;
  }
  return {};
}

bool IsToBeMetAtAny(PremisesMask kinds, WorkAttribute attribute) {
  for (int i = 1; i <= kPremisesKindLast; ++i) {
    if ((kinds >> i & 1) == 0) continue;
    const std::vector<WorkAttribute> met = ToBeMetAt(static_cast<PremisesKind>(i));
    if (std::find(met.begin(), met.end(), attribute) != met.end()) return true;
  }
  return false;
}

}  // namespace

bool IsWorkAtHome(const VacancyTerms& work) {
  return work.work_base == WorkBase::kHome && work.site_mode != SiteMode::kMobile;
}

PremisesMask KindsOfSite(const PlainWorld& world, const SiteName& name) {
  for (const Site& site : world.sites) {
    if (site.name == name) return site.terms.premises_kinds;
  }
  return 0;
}

bool IsRegulated(const Role& role, WorkAttribute attribute) {
  if (attribute == WorkAttribute::kChildren) return role.regulated_with_children == Known::kYes;
  if (attribute == WorkAttribute::kVulnerableAdults) {
    return role.regulated_with_adults == Known::kYes;
  }
  return false;
}

bool IsAtSuchAPlace(const PlainWorld& world, const Vacancy& vacancy, WorkAttribute attribute) {
  if (IsWorkAtHome(vacancy.terms)) return false;
  const std::vector<std::string>& sites = vacancy.terms.sites;
  return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
    return IsToBeMetAtAny(KindsOfSite(world, {vacancy.name.employer, site}), attribute);
  });
}

bool IsDoubted(const PlainWorld& world, const Vacancy& vacancy, WorkAttribute attribute) {
  return IsRegulated(vacancy.terms.role, attribute) || IsAtSuchAPlace(world, vacancy, attribute);
}

}  // namespace throughgate::oracle
