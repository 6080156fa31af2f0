#include "services/convert/position.h"

#include <cmath>
#include <optional>

#include "absl/strings/str_cat.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr double kUnitsPerDegree = 1e7;
constexpr double kDegreesMax = 180;

// nullopt for what is no angle, NaN included.
std::optional<std::int32_t> ToE7(double degrees) {
  if (!(std::abs(degrees) <= kDegreesMax)) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(degrees * kUnitsPerDegree));
}

bool IsLatitude(std::optional<std::int32_t> e7) {
  return e7 && *e7 >= matcher::kLatitudeMinE7 && *e7 <= matcher::kLatitudeMaxE7;
}

bool IsLongitude(std::optional<std::int32_t> e7) {
  return e7 && *e7 >= matcher::kLongitudeMinE7 && *e7 <= matcher::kLongitudeMaxE7;
}

}  // namespace

matcher::GeoPoint ReadPoint(double latitude, double longitude, const Field& at) {
  const std::optional<std::int32_t> north = ToE7(latitude);
  const std::optional<std::int32_t> east = ToE7(longitude);
  if (IsLatitude(north) && IsLongitude(east)) {
    return {.latitude_e7 = *north, .longitude_e7 = *east};
  }
  if (IsLatitude(east) && IsLongitude(north)) {
    at.Refuse("Has latitude and longitude the wrong way round. Swap them.");
    return {};
  }
  if (!IsLatitude(north)) at["latitude"].Refuse("Must be 49.0 to 61.5 degrees.");
  if (!IsLongitude(east)) at["longitude"].Refuse("Must be -9.0 to 2.5 degrees.");
  return {};
}

double WriteDegrees(std::int32_t e7) { return e7 / kUnitsPerDegree; }

matcher::Place ReadPosition(const v1::Position& wire, const Field& at) {
  const matcher::Place place{.at = ReadPoint(wire.latitude(), wire.longitude(), at),
                             .uncertainty = {wire.uncertainty_m()}};
  if (place.uncertainty.value < 1 || place.uncertainty > matcher::kUncertaintyMax) {
    at["uncertainty_m"].Refuse(
        absl::StrCat("Is required, 1 to ", matcher::kUncertaintyMax.value,
                     " metres: a unit postcode is good to about 100, a district or a town to "
                     "thousands."));
  }
  return place;
}

matcher::Place ReadPositionOfFeed(const v1::Position& wire, const Field& at) {
  return {.at = ReadPoint(wire.latitude(), wire.longitude(), at),
          .uncertainty = {ReadNumber(wire.uncertainty_m(), {0, matcher::kUncertaintyMax.value},
                                     at["uncertainty_m"])}};
}

v1::Position WritePosition(const matcher::Place& place) {
  v1::Position wire;
  wire.set_latitude(WriteDegrees(place.at.latitude_e7));
  wire.set_longitude(WriteDegrees(place.at.longitude_e7));
  wire.set_uncertainty_m(static_cast<std::int32_t>(place.uncertainty.value));
  return wire;
}

}  // namespace throughgate::services
