// Sessions of all four streams on the memory store. A kill is a call that is abandoned between two
// commits: what the store has then is all that a restarted server has.
#include "services/import/imports.h"

#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "services/edge/errors.h"
#include "services/import/import_harness_for_test.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "tests/support/large_plan.h"

namespace throughgate::services {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

using VacanciesRequest = v1::ImportVacanciesRequest;
using EmployersRequest = v1::ImportEmployersRequest;

VacanciesRequest Header(const std::string& fields = "") {
  return Proto<VacanciesRequest>(
      absl::Substitute("header { feed: 'feed' header { import_id: 'one' $0 } }", fields));
}

EmployersRequest EmployersHeader(const std::string& fields = "") {
  return Proto<EmployersRequest>(absl::Substitute("header { import_id: 'one' $0 }", fields));
}

// Row `row`: an advert of its own for a warehouse worker in Leeds.
std::string AdvertRow(int row, const std::string& changes = "") {
  return absl::Substitute(
      "rows { row: $0 advert { external_id: 'ad-$0' title: 'Warehouse worker $0' "
      "employer_display_name: 'Acme' location: 'Leeds' $1 } } ",
      row, changes);
}

// Adverts [first, last].
VacanciesRequest Adverts(int first, int last, const std::string& changes = "") {
  std::string rows;
  for (int row = first; row <= last; ++row) rows += AdvertRow(row, changes);
  return Proto<VacanciesRequest>("batch { " + rows + " }");
}

matcher::VacancyName AdvertName(int row) { return {"acme", absl::StrCat("feed-ad-", row)}; }

class ImportsTest : public ImportHarness {
 protected:
  void SetUp() override { LoadReferenceData(); }

  CallResult Vacancies(const std::vector<VacanciesRequest>& requests) {
    return Send(ImportVacancies, requests);
  }
  CallResult Employers(const std::vector<EmployersRequest>& requests) {
    return Send(ImportEmployers, requests);
  }
  // One batch of rows, under an import id of its own.
  v1::ImportProgress OneBatch(const std::string& rows, const std::string& header = "") {
    const CallResult result = Vacancies(
        {Proto<VacanciesRequest>(absl::Substitute(
             "header { feed: 'feed' header { import_id: 'id-$0' $1 } }", ++imports_, header)),
         Proto<VacanciesRequest>("batch { " + rows + " }")});
    EXPECT_OK(result.status);
    return result.progress.empty() ? v1::ImportProgress() : result.progress.back();
  }
  // That the advert's vacancy is at.
  matcher::Site SiteOf(int row) {
    const auto vacancy = Stored<matcher::Vacancy>(AdvertName(row));
    return Stored<matcher::Site>({"acme", vacancy.terms.sites.at(0)});
  }
  std::size_t StoredVacancies() { return store.All(format::kVacanciesPrefix).size() / 2; }

 private:
  int imports_ = 0;
};

TEST_F(ImportsTest, MakesEmployerSiteAndVacancyOfAnAdvert) {
  const v1::ImportProgress progress = OneBatch(AdvertRow(
      1, "pounds_per_year: 19500 position { latitude: 53.8 longitude: -1.55 uncertainty_m: 5 }"));
  EXPECT_EQ(progress.created(), 1);
  EXPECT_EQ(progress.applied_through_row(), 1);
  EXPECT_FALSE(progress.revision().empty());

  EXPECT_EQ(Stored<matcher::Employer>({"acme"}).detail.display_name, "Acme");
  const auto site = SiteOf(1);
  EXPECT_EQ(site.detail.display_name, "Leeds");
  EXPECT_EQ(site.terms.verification, matcher::SiteVerification::kUnverified);
  EXPECT_GT(site.terms.place->uncertainty.value, 3'000);
  const auto vacancy = Stored<matcher::Vacancy>(AdvertName(1));
  EXPECT_EQ(vacancy.terms.kind, matcher::VacancyKind::kJob);
  EXPECT_EQ(vacancy.terms.state, matcher::VacancyState::kOpen);
  ASSERT_THAT(vacancy.terms.occupations, SizeIs(1));
  EXPECT_EQ(vacancy.terms.occupations[0].code, "occupation/warehouse");
  EXPECT_EQ(vacancy.terms.occupations[0].inferred_from->label, "warehouse worker");
  EXPECT_EQ(vacancy.detail.pay.value, 1000);
  EXPECT_EQ(vacancy.detail.posted_on, (matcher::Day{19'844}));
  EXPECT_EQ(vacancy.detail.feed, "feed");
  EXPECT_EQ(vacancy.detail.external_id, "ad-1");
}

TEST_F(ImportsTest, AnswersOnceTheBatchIsInTheCatalogue) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 500)}).status);
  EXPECT_EQ(Latest()->vacancy_count, 500u);
}

TEST_F(ImportsTest, SaysSoWhenTheCatalogueDoesNotFollow) {
  store.held = true;
  time_allowed = absl::Milliseconds(50);
  const CallResult result = Vacancies({Header(), Adverts(1, 3)});
  EXPECT_EQ(ReasonOf(result.status), v1::ERROR_REASON_REVISION_NOT_REACHED);
  EXPECT_EQ(StoredVacancies(), 3u);
}

TEST_F(ImportsTest, StopsWaitingForTheCatalogueOnceItsCallerHasGone) {
  store.held = true;
  store.commits = 0;
  is_over = [this] { return store.commits > 0; };
  const CallResult result = Vacancies({Header(), Adverts(1, 3)});
  EXPECT_EQ(result.status.code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(StoredVacancies(), 3u);
}

TEST_F(ImportsTest, CommitsAsManyRowsAsFit) {
  store.commits = 0;
  ASSERT_OK(Vacancies({Header(), Adverts(1, 500)}).status);
  EXPECT_LE(store.commits, 23);  // four operations each and the site's guard
}

TEST_F(ImportsTest, WritesNothingForWhatIsAlreadySo) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 30)}).status);
  const storage::Revision before = store.latest();
  now += absl::Hours(24);
  const CallResult again = Vacancies({Header("restart: true"), Adverts(1, 30)});
  ASSERT_OK(again.status);
  EXPECT_EQ(again.progress[1].unchanged(), 30);
  EXPECT_EQ(again.progress[1].revision(), "");
  EXPECT_EQ(again.progress[1].applied_through_row(), 30);
  EXPECT_EQ(store.latest(), before);
}

TEST_F(ImportsTest, MixesWhatIsNewWithWhatHasChanged) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 250, "pounds_per_year: 20000")}).status);
  VacanciesRequest batch = Adverts(1, 500, "pounds_per_year: 20000");
  for (int i = 0; i < 100; ++i) {
    batch.mutable_batch()->mutable_rows(i)->mutable_advert()->set_title("Chef");
  }
  const CallResult result = Vacancies({Header("restart: true"), batch});
  ASSERT_OK(result.status);
  EXPECT_EQ(result.progress[1].created(), 250);
  EXPECT_EQ(result.progress[1].updated(), 100);
  EXPECT_EQ(result.progress[1].unchanged(), 150);
  EXPECT_EQ(StoredVacancies(), 500u);
}

TEST_F(ImportsTest, TellsWhereToResume) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 20), Adverts(21, 40)}).status);
  const CallResult again = Vacancies({Header(), Adverts(1, 50)});
  ASSERT_OK(again.status);
  EXPECT_EQ(again.progress[0].applied_through_row(), 40);
  EXPECT_EQ(again.progress[1].created(), 10);
  EXPECT_EQ(again.progress[1].unchanged(), 40);
  EXPECT_EQ(again.progress[1].applied_through_row(), 50);
}

// The answer that said so may never have arrived.
TEST_F(ImportsTest, RejectsARowAgainThatIsSentAgain) {
  VacanciesRequest batch = Adverts(1, 40);
  for (const int i : {0, 19, 39}) batch.mutable_batch()->mutable_rows(i)->clear_advert();
  ASSERT_OK(Vacancies({Header(), batch, Adverts(41, 60)}).status);
  const storage::Revision before = store.latest();
  const CallResult again = Vacancies({Header(), batch});
  ASSERT_OK(again.status);
  EXPECT_EQ(again.progress[0].applied_through_row(), 60);
  EXPECT_EQ(again.progress[1].applied_through_row(), 60);
  EXPECT_EQ(again.progress[1].unchanged(), 37);
  ASSERT_THAT(again.progress[1].rejected(), SizeIs(3));
  EXPECT_EQ(again.progress[1].rejected(1).row(), 20);
  EXPECT_EQ(store.latest(), before);
}

TEST_F(ImportsTest, ARowThatIsSentAgainIsNotCountedTwice) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 20)}).status);
  // It has changed meanwhile, so that it is written again.
  auto stored_before = *Read<matcher::Vacancy>(store, AdvertName(15));
  matcher::Vacancy after = stored_before.record;
  after.detail.title = "Storekeeper";
  Edit edit;
  edit.Put(std::optional(stored_before), after);
  ASSERT_OK(store.Commit(edit.transaction()));
  const CallResult again = Vacancies({Header(), Adverts(11, 30)});
  ASSERT_OK(again.status);
  EXPECT_EQ(again.progress[1].updated(), 1);
  EXPECT_EQ(again.progress[1].unchanged(), 9);
  EXPECT_EQ(again.progress[1].created(), 10);
  const auto record = store.All(format::kImportsPrefix).at(0);
  const auto stored = *format::Decode<format::ImportProgress>(record.key, record.value);
  EXPECT_EQ(stored.applied_through_row, 30);
  EXPECT_EQ(stored.created, 30);
  EXPECT_EQ(stored.updated, 0);
}

TEST_F(ImportsTest, AKillBetweenAnyTwoCommitsLosesAndDoublesNothing) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 100), Adverts(101, 200)}).status);
  const std::vector<storage::Record> whole = store.All("");
  const int commits = store.commits;
  for (int killed_at = 1; killed_at < commits; ++killed_at) {
    Empty();
    LoadReferenceData();
    store.commits = 0;
    store.before_commit = [&] {
      return store.commits > killed_at ? absl::UnavailableError("killed") : absl::OkStatus();
    };
    const CallResult first = Vacancies({Header(), Adverts(1, 100), Adverts(101, 200)});
    store.before_commit = [] { return absl::OkStatus(); };
    const std::int64_t acknowledged =
        first.progress.empty() ? 0 : first.progress.back().applied_through_row();
    const CallResult second = Vacancies({Header(), Adverts(1, 100), Adverts(101, 200)});
    ASSERT_OK(second.status);
    EXPECT_GE(second.progress[0].applied_through_row(), acknowledged) << killed_at;
    EXPECT_EQ(StoredVacancies(), 200u) << killed_at;
    const auto progress = store.All(format::kImportsPrefix);
    ASSERT_THAT(progress, SizeIs(1));
    EXPECT_OK(format::Decode<format::ImportProgress>(progress[0].key, progress[0].value));
    EXPECT_EQ(format::Decode<format::ImportProgress>(progress[0].key, progress[0].value)->created,
              200)
        << killed_at;
  }
}

TEST_F(ImportsTest, ASiteThatAPersonHasCorrectedOrVerifiedStays) {
  const std::string row = AdvertRow(1, "position { latitude: 53.8 longitude: -1.55 }");
  for (const bool verified : {false, true}) {
    OneBatch(row);
    auto site = *Read<matcher::Site>(store, SiteOf(1).name);
    matcher::Site after = site.record;
    after.terms.place = matcher::Place{{538'100'000, -15'000'000}, {50}};
    if (verified) after.terms = {std::nullopt, matcher::SiteVerification::kVerified};
    Edit edit;
    edit.Put(std::optional(site), after);
    ASSERT_OK(store.Commit(edit.transaction()));
    EXPECT_EQ(OneBatch(row).unchanged(), 1);
    EXPECT_EQ(SiteOf(1), after);
  }
}

TEST_F(ImportsTest, BranchesOfOneNameAreSitesOfTheirOwn) {
  OneBatch(AdvertRow(1, "position { latitude: 53.80 longitude: -1.55 }") +
           AdvertRow(2, "position { latitude: 53.82 longitude: -1.55 }") +
           AdvertRow(3, "position { latitude: 53.80 longitude: -1.55 }") + AdvertRow(4));
  EXPECT_EQ(SiteOf(1).terms.place->at.latitude_e7, 538'000'000);
  EXPECT_EQ(SiteOf(2).terms.place->at.latitude_e7, 538'200'000);
  EXPECT_EQ(SiteOf(3), SiteOf(1));
  EXPECT_EQ(SiteOf(4).name.site, "leeds");
  EXPECT_EQ(store.All(format::kSitesPrefix).size(), 3u * 2);
}

TEST_F(ImportsTest, AnAdvertWhosePositionIsCorrectedMoves) {
  const std::string first = "position { latitude: 53.80 longitude: -1.55 uncertainty_m: 100 }";
  const std::string moved = "position { latitude: 53.81 longitude: -1.55 uncertainty_m: 100 }";
  const std::string wider = "position { latitude: 53.81 longitude: -1.55 uncertainty_m: 9000 }";
  OneBatch(AdvertRow(1, first) + AdvertRow(2, first));
  EXPECT_EQ(OneBatch(AdvertRow(1, moved) + AdvertRow(2, first)).updated(), 1);
  EXPECT_EQ(SiteOf(1).terms.place->at.latitude_e7, 538'100'000);
  EXPECT_EQ(SiteOf(2).terms.place->at.latitude_e7, 538'000'000);
  EXPECT_EQ(OneBatch(AdvertRow(1, wider)).updated(), 1);
  EXPECT_EQ(SiteOf(1).terms.place->uncertainty.value, 9'000);
  EXPECT_EQ(OneBatch(AdvertRow(1, wider) + AdvertRow(2, first)).unchanged(), 2);
}

TEST_F(ImportsTest, APlaceThatNobodyKnewIsFilledIn) {
  OneBatch(AdvertRow(1, "location: 'Bradford'"));
  EXPECT_FALSE(Stored<matcher::Site>({"acme", "bradford"}).terms.place);
  ASSERT_OK(SendGazetteer({Proto<v1::ImportGazetteerRequest>(
      "gazetteer: 'more' districts { code: 'BD1' latitude: 53.8 longitude: -1.75 "
      "uncertainty_m: 900 town: 'Bradford' }")}));
  EXPECT_EQ(OneBatch(AdvertRow(1, "location: 'Bradford'")).updated(), 1);
  EXPECT_TRUE(Stored<matcher::Site>({"acme", "bradford"}).terms.place);
}

TEST_F(ImportsTest, KeepsWhatAPersonHasCorrected) {
  OneBatch(AdvertRow(1) + AdvertRow(2));
  auto corrected = *Read<matcher::Vacancy>(store, AdvertName(1));
  matcher::Vacancy after = corrected.record;
  after.detail.title = "Storekeeper";
  after.detail.corrected = true;
  Edit edit;
  edit.Put(std::optional(corrected), after);
  ASSERT_OK(store.Commit(edit.transaction()));

  const v1::ImportProgress kept = OneBatch(AdvertRow(1) + AdvertRow(2));
  EXPECT_EQ(kept.kept(), 1);
  EXPECT_EQ(kept.unchanged(), 1);
  EXPECT_EQ(Stored<matcher::Vacancy>(AdvertName(1)).detail.title, "Storekeeper");

  EXPECT_EQ(OneBatch(AdvertRow(1), "overwrite_corrections: true").updated(), 1);
  EXPECT_EQ(Stored<matcher::Vacancy>(AdvertName(1)).detail.title, "Warehouse worker 1");
  EXPECT_FALSE(Stored<matcher::Vacancy>(AdvertName(1)).detail.corrected);
}

TEST_F(ImportsTest, NeverOpensAgainWhatWasClosed) {
  OneBatch(AdvertRow(1));
  auto open = *Read<matcher::Vacancy>(store, AdvertName(1));
  matcher::Vacancy closed = open.record;
  closed.terms.state = matcher::VacancyState::kClosed;
  Edit edit;
  edit.Put(std::optional(open), closed);
  ASSERT_OK(store.Commit(edit.transaction()));
  EXPECT_EQ(OneBatch(AdvertRow(1), "overwrite_corrections: true").kept(), 1);
  EXPECT_EQ(Stored<matcher::Vacancy>(AdvertName(1)), closed);
}

TEST_F(ImportsTest, ADryRunWritesNothingAndCountsTheSame) {
  const std::vector<VacanciesRequest> batches = {Adverts(1, 200), Adverts(201, 400),
                                                 Adverts(401, 402, "title: ''")};
  const storage::Revision before = store.latest();
  const CallResult dry = Vacancies({Header("dry_run: true"), batches[0], batches[1], batches[2]});
  ASSERT_OK(dry.status);
  EXPECT_EQ(store.latest(), before);
  const CallResult real = Vacancies({Header(), batches[0], batches[1], batches[2]});
  ASSERT_THAT(dry.progress, SizeIs(4));
  for (std::size_t i = 0; i < dry.progress.size(); ++i) {
    v1::ImportProgress without_revision = real.progress[i];
    without_revision.clear_revision();
    EXPECT_EQ(dry.progress[i].DebugString(), without_revision.DebugString());
  }
}

TEST_F(ImportsTest, ADryRunSeesWhatItsEarlierBatchesWouldHaveMade) {
  const CallResult dry = Employers(
      {EmployersHeader("dry_run: true"),
       Proto<EmployersRequest>(
           "batch { rows { row: 1 employer { name: 'employers/e' display_name: 'E' } } }"),
       Proto<EmployersRequest>(
           "batch { rows { row: 2 site { name: 'employers/e/sites/s' display_name: 'S' } } }")});
  ASSERT_OK(dry.status);
  EXPECT_EQ(dry.progress[2].created(), 1);
}

TEST_F(ImportsTest, RefusesRowsOneByOneNamingTheField) {
  const v1::ImportProgress progress = OneBatch(
      AdvertRow(1, "title: ''") + AdvertRow(2) + "rows { row: 3 }" +
      "rows { row: 5 vacancy { name: 'employers/acme/vacancies/v' title: 'T' "
      "kind: VACANCY_KIND_JOB site_mode: SITE_MODE_CHOOSE_ONE sites: "
      "'employers/acme/sites/nowhere' } }" +
      "rows { row: 6 slot { name: 'employers/acme/vacancies/v/slots/s' site: "
      "'employers/acme/sites/leeds' capacity: 1 windows { date { year: 2024 month: 6 day: 3 } "
      "start: '09:00' end: '17:00' } absence_sub_type: 'RDR' absence_reason: 'R10' } }");
  EXPECT_EQ(progress.created(), 1);
  EXPECT_EQ(progress.applied_through_row(), 6);
  std::vector<std::pair<std::int64_t, std::string>> refused;
  for (const v1::RejectedRow& row : progress.rejected()) {
    refused.emplace_back(row.row(), row.field());
    EXPECT_FALSE(row.message().empty());
  }
  EXPECT_THAT(refused, ElementsAre(std::pair(1, "advert.title"), std::pair(3, "resource"),
                                   std::pair(5, "vacancy.sites[0]"), std::pair(6, "slot.name")));
}

TEST_F(ImportsTest, RefusesRowsOutOfOrderAndBatchesOfTheWrongSize) {
  const auto refused = [&](const VacanciesRequest& batch) {
    const CallResult result = Vacancies({Header(), batch});
    const auto violations = FieldViolationsOf(result.status);
    return violations.empty() ? "" : violations.front().field;
  };
  EXPECT_EQ(refused(Adverts(0, 1)), "batch.rows[0].row");
  VacanciesRequest twice = Adverts(1, 2);
  twice.mutable_batch()->mutable_rows(1)->set_row(1);
  EXPECT_EQ(refused(twice), "batch.rows[1].row");
  EXPECT_EQ(refused(Adverts(1, 501)), "batch.rows");
  EXPECT_EQ(refused(Proto<VacanciesRequest>("batch {}")), "batch.rows");
  EXPECT_EQ(refused(Header()), "batch");
  const CallResult back = Vacancies({Header(), Adverts(5, 9), Adverts(9, 10)});
  EXPECT_EQ(FieldViolationsOf(back.status).front().field, "batch.rows[0].row");
  EXPECT_EQ(back.progress.back().applied_through_row(), 9);
}

TEST_F(ImportsTest, RefusesHeadersThatNameNothing) {
  const auto refused = [&](const std::vector<VacanciesRequest>& requests) {
    return FieldViolationsOf(Vacancies(requests).status).front().field;
  };
  EXPECT_EQ(refused({}), "header");
  EXPECT_EQ(refused({Adverts(1, 1)}), "header");
  EXPECT_EQ(refused({Proto<VacanciesRequest>("header { feed: 'f' header {} }")}),
            "header.import_id");
  EXPECT_EQ(refused({Proto<VacanciesRequest>("header { feed: 'F' header { import_id: 'i' } }")}),
            "header.feed");
  EXPECT_EQ(FieldViolationsOf(Employers({EmployersHeader("import_id: 'a/b'")}).status)[0].field,
            "header.import_id");
}

TEST_F(ImportsTest, ImportIdsAreOfAnOrganisation) {
  ASSERT_OK(Vacancies({Header(), Adverts(1, 5)}).status);
  organisation = "south-west";
  EXPECT_EQ(Vacancies({Header()}).progress[0].applied_through_row(), 0);
  organisation = "north-west";
  EXPECT_EQ(Vacancies({Header()}).progress[0].applied_through_row(), 5);
  EXPECT_EQ(Employers({EmployersHeader()}).progress[0].applied_through_row(), 0);
}

TEST_F(ImportsTest, DecidesAnewWhenAnotherWriterComesFirst) {
  OneBatch(AdvertRow(1) + AdvertRow(2));
  bool once = false;
  store.before_commit = [&] {
    if (std::exchange(once, true)) return absl::OkStatus();
    auto stored = *Read<matcher::Vacancy>(store, AdvertName(1));
    matcher::Vacancy after = stored.record;
    after.detail.corrected = true;
    Edit edit;
    edit.Put(std::optional(stored), after);
    return store.base().Commit(edit.transaction()).status();
  };
  const v1::ImportProgress progress =
      OneBatch(AdvertRow(1, "title: 'Chef'") + AdvertRow(2, "title: 'Chef'"));
  EXPECT_EQ(progress.kept(), 1);
  EXPECT_EQ(progress.updated(), 1);
}

TEST_F(ImportsTest, GivesUpWhenOthersKeepComingFirst) {
  store.before_commit = [] { return absl::AbortedError("again"); };
  const CallResult result = Vacancies({Header(), Adverts(1, 3)});
  EXPECT_EQ(ReasonOf(result.status), v1::ERROR_REASON_WRITE_CONFLICT);
}

TEST_F(ImportsTest, TheSameImportCannotRunTwice) {
  OneBatch(AdvertRow(9));  // so that the two have nothing in common but their progress
  bool once = false;
  store.before_commit = [&] {
    if (std::exchange(once, true)) return absl::OkStatus();
    return Vacancies({Header(), Adverts(1, 3)}).status;
  };
  const CallResult result = Vacancies({Header(), Adverts(4, 6)});
  EXPECT_EQ(ReasonOf(result.status), v1::ERROR_REASON_WRITE_CONFLICT);
  EXPECT_EQ(StoredVacancies(), 4u);
}

TEST_F(ImportsTest, StopsBetweenCommitsWhenTheCallIsOver) {
  store.commits = 0;
  is_over = [&] { return store.commits == 1; };
  const CallResult result = Vacancies({Header(), Adverts(1, 100)});
  EXPECT_THAT(result.status, StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(store.commits, 1);
}

TEST_F(ImportsTest, RowsOfAnotherFeedAreLeftAlone) {
  OneBatch(AdvertRow(1));
  auto stored = *Read<matcher::Vacancy>(store, AdvertName(1));
  matcher::Vacancy after = stored.record;
  after.detail.feed = "other";
  Edit edit;
  edit.Put(std::optional(stored), after);
  ASSERT_OK(store.Commit(edit.transaction()));
  const v1::ImportProgress progress = OneBatch(AdvertRow(1, "title: 'Chef'"));
  ASSERT_THAT(progress.rejected(), SizeIs(1));
  EXPECT_EQ(progress.rejected(0).field(), "advert.external_id");
}

TEST_F(ImportsTest, TheTaxonomyOfTheMomentIsReadBy) {
  OneBatch(AdvertRow(1));
  ASSERT_OK(SendTaxonomy({Proto<v1::ImportTaxonomyRequest>(
      "taxonomy: 'other' concepts { code: 'occupation/new' kind: CONCEPT_KIND_OCCUPATION label: "
      "'warehouse worker' }")}));
  EXPECT_EQ(OneBatch(AdvertRow(1)).updated(), 1);
  EXPECT_EQ(Stored<matcher::Vacancy>(AdvertName(1)).terms.occupations[0].code, "occupation/new");
}

TEST_F(ImportsTest, ARowTooLargeForACommitIsRefused) {
  ASSERT_OK(Send(ImportCandidates,
                 {Proto<v1::ImportCandidatesRequest>("header { import_id: 'c' }"),
                  Proto<v1::ImportCandidatesRequest>(
                      "batch { rows { row: 1 candidate { name: 'candidates/c1' release_area: 'LS1' "
                      "reach_m: 9000 travel_mode: TRAVEL_MODE_WALK } } }")})
                .status);
  auto batch = Proto<v1::ImportRiskPlansRequest>(
      "batch { rows { row: 1 risk_plan { name: 'candidates/c1/riskPlan' "
      "reviewed_on { year: 2024 month: 4 day: 1 } } } }");
  AddZonesTooLargeForACommit(*batch.mutable_batch()->mutable_rows(0)->mutable_risk_plan());
  const CallResult result = Send(
      ImportRiskPlans, {Proto<v1::ImportRiskPlansRequest>("header { import_id: 'p' }"), batch});
  ASSERT_OK(result.status);
  ASSERT_THAT(result.progress[1].rejected(), SizeIs(1));
  EXPECT_THAT(result.progress[1].rejected(0).message(), HasSubstr("bytes of one row"));
}

TEST_F(ImportsTest, CandidatesBelongToWhoImportsThem) {
  const auto send = [&](const std::string& id, const std::string& changes) {
    return Send(ImportCandidates,
                {Proto<v1::ImportCandidatesRequest>("header { import_id: '" + id + "' }"),
                 Proto<v1::ImportCandidatesRequest>(
                     "batch { rows { row: 1 candidate { name: 'candidates/c1' release_area: 'ls1' "
                     "reach_m: 9000 travel_mode: TRAVEL_MODE_WALK " +
                     changes + " } } }")})
        .progress.back();
  };
  EXPECT_EQ(send("a", "").created(), 1);
  const matcher::CandidateName name = Called("c1");
  const auto candidate = Stored<matcher::Candidate>(name);
  EXPECT_EQ(candidate.terms.custodian.value, "north-west");
  EXPECT_EQ(candidate.terms.release_area, "LS1");
  EXPECT_EQ(candidate.detail.registered_on, (matcher::Day{19'844}));
  EXPECT_EQ(send("b", "reach_m: 8000").updated(), 1);
  const v1::ImportProgress personal = send("c", "skills { code: 'A1234BC' }");
  EXPECT_EQ(personal.rejected(0).field(), "candidate.skills[0].code");
  EXPECT_THAT(personal.rejected(0).message(), HasSubstr("prison number"));
  EXPECT_EQ(send("d", "reach_m: 8000").unchanged(), 1);

  // Who else calls somebody so means another person, unless it is linked to the same.
  organisation = "south-west";
  EXPECT_EQ(send("e", "").created(), 1);
  EXPECT_NE(Called("c1"), name);
  EXPECT_EQ(Stored<matcher::Candidate>(name).terms.custodian.value, "north-west");
  organisation = "south-east";
  Link(organisation, name, "c1");
  const v1::ImportProgress theirs = send("f", "");
  ASSERT_EQ(theirs.rejected_size(), 1);
  EXPECT_THAT(theirs.rejected(0).message(), HasSubstr("candidates/c1"));
  EXPECT_EQ(Stored<matcher::Candidate>(name).terms.custodian.value, "north-west");
}

TEST_F(ImportsTest, CandidatesAreFoundByTheirHandles) {
  const storage::Handles handles({.key = std::string(32, 's')});
  const auto send = [&](const std::string& import_id, const std::string& name) {
    return Send(ImportCandidates,
                {Proto<v1::ImportCandidatesRequest>("header { import_id: '" + import_id + "' }"),
                 Proto<v1::ImportCandidatesRequest>(
                     "batch { rows { row: 1 candidate { name: 'candidates/" + name +
                     "' release_area: 'ls1' reach_m: 9000 travel_mode: TRAVEL_MODE_WALK } } }")})
        .progress.back();
  };
  EXPECT_EQ(send("a", "c1").created(), 1);
  const matcher::CandidateName name = Called("c1");
  EXPECT_EQ(name.candidate.size(), storage::kRandomIdDigits);
  EXPECT_EQ(send("b", handles.HandleOf({organisation}, name.candidate)).unchanged(), 1);
  // A handle is no reference that somebody new could be given.
  const std::string nobody = handles.HandleOf({organisation}, std::string(32, '0'));
  EXPECT_THAT(send("c", nobody).rejected(0).message(), HasSubstr("does not exist"));
  // Another organisation's is one like any other word.
  EXPECT_EQ(send("d", handles.HandleOf({"south-west"}, name.candidate)).created(), 1);
}

TEST_F(ImportsTest, RiskPlansNeedACandidateWhomTheCallerReaches) {
  const CallResult result =
      Send(ImportRiskPlans, {Proto<v1::ImportRiskPlansRequest>("header { import_id: 'p' }"),
                             Proto<v1::ImportRiskPlansRequest>(
                                 "batch { rows { row: 1 risk_plan { name: 'candidates/x/riskPlan' "
                                 "reviewed_on { year: 2024 month: 4 day: 1 } } } }")});
  ASSERT_OK(result.status);
  EXPECT_THAT(result.progress[1].rejected(0).message(), HasSubstr("candidates/x/riskPlan"));
}

TEST_F(ImportsTest, WholeVacanciesAndSlotsRestOnWhatIsThere) {
  const std::string vacancy =
      "rows { row: 2 vacancy { name: 'employers/acme/vacancies/v' title: 'T' kind: "
      "VACANCY_KIND_WORK_TRIAL site_mode: SITE_MODE_CHOOSE_ONE sites: "
      "'employers/acme/sites/leeds' } }";
  const std::string slot =
      "rows { row: 3 slot { name: 'employers/acme/vacancies/v/slots/s' site: "
      "'employers/acme/sites/leeds' capacity: 1 windows { date { year: 2024 month: 6 day: 3 } "
      "start: '09:00' end: '17:00' } absence_sub_type: 'RDR' absence_reason: 'R10' } }";
  EXPECT_EQ(OneBatch(AdvertRow(1) + vacancy + slot).created(), 3);
  EXPECT_EQ(OneBatch(AdvertRow(1) + vacancy + slot).unchanged(), 3);
  EXPECT_EQ(Stored<matcher::Vacancy>({"acme", "v"}).detail.feed, "feed");
  EXPECT_EQ(Stored<matcher::WorkTrialSlot>({{"acme", "v"}, "s"}).terms.capacity, 1);
}

TEST(ImportsWithoutReferenceData, RefusesAdverts) {
  class Bare : public ImportHarness {
   public:
    void TestBody() override {
      const CallResult result = Send(ImportVacancies, {Header(), Adverts(1, 1)});
      EXPECT_EQ(ReasonOf(result.status), v1::ERROR_REASON_REFERENCE_DATA_MISSING);
    }
  };
  Bare().TestBody();
}

}  // namespace
}  // namespace throughgate::services
