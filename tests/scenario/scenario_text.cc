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

// What has been read of a file.
struct Passages {
  std::vector<Line> background;  // of every scenario
  std::vector<ScenarioText> scenarios;
  std::vector<Line>* lines = nullptr;  // where the next one goes
};

// Begins a background or a scenario; returns what is wrong with that, if anything.
std::string Begin(absl::string_view key, absl::string_view title, int number, Passages& passages) {
  if (key == "background") {
    if (passages.lines != nullptr) return "the background comes once, before the first scenario";
    passages.lines = &passages.background;
    return "";
  }
  if (title.empty()) return "a scenario needs a sentence as its title";
  passages.scenarios.push_back({"", number, std::string(title), passages.background});
  passages.lines = &passages.scenarios.back().lines;
  return "";
}

// Adds one line, already stripped; returns what is wrong with it, if anything.
std::string AddLine(absl::string_view text, int number, Passages& passages) {
  std::vector<Line>* lines = passages.lines;
  if (text.front() == kMapFrame) {
    if (lines == nullptr || lines->empty() || lines->back().key != "map") {
      return "a row of a map stands directly under \"map:\"";
    }
    lines->back().rows.emplace_back(text.substr(1));
    return "";
  }
  if (!absl::StrContains(text, ':')) return "expected \"key: value\", \"# comment\" or \"| map\"";
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits(':', 1));
  const absl::string_view key = absl::StripAsciiWhitespace(parts.first);
  const absl::string_view value = absl::StripAsciiWhitespace(parts.second);
  if (key == "background" || key == "scenario") return Begin(key, value, number, passages);
  if (lines == nullptr) return "a file begins with \"background:\" or \"scenario: a sentence\"";
  lines->push_back({number, std::string(key), std::string(value), {}});
  return "";
}

}  // namespace

absl::Status ErrorAt(absl::string_view file, int line, absl::string_view message) {
  return absl::InvalidArgumentError(absl::StrCat(file, ":", line, ": ", message));
}

absl::StatusOr<std::vector<ScenarioText>> SplitScenarios(absl::string_view file,
                                                         absl::string_view contents) {
  Passages passages;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(contents, '\n')) {
    ++number;
    const absl::string_view text = absl::StripAsciiWhitespace(line);
    if (text.empty() || text.front() == kComment) continue;
    const std::string wrong = AddLine(text, number, passages);
    if (!wrong.empty()) return ErrorAt(file, number, wrong);
  }
  for (ScenarioText& scenario : passages.scenarios) scenario.file = std::string(file);
  return std::move(passages.scenarios);
}

}  // namespace throughgate::scenario
