#include "tests/oracle/homes.h"
#include "tests/oracle/rules.h"

namespace throughgate::oracle {

using namespace matcher;  // NOLINT: every word here is one of the model's

namespace {

// Counties are the same whatever their letters' case.
std::string InSmallLetters(std::string name) {
  for (char& letter : name) {
    if ('A' <= letter && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return name;
}

// The region that a place is surely in: that of the nearest district, if the place is surely within
// it, and no district of another region may be as near. Empty when there is none.
std::string RegionOf(const Asked& asked, const Place& place) {
  constexpr double kCentimetres = 0.03;
  const auto distance = [&](const District& district) {
    return asked.survey.Distance(district.centre, place.at);
  };
  const std::vector<District>& all = asked.world.districts;
  const District* nearest = nullptr;
  for (const District& district : all) {
    if (nearest == nullptr ||
        !asked.doubt.AtMost(distance(*nearest), distance(district), kCentimetres)) {
      nearest = &district;
    }
  }
  if (nearest == nullptr) return {};
  const double u = static_cast<double>(place.uncertainty.value);
  const Metres width = WidthOf(all, *nearest, asked.survey, asked.doubt);
  if (!asked.doubt.AtMost(distance(*nearest), static_cast<double>(width.value) + u, kCentimetres)) {
    return {};
  }
  for (const District& other : all) {
    if (other.region == nearest->region) continue;
    if (asked.doubt.AtMost(distance(other), distance(*nearest) + 2 * u, kCentimetres)) return {};
  }
  return nearest->region;
}

}  // namespace

Sayings HomeCounty(const Asked& asked, const RiskPlanTerms& plan) {
  const std::string& county = plan.home_county;
  if (county.empty() || asked.whereabouts == Whereabouts::kAtHome) return {};
  if (!asked.place || asked.moves_about()) return {Passes("HOME_COUNTY_UNKNOWN", county)};
  const std::string region = RegionOf(asked, *asked.place);
  if (region.empty()) return {Passes("HOME_COUNTY_UNKNOWN", county)};
  const bool home = InSmallLetters(region) == InSmallLetters(county);
  return {Passes(home ? "IN_HOME_COUNTY" : "OUTSIDE_HOME_COUNTY", county)};
}

}  // namespace throughgate::oracle
