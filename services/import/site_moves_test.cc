// Sites in imports: who registered them, and how many may move.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "services/edge/edit.h"
#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

using matcher::Site;
using testing::HasSubstr;
using testing::SizeIs;

class SiteMoves : public ImportHarness {
 protected:
  void SetUp() override {
    LoadReferenceData();
    EXPECT_EQ(Import("rows { row: 1 employer { name: 'employers/acme' display_name: 'Acme' } }")
                  .created(),
              1);
  }
  v1::ImportProgress Import(const std::string& rows, const std::string& header = "") {
    const CallResult result =
        Send(ImportEmployers, {Proto<v1::ImportEmployersRequest>(absl::Substitute(
                                   "header { import_id: 'id-$0' $1 }", ++imports_, header)),
                               Proto<v1::ImportEmployersRequest>("batch { " + rows + " }")});
    EXPECT_OK(result.status);
    return result.progress.empty() ? v1::ImportProgress() : result.progress.back();
  }
  // Sites [0, count), so many metres north of where they might be.
  std::string Sites(int count, int north_m) {
    std::string rows;
    for (int i = 0; i < count; ++i) {
      absl::StrAppend(
          &rows, absl::Substitute(
                     "rows { row: $0 site { name: 'employers/acme/sites/s$1' display_name: 'S' "
                     "position { latitude: $2 longitude: -1.5 uncertainty_m: 100 } } } ",
                     i + 1, i, 53.0 + 0.001 * i + north_m / 111'200.0));
    }
    return rows;
  }
  // How many rows were refused because too many had moved.
  int Refused(const v1::ImportProgress& progress) {
    for (const v1::RejectedRow& row : progress.rejected()) {
      EXPECT_EQ(row.field(), "");
      EXPECT_THAT(row.message(), HasSubstr("moves of an employer's sites by imports in 30 days"));
      EXPECT_THAT(row.message(), HasSubstr("frees on 20"));
    }
    return progress.rejected_size();
  }

 private:
  int imports_ = 0;
};

TEST_F(SiteMoves, WhoImportsASiteHasRegisteredIt) {
  Import(Sites(1, 0));
  EXPECT_EQ(Stored<Site>({"acme", "s0"}).terms.registered_by.value, "north-west");
  organisation = "south-east";
  EXPECT_EQ(Import(Sites(1, 0)).unchanged(), 1);
  EXPECT_EQ(Import(Sites(1, 5'000)).updated(), 1);
  EXPECT_EQ(Stored<Site>({"acme", "s0"}).terms.registered_by.value, "north-west");

  Send(ImportVacancies,
       {Proto<v1::ImportVacanciesRequest>("header { feed: 'feed' header { import_id: 'one' } }"),
        Proto<v1::ImportVacanciesRequest>(
            "batch { rows { row: 1 advert { external_id: '1' title: 'Chef' "
            "employer_display_name: 'Acme' location: 'Leeds' } } }")});
  EXPECT_EQ(Stored<Site>({"acme", "leeds"}).terms.registered_by.value, "south-east");
}

TEST_F(SiteMoves, OfAFewSitesThreeMove) {
  EXPECT_EQ(Import(Sites(12, 0)).created(), 12) << "a first place is no move";
  const v1::ImportProgress moved = Import(Sites(12, 5'000));
  EXPECT_EQ(moved.updated(), 3);
  EXPECT_EQ(Refused(moved), 9);
  EXPECT_EQ(moved.rejected(0).row(), 4);

  // Those that were refused stay where they were, and nothing else of the import is lost.
  EXPECT_EQ(Stored<Site>({"acme", "s3"}).terms.place->at.latitude_e7, 530'030'000);
  EXPECT_EQ(Refused(Import(Sites(12, 5'000))), 9);
  now += absl::Hours(24 * 30);
  EXPECT_EQ(Import(Sites(12, 5'000)).updated(), 3);
}

TEST_F(SiteMoves, OfManySitesATenthMoves) {
  EXPECT_EQ(Import(Sites(400, 0)).created(), 400);
  const v1::ImportProgress moved = Import(Sites(400, 5'000));
  EXPECT_EQ(moved.updated(), 40);
  EXPECT_EQ(Refused(moved), 360);
}

TEST_F(SiteMoves, CorrectionsAreAsManyAsThereAre) {
  Import(Sites(50, 0));
  EXPECT_EQ(Import(Sites(50, 60)).updated(), 50);
}

TEST_F(SiteMoves, ADryRunSaysWhichRowsWouldBeRefused) {
  Import(Sites(12, 0));
  const storage::Revision before = store.latest();
  EXPECT_EQ(Refused(Import(Sites(12, 5'000), "dry_run: true")), 9);
  EXPECT_EQ(store.latest(), before);
  EXPECT_EQ(Refused(Import(Sites(12, 5'000))), 9);
}

TEST_F(SiteMoves, ASiteThatARowMovesIsNoLongerVerified) {
  Import(Sites(1, 0));
  const auto before = *Read<Site>(store, {"acme", "s0"});
  Site verified = before.record;
  verified.terms.verification = matcher::SiteVerification::kVerified;
  verified.terms.check = matcher::SiteCheck{.method = matcher::VerificationMethod::kVisited,
                                            .checked_on = {20'000},
                                            .organisation = {"hmp-somewhere"},
                                            .verifier = ""};
  Edit edit;
  edit.Put(std::optional(before), verified);
  ASSERT_OK(store.Commit(edit.transaction()));
  EXPECT_EQ(Import(Sites(1, 0)).unchanged(), 1);
  EXPECT_EQ(Stored<Site>({"acme", "s0"}), verified);
  EXPECT_EQ(Import(Sites(1, 5'000)).updated(), 1);
  const Site moved = Stored<Site>({"acme", "s0"});
  EXPECT_EQ(moved.terms.verification, matcher::SiteVerification::kUnverified);
  EXPECT_EQ(moved.terms.check, std::nullopt);
}

}  // namespace
}  // namespace throughgate::services
