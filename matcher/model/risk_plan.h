// Risk plans: what probation holds about one candidate. All of it is sealed: it may be read for a
// FULL answer only, and no part of it may influence a SHARED one.
#ifndef THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_
#define THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// The values of these enumerations are stored; never renumber. kUnknown is never "none".
enum class Supervision : std::uint8_t {
  kUnknown,
  kInCustody,
  kHdc,
  kOnLicence,
  kCommunity,
  kNotSupervised
};
enum class RoshLevel : std::uint8_t { kUnknown, kLow, kMedium, kHigh, kVeryHigh };
enum class MappaLevel : std::uint8_t { kUnknown, kNotApplicable, kLevel1, kLevel2, kLevel3 };
enum class ZoneKind : std::uint8_t { kUnspecified, kExclusion, kRestriction };
enum class WorkLimitEffect : std::uint8_t { kUnspecified, kBarred, kNeedsApproval };

struct Rosh {
  RoshLevel children = RoshLevel::kUnknown;
  RoshLevel to_public = RoshLevel::kUnknown;
  RoshLevel known_adult = RoshLevel::kUnknown;
  RoshLevel staff = RoshLevel::kUnknown;
  bool operator==(const Rosh&) const = default;
};

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
  Metres buffer;  // exclusion only
  bool operator==(const Zone&) const = default;
};

struct Curfew {
  std::string id;
  WeekPattern windows;
  std::optional<Day> ends_on;  // the last day
  bool operator==(const Curfew&) const = default;
};

struct WorkLimit {
  WorkAttribute attribute = WorkAttribute::kUnspecified;
  WorkLimitEffect effect = WorkLimitEffect::kUnspecified;
  bool operator==(const WorkLimit&) const = default;
};

struct PlacePermission {
  std::string id;
  std::string zone;  // the id of a zone of this plan
  SiteName site;
  std::optional<Day> valid_to;  // the last day
  bool operator==(const PlacePermission&) const = default;
};

// A licence condition that the plan does not express otherwise.
struct LicenceCondition {
  std::string policy_version;
  std::string code;
  bool operator==(const LicenceCondition&) const = default;
};

// A plan has terms only: all of it bears on what may be cleared.
struct RiskPlanTerms {
  Supervision supervision = Supervision::kUnknown;
  OrganisationId supervised_by;
  std::optional<Day> release_on;
  Day reviewed_on;
  Rosh rosh;
  MappaLevel mappa_level = MappaLevel::kUnknown;
  std::vector<Zone> zones;
  std::vector<Curfew> curfews;
  std::vector<WorkLimit> work_limits;
  std::vector<PlacePermission> permissions;
  std::vector<LicenceCondition> conditions;
  bool operator==(const RiskPlanTerms&) const = default;
};

struct RiskPlan {
  CandidateName candidate;
  RiskPlanTerms terms;
  bool operator==(const RiskPlan&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_
