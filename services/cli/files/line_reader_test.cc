#include "services/cli/files/line_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Lines(const std::string& text, std::size_t block = 3) {
  TextStream stream(text, block);
  LineReader reader(stream);
  std::vector<std::string> lines;
  Line line;
  while (*reader.Next(line)) {
    lines.push_back(
        absl::StrCat(line.number, ":", line.text.substr(0, 20), line.too_long ? " too long" : ""));
  }
  return lines;
}

TEST(LineReader, EndsLinesAtLfAndCrlf) {
  EXPECT_THAT(Lines("a\nbcdef\r\n\ng"), ElementsAre("1:a", "2:bcdef", "3:", "4:g"));
  EXPECT_THAT(Lines("a\n"), ElementsAre("1:a"));
  EXPECT_THAT(Lines(""), IsEmpty());
}

TEST(LineReader, GoesOnAfterALineThatIsTooLong) {
  const std::string most(kLineBytesMax, 'x');
  EXPECT_THAT(Lines(most + "\nb\n", 99'999), ElementsAre("1:xxxxxxxxxxxxxxxxxxxx", "2:b"));
  EXPECT_THAT(Lines("x" + most + "\nb\n", 99'999),
              ElementsAre("1:xxxxxxxxxxxxxxxxxxxx too long", "2:b"));
}

}  // namespace
}  // namespace throughgate::cli
