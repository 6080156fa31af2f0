#include "tests/oracle/homes.h"

#include <algorithm>
#include <cmath>

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

Metres Estimated(const std::vector<District>& districts, const District& of, Survey& survey,
                 Doubt& doubt) {
  constexpr std::size_t kThird = 2;
  constexpr double kCentimetres = 0.03;
  std::vector<double> ways;
  for (const District& other : districts) {
    if (&other != &of) ways.push_back(survey.Distance(of.centre, other.centre));
  }
  std::sort(ways.begin(), ways.end());
  if (ways.size() <= kThird) return kUncertaintyMax;
  const double metres = std::max(ways[kThird], 1'000.0);
  if (std::ceil(metres - kCentimetres) != std::ceil(metres + kCentimetres)) doubt.Raise();
  return {static_cast<std::int64_t>(std::ceil(metres))};
}

}  // namespace

Metres WidthOf(const std::vector<District>& districts, const District& of, Survey& survey,
               Doubt& doubt) {
  return of.uncertainty.value > 0 ? of.uncertainty : Estimated(districts, of, survey, doubt);
}

std::optional<Place> HomeOf(const std::vector<District>& districts, const std::string& release_area,
                            Survey& survey, Doubt& doubt) {
  for (const District& district : districts) {
    if (district.code != release_area) continue;
    return Place{district.centre, WidthOf(districts, district, survey, doubt)};
  }
  return std::nullopt;
}

}  // namespace throughgate::oracle
