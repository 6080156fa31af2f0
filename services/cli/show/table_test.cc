#include "services/cli/show/table.h"

#include <gtest/gtest.h>

#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

TEST(Text, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth("café"), 4u);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1u);  // e and a combining accent
  EXPECT_EQ(DisplayWidth(""), 0u);
}

TEST(Text, CutsBetweenCharacters) {
  EXPECT_EQ(Fit("café", 4), "café");
  EXPECT_EQ(Fit("cafés", 4), "caf…");
  EXPECT_EQ(Fit("éé", 1), "…");
}

TEST(Text, NeverObeysControlCharacters) {
  EXPECT_EQ(Printable("a\x1B[2Jb\nc\x7F\xC2\x9B"
                      "d é"),
            "a [2Jb c  d é");
}

TEST(Text, GroupsThousands) {
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(-1234567), "-1,234,567");
  EXPECT_EQ(Grouped(-123), "-123");
}

TEST(Table, AlignsColumnsByTheirWidth) {
  Table table({{"#", Align::kRight}, {"title", Align::kLeft, 6}, {"km", Align::kRight}});
  table.AddRow({"1", "café", "3.2"});
  table.AddRow({"10", "Warehouse", "12.0"});
  EXPECT_EQ(table.Text(),
            " #  title     km\n"
            " 1  café     3.2\n"
            "10  Wareh…  12.0\n");
}

TEST(Table, MayLeaveOutItsHeader) {
  Table table({{"title"}});
  table.AddRow({"x"});
  EXPECT_EQ(table.Rows(), "x\n");
}

TEST(Table, EndsNoLineInBlanks) {
  Table table({{"a"}, {"b"}});
  table.AddRow({"x", ""});
  EXPECT_EQ(table.Text(), "a  b\nx\n");
}

}  // namespace
}  // namespace throughgate::cli
