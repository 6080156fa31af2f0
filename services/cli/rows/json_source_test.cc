#include "services/cli/rows/json_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/test_files.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

struct Read {
  SourceRow row;
  v1::ImportEmployersRow message;
};

std::vector<Read> ReadAll(const std::string& text) {
  TextStream stream(text, 100'000);
  JsonSource source(stream);
  std::vector<Read> all;
  for (Read read; *source.Next(read.row, read.message); read = {}) all.push_back(read);
  return all;
}

std::string FaultOf(const std::string& line) {
  const auto all = ReadAll(line + "\n");
  return all.at(0).row.fault ? all.at(0).row.fault->reason : "none";
}

TEST(JsonSource, ReadsTheKindAroundTheRecord) {
  const auto all = ReadAll(
      "{\"employer\":{\"name\":\"employers/a\",\"displayName\":\"A\"}}\r\n\n"
      "{\"site\":{\"name\":\"employers/a/sites/b\",\"position\":{\"latitude\":53.5}}}");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].message.employer().display_name(), "A");
  EXPECT_EQ(all[1].message.site().position().latitude(), 53.5);
  EXPECT_EQ(all[1].row.number, 2);
  EXPECT_EQ(all[1].row.line, 3);
}

TEST(JsonSource, ReadsConceptsByThemselves) {
  TextStream stream("{\"code\":\"isco/9\",\"kind\":\"CONCEPT_KIND_OCCUPATION_GROUP\"}\n");
  JsonSource source(stream);
  SourceRow row;
  v1::Concept message;
  EXPECT_TRUE(*source.Next(row, message));
  EXPECT_FALSE(row.fault);
  EXPECT_EQ(message.code(), "isco/9");
}

TEST(JsonSource, IsStrict) {
  EXPECT_EQ(FaultOf(R"({"employer":{"name":"employers/a"}})"), "none");
  EXPECT_THAT(FaultOf(R"({"employer":{"nome":"employers/a"}})"), HasSubstr("nome"));
  EXPECT_THAT(FaultOf(R"({"employer":{"sector":"EMPLOYER_SECTOR_CHEESE"}})"), HasSubstr("CHEESE"));
  EXPECT_THAT(FaultOf(R"({"name":"employers/a"})"), HasSubstr("name"));
  EXPECT_THAT(FaultOf("{}"), HasSubstr("one of employer, site"));
  EXPECT_NE(FaultOf("{\"employer\":"), "none");
  EXPECT_NE(FaultOf("[]"), "none");
  EXPECT_THAT(FaultOf("{\"employer\":{\"displayName\":\"\xE9\"}}"), HasSubstr("not UTF-8 at byte"));
}

TEST(JsonSource, RejectsALineThatIsTooLong) {
  const std::string line =
      absl::StrCat("{\"employer\":{\"name\":\"", std::string(kLineBytesMax, 'x'), "\"}}");
  EXPECT_THAT(FaultOf(line), HasSubstr("longer than 4 MiB"));
}

TEST(JsonSource, RejectsCarryTheRecordAndReadBack) {
  TextStream nothing("");
  const JsonSource source(nothing);
  SourceRow row;
  row.line = 7;
  row.original = {R"({"employer":{"name":"employers/a","displayName":"Caf)"
                  "\xC3\xA9"
                  R"("}})"};
  const std::string reject = source.RejectedRow(row, {"employer.name", "is taken"});
  EXPECT_THAT(
      reject,
      HasSubstr(
          R"({"rejected":{"line":7,"field":"employer.name","reason":"is taken"},"employer")"));
  EXPECT_EQ(FaultOf(reject), "none");
  EXPECT_EQ(ReadAll(reject)[0].row.original, row.original);
}

TEST(JsonSource, RejectsCarryTextThatIsNoJson) {
  TextStream nothing("");
  const JsonSource source(nothing);
  SourceRow row;
  row.line = 1;
  row.original = {"{oops"};
  EXPECT_THAT(source.RejectedRow(row, {"", "cut in two \xC3"}), HasSubstr(R"("text":"{oops")"));
}

}  // namespace
}  // namespace throughgate::cli
