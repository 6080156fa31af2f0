// Sites that somebody checks, and how often they may move.
#include <atomic>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/postings/flag_sweeper.h"
#include "storage/feed/catalogue_feed.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;

const char kSite[] = "employers/acme/sites/main";
const Party kOtherEngagement{"engagement", "jobs-south"};

class Sites : public OnEveryStore {
 protected:
  Sites() {
    EXPECT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
                Succeeds());
    EXPECT_THAT(Create("main"), Succeeds());
  }
  Answer<v1::CreateSiteResponse> Create(const std::string& id) {
    return server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", id));
  }
  v1::Site Get(const std::string& name = kSite) {
    v1::GetSiteRequest request;
    request.set_name(name);
    return server.Call(kBroker, &Employers::GetSite, request)->site();
  }
  // Somebody was at the site on 1 June 2025, the day before today, unless `changes` say otherwise.
  Answer<v1::VerifySiteResponse> Verify(const std::string& changes = "",
                                        const Party& party = kCustody) {
    auto request = Parse<v1::VerifySiteRequest>(R"pb(
      name: "employers/acme/sites/main"
      method: SITE_VERIFICATION_METHOD_VISITED
      verified_on { year: 2025 month: 6 day: 1 }
    )pb");
    request.MergeFrom(Parse<v1::VerifySiteRequest>(changes));
    return server.Call(party, &Employers::VerifySite, request);
  }
  // To so many tenths of a degree of latitude north of 53.
  v1::UpdateSiteRequest MoveRequest(double tenths, const std::string& name = kSite,
                                    int uncertainty_m = 100) {
    v1::UpdateSiteRequest request;
    request.mutable_site()->set_name(name);
    v1::Position& position = *request.mutable_site()->mutable_position();
    position.set_latitude(53 + tenths / 10);
    position.set_longitude(-2.23);
    position.set_uncertainty_m(uncertainty_m);
    request.mutable_update_mask()->add_paths("position");
    return request;
  }
  Answer<v1::UpdateSiteResponse> Update(const v1::UpdateSiteRequest& request) {
    return server.Call(kEngagement, &Employers::UpdateSite, request);
  }
  Answer<v1::UpdateSiteResponse> Move(double tenths) { return Update(MoveRequest(tenths)); }
};
ON_EVERY_STORE(Sites);

TEST_P(Sites, KnowWhoRegisteredThem) {
  EXPECT_EQ(Get().registered_by(), kEngagement.organisation);
  auto named = MoveRequest(4.7);
  named.mutable_site()->set_registered_by("somebody-else");
  ASSERT_THAT(server.Call(kOtherEngagement, &Employers::UpdateSite, named), Succeeds());
  EXPECT_EQ(Get().registered_by(), kEngagement.organisation);
}

TEST_P(Sites, AreVerifiedByWhoeverSaysHow) {
  const auto verified = Verify();
  ASSERT_THAT(verified, Succeeds());
  v1::Site expected = Parse<v1::Site>(R"pb(
    name: "employers/acme/sites/main"
    display_name: "Oxford Road"
    position { latitude: 53.47 longitude: -2.23 uncertainty_m: 100 }
    verification: SITE_VERIFICATION_VERIFIED
    corrected: true
    verified_on { year: 2025 month: 6 day: 1 }
    verification_method: SITE_VERIFICATION_METHOD_VISITED
    verified_by: "hmp-risley"
    registered_by: "jobs-north"
  )pb");
  expected.set_etag(verified->site().etag());
  EXPECT_THAT(verified->site(), Is(expected));
  EXPECT_THAT(Get(), Is(expected));
  EXPECT_NE(verified->revision(), "");

  // A later check takes its place; where there is but one team, it is not refused.
  const auto again = Verify(R"pb(method: SITE_VERIFICATION_METHOD_BUSINESS_RATES
                                 verified_on { day: 2 })pb",
                            kEngagement);
  ASSERT_THAT(again, Succeeds());
  EXPECT_EQ(again->site().verified_by(), "jobs-north");
  EXPECT_EQ(again->site().verified_on().day(), 2);
}

TEST_P(Sites, AreNotVerifiedWithoutADayOrAMethod) {
  const storage::Revision before = server.store().latest();
  v1::VerifySiteRequest empty;
  EXPECT_THAT(server.Call(kCustody, &Employers::VerifySite, empty),
              Refuses(Fields{"name", "method", "verified_on"}));
  EXPECT_THAT(Verify("method: 99"), Refuses(Fields{"method"}));
  EXPECT_THAT(Verify("verified_on { day: 3 }"), Refuses(Fields{"verified_on"}));
  EXPECT_THAT(Verify("verified_on { month: 2 day: 30 }"), Refuses(Fields{"verified_on"}));
  EXPECT_THAT(Verify("verified_on { year: 2024 }"), Refuses(Fields{"verified_on"}));
  EXPECT_THAT(Verify("etag: 'old'"), Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  EXPECT_THAT(Verify("name: 'employers/acme/sites/none'"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(Verify("", kProbation), Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  EXPECT_EQ(server.store().latest(), before);
  EXPECT_THAT(Verify("verified_on { year: 2024 day: 2 }"), Succeeds()) << "365 days ago";
}

TEST_P(Sites, AreNotVerifiedWhereNobodyKnowsWhereTheyAre) {
  ASSERT_THAT(Update(MoveRequest(4.7, kSite, 151)), Succeeds());
  const auto refused = Verify();
  EXPECT_THAT(refused, Refuses(Fields{"name"}));
  EXPECT_THAT(refused.status.error_message(), HasSubstr("exact position"));
  auto nowhere = MoveRequest(4.7);
  nowhere.mutable_site()->clear_position();
  ASSERT_THAT(Update(nowhere), Succeeds());
  EXPECT_THAT(Verify(), Refuses(Fields{"name"}));
  ASSERT_THAT(Update(MoveRequest(4.7, kSite, 150)), Succeeds());
  EXPECT_THAT(Verify(), Succeeds());
}

TEST_P(Sites, ValidationOfAVerificationWritesNothing) {
  const auto checked = Verify("validate_only: true");
  ASSERT_THAT(checked, Succeeds());
  EXPECT_EQ(checked->site().verification(), v1::SITE_VERIFICATION_VERIFIED);
  EXPECT_EQ(Get().verification(), v1::SITE_VERIFICATION_UNVERIFIED);
}

TEST_P(Sites, ThatMoveAreNoLongerVerified) {
  for (const bool away : {false, true}) {
    ASSERT_THAT(Verify(), Succeeds());
    auto request = MoveRequest(4.7 + 1e-5);
    if (away) request.mutable_site()->clear_position();
    const auto moved = Update(request);
    ASSERT_THAT(moved, Succeeds());
    EXPECT_EQ(moved->site().verification(), v1::SITE_VERIFICATION_UNVERIFIED);
    EXPECT_FALSE(moved->site().has_verified_on());
    EXPECT_EQ(moved->site().verification_method(), v1::SITE_VERIFICATION_METHOD_UNSPECIFIED);
    EXPECT_EQ(moved->site().verified_by(), "");
    EXPECT_EQ(moved->site().registered_by(), "jobs-north");
  }
}

TEST_P(Sites, MoveThreeTimesInAYear) {
  ASSERT_THAT(Create("second"), Succeeds());
  ASSERT_THAT(Move(5), Succeeds());
  ASSERT_THAT(Update(MoveRequest(6, "employers/acme/sites/second")), Succeeds());
  server.Advance(absl::Hours(24 * 10));
  ASSERT_THAT(Move(7), Succeeds());
  const v1::Site before = Get();
  const auto refused = Move(8);
  EXPECT_THAT(refused, Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
  EXPECT_THAT(refused.status.error_message(), HasSubstr("frees on 2026-06-02"));
  EXPECT_EQ(Decode(refused.status).metadata.at("maximum"), "3");
  EXPECT_THAT(Get(), Is(before));

  // Another employer's moves are its own; what is no move is not counted.
  EXPECT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("bolt")),
              Succeeds());
  EXPECT_THAT(
      server.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/bolt", "main")),
      Succeeds());
  EXPECT_THAT(Update(MoveRequest(8, "employers/bolt/sites/main")), Succeeds());
  EXPECT_THAT(Update(MoveRequest(7, kSite, 30)), Succeeds());
  auto renamed = MoveRequest(7, kSite, 30);
  renamed.mutable_site()->set_display_name("Elsewhere");
  renamed.mutable_update_mask()->add_paths("display_name");
  EXPECT_THAT(Update(renamed), Succeeds());

  server.Advance(absl::Hours(24 * 355));  // 365 days after the first two
  EXPECT_THAT(Move(8), Succeeds());
  EXPECT_THAT(Move(9), Succeeds());
  EXPECT_THAT(Move(8), Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
}

TEST_P(Sites, AMoveThatIsOnlyValidatedOrRepeatedIsNotCounted) {
  auto request = MoveRequest(5);
  request.set_validate_only(true);
  for (int i = 0; i < 5; ++i) EXPECT_THAT(Update(request), Succeeds());
  request.set_validate_only(false);
  request.set_request_id("move-number-1");
  for (int i = 0; i < 5; ++i) EXPECT_THAT(Update(request), Succeeds());
  EXPECT_THAT(Move(6), Succeeds());
  EXPECT_THAT(Move(7), Succeeds());
  EXPECT_THAT(Move(8), Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
}

TEST_P(Sites, AreMadeTwentyAMonth) {
  for (int i = 1; i < 20; ++i) EXPECT_THAT(Create(absl::StrCat("s", i)), Succeeds());
  EXPECT_THAT(Create("one-more"), Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
  auto unplaced = SiteRequest("employers/acme", "unplaced");
  unplaced.mutable_site()->clear_position();
  EXPECT_THAT(server.Call(kEngagement, &Employers::CreateSite, unplaced), Succeeds());
  const auto placed = MoveRequest(5, "employers/acme/sites/unplaced");
  EXPECT_THAT(Update(placed), Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
  server.Advance(absl::Hours(24 * 30));
  EXPECT_THAT(Update(placed), Succeeds());
  EXPECT_THAT(Create("one-more"), Succeeds());
}

// Each thread moves a site of its own, so that nothing but the budget is between them.
TEST_P(Sites, NeverMoveMoreOftenThanTheyMayHoweverManyTryAtOnce) {
  constexpr int kThreads = 8;
  for (int i = 0; i < kThreads; ++i) ASSERT_THAT(Create(absl::StrCat("s", i)), Succeeds());
  std::atomic<int> moved = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      for (int step = 0; step < 4; ++step) {
        const auto request = MoveRequest(5 + step, absl::StrCat("employers/acme/sites/s", i));
        if (Update(request).ok()) ++moved;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(moved, 3);
}

TEST_P(Sites, ThatLookLikeALatticeAreListed) {
  v1::ListPostingFlagsRequest list;
  const auto none = server.Call(kAdministrator, &Employers::ListPostingFlags, list);
  ASSERT_THAT(none, Succeeds());
  EXPECT_EQ(none->flags_size(), 0);
  for (const char* employer : {"acme", "bolt"}) {
    server.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest(employer));
    for (int i = 0; i < 9; ++i) {
      auto request = SiteRequest(absl::StrCat("employers/", employer), absl::StrCat("grid-", i));
      v1::Position& position = *request.mutable_site()->mutable_position();
      position.set_latitude(53.3 + 0.01 * (i % 3));
      position.set_longitude(-2.5 + 0.015 * (i / 3));
      ASSERT_THAT(server.Call(kEngagement, &Employers::CreateSite, request), Succeeds());
    }
  }
  const auto feed = *storage::CatalogueFeed::Open(server.store(), [](const std::string&) {});
  ASSERT_OK(
      services::SweepPostings(server.store(), *feed->Latest(), {20'241}, [] { return false; }));

  const auto listed = server.Call(kAdministrator, &Employers::ListPostingFlags, list);
  ASSERT_THAT(listed, Succeeds());
  ASSERT_EQ(listed->flags_size(), 2);
  v1::PostingFlag expected = Parse<v1::PostingFlag>(R"pb(
    employer: "employers/acme"
    kind: POSTING_FLAG_KIND_LATTICE
    first_seen_on { year: 2025 month: 6 day: 2 }
    places: 9
    registered_by: "jobs-north"
  )pb");
  expected.set_example(listed->flags(0).example());
  EXPECT_THAT(listed->flags(0), Is(expected));
  EXPECT_THAT(expected.example(), HasSubstr("employers/acme/sites/grid-"));
  EXPECT_EQ(listed->next_page_token(), "");

  list.set_page_size(1);
  const auto first = server.Call(kAdministrator, &Employers::ListPostingFlags, list);
  ASSERT_EQ(first->flags_size(), 1);
  list.set_page_token(first->next_page_token());
  const auto second = server.Call(kAdministrator, &Employers::ListPostingFlags, list);
  ASSERT_EQ(second->flags_size(), 1);
  EXPECT_EQ(second->flags(0).employer(), "employers/bolt");
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_THAT(server.Call(kEngagement, &Employers::ListPostingFlags, list),
              Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  // Whoever registered the sites is not to be told by their own administrators.
  const Party theirs{"administrator", kEngagement.organisation};
  EXPECT_THAT(server.Call(theirs, &Employers::ListPostingFlags, list),
              Fails(StatusCode::PERMISSION_DENIED, "GRANT_NOT_PERMITTED"));
}

}  // namespace
}  // namespace throughgate
