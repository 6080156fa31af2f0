#include "services/import/reference_import.h"

#include <gmock/gmock.h>

#include "absl/strings/substitute.h"
#include "services/edge/errors.h"
#include "services/import/import_harness_for_test.h"
#include "services/import/reference_version.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

using testing::SizeIs;

// Occupations [first, last], each of about `bytes`.
v1::ImportTaxonomyRequest Occupations(const std::string& name, int first, int last,
                                      std::size_t bytes = 0) {
  v1::ImportTaxonomyRequest request;
  request.set_taxonomy(name);
  for (int i = first; i <= last; ++i) {
    v1::Concept& occupation = *request.add_concepts();
    occupation.set_code(absl::Substitute("occupation/$0", i));
    occupation.set_kind(v1::CONCEPT_KIND_OCCUPATION);
    occupation.set_label("occupation");
    for (std::size_t left = bytes; left > 500; left -= 500) {
      occupation.add_other_labels(std::string(500, 'x'));
    }
  }
  return request;
}

class ReferenceImportTest : public ImportHarness {
 protected:
  std::string Refused(const std::string& request) {
    const auto result = SendTaxonomy({Proto<v1::ImportTaxonomyRequest>(request)});
    const auto violations = FieldViolationsOf(result.status());
    return violations.empty() ? result.status().ToString() : violations.front().field;
  }
  std::string RefusedDistrict(const std::string& fields) {
    const auto result = SendGazetteer({Proto<v1::ImportGazetteerRequest>(
        "gazetteer: 'g' districts { code: 'M13' latitude: 53.4 longitude: -2.2 " + fields + " }")});
    const auto violations = FieldViolationsOf(result.status());
    return violations.empty() ? "" : violations.front().field;
  }
  std::size_t Chunks() { return store.All(format::kTaxonomiesPrefix).size() - (in_use() ? 1 : 0); }
  bool in_use() { return store.Get(format::TaxonomyManifestKey(), 0)->has_value(); }
};

TEST_F(ReferenceImportTest, CountsWhatItLoads) {
  const auto response = SendTaxonomy({Proto<v1::ImportTaxonomyRequest>(R"pb(
    taxonomy: "t-1"
    attribution: "Thanks."
    concepts {
      code: "occupation/a"
      kind: CONCEPT_KIND_OCCUPATION
      label: "a"
      broader: "isco/1"
      essential_skills: "skill/s"
      optional_skills: "skill/nowhere"
    }
    concepts { code: "isco/1" kind: CONCEPT_KIND_OCCUPATION_GROUP label: "g" }
    concepts { code: "skill/s" kind: CONCEPT_KIND_SKILL label: "s" broader: "skill/gone" }
  )pb")});
  ASSERT_OK(response);
  EXPECT_EQ(response->occupations(), 1);
  EXPECT_EQ(response->skills(), 1);
  EXPECT_EQ(response->dangling_references(), 2);
  EXPECT_EQ(Latest()->taxonomy->id(), "t-1");
  EXPECT_EQ(Latest()->taxonomy->attribution(), "Thanks.");
}

TEST_F(ReferenceImportTest, ManyMessagesMakeManyChunksOfBoundedSize) {
  ASSERT_OK(SendTaxonomy({Occupations("t", 1, 100, 9'000), Occupations("", 101, 200, 9'000)}));
  EXPECT_EQ(Latest()->taxonomy->occupation_count(), 200u);
  EXPECT_GE(Chunks(), 7u);
  for (const storage::Record& record : store.All(format::kTaxonomiesPrefix)) {
    EXPECT_LE(record.value.size(), std::size_t{256} << 10);
  }
}

TEST_F(ReferenceImportTest, TheOldOneStaysUntilTheNewOneIsWhole) {
  ASSERT_OK(SendTaxonomy({Occupations("old", 1, 3)}));
  auto broken = Occupations("new", 1, 900, 9'000);
  broken.mutable_concepts(899)->set_label("");
  EXPECT_FALSE(SendTaxonomy({Occupations("new", 1000, 1099, 9'000), broken}).ok());
  EXPECT_GT(Chunks(), 1u);  // what the failed import has left behind
  EXPECT_EQ(Latest()->taxonomy->id(), "old");
  ASSERT_OK(SendTaxonomy({Occupations("new", 1, 5)}));
  EXPECT_EQ(Latest()->taxonomy->id(), "new");
  EXPECT_EQ(Chunks(), 1u);
}

TEST_F(ReferenceImportTest, EveryInstantShowsOneOrTheOther) {
  ASSERT_OK(SendTaxonomy({Occupations("old", 1, 100, 9'000)}));
  store.before_commit = [&] {
    const auto reopened = storage::CatalogueFeed::Open(store, [](const std::string&) {});
    EXPECT_OK(reopened);
    const matcher::Taxonomy& seen = *(*reopened)->Latest()->taxonomy;
    EXPECT_TRUE((seen.id() == "old" && seen.occupation_count() == 100) ||
                (seen.id() == "new" && seen.occupation_count() == 50));
    return absl::OkStatus();
  };
  ASSERT_OK(SendTaxonomy({Occupations("new", 1, 50, 9'000)}));
}

TEST_F(ReferenceImportTest, ACallerWhoGoesAwayChangesNothing) {
  ASSERT_OK(SendTaxonomy({Occupations("old", 1, 3)}));
  is_over = [] { return true; };
  EXPECT_THAT(SendTaxonomy({Occupations("new", 1, 2)}), StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(Latest()->taxonomy->id(), "old");
}

TEST_F(ReferenceImportTest, ACallerWhoGoesAwayAtTheEndChangesNothing) {
  ASSERT_OK(SendTaxonomy({Occupations("old", 1, 3)}));
  store.commits = 0;
  is_over = [&] { return store.commits == 1; };  // the only chunk is written
  EXPECT_THAT(SendTaxonomy({Occupations("new", 1, 2)}), StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(Latest()->taxonomy->id(), "old");
}

// The second begins and ends while the first is about to put its version in use.
TEST_F(ReferenceImportTest, OfTwoAtOnceOneFails) {
  for (const bool with_old : {true, false}) {
    if (with_old) {
      ASSERT_OK(SendTaxonomy({Occupations("old", 1, 3)}));
    }
    int commits = 0;
    store.before_commit = [&] {
      if (++commits != 2) return absl::OkStatus();
      return SendTaxonomy({Occupations("second", 1, 7)}).status();
    };
    const auto first = SendTaxonomy({Occupations("first", 1, 2)});
    EXPECT_EQ(ReasonOf(first.status()), v1::ERROR_REASON_WRITE_CONFLICT);
    EXPECT_EQ(Latest()->taxonomy->id(), "second");
    EXPECT_EQ(Latest()->taxonomy->occupation_count(), 7u);
    store.before_commit = [] { return absl::OkStatus(); };
  }
}

// The second begins, which deletes what the first has written, and then fails.
TEST_F(ReferenceImportTest, AVersionWhoseChunksAreGoneIsNeverUsed) {
  ASSERT_OK(SendTaxonomy({Occupations("old", 1, 3)}));
  int commits = 0;
  store.before_commit = [&] {
    if (++commits == 2) {
      EXPECT_FALSE(SendTaxonomy({Occupations("second", 2, 1)}).ok());
    }
    return absl::OkStatus();
  };
  const auto first = SendTaxonomy({Occupations("first", 1, 2)});
  EXPECT_EQ(ReasonOf(first.status()), v1::ERROR_REASON_WRITE_CONFLICT);
  EXPECT_EQ(Latest()->taxonomy->id(), "old");
}

// Two versions, step by step: the second has listed the chunks of the first when that comes into
// use.
TEST_F(ReferenceImportTest, TheChunksOfAVersionInUseAreNeverDeleted) {
  ASSERT_OK_AND_ASSIGN(auto first, ReferenceVersion::Begin(store, kTaxonomyPlace));
  const std::string chunk = first.next_key();
  ASSERT_OK(first.Write(format::Encode(chunk, format::TaxonomyChunk())));
  bool once = false;
  store.before_commit = [&] {
    if (std::exchange(once, true)) return absl::OkStatus();
    const format::TaxonomyManifest manifest{first.name(), "first", "", 1};
    return first.Use(format::Encode(format::TaxonomyManifestKey(), manifest)).status();
  };
  EXPECT_THAT(ReferenceVersion::Begin(store, kTaxonomyPlace), StatusIs(absl::StatusCode::kAborted));
  EXPECT_TRUE(store.Get(chunk, 0)->has_value());
}

TEST_F(ReferenceImportTest, RefusesConceptsThatAreNone) {
  const auto with = [&](const std::string& fields) {
    return Refused(
        "taxonomy: 't' concepts { code: 'a' kind: CONCEPT_KIND_OCCUPATION label: 'l' } "
        "concepts { code: 'b' kind: CONCEPT_KIND_SKILL label: 'l' " +
        fields + " }");
  };
  EXPECT_EQ(with("code: 'a b'"), "concepts[1].code");
  EXPECT_EQ(with("code: 'a'"), "concepts[1].code");
  EXPECT_EQ(with("kind: CONCEPT_KIND_UNSPECIFIED"), "concepts[1].kind");
  EXPECT_EQ(with("label: ' '"), "concepts[1].label");
  EXPECT_EQ(with("other_labels: ''"), "concepts[1].other_labels[0]");
  EXPECT_EQ(with("broader: '_'"), "concepts[1].broader[0]");
  EXPECT_EQ(with("essential_skills: 's'"), "concepts[1].kind");
  EXPECT_EQ(Refused("taxonomy: 'a b'"), "taxonomy");
  EXPECT_EQ(Refused("taxonomy: 't'"), "concepts");
  EXPECT_FALSE(in_use());
}

TEST_F(ReferenceImportTest, CountsItemsOverTheWholeStream) {
  auto broken = Occupations("", 1'001, 1'500);
  broken.mutable_concepts(399)->set_label("");
  const auto taxonomy = SendTaxonomy({Occupations("t", 1, 1'000), broken});
  ASSERT_THAT(FieldViolationsOf(taxonomy.status()), SizeIs(1));
  EXPECT_EQ(FieldViolationsOf(taxonomy.status())[0].field, "concepts[1399].label");
  const std::string m13 = "districts { code: 'M13' latitude: 53.4 longitude: -2.2 }";
  const auto gazetteer = SendGazetteer({Proto<v1::ImportGazetteerRequest>("gazetteer: 'g' " + m13),
                                        Proto<v1::ImportGazetteerRequest>(m13)});
  ASSERT_THAT(FieldViolationsOf(gazetteer.status()), SizeIs(1));
  EXPECT_EQ(FieldViolationsOf(gazetteer.status())[0].field, "districts[1].code");
}

TEST_F(ReferenceImportTest, RefusesDistrictsThatAreNone) {
  EXPECT_EQ(RefusedDistrict("code: 'M13 9PL'"), "districts[0].code");
  EXPECT_EQ(RefusedDistrict("code: '13'"), "districts[0].code");
  EXPECT_EQ(RefusedDistrict("latitude: 40"), "districts[0].latitude");
  EXPECT_EQ(RefusedDistrict("uncertainty_m: -1"), "districts[0].uncertainty_m");
  for (const char* code : {"m13", "EC1A", "W1T", "B1", "SW19"}) {
    EXPECT_EQ(RefusedDistrict(absl::Substitute("code: '$0'", code)), "") << code;
  }
}

TEST_F(ReferenceImportTest, TakesAThousandItemsAMessage) {
  EXPECT_OK(SendTaxonomy({Occupations("t", 1, 1000)}));
  EXPECT_EQ(FieldViolationsOf(SendTaxonomy({Occupations("t", 1, 1001)}).status())[0].field,
            "concepts");
}

}  // namespace
}  // namespace throughgate::services
