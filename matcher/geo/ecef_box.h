// A box around points, in Earth-centred centimetres: how near, at the least, a point inside can be.
#ifndef THROUGHGATE_MATCHER_GEO_ECEF_BOX_H_
#define THROUGHGATE_MATCHER_GEO_ECEF_BOX_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "matcher/geo/ecef.h"

namespace throughgate::matcher {

// Closed on all sides. Starts empty.
struct EcefBox {
  Ecef low = {kHighest, kHighest, kHighest};
  Ecef high = {kLowest, kLowest, kLowest};

  bool operator==(const EcefBox&) const = default;
  bool empty() const { return low.x_cm > high.x_cm; }

  void Include(const EcefBox& box) {
    low = {std::min(low.x_cm, box.low.x_cm), std::min(low.y_cm, box.low.y_cm),
           std::min(low.z_cm, box.low.z_cm)};
    high = {std::max(high.x_cm, box.high.x_cm), std::max(high.y_cm, box.high.y_cm),
            std::max(high.z_cm, box.high.z_cm)};
  }
  void Include(const Ecef& point) { Include(EcefBox{point, point}); }

  // The longest side; 0 when empty.
  std::int64_t WidestCm() const {
    if (empty()) return 0;
    return std::max({std::int64_t{high.x_cm} - low.x_cm, std::int64_t{high.y_cm} - low.y_cm,
                     std::int64_t{high.z_cm} - low.z_cm});
  }

  // No more than ChordCm() to any point of the box, and at most 2 cm less than that to the nearest.
  // The box must not be empty.
  std::int64_t LeastDistanceCm(const Ecef& from) const {
    // A double does not hold every integer of this size, so its root may be one out; one less is
    // always low enough.
    const double root = std::sqrt(static_cast<double>(LeastSquaredCm2(from)));
    return std::max<std::int64_t>(static_cast<std::int64_t>(root) - 1, 0);
  }

  // Whether ChordCm() to every point of the box, which must not be empty, is more than `cm`.
  bool IsBeyond(const Ecef& from, std::int64_t cm) const {
    return LeastSquaredCm2(from) >= (cm + 1) * (cm + 1);
  }

 private:
  // To the nearest point of the box. Exact.
  std::int64_t LeastSquaredCm2(const Ecef& from) const {
    const auto beyond = [](std::int64_t at, std::int64_t least, std::int64_t most) {
      return std::max({least - at, at - most, std::int64_t{0}});
    };
    const std::int64_t dx = beyond(from.x_cm, low.x_cm, high.x_cm);
    const std::int64_t dy = beyond(from.y_cm, low.y_cm, high.y_cm);
    const std::int64_t dz = beyond(from.z_cm, low.z_cm, high.z_cm);
    return dx * dx + dy * dy + dz * dz;
  }

  static constexpr std::int32_t kHighest = std::numeric_limits<std::int32_t>::max();
  static constexpr std::int32_t kLowest = std::numeric_limits<std::int32_t>::min();
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_ECEF_BOX_H_
