// Zones of risk plans, and permissions to be within them.
#ifndef THROUGHGATE_SERVICES_CONVERT_ZONE_H_
#define THROUGHGATE_SERVICES_CONVERT_ZONE_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <cstddef>
#include <span>
#include <string>
#include <variant>

#include "matcher/model/zone.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Of one plan.
inline constexpr std::size_t kZonesMax = 50;
// Together, so that a plan fits into an answer.
inline constexpr std::size_t kZoneVerticesMax = 150'000;

// A shape is checked as a whole (matcher/geo/zone_validity.h) once each of its vertices is good;
// what is refused then is refused at the zone, in a sentence that names polygon, ring and vertex.
v1::Vertex WriteVertex(const matcher::GeoPoint& point);

matcher::Zone ReadZone(const v1::Zone& wire, const Field& at);
v1::Zone WriteZone(const matcher::Zone& zone);

// Refuses, at `at`, zones of one plan that have more than kZoneVerticesMax vertices together.
void CheckZoneVertices(std::span<const matcher::Zone> zones, const Field& at);

using WireZones = google::protobuf::RepeatedPtrField<v1::Zone>;

// The areas of a shape, vertex by vertex; CheckShape looks at them as a whole.
matcher::MultiPolygon ReadArea(const v1::MultiPolygon& wire, const Field& at);
v1::MultiPolygon WriteArea(const matcher::MultiPolygon& area);
// Refuses, at `at`, a shape that leaves in doubt what is in it.
void CheckShape(const std::variant<matcher::MultiPolygon, matcher::Circle>& shape, const Field& at);

// Refuses an id that none of the plan's `zones` has.
void CheckZoneId(const std::string& id, const WireZones& zones, const Field& at);

// A permission to be in one of the plan's zones, or near premises that it limits.
matcher::PlacePermission ReadPermission(const v1::PlacePermission& wire, const v1::RiskPlan& plan,
                                        const Field& at);
v1::PlacePermission WritePermission(const matcher::PlacePermission& permission);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ZONE_H_
