// The repository's own rules, as a test: a rule without a check is a wish.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/tidy/source_tree.h"

namespace throughgate::tidy {
namespace {

const std::vector<SourceFile>& Files() {
  static const auto* files = new std::vector<SourceFile>(ReadSourceTree(THROUGHGATE_SOURCE_DIR));
  return *files;
}

// What may be included only under some folders.
struct IncludeRule {
  std::string prefix;                // of the included path
  std::vector<std::string> allowed;  // folders; tests may include anything
  std::string why;
};

const std::vector<IncludeRule>& IncludeRules() {
  static const auto* rules = new std::vector<IncludeRule>{
      {"rocksdb/", {"storage/rocks/"}, "RocksDB stays behind the seam"},
      {"boost/", {}, "geometry is exact integers; Boost.Geometry is the oracle of a property test"},
      {"openssl/",
       {"storage/secrets/", "services/edge/", "services/cli/files/", "services/identity/"},
       "what is hashed, signed or random is made in a few small files"},
      {"curl/", {"services/identity/https_get.cc"}, "what is fetched is fetched in one way"},
      {"grpcpp/", {"services/"}, "gRPC is transport"},
      {"throughgate/v1/", {"services/"}, "API messages never reach storage or the matcher"},
      {"throughgate/record/v1/", {"storage/format/"}, "records never reach the wire"},
      {"google/protobuf/", {"services/", "storage/format/"}, "the matcher knows no protobuf"},
      {"storage/", {"storage/", "services/"}, "arrows point at the matcher"},
      {"services/", {"services/"}, "nothing below knows the services"},
      {"services/identity/testing/",
       {"services/identity/testing/"},
       "nobody but tests takes keys that were made up"},
      {"storage/rocks/",
       {"storage/rocks/", "services/main.cc", "services/server"},
       "only the program names a concrete store"},
      {"storage/memory/",
       {"storage/memory/", "services/main.cc", "services/server"},
       "only the program names a concrete store"},
      {"matcher/rank/",
       {"matcher/rank/", "matcher/matcher.h", "services/convert/"},
       "ranking is reached through matcher.h"},
  };
  return *rules;
}

bool AllowedIn(const SourceFile& file, const IncludeRule& rule) {
  if (file.IsTest() || file.Under("tests/")) return true;
  for (const std::string& folder : rule.allowed) {
    if (file.Under(folder)) return true;
  }
  return false;
}

TEST(Tidy, TheTreeIsRead) { EXPECT_GT(Files().size(), 100u); }

TEST(Tidy, ArrowsPointAtTheMatcher) {
  for (const SourceFile& file : Files()) {
    for (const std::string& line : file.lines) {
      const std::string included = IncludedPath(line);
      if (included.empty()) continue;
      for (const IncludeRule& rule : IncludeRules()) {
        if (!included.starts_with(rule.prefix) || AllowedIn(file, rule)) continue;
        ADD_FAILURE() << file.path << " includes " << included << ": " << rule.why;
      }
    }
  }
}

TEST(Tidy, RulesDoNotKnowEachOther) {
  const std::set<std::string> shared = {
      "matcher/rules/pair.h",        "matcher/rules/rulebook.h",    "matcher/rules/offences.h",
      "matcher/rules/reasons.h",     "matcher/rules/rule.h",        "matcher/rules/rules_page.h",
      "matcher/rules/suggestions.h", "matcher/rules/supervision.h", "matcher/rules/travel.h",
      "matcher/rules/zone_checks.h"};
  for (const SourceFile& file : Files()) {
    if (!file.Under("matcher/rules/") || file.IsTest()) continue;
    for (const std::string& line : file.lines) {
      const std::string included = IncludedPath(line);
      if (!included.starts_with("matcher/rules/")) continue;
      EXPECT_TRUE(shared.contains(included)) << file.path << " includes " << included;
    }
  }
}

// The list may only shrink; each entry says why it stands.
const std::map<std::string, std::string>& LongFiles() {
  static const auto* files = new std::map<std::string, std::string>{};
  return *files;
}

TEST(Tidy, FilesStaySmall) {
  constexpr std::size_t kHeaderMax = 300;
  constexpr std::size_t kSourceMax = 500;
  constexpr std::size_t kTestMax = 600;
  for (const SourceFile& file : Files()) {
    if (!file.IsHeader() && !file.IsSource()) continue;
    const std::size_t most = file.IsTest() ? kTestMax : file.IsHeader() ? kHeaderMax : kSourceMax;
    if (LongFiles().contains(file.path)) continue;
    EXPECT_LE(file.lines.size(), most) << file.path;
  }
}

TEST(Tidy, LinesFitTheScreen) {
  for (const SourceFile& file : Files()) {
    if (!file.IsHeader() && !file.IsSource()) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::size_t columns = 0;
      for (unsigned char c : file.lines[i]) columns += (c & 0xC0) == 0x80 ? 0 : 1;
      EXPECT_LE(columns, 100u) << file.path << ":" << i + 1;
    }
  }
}

TEST(Tidy, NothingIsLeftForLater) {
  // Spelt apart, so that this file does not find itself.
  const std::regex unfinished(std::string(R"(\b(TO)") + "DO|FIX" + "ME|XX" + "X|HA" + R"(CK)\b)");
  const std::regex everything("using names" + std::string("pace "));
  for (const SourceFile& file : Files()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      EXPECT_FALSE(std::regex_search(line, unfinished)) << file.path << ":" << i + 1;
      // Tests may speak the model's words without saying each time whose they are.
      if ((file.IsHeader() || file.IsSource()) && !file.IsTest()) {
        EXPECT_FALSE(std::regex_search(line, everything)) << file.path << ":" << i + 1;
      }
      EXPECT_FALSE(!line.empty() && (line.back() == ' ' || line.back() == '\t'))
          << file.path << ":" << i + 1 << " ends in white space";
    }
  }
}

TEST(Tidy, TheMatcherReadsNoClockAndNoPlatformSine) {
  const std::regex clock(R"(absl::Now\(|system_clock|steady_clock|time\(nullptr\))");
  const std::regex sine(R"(std::(sin|cos|tan|asin|acos|atan|atan2|pow|exp|log|hypot)\()");
  for (const SourceFile& file : Files()) {
    if (!file.Under("matcher/") || file.IsTest()) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], clock)) << file.path << ":" << i + 1;
      EXPECT_FALSE(std::regex_search(file.lines[i], sine)) << file.path << ":" << i + 1;
    }
  }
}

// Whatever a caller is sent passes services/edge/guarded.h and services/edge/grpc_status.cc, which
// see to it that the caller may see it.
TEST(Tidy, AnswersLeaveThroughTheGuard) {
  const std::regex has_stream(R"(grpc::Server(Reader)?Writer<)");
  const std::regex sends(R"((\.|->)(Write(Last|AndFinish)?|SendInitialMetadata)\()");
  const std::regex adds(R"(Add(Initial|Trailing)Metadata\()");
  const std::regex ends(R"(grpc::Status(::OK\b|\())");
  for (const SourceFile& file : Files()) {
    if (!file.Under("services/") || file.Under("services/cli/") || file.IsTest()) continue;
    const auto has = [&](const std::regex& what) {
      return std::ranges::any_of(
          file.lines, [&](const std::string& line) { return std::regex_search(line, what); });
    };
    EXPECT_FALSE(has(adds)) << file.path << " sends metadata, which nobody looks at";
    if (file.path != "services/edge/guarded.h") {
      EXPECT_FALSE(has(has_stream) && has(sends)) << file.path << " writes to a stream";
    }
    if (file.path != "services/edge/grpc_status.cc") {
      EXPECT_FALSE(has(ends)) << file.path << " ends a call by itself";
    }
  }
}

TEST(Tidy, HeadersAreGuardedByTheirPath) {
  for (const SourceFile& file : Files()) {
    if (!file.IsHeader()) continue;
    std::string guard = "THROUGHGATE_";
    for (char c : file.path) {
      guard +=
          std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(c)) : '_';
    }
    guard += '_';
    bool found = false;
    for (const std::string& line : file.lines) found = found || line == "#define " + guard;
    EXPECT_TRUE(found) << file.path << " lacks " << guard;
  }
}

TEST(Tidy, LinksInPagesLeadSomewhere) {
  const std::regex link(R"(\]\(([^)#:]+)(#[^)]*)?\))");
  for (const SourceFile& file : Files()) {
    if (!file.path.ends_with(".md")) continue;
    const auto folder = std::filesystem::path(THROUGHGATE_SOURCE_DIR) /
                        std::filesystem::path(file.path).parent_path();
    for (const std::string& line : file.lines) {
      for (std::sregex_iterator m(line.begin(), line.end(), link), end; m != end; ++m) {
        EXPECT_TRUE(std::filesystem::exists(folder / (*m)[1].str()))
            << file.path << " links to " << (*m)[1].str();
      }
    }
  }
}

}  // namespace
}  // namespace throughgate::tidy
