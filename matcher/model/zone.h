// Areas that a person must stay out of, or stay in, and permissions to be at a site in spite of
// one, or of premises near it.
#ifndef THROUGHGATE_MATCHER_MODEL_ZONE_H_
#define THROUGHGATE_MATCHER_MODEL_ZONE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {

// Values are stored; never renumber.
enum class ZoneKind : std::uint8_t { kUnspecified, kExclusion, kRestriction };

// Closed: the last point repeats the first.
using Ring = std::vector<GeoPoint>;

// The outside, then holes.
struct Polygon {
  std::vector<Ring> rings;
  bool operator==(const Polygon&) const = default;
};

struct MultiPolygon {
  std::vector<Polygon> polygons;
  bool operator==(const MultiPolygon&) const = default;
};

struct Circle {
  GeoPoint centre;
  Metres radius;
  bool operator==(const Circle&) const = default;
};

struct Zone {
  std::string id;
  ZoneKind kind = ZoneKind::kUnspecified;
  std::variant<MultiPolygon, Circle> shape;
  Metres buffer = {};  // exclusion only
  // The hours in which it holds; not stated: always.
  WeekPattern windows = {};
  // The first day on which it holds; not stated: it does already.
  std::optional<Day> starts_on = {};
  std::optional<Day> ends_on = {};  // the last day
  // The name of the area that the shape was copied from; empty: it was drawn. No rule reads it.
  std::string named_area = {};
  // For an event, rather than for as long as a licence may last.
  bool event() const { return IsOnce(starts_on, ends_on); }
  bool operator==(const Zone&) const = default;
};

struct PlacePermission {
  std::string id;
  std::string zone;  // the id of a zone of this plan; empty: it is about a premises limit
  SiteName site;
  std::optional<Day> valid_to = {};  // the last day
  std::string premises_limit = {};   // the id of one of this plan; empty: it is about a zone
  bool operator==(const PlacePermission&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_ZONE_H_
