// Scenario files as lines, before anybody asks what the lines mean.
#ifndef THROUGHGATE_TESTS_SCENARIO_SCENARIO_TEXT_H_
#define THROUGHGATE_TESTS_SCENARIO_SCENARIO_TEXT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::scenario {

// "key: value". `rows` are the rows of a map that follow it, without their frame.
struct Line {
  int number = 0;
  std::string key;
  std::string value;
  std::vector<std::string> rows;
};

// `lines` begin with those of the file's background.
struct ScenarioText {
  std::string file;
  int line = 0;
  std::string title;
  std::vector<Line> lines;
};

// "edge.scenario:12: message".
absl::Status ErrorAt(absl::string_view file, int line, absl::string_view message);

// Errors  kInvalidArgument  a line that is not "key: value", a row outside a map, or a line of no
//                           scenario; names the line.
absl::StatusOr<std::vector<ScenarioText>> SplitScenarios(absl::string_view file,
                                                         absl::string_view contents);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_SCENARIO_TEXT_H_
