// Zones of risk plans.
#ifndef THROUGHGATE_SERVICES_CONVERT_ZONE_H_
#define THROUGHGATE_SERVICES_CONVERT_ZONE_H_

#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// A shape is checked as a whole (matcher/geo/zone_validity.h) once each of its vertices is good;
// what is refused then is refused at the zone, in a sentence that names polygon, ring and vertex.
matcher::Zone ReadZone(const v1::Zone& wire, const Field& at);
v1::Zone WriteZone(const matcher::Zone& zone);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ZONE_H_
