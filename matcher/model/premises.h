// Premises that licences speak of: schools, pools, pubs and the like.
#ifndef THROUGHGATE_MATCHER_MODEL_PREMISES_H_
#define THROUGHGATE_MATCHER_MODEL_PREMISES_H_

#include <cstdint>
#include <string>

#include "matcher/model/place.h"
#include "matcher/model/units.h"

namespace throughgate::matcher {

// Values are stored and equal those of the API; never renumber. Value n is bit n of a mask.
enum class PremisesKind : std::uint8_t {
  kUnspecified,
  kSchool,
  kNursery,
  kPlayArea,
  kSwimmingPool,
  kDrinkingPlace,
  kGambling,
  kPlaceOfWorship,
  kLibrary,
  kCareHome,
  kHospital,
  kYouthCentre,
  kOther,
};
inline constexpr int kPremisesKindLast = static_cast<int>(PremisesKind::kOther);
inline constexpr int kPremisesKinds = kPremisesKindLast + 1;

// A set of kinds, one bit each.
using PremisesMask = std::uint32_t;
inline constexpr PremisesMask kEveryPremises = (PremisesMask{1} << kPremisesKinds) - 2;
constexpr PremisesMask MaskOf(PremisesKind kind) {
  return PremisesMask{1} << static_cast<int>(kind);
}

// The farthest from premises that a person can be told to stay.
inline constexpr Metres kPremisesDistanceMax{2'000};

// One school, pool, pub or the like. All of it, grounds included, lies within the uncertainty.
struct Premises {
  std::string id;
  PremisesKind kind = PremisesKind::kUnspecified;
  Place place = {};
  bool operator==(const Premises&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_PREMISES_H_
