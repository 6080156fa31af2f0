#include "tests/scenario/scenario_text.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace throughgate::scenario {
namespace {

constexpr char kComment = '#';
constexpr char kMapFrame = '|';

// Adds one line, already stripped, to the scenarios so far; returns what is wrong with it, if
// anything.
std::string AddLine(absl::string_view text, int number, std::vector<ScenarioText>& scenarios) {
  if (text.front() == kMapFrame) {
    if (scenarios.empty() || scenarios.back().lines.empty() ||
        scenarios.back().lines.back().key != "map") {
      return "a row of a map stands directly under \"map:\"";
    }
    scenarios.back().lines.back().rows.emplace_back(text.substr(1));
    return "";
  }
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits(':', 1));
  if (!absl::StrContains(text, ':')) return "expected \"key: value\", \"# comment\" or \"| map\"";
  const std::string key(absl::StripAsciiWhitespace(parts.first));
  const std::string value(absl::StripAsciiWhitespace(parts.second));
  if (key == "scenario") {
    scenarios.push_back({"", number, value, {}});
    return value.empty() ? "a scenario needs a sentence as its title" : "";
  }
  if (scenarios.empty()) return "a file begins with \"scenario: a sentence\"";
  scenarios.back().lines.push_back({number, key, value, {}});
  return "";
}

}  // namespace

absl::Status ErrorAt(absl::string_view file, int line, absl::string_view message) {
  return absl::InvalidArgumentError(absl::StrCat(file, ":", line, ": ", message));
}

absl::StatusOr<std::vector<ScenarioText>> SplitScenarios(absl::string_view file,
                                                         absl::string_view contents) {
  std::vector<ScenarioText> scenarios;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(contents, '\n')) {
    ++number;
    const absl::string_view text = absl::StripAsciiWhitespace(line);
    if (text.empty() || text.front() == kComment) continue;
    const std::string wrong = AddLine(text, number, scenarios);
    if (!wrong.empty()) return ErrorAt(file, number, wrong);
  }
  for (ScenarioText& scenario : scenarios) scenario.file = std::string(file);
  return scenarios;
}

}  // namespace throughgate::scenario
