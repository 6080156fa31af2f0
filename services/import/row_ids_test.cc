// No two rows of an import are about one resource, however it is cut up.
#include "services/import/row_ids.h"

#include <gmock/gmock.h>

#include "absl/strings/substitute.h"
#include "services/edge/errors.h"
#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

using VacanciesRequest = v1::ImportVacanciesRequest;
using EmployersRequest = v1::ImportEmployersRequest;

VacanciesRequest Header(const std::string& import_id) {
  return Proto<VacanciesRequest>(
      absl::Substitute("header { feed: 'feed' header { import_id: '$0' } }", import_id));
}

std::string AdvertRow(int row, const std::string& changes = "") {
  return absl::Substitute(
      "rows { row: $0 advert { external_id: 'ad-$0' title: 'Chef' "
      "employer_display_name: 'Acme' location: 'Leeds' $1 } } ",
      row, changes);
}

// Adverts [first, last].
VacanciesRequest Adverts(int first, int last, const std::string& changes = "") {
  std::string rows;
  for (int row = first; row <= last; ++row) rows += AdvertRow(row, changes);
  return Proto<VacanciesRequest>("batch { " + rows + " }");
}

class RowIdsTest : public ImportHarness {
 protected:
  void SetUp() override { LoadReferenceData(); }
  CallResult Vacancies(const std::vector<VacanciesRequest>& requests) {
    return Send(ImportVacancies, requests);
  }
};

// Otherwise the last would win, and both be written each time.
TEST_F(RowIdsTest, NoTwoRowsAreAboutOneResource) {
  VacanciesRequest batch = Adverts(1, 3);
  batch.mutable_batch()->mutable_rows(2)->mutable_advert()->set_external_id("ad-1");
  VacanciesRequest next = Adverts(4, 6);
  next.mutable_batch()->mutable_rows(0)->mutable_advert()->set_external_id("ad-2");
  next.mutable_batch()->mutable_rows(1)->mutable_advert()->set_employer_display_name("Other");
  const auto import = [&](const std::string& id) {
    const CallResult result = Vacancies({Header(id), batch, next});
    EXPECT_OK(result.status);
    return result.progress;
  };
  const auto first = import("a");
  EXPECT_EQ(first[1].created(), 2);
  ASSERT_THAT(first[1].rejected(), SizeIs(1));
  EXPECT_EQ(first[1].rejected(0).row(), 3);
  EXPECT_EQ(first[1].rejected(0).field(), "advert.external_id");
  EXPECT_THAT(first[1].rejected(0).message(), HasSubstr("Has the id of row 1;"));
  EXPECT_EQ(first[2].created(), 2);
  ASSERT_THAT(first[2].rejected(), SizeIs(1));
  EXPECT_THAT(first[2].rejected(0).message(), HasSubstr("Has the id of row 2;"));

  const storage::Revision before = store.latest();
  const auto second = import("b");
  EXPECT_EQ(second[1].updated() + second[2].updated(), 0);
  EXPECT_EQ(second[1].unchanged() + second[2].unchanged(), 4);
  EXPECT_EQ(store.latest(), before);
}

// Which one is refused depends on the file alone.
TEST_F(RowIdsTest, ARowWhoseIdARejectedOneHasIsRejectedToo) {
  const v1::ImportProgress progress =
      Vacancies({Header("x"), Proto<VacanciesRequest>("batch { " + AdvertRow(1, "title: ''") +
                                                      AdvertRow(2, "external_id: 'ad-1'") + " }")})
          .progress.at(1);
  EXPECT_THAT(progress.rejected(), SizeIs(2));
}

TEST_F(RowIdsTest, NoTwoRowsOfOtherKindsAreAboutOneResourceEither) {
  const CallResult employers =
      Send(ImportEmployers,
           {Proto<EmployersRequest>("header { import_id: 'e' }"),
            Proto<EmployersRequest>(
                "batch { rows { row: 1 employer { name: 'employers/e' display_name: 'E' } } "
                "rows { row: 2 site { name: 'employers/e/sites/s' display_name: 'S' } } "
                "rows { row: 3 employer { name: 'employers/e' display_name: 'F' } } "
                "rows { row: 4 site { name: 'employers/e/sites/s' display_name: 'T' } } }")});
  ASSERT_OK(employers.status);
  ASSERT_THAT(employers.progress[1].rejected(), SizeIs(2));
  EXPECT_EQ(employers.progress[1].rejected(0).field(), "employer.name");
  EXPECT_THAT(employers.progress[1].rejected(1).message(), HasSubstr("row 2"));

  const auto candidate = [](int row) {
    return absl::Substitute(
        "rows { row: $0 candidate { name: 'candidates/c1' release_area: 'LS1' reach_m: 900$0 "
        "travel_mode: TRAVEL_MODE_WALK } } ",
        row);
  };
  const CallResult candidates =
      Send(ImportCandidates,
           {Proto<v1::ImportCandidatesRequest>("header { import_id: 'c' }"),
            Proto<v1::ImportCandidatesRequest>("batch { " + candidate(1) + candidate(2) + " }")});
  ASSERT_OK(candidates.status);
  EXPECT_EQ(candidates.progress[1].created(), 1);
  EXPECT_EQ(candidates.progress[1].rejected(0).field(), "candidate.name");
  EXPECT_EQ(Stored<matcher::Candidate>(Called("c1")).terms.reach.value, 9001);
}

TEST_F(RowIdsTest, AResumedImportIsToldTheIdsOfTheRowsBefore) {
  ASSERT_OK(Vacancies({Header("x"), Adverts(1, 20)}).status);
  VacanciesRequest earlier = Adverts(1, 20, "title: '' location: ''");
  earlier.mutable_batch()->set_settled_earlier(true);
  VacanciesRequest rest = Adverts(21, 25);
  rest.mutable_batch()->mutable_rows(3)->mutable_advert()->set_external_id("ad-7");
  const storage::Revision before = store.latest();
  const CallResult again = Vacancies({Header("x"), earlier, rest});
  ASSERT_OK(again.status);
  EXPECT_EQ(again.progress[1].applied_through_row(), 20);
  EXPECT_THAT(again.progress[1].rejected(), SizeIs(0));
  EXPECT_EQ(again.progress[1].unchanged(), 0);
  EXPECT_EQ(again.progress[2].created(), 4);
  ASSERT_THAT(again.progress[2].rejected(), SizeIs(1));
  EXPECT_EQ(again.progress[2].rejected(0).row(), 24);
  EXPECT_THAT(again.progress[2].rejected(0).message(), HasSubstr("row 7"));
  EXPECT_GT(store.latest(), before);
}

// Otherwise rows could be passed over that nobody has applied.
TEST_F(RowIdsTest, RowsThatNoRunHasSettledCannotBePassedOver) {
  ASSERT_OK(Vacancies({Header("x"), Adverts(1, 20)}).status);
  VacanciesRequest ahead = Adverts(15, 21);
  ahead.mutable_batch()->set_settled_earlier(true);
  const CallResult result = Vacancies({Header("x"), ahead});
  EXPECT_EQ(FieldViolationsOf(result.status).front().field, "batch.settled_earlier");
}

}  // namespace
}  // namespace throughgate::services
