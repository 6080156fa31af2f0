#include "services/cli/rows/csv_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/test_files.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kHeader[] =
    "external_id,title,location,latitude,longitude,pounds_per_year,closes_on\n";

CsvOptions Adverts() {
  CsvOptions options;
  options.columns = AdvertColumns();
  return options;
}

struct Read {
  SourceRow row;
  v1::Advert advert;
  std::string reject;  // as the rejects file would have it
};

// Every row of a table.
std::vector<Read> ReadAll(const std::string& text, const CsvOptions& options = Adverts()) {
  TextStream stream(text, 1000);
  const auto source = CsvSource::Open(stream, options);
  EXPECT_TRUE(source.ok()) << source.status();
  std::vector<Read> all;
  while (true) {
    Read read;
    v1::ImportVacanciesRow message;
    if (!*(*source)->Next(read.row, message)) return all;
    read.advert = message.advert();
    if (read.row.fault) read.reject = (*source)->RejectedRow(read.row, *read.row.fault);
    all.push_back(read);
  }
}

// The fault of the only row below kHeader: "field: reason".
std::string FaultOf(const std::string& line) {
  const std::vector<Read> all = ReadAll(absl::StrCat(kHeader, line, "\n"));
  if (all.size() != 1) return absl::StrCat(all.size(), " rows");
  const auto& fault = all.front().row.fault;
  return fault ? absl::StrCat(fault->field, ": ", fault->reason) : "none";
}

std::string OpenError(const std::string& text) {
  TextStream stream(text);
  return std::string(CsvSource::Open(stream, Adverts()).status().message());
}

TEST(CsvSource, GivesEveryRowWithAPositionTheUncertaintyThatIsDeclared) {
  CsvOptions options = Adverts();
  for (const char* field : {"external_id", "title", "latitude", "longitude"}) {
    options.declared[field] = field;
  }
  options.declared["uncertainty_m"] = CellSource("", "15000");
  const auto all =
      ReadAll(absl::StrCat(kHeader, "a1,Cook,Leeds,53.8,-1.55,,\na2,Baker,York,,,,\n"), options);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].advert.position().uncertainty_m(), 15'000);
  EXPECT_FALSE(all[1].row.fault.has_value());
  EXPECT_FALSE(all[1].advert.has_position());
}

TEST(CsvSource, FillsTheFieldsOfAnAdvert) {
  const auto all = ReadAll(absl::StrCat(
      kHeader, "a1,Cook,Leeds,53.8,-1.55,\" 21500.75 \",2026-03-31\na2,Baker,York,,,,\n"));
  ASSERT_EQ(all.size(), 2u);
  const v1::Advert& advert = all[0].advert;
  EXPECT_EQ(advert.external_id(), "a1");
  EXPECT_EQ(advert.title(), "Cook");
  EXPECT_EQ(advert.position().longitude(), -1.55);
  EXPECT_EQ(advert.pounds_per_year(), 21500);
  EXPECT_EQ(advert.closes_on().day(), 31);
  EXPECT_FALSE(all[1].advert.has_position());
  EXPECT_EQ(all[1].row.number, 2);
  EXPECT_EQ(all[1].row.line, 3);
}

TEST(CsvSource, RefusesWhatDoesNotFitItsColumn) {
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,53.8,-1.55,20000,2026-03-31"), "none");
  EXPECT_EQ(FaultOf("a1,,Leeds,,,,"), "title: is empty");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,north,-1.5,,"), "latitude: is not a number");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,inf,-1.5,,"), "latitude: is not a number");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,,,9999999999,"), "pounds_per_year: is too large a number");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,,,,31/03/2026"),
            "closes_on: is not a day of the form YYYY-MM-DD");
}

// Half a position would be read as a place on the meridian or the equator.
TEST(CsvSource, RefusesHalfAPosition) {
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,53.8,,,"), "latitude: needs a longitude");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,,-1.55,,"), "longitude: needs a latitude");
}

TEST(CsvSource, RefusesFormulasInTextAlone) {
  for (const char* cell : {"=1+1", "+44", "-2", "@SUM(A1)", "\"\t=1\"", "\"\r=1\""}) {
    EXPECT_THAT(FaultOf(absl::StrCat("a1,", cell, ",Leeds,,,,")), HasSubstr("formula")) << cell;
  }
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,+53.8,-1.55,,"), "none");
}

TEST(CsvSource, RefusesRaggedRows) {
  EXPECT_EQ(FaultOf("a1,Cook"), ": has 2 cells where the headers are 7");
  EXPECT_EQ(FaultOf("a1,Cook,Leeds,,,,,x"), ": has 8 cells where the headers are 7");
}

TEST(CsvSource, NamesColumnAndByteOfBadText) {
  EXPECT_EQ(FaultOf("a1,Caf\xE9,Leeds,,,,"),
            "title: is not UTF-8 at byte 4 of the cell; is it of another --encoding?");
  CsvOptions options = Adverts();
  options.encoding = TextEncoding::kWindows1252;
  const auto all = ReadAll("external_id,title\na1,Caf\xE9\na2,x\x81\n", options);
  EXPECT_EQ(all[0].advert.title(), "Caf\xC3\xA9");
  EXPECT_EQ(all[1].row.fault->reason,
            "is not Windows-1252 at byte 2 of the cell; is it of another --encoding?");
}

TEST(CsvSource, NamesTheColumnOfAMisplacedQuote) {
  EXPECT_THAT(FaultOf("a1,5\" nails,Leeds,,,,"), HasSubstr("title: has a quotation mark"));
}

TEST(CsvSource, WantsAHeader) {
  EXPECT_THAT(OpenError(""), HasSubstr("empty"));
  EXPECT_THAT(OpenError("external_id,ti\"tle\n"),
              HasSubstr("row of headers, column 2, has a quot"));
  EXPECT_TRUE(ReadAll("external_id,title\n").empty());
}

TEST(CsvSource, RejectsCarryEveryColumnAndTheReason) {
  const auto all = ReadAll("external_id,title,note\nx1,,\"a\nb\"\nx2,=1,n,surplus\n");
  EXPECT_EQ(all[0].reject, "\"x1\",\"\",\"a\nb\",\"2\",\"title\",\"is empty\"\n");
  EXPECT_THAT(all[1].reject, AllOf(HasSubstr("\"'=1\",\"n,surplus\",\"4\",\"\",")));
}

TEST(CsvSource, ReadsAMendedFileOfRejects) {
  const std::string rejects = "external_id,title,line,field,reason\nx1,Cook,7,title,is empty\n";
  const auto all = ReadAll(rejects);
  EXPECT_EQ(all[0].advert.title(), "Cook");
  TextStream stream(rejects);
  EXPECT_EQ((*CsvSource::Open(stream, Adverts()))->RejectsHeader(),
            "\"external_id\",\"title\",\"line\",\"field\",\"reason\"\n");
}

TEST(CsvSource, RejectsReadBackAsTheyWere) {
  TextStream stream("external_id,title\n\"a \"\"1\"\"\",\n\"b,\n2\",\n");
  const auto source = *CsvSource::Open(stream, Adverts());
  std::string rejects = source->RejectsHeader();
  SourceRow row;
  v1::ImportVacanciesRow message;
  std::vector<std::vector<std::string>> originals;
  while (*source->Next(row, message)) {
    originals.push_back(row.original);
    rejects += source->RejectedRow(row, *row.fault);
  }
  std::vector<std::vector<std::string>> read;
  for (const Read& again : ReadAll(rejects)) {
    read.push_back({again.row.original[0], again.row.original[1]});
  }
  EXPECT_EQ(read, originals);
}

}  // namespace
}  // namespace throughgate::cli
