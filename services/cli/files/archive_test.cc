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

// A text that does not pack to almost nothing.
std::string Uneven() {
  std::string text;
  for (int i = 0; i < 2'000; ++i) absl::StrAppend(&text, i * 7919 % 65'537, ",");
  return text;
}

TEST(Archive, RefusesAGzipOfWhichAByteIsMissing) {
  const TempFolder folder;
  const std::string whole = ReadFile(folder.WriteGzip("a.csv.gz", Uneven()));
  for (std::size_t missing = 1; missing < whole.size() - 2; missing += missing < 20 ? 1 : 97) {
    const std::string path = folder.Write("a.csv.gz", whole.substr(0, whole.size() - missing));
    EXPECT_TRUE(absl::IsDataLoss(ReadAll(path).status())) << missing;
    EXPECT_THAT(ErrorOf(path), HasSubstr("cut off"));
  }
}

TEST(Archive, RefusesAGzipOfWhichAByteIsNotAsItWasPacked) {
  const TempFolder folder;
  const std::string whole = ReadFile(folder.WriteGzip("a.csv.gz", Uneven()));
  constexpr std::size_t kHeaderBytes = 10;  // its time and system say nothing of the text
  constexpr std::size_t kTrailerBytes = 8;
  const auto refuses = [&](std::size_t at) {
    std::string changed = whole;
    changed[at] ^= 0x10;
    return absl::IsDataLoss(ReadAll(folder.Write("a.csv.gz", changed)).status());
  };
  for (std::size_t at = kHeaderBytes; at < whole.size(); at += 13) EXPECT_TRUE(refuses(at)) << at;
  for (std::size_t back = 1; back <= kTrailerBytes; ++back) {
    EXPECT_TRUE(refuses(whole.size() - back)) << "the checksum and the length";
  }
}

TEST(Archive, TakesSeveralGzipsInOneAndPaddingButNothingElseBehindThem) {
  const TempFolder folder;
  const std::string first = ReadFile(folder.WriteGzip("a.gz", "id\n1\n"));
  const std::string second = ReadFile(folder.WriteGzip("b.gz", "2\n"));
  EXPECT_EQ(*ReadAll(folder.Write("c.csv.gz", first + second)), "id\n1\n2\n");
  EXPECT_EQ(*ReadAll(folder.Write("d.csv.gz", first + std::string(512, '\0'))), "id\n1\n");
  EXPECT_THAT(ErrorOf(folder.Write("e.csv.gz", first + "rubbish")), HasSubstr("behind its end"));
  EXPECT_THAT(ErrorOf(folder.Write("f.csv.gz", first + second.substr(0, 12))),
              HasSubstr("cut off"));
}

TEST(Archive, RefusesAZipThatIsNotAsItWasPacked) {
  const TempFolder folder;
  const std::string whole = ReadFile(folder.WriteZip("a.zip", {{"a.csv", Uneven()}}));
  const std::size_t packed = whole.find("a.csv") + 40;
  for (const std::size_t at : {packed, whole.size() / 3, whole.size() / 2}) {
    std::string changed = whole;
    changed[at] ^= 0x10;
    const std::string path = folder.Write("a.zip", changed);
    EXPECT_TRUE(absl::IsDataLoss(ReadAll(path).status())) << at;
    EXPECT_THAT(ErrorOf(path), HasSubstr("the zip file is damaged"));
  }
  for (const std::size_t size : {whole.size() / 4, whole.size() / 2, whole.size() * 9 / 10}) {
    EXPECT_FALSE(ReadAll(folder.Write("a.zip", whole.substr(0, size))).ok()) << size;
  }
}

TEST(Archive, KnowsBeforeAnythingIsUsedWhetherAllOfItIsWhole) {
  const TempFolder folder;
  const std::string gzip = folder.WriteGzip("a.csv.gz", Uneven());
  const std::string zip = folder.WriteZip("a.zip", {{"a.csv", "id\n"}, {"b.csv", Uneven()}});
  EXPECT_TRUE(Archive::CheckWhole(gzip).ok());
  EXPECT_TRUE(Archive::CheckWhole(zip).ok());
  EXPECT_TRUE(Archive::CheckWhole(folder.Write("a.csv", "id\n")).ok());
  for (const std::string& path : {gzip, zip}) {
    std::string bytes = ReadFile(path);
    bytes[bytes.size() / 2] ^= 0x10;
    EXPECT_TRUE(absl::IsDataLoss(Archive::CheckWhole(folder.Write("b", bytes)))) << path;
  }
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
  for (const absl::string_view utf16 :
       {absl::string_view("\xFF\xFEi\x01"), absl::string_view("\xFE\xFF\0{", 4),
        absl::string_view("{\0\"\0t\0", 6), absl::string_view("\0{\0\"\0t", 6)}) {
    EXPECT_THAT(ErrorOf(folder.Write("zones.geojson", utf16)),
                HasSubstr("this is UTF-16 text: save it again in UTF-8"));
  }
  EXPECT_THAT(ErrorOf(folder.Write("jobs.bin", absl::string_view("ab\0cd", 5))),
              HasSubstr("binary"));
}

}  // namespace
}  // namespace throughgate::cli
