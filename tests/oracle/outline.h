// The shape of a zone, measured the slow way.
#ifndef THROUGHGATE_TESTS_ORACLE_OUTLINE_H_
#define THROUGHGATE_TESTS_ORACLE_OUTLINE_H_

#include <variant>
#include <vector>

#include "matcher/model/zone.h"
#include "tests/oracle/ground.h"

namespace throughgate::oracle {

class Outline {
 public:
  explicit Outline(const std::variant<matcher::MultiPolygon, matcher::Circle>& shape);

  // Metres along the ground to the edge, negative inside. Good to a millimetre.
  double SignedDistance(const Spot& spot) const;

  // The same in a straight line through space, to edges cut into pieces: good to a few
  // centimetres up to some 30 km, and much faster.
  double RoughSignedDistance(const Spot& spot) const;

 private:
  struct Edge {
    Spot from;
    Spot to;
    double length = 0;
    std::vector<Point3> pieces;
  };
  using Ring = std::vector<Spot>;

  bool Inside(const Spot& spot) const;

  std::vector<std::vector<Ring>> areas_;  // rings by polygon
  std::vector<Edge> edges_;
  Spot centre_;
  double radius_ = -1;  // of a circle only
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_OUTLINE_H_
