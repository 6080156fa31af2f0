#include "storage/feed/catalogue_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/matcher.h"
#include "storage/feed/catalogue_loader.h"
#include "storage/feed/feed_for_test.h"
#include "storage/format/envelope.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"
#include "tests/service/faulty_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_F(CatalogueFeedTest, ReadsWhatIsThereAndFollowsWhatComes) {
  PutVacancy("one");
  const auto feed = Open();
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one"));
  PutVacancy("two");
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one", "Title of two"));
  EXPECT_EQ(feed->Latest()->revision, store_->latest());
  EXPECT_EQ((*feed->Current())->revision, store_->latest());
}

TEST_F(CatalogueFeedTest, ACatalogueInHandDoesNotChange) {
  PutVacancy("one");
  const auto feed = Open();
  const auto before = feed->Latest();
  PutVacancy("two");
  Titles(*feed);
  EXPECT_EQ(before->vacancy_count, 1u);
}

TEST_F(CatalogueFeedTest, WaitsForARevisionUntilTheDeadlineOnly) {
  const auto feed = Open();
  EXPECT_EQ(feed->AtLeast(1, absl::Now()).status().code(), absl::StatusCode::kDeadlineExceeded);
  PutVacancy("one");
  EXPECT_TRUE(feed->AtLeast(last_, Soon()).ok());
}

TEST_F(CatalogueFeedTest, BuildsAnewWhenReferenceDataChanges) {
  PutCandidate();
  const auto feed = Open();
  EXPECT_FALSE(feed->Latest()->CandidateOf(0).home_known());
  PutGazetteer("1");
  const auto catalogue = *feed->AtLeast(last_, Soon());
  EXPECT_EQ(catalogue->gazetteer->id(), "g-1");
  EXPECT_TRUE(catalogue->CandidateOf(0).home_known());
  PutVacancy("after");
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of after"));
}

TEST_F(CatalogueFeedTest, StartsAgainFromAListingWhenTheChangesAreNoLongerKept) {
  absl::Time now = absl::Now();
  store_ = MakeMemoryStore({.clock = [&now] { return now; }});
  PutVacancy("one");
  {
    const auto feed = Open();
    EXPECT_THAT(Titles(*feed), ElementsAre("Title of one"));
  }
  PutVacancy("two");
  now += absl::Hours(1);
  while (*store_->Compact(now)) {
  }
  const auto feed = Open();
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one", "Title of two"));
}

TEST_F(CatalogueFeedTest, APlanThatCannotBePreparedIsReportedAndForReview) {
  PutGazetteer("1");
  PutCandidate();
  PutVacancy("one");
  matcher::RiskPlanTerms terms;
  terms.supervision = matcher::Supervision::kNotSupervised;
  terms.zones = {{"bow", matcher::ZoneKind::kExclusion, matcher::MultiPolygon(), {}}};
  last_ = Put(format::RiskPlanKey({"heron"}), terms);
  auto feed = Open();
  const auto catalogue = *feed->AtLeast(last_, Soon());
  const matcher::Explanation explained =
      matcher::Explain(*catalogue, 0, 0, matcher::View::kFull, matcher::Day{20'000});
  EXPECT_EQ(explained.match.verdict, matcher::Verdict::kReview);
  EXPECT_TRUE(explained.match.clearance_required);
  EXPECT_TRUE(feed->health().ok());
  feed.reset();
  ASSERT_EQ(reports_.size(), 1u);
  EXPECT_THAT(reports_[0], HasSubstr("candidates/heron"));
  EXPECT_THAT(reports_[0], ::testing::Not(HasSubstr("bow"))) << "what a plan holds is sealed";
}

// What becomes of one plan that cannot be read, at the start or later.
class UnreadablePlan : public CatalogueFeedTest {
 protected:
  UnreadablePlan() {
    PutGazetteer("1");
    PutCandidate();
    PutVacancy("one");
  }
  void PutPlan() {
    matcher::RiskPlanTerms terms;
    terms.supervision = matcher::Supervision::kNotSupervised;
    terms.reviewed_on = kToday;
    last_ = Put(kKey, terms);
  }
  // Without a plan that says otherwise, a clearance is needed.
  bool HasPlan(const CatalogueFeed& feed) {
    const auto catalogue = *feed.AtLeast(last_, Soon());
    const auto match = matcher::Explain(*catalogue, 0, 0, matcher::View::kFull, kToday).match;
    EXPECT_EQ(match.verdict, matcher::Verdict::kReview);
    return !match.clearance_required;
  }
  // And is told of by name, once, without what it holds.
  void ExpectNoneAndReported(std::unique_ptr<CatalogueFeed> feed) {
    EXPECT_FALSE(HasPlan(*feed));
    PutVacancy("two");
    EXPECT_THAT(Titles(*feed), ElementsAre("Title of one", "Title of two"));
    EXPECT_TRUE(feed->health().ok());
    feed.reset();
    ASSERT_EQ(reports_.size(), 1u);
    EXPECT_THAT(reports_[0], HasSubstr("candidates/heron"));
    EXPECT_THAT(reports_[0], HasSubstr("REVIEW"));
    EXPECT_THAT(reports_[0], ::testing::Not(HasSubstr("rubbish")));
  }

  static constexpr matcher::Day kToday{20'000};
  const std::string kKey = format::RiskPlanKey({"heron"});
  // A field 100 that this program does not know.
  const std::string kNewer = format::Wrap(kKey, "\xa0\x06\x01");
};

TEST_F(UnreadablePlan, IsNoneAtTheStart) {
  last_ = PutBytes(kKey, "rubbish");
  ExpectNoneAndReported(Open());
}

TEST_F(UnreadablePlan, OfANewerProgramIsNoneAtTheStart) {
  last_ = PutBytes(kKey, kNewer);
  ExpectNoneAndReported(Open());
}

TEST_F(UnreadablePlan, DoesNotLeaveTheOneBeforeItInForce) {
  for (const std::string& bytes : {std::string("rubbish"), kNewer}) {
    reports_.clear();
    PutPlan();
    auto feed = Open();
    EXPECT_TRUE(HasPlan(*feed));
    last_ = PutBytes(kKey, bytes);
    EXPECT_FALSE(HasPlan(*feed));
    EXPECT_TRUE(feed->health().ok());
    PutPlan();
    EXPECT_TRUE(HasPlan(*feed)) << "one that can be read is one again";
    feed.reset();
    EXPECT_EQ(reports_.size(), 1u);
  }
}

TEST_F(UnreadablePlan, DeletedIsNone) {
  PutPlan();
  const auto feed = Open();
  EXPECT_TRUE(HasPlan(*feed));
  last_ = Delete(kKey);
  EXPECT_FALSE(HasPlan(*feed));
}

TEST_F(CatalogueFeedTest, ForgetsWhatIsDeleted) {
  PutVacancy("one");
  PutVacancy("two");
  const auto feed = Open();
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one", "Title of two"));
  Delete(format::TermsKey(matcher::VacancyName{"acme", "one"}));
  last_ = Delete(format::DetailKey(matcher::VacancyName{"acme", "one"}));
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of two"));
  PutVacancy("three");
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of two", "Title of three"));
}

// What a catalogue has of one vacancy and one candidate, so far as records can be taken back.
std::string Has(const matcher::Catalogue& catalogue) {
  const matcher::VacancyCard& vacancy = catalogue.VacancyOf(0);
  const matcher::CandidateCard& candidate = catalogue.CandidateOf(0);
  const matcher::EmployerRow& employer = *catalogue.employers[vacancy.employer];
  const matcher::SiteRow& site =
      *catalogue.sites[catalogue.VacancyBlockOf(0).SitesOf(vacancy)[0].site];
  std::string has;
  const auto add = [&](const char* what, bool there) {
    if (there) absl::StrAppend(&has, what, " ");
  };
  add("pledges", !employer.pledges.empty());
  add("employer", !employer.display_name.empty());
  add("place", site.place.has_value());
  add("site", !site.display_name.empty());
  add("vacancy-terms", (vacancy.parts & matcher::kTermsPart) != 0);
  add("vacancy-detail", (vacancy.parts & matcher::kDetailPart) != 0);
  add("candidate-terms", (candidate.parts & matcher::kTermsPart) != 0);
  add("candidate-detail", (candidate.parts & matcher::kDetailPart) != 0);
  add("plan", catalogue.CandidateBlockOf(0).plans[0] != nullptr);
  add("link", !catalogue.CandidateBlockOf(0).links.empty());
  return has;
}

TEST_F(CatalogueFeedTest, TakesBackOnePartAtATimeWithoutLoadingAgain) {
  const matcher::EmployerName employer{"acme"};
  const matcher::SiteName site{"acme", "yard"};
  const matcher::VacancyName vacancy{"acme", "one"};
  const matcher::CandidateName candidate{"heron"};
  Put(format::TermsKey(employer), matcher::EmployerTerms{.pledges = {matcher::Pledge()}});
  Put(format::DetailKey(employer), matcher::EmployerDetail{.display_name = "Acme"});
  matcher::SiteTerms place;
  place.place = {{534'600'000, -22'150'000}, {1}};
  Put(format::TermsKey(site), place);
  Put(format::DetailKey(site), matcher::SiteDetail{.display_name = "Yard"});
  PutVacancy("one");
  matcher::VacancyTerms terms;
  terms.sites = {"yard"};
  Put(format::TermsKey(vacancy), terms);
  PutCandidate();
  matcher::RiskPlanTerms plan;
  plan.reviewed_on = {20'000};
  Put(format::RiskPlanKey(candidate), plan);
  const std::string link = format::TermsKey(matcher::LinkName{{"other"}, candidate});
  Put(link, matcher::LinkTerms{.caseload = "north", .reference = "r-1"});
  auto loader = CatalogueLoader::Load(*store_, [](const std::string&) {});
  ASSERT_TRUE(loader.ok()) << loader.status();
  std::string has = Has(*loader->Publish());
  EXPECT_EQ(has,
            "pledges employer place site vacancy-terms vacancy-detail candidate-terms "
            "candidate-detail plan link ");

  for (const auto& [key, part] : std::vector<std::pair<std::string, std::string>>{
           {link, "link "},
           {format::RiskPlanKey(candidate), "plan "},
           {format::DetailKey(candidate), "candidate-detail "},
           {format::DetailKey(vacancy), "vacancy-detail "},
           {format::TermsKey(candidate), "candidate-terms "},
           {format::DetailKey(site), "site "},
           {format::TermsKey(employer), "pledges "},
           {format::TermsKey(site), "place "},
           {format::DetailKey(employer), "employer "}}) {
    const auto outcome = loader->Apply({Delete(key), {{key, std::nullopt}}});
    ASSERT_TRUE(outcome.ok()) << outcome.status();
    EXPECT_EQ(*outcome, CatalogueLoader::Outcome::kApplied) << key;
    has.replace(has.find(part), part.size(), "");
    EXPECT_EQ(Has(*loader->Publish()), has) << key;
  }
}

TEST_F(CatalogueFeedTest, DoesNotOpenOnBytesThatCannotBeRead) {
  PutBytes(format::TermsKey(matcher::VacancyName{"acme", "one"}), "rubbish");
  const auto feed = CatalogueFeed::Open(*store_, [](const std::string&) {});
  EXPECT_EQ(feed.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(feed.status().message()), HasSubstr("vacancy,acme,one,terms"));
}

TEST_F(CatalogueFeedTest, StopsRatherThanGuessWhenBytesCannotBeRead) {
  PutVacancy("one");
  auto feed = Open();
  Titles(*feed);
  last_ = PutBytes(format::TermsKey(matcher::VacancyName{"acme", "two"}), "rubbish");
  const auto catalogue = feed->AtLeast(last_, Soon());
  EXPECT_EQ(catalogue.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(feed->health().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(feed->Latest()->vacancy_count, 1u) << "what was good is still there";
  EXPECT_EQ(feed->Current().status().code(), absl::StatusCode::kUnavailable);
  EXPECT_TRUE(feed->AtLeast(feed->Latest()->revision, absl::Now()).ok());
  feed.reset();
  EXPECT_EQ(reports_.size(), 1u);
}

// A store that refuses for a while.
class RefusingStore : public CatalogueFeedTest {
 protected:
  RefusingStore() {
    auto faulty = std::make_unique<FaultyStore>(std::move(store_));
    faulty_ = faulty.get();
    store_ = std::move(faulty);
    PutVacancy("one");
  }
  // Comes back once the feed says so.
  void AwaitHealth(const CatalogueFeed& feed, absl::StatusCode code) {
    while (feed.health().code() != code) absl::SleepFor(absl::Milliseconds(1));
  }

  FaultyStore* faulty_ = nullptr;
};

TEST_F(RefusingStore, IsTriedAgainUntilItAnswersAndNothingIsMissed) {
  auto feed = Open();
  for (int time = 0; time < 3; ++time) {
    faulty_->watch_fault = absl::StatusCode::kUnavailable;
    AwaitHealth(*feed, absl::StatusCode::kUnavailable);
    EXPECT_THAT(feed->Current(), StatusIs(absl::StatusCode::kUnavailable));
    PutVacancy(absl::StrCat("more-", time));
    EXPECT_THAT(feed->AtLeast(last_, absl::InfiniteFuture()),
                StatusIs(absl::StatusCode::kUnavailable));
    EXPECT_EQ(feed->Latest()->vacancy_count, 1u + time);
    faulty_->watch_fault = absl::StatusCode::kOk;
    AwaitHealth(*feed, absl::StatusCode::kOk);
    EXPECT_EQ(Titles(*feed).size(), 2u + time);
    EXPECT_OK(feed->Current());
  }
  feed.reset();
  ASSERT_EQ(reports_.size(), 6u) << "once each, however often it was tried";
  EXPECT_THAT(reports_[0], HasSubstr("tries again: the device refuses"));
  EXPECT_THAT(reports_[1], HasSubstr("follows the store again"));
}

// The change that asked for it has been taken already.
TEST_F(RefusingStore, IsBuiltAnewFromOnceItAnswers) {
  PutCandidate();
  for (const absl::StatusCode fault :
       {absl::StatusCode::kUnavailable, absl::StatusCode::kOutOfRange}) {
    auto feed = Open();
    faulty_->list_fault = fault;
    PutGazetteer(absl::StrCat(static_cast<int>(fault)));
    AwaitHealth(*feed, absl::StatusCode::kUnavailable);
    faulty_->list_fault = absl::StatusCode::kOk;
    AwaitHealth(*feed, absl::StatusCode::kOk);
    EXPECT_EQ((*feed->AtLeast(last_, Soon()))->gazetteer->id(),
              absl::StrCat("g-", static_cast<int>(fault)));
  }
}

TEST_F(RefusingStore, IsNotFollowedAnyMoreOnceItSaysThatItIsDamaged) {
  auto feed = Open();
  faulty_->watch_fault = absl::StatusCode::kDataLoss;
  AwaitHealth(*feed, absl::StatusCode::kDataLoss);
  faulty_->watch_fault = absl::StatusCode::kOk;
  PutVacancy("two");
  EXPECT_THAT(feed->AtLeast(last_, Soon()), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(feed->health(), StatusIs(absl::StatusCode::kDataLoss));
  feed.reset();
  ASSERT_EQ(reports_.size(), 1u);
  EXPECT_THAT(reports_[0], HasSubstr("stops following"));
}

// A kind of record that is not known may change what all others mean.
class UnknownKey : public CatalogueFeedTest, public ::testing::WithParamInterface<const char*> {};
INSTANTIATE_TEST_SUITE_P(Keys, UnknownKey,
                         ::testing::Values("placement,heron", "candidate,heron,consent", "aaa",
                                           "zzz,1", "vacancy,acme,cook", "request,a,b,c"));

TEST_P(UnknownKey, KeepsTheFeedFromStarting) {
  PutVacancy("one");
  PutBytes(GetParam(), "of a newer program");
  EXPECT_THAT(CatalogueFeed::Open(*store_, [](const std::string&) {}),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr(GetParam()), HasSubstr("newer Throughgate"))));
}

TEST_P(UnknownKey, StopsTheFeedThatMeetsIt) {
  auto feed = Open();
  last_ = PutBytes(GetParam(), "of a newer program");
  EXPECT_THAT(feed->AtLeast(last_, Soon()), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(feed->health(), StatusIs(absl::StatusCode::kFailedPrecondition));
  feed.reset();
  ASSERT_EQ(reports_.size(), 1u);
  EXPECT_THAT(reports_[0], HasSubstr(GetParam()));
}

TEST_F(CatalogueFeedTest, PassesByWhatTheCatalogueIsNotMadeOf) {
  PutVacancy("one");
  PutGazetteer("1");
  Put(format::ImportKey({"an import"}), format::ImportProgress());
  last_ = Put(format::RequestKey({"somebody", "a request"}), format::RequestRecord());
  const auto feed = Open();
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one"));
  last_ = Put(format::ImportKey({"another"}), format::ImportProgress());
  EXPECT_THAT(Titles(*feed), ElementsAre("Title of one"));
}

}  // namespace
}  // namespace throughgate::storage
