// The readers on real files, which are not part of the project: THROUGHGATE_DATA names their
// folder. Without it these tests skip.
#include <gtest/gtest.h>

#include <map>

#include "services/cli/reference/esco.h"
#include "services/cli/rows/row_file.h"
#include "services/cli/testing/test_files.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::cli {
namespace {

#define SKIP_WITHOUT(path) \
  if ((path).empty()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA"

TEST(RealData, EveryAdvertIsReadOrHasAReason) {
  const std::string path = RealData("vacancies/uk_vacancies_2013.csv.gz");
  SKIP_WITHOUT(path);
  CsvOptions options;
  options.columns = AdvertColumns();
  options.declared = *LoadColumnMap(THROUGHGATE_COLUMNS "/uk-adverts.json");
  const auto file = OpenRowFile(path, options);
  ASSERT_TRUE(file.ok()) << file.status();
  SourceRow row;
  v1::ImportVacanciesRow message;
  std::map<std::string, int> faults;
  for (; *file->source->Next(row, message); message.Clear()) {
    if (row.fault) ++faults[row.fault->field + " " + row.fault->reason];
  }
  EXPECT_EQ(row.number, 72'908);
  // One employer's name begins with an at sign.
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults.begin()->first.substr(0, 35), "company begins like a spreadsheet f");
  EXPECT_EQ(faults.begin()->second, 1);
}

TEST(RealData, EscoHasItsCounts) {
  const std::string language = RealData("esco/esco_v1.1.1_en.zip");
  SKIP_WITHOUT(language);
  const auto taxonomy = ReadEsco({RealData("esco/esco_v1.1.1_relations.zip"), language});
  ASSERT_TRUE(taxonomy.ok()) << taxonomy.status();
  std::map<v1::ConceptKind, int> kinds;
  int skills_of_occupations = 0;
  for (const v1::Concept& item : taxonomy->concepts) {
    ++kinds[item.kind()];
    skills_of_occupations += item.essential_skills_size() + item.optional_skills_size();
    EXPECT_LT(item.code().size(), 100u);
    EXPECT_FALSE(item.label().empty());
  }
  EXPECT_EQ(kinds[v1::CONCEPT_KIND_OCCUPATION], 3007);
  EXPECT_EQ(kinds[v1::CONCEPT_KIND_SKILL], 13'896);
  EXPECT_EQ(kinds[v1::CONCEPT_KIND_OCCUPATION_GROUP], 619);
  EXPECT_EQ(kinds[v1::CONCEPT_KIND_SKILL_GROUP], 640);
  EXPECT_EQ(skills_of_occupations, 123'855 - 67);
  // Besides those 67, one relation to a broader occupation and seven to broader skills.
  EXPECT_EQ(taxonomy->dangling_relations, 67 + 1 + 7);
}

TEST(RealData, EveryOutcodeIsRead) {
  const std::string path = RealData("geo/uk_outcodes.csv");
  SKIP_WITHOUT(path);
  CsvOptions options;
  options.columns = DistrictColumns();
  const auto file = OpenRowFile(path, options);
  ASSERT_TRUE(file.ok()) << file.status();
  SourceRow row;
  v1::District district;
  std::map<std::string, v1::District> districts;
  for (; *file->source->Next(row, district); district.Clear()) {
    EXPECT_FALSE(row.fault) << row.line << " " << row.fault->reason;
    districts[district.code()] = district;
  }
  EXPECT_EQ(districts.size(), 2856u);
  EXPECT_EQ(districts["M13"].town(), "Manchester");
  EXPECT_NEAR(districts["M13"].latitude(), 53.46, 0.02);
  EXPECT_FALSE(districts["M13"].wider_region().empty());
}

}  // namespace
}  // namespace throughgate::cli
