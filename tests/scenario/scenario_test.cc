// Runs every scenario of this folder as a test of its own: the folder is the suite, the title the
// name.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tests/scenario/parser.h"
#include "tests/scenario/verify.h"

namespace throughgate::scenario {
namespace {

// A test that fails with what is wrong, at the line that says so.
class ScenarioTest : public testing::Test {
 public:
  explicit ScenarioTest(Scenario scenario) : scenario_(std::move(scenario)) {}
  void TestBody() override {
    const std::string wrong = Verify(scenario_);
    if (!wrong.empty()) {
      ADD_FAILURE_AT(scenario_.file.c_str(), scenario_.line) << scenario_.title << "\n" << wrong;
    }
  }

 private:
  Scenario scenario_;
};

class UnreadableFile : public testing::Test {
 public:
  explicit UnreadableFile(std::string why) : why_(std::move(why)) {}
  void TestBody() override { FAIL() << why_; }

 private:
  std::string why_;
};

// "A site 1 m outside" as "A_site_1_m_outside".
std::string IdentifierOf(const std::string& text) {
  std::string identifier;
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c))) {
      identifier += c;
    } else if (!identifier.empty() && identifier.back() != '_') {
      identifier += '_';
    }
  }
  return identifier.substr(0, identifier.find_last_not_of('_') + 1);
}

void Refuse(const std::filesystem::path& file, const std::string& why) {
  testing::RegisterTest("scenario_files", IdentifierOf(file.stem()).c_str(), nullptr, nullptr,
                        file.c_str(), 1,
                        [why]() -> testing::Test* { return new UnreadableFile(why); });
}

void RegisterFile(const std::filesystem::path& file, std::set<std::string>& titles) {
  std::ifstream in(file);
  const std::string contents{std::istreambuf_iterator<char>(in), {}};
  const absl::StatusOr<std::vector<Scenario>> scenarios = ParseScenarios(file.string(), contents);
  if (!scenarios.ok()) return Refuse(file, std::string(scenarios.status().message()));
  const std::string suite = file.parent_path().filename();
  for (const Scenario& scenario : *scenarios) {
    const std::string name = IdentifierOf(scenario.title);
    if (!titles.insert(absl::StrCat(suite, ".", name)).second) {
      Refuse(file, absl::StrCat(scenario.file, ":", scenario.line, ": the title is taken"));
      continue;
    }
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, scenario.file.c_str(),
                          scenario.line,
                          [scenario]() -> testing::Test* { return new ScenarioTest(scenario); });
  }
}

void RegisterAll(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".scenario") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::set<std::string> titles;
  for (const std::filesystem::path& file : files) RegisterFile(file, titles);
}

}  // namespace
}  // namespace throughgate::scenario

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  throughgate::scenario::RegisterAll(SCENARIO_FOLDER);
  return RUN_ALL_TESTS();
}
