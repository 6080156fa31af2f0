// A picture of zones, so that a person can see what was drawn and where it is at fault.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_DRAWING_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_DRAWING_H_

#include <string>
#include <vector>

#include "services/cli/zones/geojson.h"

namespace throughgate::cli {

// An SVG document, north at the top, with a scale bar: zones that were accepted in blue, others in
// red with a circle round the vertex at fault. Holes are left open. A document without a map when
// no zone has an outline.
std::string DrawZones(const std::vector<DrawnZone>& zones);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_DRAWING_H_
