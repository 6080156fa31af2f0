#include "services/cli/licences/candidate_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

class CandidateMapTest : public ::testing::Test {
 protected:
  absl::StatusOr<CandidateMap> Open(const std::string& text) {
    return CandidateMap::Open(folder_.Write("map.csv", text));
  }
  std::string FaultOf(const std::string& text) {
    return std::string(Open(text).status().message());
  }

  TempFolder folder_;
};

Licence Of(const std::string& id, const std::string& prison_number, const std::string& crn) {
  Licence licence;
  licence.id = id;
  licence.prison_number = prison_number;
  licence.crn = crn;
  return licence;
}

TEST_F(CandidateMapTest, FindsByAnyColumn) {
  const auto map = Open(
      "prison_number,crn,licence,candidate\nA0000AA,,,heron\n,X00001,,wren\n"
      ",,77,candidates/plover\n");
  ASSERT_TRUE(map.ok()) << map.status();
  EXPECT_EQ(*map->CandidateOf(Of("1", "a0000aa", "X00009")), "candidates/heron");
  EXPECT_EQ(*map->CandidateOf(Of("1", "", "X00001")), "candidates/wren");
  EXPECT_EQ(*map->CandidateOf(Of("77", "", "")), "candidates/plover");
  EXPECT_EQ(map->CandidateOf(Of("1", "A0000AB", "")).status().code(), absl::StatusCode::kNotFound);
}

TEST_F(CandidateMapTest, BelievesTheLicenceFirst) {
  const auto map = Open("crn,candidate\nX00001,wren\n");
  Licence licence = Of("1", "", "X00001");
  licence.candidate = "heron";
  EXPECT_EQ(*map->CandidateOf(licence), "candidates/heron");
  EXPECT_EQ(*CandidateMap().CandidateOf(licence), "candidates/heron");
}

// Somebody else's licence in a plan is the worst that can happen here.
TEST_F(CandidateMapTest, RefusesToChooseBetweenTwoPeople) {
  const auto map = Open("prison_number,crn,candidate\nA0000AA,X00001,heron\nA0000AB,,wren\n");
  EXPECT_EQ(map->CandidateOf(Of("", "A0000AB", "X00001")).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FaultOf("crn,candidate\nX00001,heron\nx00001,wren\n"), HasSubstr("line 3: crn"));
  EXPECT_TRUE(Open("crn,candidate\nX00001,heron\nX00001,heron\n").ok());
}

TEST_F(CandidateMapTest, NamesTheLineOfAFault) {
  EXPECT_THAT(FaultOf("crn,name\nX00001,heron\n"), HasSubstr("line 1: there must be a column"));
  EXPECT_THAT(FaultOf("candidate,name\nheron,1\n"), HasSubstr("line 1: there must be a column"));
  EXPECT_THAT(FaultOf("crn,candidate\nX00001,a/b/c\n"), HasSubstr("line 2"));
  EXPECT_THAT(FaultOf("crn,candidate\nX00001\n"), HasSubstr("line 2: has other columns"));
  EXPECT_THAT(FaultOf(""), HasSubstr("is empty"));
}

}  // namespace
}  // namespace throughgate::cli
