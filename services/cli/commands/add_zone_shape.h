// Where a zone is, as it is said on the command line.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_SHAPE_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_SHAPE_H_

#include <CLI/CLI.hpp>
#include <string>

#include "absl/status/status.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::cli {

// As typed: one of a file, an area, a district and a circle.
struct ShapeOptions {
  std::string file;
  int feature = -1;  // -1: the only one
  std::string area;
  std::string district;
  std::string circle;
};

// Adds --file, --feature, --area, --district and --circle. `options` must live as long as the verb.
void AddShapeOptions(CLI::App& verb, ShapeOptions& options);

// Gives `zone` the shape, or the name of the area that the server copies it from.
//
// Errors  kInvalidArgument  none or several were given, or one that cannot be a zone; says what to
//                           do. And those of ReadWholeText.
absl::Status SetShapeOf(const ShapeOptions& options, v1::Zone& zone);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_SHAPE_H_
