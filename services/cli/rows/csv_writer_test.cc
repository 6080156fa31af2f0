#include "services/cli/rows/csv_writer.h"

#include <gtest/gtest.h>

namespace throughgate::cli {
namespace {

TEST(CsvLine, QuotesEveryCell) {
  EXPECT_EQ(CsvLine({"a", "", "b,c", "say \"hi\"", "x\ny"}),
            "\"a\",\"\",\"b,c\",\"say \"\"hi\"\"\",\"x\ny\"\n");
}

TEST(CsvLine, NeutralisesFormulasButNotNumbers) {
  EXPECT_EQ(CsvLine({"=1", "+x", "-y", "@z", "\tt", "\rr"}),
            "\"'=1\",\"'+x\",\"'-y\",\"'@z\",\"'\tt\",\"'\rr\"\n");
  EXPECT_EQ(CsvLine({"-1.55", "+3"}), "\"-1.55\",\"+3\"\n");
}

}  // namespace
}  // namespace throughgate::cli
