// Areas by name, looked up when a zone is set.
#ifndef THROUGHGATE_SERVICES_EDGE_NAMED_AREAS_H_
#define THROUGHGATE_SERVICES_EDGE_NAMED_AREAS_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/convert/field.h"
#include "services/edge/backend.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Which layer of areas is in use, and how many it has; an empty name when there is none.
struct AreasInUse {
  std::string layer;
  std::int32_t areas = 0;
};
// Errors  those of the store and of the format.
absl::StatusOr<AreasInUse> ReadAreasInUse(const storage::Store& store);

// Gives `zone`, which has a `named_area` but no shape, the shape that is called so: an area of the
// layer, by its name as the layer has it, or a circle for a district. A name that is not known, or
// a district for a zone to stay in, is refused at `at`, the zone's field.
//
// Errors  those of the store and of the format.
// Cost    reads the layer until the area is found.
// Why     a circle holds the district and more: who must stay in a district could leave it.
absl::Status FillShape(const Backend& backend, const Field& at, v1::Zone& zone);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_NAMED_AREAS_H_
