#include "services/import/real_data_for_test.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "services/cli/reference/esco.h"
#include "services/cli/rows/row_file.h"
#include "services/cli/testing/test_files.h"
#include "services/convert/reference.h"

namespace throughgate::services {

using cli::RealData;

bool HasRealData() { return !RealData("esco/esco_v1.1.1_en.zip").empty(); }

std::shared_ptr<const matcher::Taxonomy> Esco() {
  Violations violations;
  std::vector<matcher::Concept> concepts;
  const auto esco = cli::ReadEsco(
      {RealData("esco/esco_v1.1.1_en.zip"), RealData("esco/esco_v1.1.1_relations.zip")});
  for (const v1::Concept& item : esco->concepts) {
    concepts.push_back(ReadConcept(item, Field(violations, item.code())));
  }
  EXPECT_TRUE(violations.empty()) << violations.status();
  return matcher::Taxonomy::Build("esco", "", std::move(concepts));
}

std::vector<matcher::District> Outcodes() {
  cli::CsvOptions options;
  options.columns = cli::DistrictColumns();
  const auto file = cli::OpenRowFile(RealData("geo/uk_outcodes.csv"), options);
  Violations violations;
  std::vector<matcher::District> districts;
  cli::SourceRow row;
  for (v1::District wire; *file->source->Next(row, wire); wire.Clear()) {
    districts.push_back(ReadDistrict(wire, Field(violations, wire.code())));
  }
  EXPECT_TRUE(violations.empty()) << violations.status();
  return districts;
}

void ForEachRealAdvert(absl::FunctionRef<void(const Advert&)> visit) {
  cli::CsvOptions options;
  options.columns = cli::AdvertColumns();
  options.declared = *cli::LoadColumnMap(THROUGHGATE_COLUMNS "/uk-adverts.json");
  const auto file = cli::OpenRowFile(RealData("vacancies/uk_vacancies_2013.csv.gz"), options);
  cli::SourceRow row;
  for (v1::ImportVacanciesRow wire; *file->source->Next(row, wire); wire.Clear()) {
    if (row.fault) continue;
    Violations violations;
    const Advert advert = ReadAdvert(wire.advert(), kRealFeed, Field(violations, "advert"));
    EXPECT_TRUE(violations.empty()) << row.number << " " << violations.status();
    visit(advert);
  }
}

}  // namespace throughgate::services
