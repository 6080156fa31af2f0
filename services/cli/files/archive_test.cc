#include "services/cli/files/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

// Everything in the only text of a file, or what went wrong.
absl::StatusOr<std::string> ReadAll(const std::string& path) {
  const auto archive = OpenSingleText(path);
  if (!archive.ok()) return archive.status();
  std::string text;
  while (true) {
    const absl::StatusOr<absl::string_view> bytes = (*archive)->Read();
    if (!bytes.ok()) return bytes.status();
    if (bytes->empty()) return text;
    absl::StrAppend(&text, *bytes);
  }
}

std::string ErrorOf(const std::string& path) {
  return std::string(ReadAll(path).status().message());
}

TEST(Archive, ReadsPlainGzipAndZipAlike) {
  const TempFolder folder;
  const std::string text(300'000, 'x');
  EXPECT_EQ(*ReadAll(folder.Write("a.csv", text)), text);
  EXPECT_EQ(*ReadAll(folder.WriteGzip("a.csv.gz", text)), text);
  EXPECT_EQ(*ReadAll(folder.WriteZip("a.zip", {{"a.csv", text}})), text);
}

TEST(Archive, NamesTheTextInside) {
  const TempFolder folder;
  EXPECT_EQ((*OpenSingleText(folder.WriteGzip("jobs.csv.gz", "a")))->text_name(), "jobs.csv");
  EXPECT_EQ((*OpenSingleText(folder.WriteZip("b.zip", {{"jobs.jsonl", "a"}})))->text_name(),
            "jobs.jsonl");
}

TEST(Archive, DropsTheByteOrderMark) {
  const TempFolder folder;
  EXPECT_EQ(*ReadAll(folder.Write("a.csv", "\xEF\xBB\xBFid\n1\n")), "id\n1\n");
}

TEST(Archive, CountsTheBytesOfTheFileItself) {
  const TempFolder folder;
  const std::string path = folder.WriteGzip("a.csv.gz", std::string(5'000'000, 'x'));
  const auto archive = *OpenSingleText(path);
  EXPECT_EQ(archive->size(), static_cast<std::int64_t>(std::filesystem::file_size(path)));
  while (!archive->Read()->empty()) {
    EXPECT_LE(archive->bytes_done(), archive->size());
  }
  EXPECT_EQ(archive->bytes_done(), archive->size());
}

TEST(Archive, SaysThatAnEmptyFileIsEmpty) {
  const TempFolder folder;
  EXPECT_THAT(ErrorOf(folder.Write("a.csv", "")), HasSubstr("is empty"));
}

TEST(Archive, SaysThatAFileIsNotThere) {
  EXPECT_TRUE(absl::IsNotFound(ReadAll("/nowhere/a.csv").status()));
}

TEST(Archive, RefusesAGzipThatIsCutOff) {
  const TempFolder folder;
  std::string text;
  for (int i = 0; i < 100'000; ++i) absl::StrAppend(&text, i * 7919 % 65'537, ",");
  const std::string path = folder.WriteGzip("a.csv.gz", text);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_TRUE(absl::IsDataLoss(ReadAll(path).status())) << ErrorOf(path);
}

TEST(Archive, RefusesAZipBomb) {
  const TempFolder folder;
  const std::string zeros((std::size_t{65} << 20), ' ');
  EXPECT_THAT(ErrorOf(folder.WriteZip("bomb.zip", {{"a.csv", zeros}})), HasSubstr("zip bomb"));
  EXPECT_THAT(ErrorOf(folder.WriteGzip("bomb.csv.gz", zeros)), HasSubstr("zip bomb"));
}

TEST(Archive, AllowsSmallFilesToExpandFreely) {
  const TempFolder folder;
  const std::string zeros((std::size_t{63} << 20), ' ');
  EXPECT_TRUE(ReadAll(folder.WriteGzip("a.csv.gz", zeros)).ok());
}

TEST(Archive, RefusesArchivesWithinArchives) {
  const TempFolder folder;
  const std::string gzip = ReadFile(folder.WriteGzip("a.csv.gz", "id\n"));
  const std::string zip = ReadFile(folder.WriteZip("a.zip", {{"a.csv", "id\n"}}));
  EXPECT_THAT(ErrorOf(folder.WriteGzip("twice.csv.gz.gz", gzip)), HasSubstr("unpack"));
  EXPECT_THAT(ErrorOf(folder.WriteGzip("zip.gz", zip)), HasSubstr("unpack"));
  EXPECT_THAT(ErrorOf(folder.WriteZip("b.zip", {{"a.csv.gz", gzip}})), HasSubstr("unpack"));
  EXPECT_THAT(ErrorOf(folder.WriteZip("c.zip", {{"a.zip", zip}})), HasSubstr("unpack"));
}

TEST(Archive, WantsOneTextAndNamesThoseItFound) {
  const TempFolder folder;
  EXPECT_THAT(ErrorOf(folder.WriteZip("two.zip", {{"a.csv", "1"}, {"b.csv", "2"}})),
              HasSubstr("a.csv, b.csv"));
  EXPECT_EQ(*ReadAll(folder.WriteZip("mac.zip", {{"a.csv", "1"}, {"__MACOSX/a.csv", "2"}})), "1");
}

TEST(Archive, NamesWhatIsNotText) {
  const TempFolder folder;
  EXPECT_THAT(ErrorOf(folder.WriteZip("jobs.xlsx", {{"[Content_Types].xml", "<x/>"}})),
              HasSubstr("spreadsheet"));
  EXPECT_THAT(ErrorOf(folder.Write("jobs.xls", "\xD0\xCF\x11\xE0rest")), HasSubstr("Excel"));
  EXPECT_THAT(ErrorOf(folder.Write("jobs.pdf", "%PDF-1.7")), HasSubstr("PDF"));
  EXPECT_THAT(ErrorOf(folder.Write("jobs.csv", "\xFF\xFEi\x01")), HasSubstr("UTF-16"));
  EXPECT_THAT(ErrorOf(folder.Write("jobs.bin", absl::string_view("ab\0cd", 5))),
              HasSubstr("binary"));
}

}  // namespace
}  // namespace throughgate::cli
