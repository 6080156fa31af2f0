// Outlines as the API takes them.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_WIRE_SHAPE_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_WIRE_SHAPE_H_

#include "matcher/model/zone.h"
#include "services/cli/zones/geojson.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::cli {

v1::MultiPolygon WireArea(const matcher::MultiPolygon& area);

// Gives the zone the shape.
void SetShape(const ZoneOutline& outline, v1::Zone& zone);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_WIRE_SHAPE_H_
