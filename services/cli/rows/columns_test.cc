#include "services/cli/rows/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/cli/testing/test_files.h"
#include "throughgate/v1/reference_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::vector<std::string> kHeader = {"id",      "title",    "location",
                                          "company", "latitude", "longitude"};

std::string BindError(const ColumnMap& declared, const std::vector<std::string>& header) {
  return std::string(BindColumns(AdvertColumns(), declared, header).status().message());
}

// "field=index …" in the order of the fields' names.
std::string Bound(absl::Span<const Column> columns, const ColumnMap& declared,
                  const std::vector<std::string>& header) {
  const std::vector<BoundColumn> columns_found = *BindColumns(columns, declared, header);
  std::string text;
  for (const BoundColumn& bound : columns_found) {
    text += std::string(bound.column->field) + "=" + std::to_string(bound.index) + " ";
  }
  return text;
}

TEST(Columns, NameFieldsOfTheContract) {
  const auto exists = [](const google::protobuf::Descriptor* type, std::string path) {
    for (std::size_t dot; (dot = path.find('.')) != std::string::npos; path.erase(0, dot + 1)) {
      const auto* field = type->FindFieldByName(path.substr(0, dot));
      if (field == nullptr) return false;
      type = field->message_type();
    }
    return type->FindFieldByName(path) != nullptr;
  };
  for (const Column& column : AdvertColumns()) {
    EXPECT_TRUE(exists(v1::ImportVacanciesRow::descriptor(), std::string(column.path)))
        << column.path;
  }
  for (const Column& column : DistrictColumns()) {
    EXPECT_TRUE(exists(v1::District::descriptor(), std::string(column.path))) << column.path;
  }
}

TEST(BindColumns, FindsDeclaredHeaders) {
  EXPECT_EQ(Bound(AdvertColumns(),
                  {{"external_id", "id"}, {"title", "title"}, {"employer", "company"}}, kHeader),
            "employer=3 external_id=0 title=1 ");
}

TEST(BindColumns, FindsUsualHeadersWhenNothingIsDeclared) {
  EXPECT_EQ(Bound(DistrictColumns(), {},
                  {"postcode", "latitude", "longitude", "town", "region", "uk_region"}),
            "code=0 latitude=1 longitude=2 region=4 town=3 wider_region=5 ");
}

TEST(BindColumns, RefusesUnknownFieldsAndMissingHeaders) {
  EXPECT_THAT(BindError({{"salary", "title"}}, kHeader),
              AllOf(HasSubstr("no field 'salary'"), HasSubstr("pounds_per_year")));
  EXPECT_THAT(BindError({{"title", "Job"}}, kHeader),
              AllOf(HasSubstr("no column 'Job' for title"), HasSubstr("id, title, location")));
  EXPECT_THAT(BindError({{"title", "title"}}, {"id", "title", "title"}),
              HasSubstr("more than one column 'title'"));
}

TEST(BindColumns, WantsWhatARecordCannotDoWithout) {
  EXPECT_THAT(BindError({{"title", "title"}}, kHeader),
              HasSubstr("no column is declared for external_id"));
  EXPECT_THAT(
      BindError({{"external_id", "id"}, {"title", "title"}, {"latitude", "latitude"}}, kHeader),
      HasSubstr("latitude needs one for longitude"));
  EXPECT_THAT(BindError({}, {"id;title"}), HasSubstr("--delimiter ';' parts it"));
  EXPECT_THAT(BindError({}, {"id\ttitle"}), HasSubstr("--delimiter tab parts it"));
}

TEST(LoadColumnMap, ReadsAnObjectOfTexts) {
  const TempFolder folder;
  EXPECT_EQ(*LoadColumnMap(folder.Write("map.json", R"({"title": "Job", "employer": "Firm"})")),
            (ColumnMap{{"employer", "Firm"}, {"title", "Job"}}));
  for (const char* bad : {"", "[]", "{\"title\": true}", "{\"title\"", "7"}) {
    EXPECT_FALSE(LoadColumnMap(folder.Write("bad.json", bad)).ok()) << bad;
  }
  EXPECT_TRUE(absl::IsNotFound(LoadColumnMap("/nowhere.json").status()));
}

TEST(LoadColumnMap, TakesANumberAsTheValueOfEveryRow) {
  const TempFolder folder;
  EXPECT_EQ(*LoadColumnMap(folder.Write("map.json", R"({"title": "Job", "uncertainty_m": 15000})")),
            (ColumnMap{{"title", "Job"}, {"uncertainty_m", CellSource("", "15000")}}));
}

TEST(AddColumn, GoesOverWhatTheMapSays) {
  ColumnMap map = {{"title", "Job"}};
  EXPECT_TRUE(AddColumn("title=Post=Title", map).ok());
  EXPECT_EQ(map, (ColumnMap{{"title", "Post=Title"}}));
  ASSERT_TRUE(AddColumn("uncertainty_m:=15000", map).ok());
  EXPECT_EQ(map["uncertainty_m"], CellSource("", "15000"));
  for (const char* bad : {"", "title", "=x", "title=", ":=1", "title:="}) {
    EXPECT_FALSE(AddColumn(bad, map).ok()) << bad;
  }
}

}  // namespace
}  // namespace throughgate::cli
