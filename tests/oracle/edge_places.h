// Zones, and places beside their edges.
#ifndef THROUGHGATE_TESTS_ORACLE_EDGE_PLACES_H_
#define THROUGHGATE_TESTS_ORACLE_EDGE_PLACES_H_

#include "matcher/model/place.h"
#include "matcher/model/zone.h"
#include "tests/oracle/dice.h"
#include "tests/oracle/ground.h"

namespace throughgate::oracle {

// Within some ten kilometres of one another.
matcher::GeoPoint Somewhere(Dice& dice);
matcher::Place SomewherePlace(Dice& dice);

// A circle, a star with or without a hole, or two stars; no id.
matcher::Zone AnyZone(Dice& dice);

// About `metres` outside some part of the edge, or inside when negative.
matcher::GeoPoint BesideEdge(Dice& dice, const matcher::Zone& zone, double metres);

// On the edge of an area, exactly.
matcher::GeoPoint Corner(Dice& dice, const matcher::MultiPolygon& area);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_EDGE_PLACES_H_
