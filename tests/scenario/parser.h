// Scenario files as scenarios.
#ifndef THROUGHGATE_TESTS_SCENARIO_PARSER_H_
#define THROUGHGATE_TESTS_SCENARIO_PARSER_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/scenario/scenario.h"

namespace throughgate::scenario {

// README.md describes the format.
//
// Errors  kInvalidArgument  file, line, what is wrong and what is allowed there. A scenario that
//                           expects nothing of either view is wrong.
absl::StatusOr<std::vector<Scenario>> ParseScenarios(absl::string_view file,
                                                     absl::string_view contents);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_PARSER_H_
