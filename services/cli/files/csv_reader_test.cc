#include "services/cli/files/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Every record as "line: cell|cell", with "!column reason" behind a spoilt one.
std::vector<std::string> Records(const std::string& text, char delimiter = ',',
                                 std::size_t block = 7) {
  TextStream stream(text, block);
  CsvReader reader(stream, delimiter);
  std::vector<std::string> records;
  CsvRecord record;
  absl::StatusOr<bool> found = reader.Next(record);
  for (; found.ok() && *found; found = reader.Next(record)) {
    records.push_back(absl::StrCat(record.line, ": ", absl::StrJoin(record.cells, "|")));
    if (record.fault) {
      absl::StrAppend(&records.back(), "!", record.fault->column, " ", record.fault->reason);
    }
  }
  if (!found.ok()) records.push_back(std::string(found.status().message()));
  return records;
}

TEST(CsvReader, ReadsTheSameWithEveryLineEndAndBlockSize) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    for (const std::size_t block : {1, 2, 3, 1000}) {
      EXPECT_THAT(Records(absl::StrCat("a,b", end, "1,2", end, "3,4", end), ',', block),
                  ElementsAre("1: a|b", "2: 1|2", "3: 3|4"));
    }
  }
}

TEST(CsvReader, ReadsALastLineWithoutItsEnd) {
  EXPECT_THAT(Records("a,b\n1,2"), ElementsAre("1: a|b", "2: 1|2"));
  EXPECT_THAT(Records("a,b\n1,\"2\""), ElementsAre("1: a|b", "2: 1|2"));
  EXPECT_THAT(Records("a,b\n1,"), ElementsAre("1: a|b", "2: 1|"));
}

TEST(CsvReader, FindsNothingInNothing) {
  EXPECT_THAT(Records(""), IsEmpty());
  EXPECT_THAT(Records("\n\r\n\n"), IsEmpty());
}

TEST(CsvReader, KeepsQuotedDelimitersQuotesAndBlanks) {
  EXPECT_THAT(Records("\"a,b\",\"say \"\"hi\"\"\",\" c \"\n"),
              ElementsAre("1: a,b|say \"hi\"| c "));
}

TEST(CsvReader, TellsTheLineOnWhichARecordBegins) {
  EXPECT_THAT(Records("a,b\n1,\"x\ny\r\nz\"\n\n2,w\n"),
              ElementsAre("1: a|b", "2: 1|x\ny\r\nz", "6: 2|w"));
}

TEST(CsvReader, TakesAnotherDelimiter) {
  EXPECT_THAT(Records("a\tb\n1,5\t2\n", '\t'), ElementsAre("1: a|b", "2: 1,5|2"));
}

TEST(CsvReader, KeepsRaggedRecordsAsTheyAre) {
  EXPECT_THAT(Records("a,b\n1\n1,2,3\n"), ElementsAre("1: a|b", "2: 1", "3: 1|2|3"));
}

TEST(CsvReader, SpoilsOneRecordForAMisplacedQuote) {
  EXPECT_THAT(
      Records("a,b\n1,5\" nails,x\n2,ok\n"),
      ElementsAre("1: a|b", HasSubstr("2: 1|5\" nails,x!1 has a quotation mark"), "3: 2|ok"));
  EXPECT_THAT(Records("1,\"x\"y\n2,ok\n"), ElementsAre(HasSubstr("1: 1|\"x\"y!1"), "2: 2|ok"));
}

TEST(CsvReader, NamesTheLineOfAQuoteThatIsNeverClosed) {
  EXPECT_THAT(Records("a,b\n1,\"x\n2,y\n"), ElementsAre("1: a|b", HasSubstr("never closed")));
  EXPECT_THAT(Records("a,b\n1,\"x\n2,y\n").back(), HasSubstr("2: 1|"));
}

TEST(CsvReader, SpoilsARecordWithAHugeField) {
  const std::string most(kCsvFieldBytesMax, 'x');
  EXPECT_THAT(Records(absl::StrCat("1,", most, "\n"), ',', 9999),
              ElementsAre(absl::StrCat("1: 1|", most)));
  EXPECT_THAT(Records(absl::StrCat("1,x", most, "\n2,y\n"), ',', 9999),
              ElementsAre(HasSubstr("!1 is longer than 64 KiB"), "2: 2|y"));
}

TEST(CsvReader, StopsAtARecordWithoutEnd) {
  const std::string text = absl::StrCat("a\n\"", std::string(kCsvRecordBytesMax, '\n'), "\"\n");
  EXPECT_THAT(Records(text, ',', 99'999),
              ElementsAre("1: a", HasSubstr("line 2: the record that begins here is longer")));
}

}  // namespace
}  // namespace throughgate::cli
