// The premises that licences speak of, arranged so that those near a site are found at once.
#ifndef THROUGHGATE_MATCHER_INDEX_PREMISES_LAYER_H_
#define THROUGHGATE_MATCHER_INDEX_PREMISES_LAYER_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/model/place.h"
#include "matcher/model/premises.h"

namespace throughgate::matcher {

// What is farther than this many metres counts as far away.
inline constexpr std::uint16_t kPremisesFar = 0xFFFF;

// How near the nearest premises of one kind are to one place, in whole metres rounded up: they are
// within d metres, surely or possibly, when the figure is at most d.
struct PremisesNear {
  std::uint16_t surely = kPremisesFar;    // whatever both uncertainties hide
  std::uint16_t possibly = kPremisesFar;  // as far as they allow; 0: they may be at the place
  bool operator==(const PremisesNear&) const = default;
};

// By PremisesKind.
struct PremisesAround {
  std::array<PremisesNear, kPremisesKinds> of = {};
  bool operator==(const PremisesAround&) const = default;
};

// Immutable. Threads: any. Memory: bytes().
class PremisesLayer {
 public:
  static std::shared_ptr<const PremisesLayer> Build(std::string id,
                                                    const std::vector<Premises>& premises);

  const std::string& id() const { return id_; }
  // How many it has of a kind. Where premises of a kind that it has none of are is not known.
  std::uint32_t count(PremisesKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
  // The kinds that it has.
  PremisesMask kinds() const { return kinds_; }

  // What is within kPremisesDistanceMax of a place; null when there is nothing of any kind.
  //
  // Cost  looks at the premises of the cells in reach, of about 2 km: it grows with the square of
  // the
  //       place's uncertainty, up to every cell and all premises of the layer.
  std::shared_ptr<const PremisesAround> Around(const Place& place) const;

  std::size_t bytes() const;

 private:
  struct Point {
    Ecef ecef;
    std::int32_t uncertainty_cm = 0;
    PremisesKind kind = PremisesKind::kUnspecified;
  };

  std::string id_;
  std::array<std::uint32_t, kPremisesKinds> counts_ = {};
  PremisesMask kinds_ = 0;
  std::int64_t widest_cm_ = 0;  // the greatest uncertainty of all
  // Cells are squares in latitude and longitude, row by row from the south-west.
  std::vector<Point> points_;        // cell after cell
  std::vector<std::uint32_t> ends_;  // by cell: where its points end; empty when there are none
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_PREMISES_LAYER_H_
