// Grants: who may give which, to whom, for how long; who may let whom stand in; who may end one.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/service/access_fixture.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::AllOf;
using testing::HasSubstr;

constexpr absl::Duration kDay = absl::Hours(24);

// EXPECT_THAT(answer, IsNotPermitted("themselves"));
auto IsNotPermitted(const std::string& why) {
  return AllOf(Fails(StatusCode::PERMISSION_DENIED, "GRANT_NOT_PERMITTED"),
               testing::ResultOf([](const auto& answer) { return answer.status.error_message(); },
                                 HasSubstr(why)));
}

class Grants : public AccessTest {
 protected:
  std::vector<std::string> ListNames(bool show_ended, int page_size = 0) {
    v1::ListGrantsRequest request;
    request.set_parent("organisations/first-steps");
    request.set_show_ended(show_ended);
    request.set_page_size(page_size);
    std::vector<std::string> names;
    do {
      const auto page = server.Call(kOwnAdministrator, &Access::ListGrants, request);
      EXPECT_THAT(page, Succeeds());
      for (const auto& grant : page->grants()) names.push_back(grant.name());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
};
ON_EVERY_STORE(Grants);

TEST_P(Grants, AreThereAsTheyWereGivenAndHoldAtTheNextCall) {
  EXPECT_THAT(access.Ask("wren"), Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  auto request = access.GrantRequest("wren", v1::GRANT_ROLE_BROKER, "east");
  request.set_grant_id("wren-east");
  const auto given = access.Give(request);
  ASSERT_THAT(given, Succeeds());
  EXPECT_THAT(access.Ask("wren"), Succeeds());
  v1::Grant expected = request.grant();
  expected.set_name("organisations/first-steps/grants/wren-east");
  expected.set_kind(v1::GRANT_KIND_STANDING);
  *expected.mutable_from() = access.In(absl::ZeroDuration());
  expected.set_granted_by("administrator@first-steps");
  expected.set_etag(given->grant().etag());
  EXPECT_THAT(given->grant(), Is(expected));
  EXPECT_THAT(access.Get(expected.name())->grant(), Is(expected));
  EXPECT_NE(given->revision(), "");
  EXPECT_THAT(access.Give(request), Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
}

TEST_P(Grants, AreRefusedFieldByField) {
  v1::CreateGrantRequest empty;
  empty.set_parent("organisations/first-steps");
  EXPECT_THAT(access.Give(empty), Refuses(Fields{"grant.subject", "grant.role", "grant.until"}));
  auto request = access.GrantRequest("two words", v1::GRANT_ROLE_BROKER, "East");
  request.set_grant_id("-");
  EXPECT_THAT(access.Give(request), Refuses(Fields{"grant_id", "grant.subject", "grant.caseload"}));
  for (const std::string& subject :
       {std::string(201, 'a'), std::string("caf\xc3\xa9"), std::string("tab\there")}) {
    EXPECT_THAT(access.Give(access.GrantRequest(subject)), Refuses(Fields{"grant.subject"}));
  }
  EXPECT_THAT(access.Give(access.GrantRequest(std::string(200, 'a'))), Succeeds());
  EXPECT_THAT(access.Give(access.GrantRequest("spiffe://prison.example/referrals")), Succeeds());
  request = access.GrantRequest("wren");
  request.set_parent("organisations");
  EXPECT_THAT(access.Give(request), Refuses(Fields{"parent"}));
  request = access.GrantRequest("wren");
  request.set_parent("organisations/nowhere");
  EXPECT_THAT(access.Give(request, kAdministrator),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

// It would look as if it limited them.
TEST_P(Grants, HaveACaseloadOnlyWhereTheRoleWorksWithCaseloads) {
  for (const v1::GrantRole role : {v1::GRANT_ROLE_ENGAGEMENT, v1::GRANT_ROLE_EVALUATOR,
                                   v1::GRANT_ROLE_AUDITOR, v1::GRANT_ROLE_ADMINISTRATOR}) {
    EXPECT_THAT(access.Give(access.GrantRequest("wren", role, "east")),
                Refuses(Fields{"grant.caseload"}));
  }
  for (const v1::GrantRole role : {v1::GRANT_ROLE_BROKER, v1::GRANT_ROLE_CUSTODY,
                                   v1::GRANT_ROLE_PROBATION, v1::GRANT_ROLE_SENIOR_PROBATION}) {
    EXPECT_THAT(access.Give(access.GrantRequest("wren", role, "east")), Succeeds());
  }
}

TEST_P(Grants, LastAYearAndADayAtMost) {
  const auto lasting = [&](absl::Duration from, absl::Duration until) {
    auto request = access.GrantRequest("wren");
    *request.mutable_grant()->mutable_from() = access.In(from);
    *request.mutable_grant()->mutable_until() = access.In(until);
    return access.Give(request);
  };
  EXPECT_THAT(lasting(absl::ZeroDuration(), 366 * kDay), Succeeds());
  EXPECT_THAT(lasting(absl::ZeroDuration(), 366 * kDay + absl::Seconds(1)),
              Refuses(Fields{"grant.until"}));
  EXPECT_THAT(lasting(30 * kDay, 396 * kDay), Succeeds());
  EXPECT_THAT(lasting(kDay, kDay), Refuses(Fields{"grant.until"}));
  EXPECT_THAT(lasting(-2 * kDay, -kDay), Refuses(Fields{"grant.until"}));
  EXPECT_THAT(lasting(-2 * kDay, absl::ZeroDuration()), Refuses(Fields{"grant.until"}));
}

TEST_P(Grants, AreNotGivenToOneselfNorBeyondTheOrganisation) {
  EXPECT_THAT(access.Give(access.GrantRequest(SubjectOf(kOwnAdministrator))),
              IsNotPermitted("nobody grants anything to themselves"));
  EXPECT_THAT(access.Give(access.GrantRequest(SubjectOf(kAdministrator)), kAdministrator),
              IsNotPermitted("nobody grants anything to themselves"))
      << "not in another organisation either";
  auto elsewhere = access.GrantRequest("wren");
  elsewhere.set_parent("organisations/" + kOtherBroker.organisation);
  EXPECT_THAT(access.Give(elsewhere), IsNotPermitted("another organisation"));
  EXPECT_THAT(access.Give(elsewhere, kAdministrator), Succeeds());
  EXPECT_THAT(access.Give(access.GrantRequest("wren"), kBroker),
              Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
}

TEST_P(Grants, AreOfRolesThatTheOrganisationHas) {
  ASSERT_THAT(server.Call(kAdministrator, &Access::UpdateOrganisation,
                          Parse<v1::UpdateOrganisationRequest>(R"pb(
                            organisation {
                              name: "organisations/first-steps"
                              roles: [ GRANT_ROLE_BROKER, GRANT_ROLE_ADMINISTRATOR ]
                            }
                            update_mask { paths: "roles" }
                          )pb")),
              Succeeds());
  for (const Party& by : {kOwnAdministrator, kAdministrator}) {
    EXPECT_THAT(access.Give(access.GrantRequest("wren", v1::GRANT_ROLE_PROBATION), by),
                IsNotPermitted("no such role"));
  }
  EXPECT_THAT(access.Give(access.GrantRequest("wren")), Succeeds());
}

// Only administrators of the operating organisation reach others: nobody else who works for it.
TEST_P(Grants, OfOtherOrganisationsAreForNobodyElseOfTheOperatingOne) {
  const std::string grant = access.Give("wren", v1::GRANT_ROLE_PROBATION);
  const Party senior{"senior-probation", kOperatorInTests};
  const Party broker{"broker", kOperatorInTests};
  EXPECT_THAT(access.Revoke(grant, senior), IsNotPermitted("another organisation"));
  EXPECT_THAT(access.Get(grant, {"auditor", kOperatorInTests}),
              IsNotPermitted("another organisation"));
  EXPECT_THAT(
      access.Cover(access.CoverRequest(SubjectOf(kBroker), "east"), SubjectOf(broker), broker),
      IsNotPermitted("another organisation"));
  EXPECT_THAT(access.Get(grant, kAdministrator), Succeeds());
  EXPECT_THAT(access.Revoke(grant, kAdministrator), Succeeds());
}

TEST_P(Grants, AreListedWithThoseThatHaveEndedOrWithout) {
  const auto before = ListNames(/*show_ended=*/true);
  const std::string kept = access.Give("wren");
  auto request = access.GrantRequest("robin");
  *request.mutable_grant()->mutable_from() = access.In(kDay);
  const std::string later = access.Give(request)->grant().name();
  const std::string ended = access.Give("robin");
  ASSERT_THAT(access.Revoke(ended), Succeeds());
  const auto in_force = ListNames(/*show_ended=*/false);
  EXPECT_EQ(in_force.size(), before.size() + 2);
  EXPECT_THAT(in_force, testing::IsSupersetOf({kept, later}));
  const auto all = ListNames(/*show_ended=*/true, /*page_size=*/3);
  EXPECT_EQ(all.size(), before.size() + 3);
  EXPECT_TRUE(std::ranges::is_sorted(all));
  EXPECT_EQ(ListNames(/*show_ended=*/false, /*page_size=*/1), in_force);
  // A token is of the one listing.
  v1::ListGrantsRequest first;
  first.set_parent("organisations/first-steps");
  first.set_page_size(1);
  first.set_page_token(
      server.Call(kOwnAdministrator, &Access::ListGrants, first)->next_page_token());
  first.set_show_ended(true);
  EXPECT_THAT(server.Call(kOwnAdministrator, &Access::ListGrants, first),
              Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
}

TEST_P(Grants, ThatAreAskedForAgainAreGivenOnceAndThatAreTriedNever) {
  auto request = access.GrantRequest("wren");
  request.set_validate_only(true);
  ASSERT_THAT(access.Give(request), Succeeds());
  EXPECT_THAT(access.Ask("wren"), Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  auto to_oneself = access.GrantRequest(SubjectOf(kOwnAdministrator));
  to_oneself.set_validate_only(true);
  EXPECT_THAT(access.Give(to_oneself), IsNotPermitted("themselves"));
  request.set_validate_only(false);
  request.set_request_id("0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001");
  const auto first = access.Give(request);
  ASSERT_THAT(first, Succeeds());
  EXPECT_THAT(access.Give(request).response, Is(first.response)) << "and its random id is one";
}

// Robin has the caseload east, Wren the caseload west, both as brokers.
class Cover : public AccessTest {
 protected:
  Cover() {
    robins_ = access.Give("robin", v1::GRANT_ROLE_BROKER, "east");
    access.Give("wren", v1::GRANT_ROLE_BROKER, "west");
  }
  std::string robins_;
};
ON_EVERY_STORE(Cover);

TEST_P(Cover, IsGivenByTheHolderOfTheCaseload) {
  const auto given = access.Cover(access.CoverRequest("wren", "east"), "robin");
  ASSERT_THAT(given, Succeeds());
  EXPECT_EQ(given->grant().kind(), v1::GRANT_KIND_COVER);
  EXPECT_EQ(given->grant().caseload(), "east");
  EXPECT_EQ(given->grant().subject(), "wren");
  EXPECT_EQ(given->grant().granted_by(), "robin");
  EXPECT_THAT(access.Cover(access.CoverRequest("robin", "south"), "wren"),
              IsNotPermitted("a caseload that is not yours"));
  EXPECT_THAT(access.Cover(access.CoverRequest("robin", "south"), SubjectOf(kBroker)), Succeeds())
      << "whose grant reaches all";
  EXPECT_THAT(access.Cover(access.CoverRequest("robin", "east"), "robin"),
              IsNotPermitted("nobody grants anything to themselves"));
}

// Two could hand a caseload to each other for ever.
TEST_P(Cover, IsNotPassedOnByWhoeverStandsIn) {
  ASSERT_THAT(access.Cover(access.CoverRequest("wren", "east"), "robin"), Succeeds());
  ASSERT_THAT(access.Revoke(robins_), Succeeds());
  access.Give("robin", v1::GRANT_ROLE_BROKER, "south");
  EXPECT_THAT(access.Cover(access.CoverRequest("robin", "east"), "wren"),
              IsNotPermitted("a caseload that is not yours"));
  const auto duty = access.Cover(access.CoverRequest("wren", ""), SubjectOf(kOwnAdministrator),
                                 kOwnAdministrator);
  ASSERT_THAT(duty, Succeeds());
  EXPECT_EQ(duty->grant().kind(), v1::GRANT_KIND_DUTY);
  EXPECT_THAT(access.Cover(access.CoverRequest("robin", "east"), "wren"),
              IsNotPermitted("a caseload that is not yours"));
}

TEST_P(Cover, IsByColleaguesOfTheSameRole) {
  const auto ask = [&](const std::string& subject) {
    return access.Cover(access.CoverRequest(subject, "east"), "robin");
  };
  const std::string kWhy = "no standing grant of that role";
  EXPECT_THAT(ask("stranger"), IsNotPermitted(kWhy));
  EXPECT_THAT(ask(SubjectOf({"custody", kBroker.organisation})), IsNotPermitted(kWhy));
  EXPECT_THAT(ask(SubjectOf(kOtherBroker)), IsNotPermitted(kWhy));
  // A grant that has ended, and one that has not begun.
  const std::string ended = access.Give("finch");
  ASSERT_THAT(access.Revoke(ended), Succeeds());
  EXPECT_THAT(ask("finch"), IsNotPermitted(kWhy));
  auto later = access.GrantRequest("finch");
  *later.mutable_grant()->mutable_from() = access.In(kDay);
  ASSERT_THAT(access.Give(later), Succeeds());
  EXPECT_THAT(ask("finch"), IsNotPermitted(kWhy));
  server.Advance(kDay);
  EXPECT_THAT(ask("finch"), Succeeds());
}

TEST_P(Cover, ByDutyOfficersIsForThoseWhoAnswerForOthers) {
  EXPECT_THAT(access.Cover(access.CoverRequest("wren", ""), SubjectOf(kBroker)),
              IsNotPermitted("for others to appoint"));
  EXPECT_THAT(
      access.Cover(access.CoverRequest("wren", "", v1::GRANT_ROLE_CUSTODY), SubjectOf(kBroker)),
      IsNotPermitted("another role than yours"));
  const Party senior{"senior-probation", kBroker.organisation};
  const auto by_senior = [&](const v1::CoverCaseloadRequest& request) {
    return access.Cover(request, SubjectOf(senior), senior);
  };
  EXPECT_THAT(by_senior(access.CoverRequest("wren", "")), IsNotPermitted("another role"));
  const std::string officer = SubjectOf({"probation", kBroker.organisation});
  EXPECT_THAT(by_senior(access.CoverRequest(officer, "", v1::GRANT_ROLE_PROBATION)), Succeeds());
  EXPECT_THAT(by_senior(access.CoverRequest(officer, "any", v1::GRANT_ROLE_PROBATION)), Succeeds());
  EXPECT_THAT(access.Cover(access.CoverRequest("wren", "", v1::GRANT_ROLE_ENGAGEMENT),
                           SubjectOf(kOwnAdministrator), kOwnAdministrator),
              IsNotPermitted("nobody stands in for that role"));
}

TEST_P(Cover, LastsAQuarterAtMostAndDutyAWeek) {
  const auto lasting = [&](const std::string& caseload, absl::Duration until) {
    auto request = access.CoverRequest("wren", caseload);
    *request.mutable_until() = access.In(until);
    return access.Cover(request, SubjectOf(kOwnAdministrator), kOwnAdministrator);
  };
  EXPECT_THAT(lasting("east", 92 * kDay), Succeeds());
  EXPECT_THAT(lasting("east", 92 * kDay + absl::Seconds(1)), Refuses(Fields{"until"}));
  EXPECT_THAT(lasting("", 8 * kDay), Succeeds());
  EXPECT_THAT(lasting("", 8 * kDay + absl::Seconds(1)), Refuses(Fields{"until"}));
  EXPECT_THAT(access.Cover(v1::CoverCaseloadRequest(), "robin"),
              Refuses(Fields{"parent", "subject", "role", "until"}));
}

// Whoever has left the team no longer stands in for it.
TEST_P(Cover, EndsWithTheWorkOfOnesOwn) {
  const std::string own = access.Give("finch", v1::GRANT_ROLE_BROKER, "north");
  ASSERT_THAT(access.Cover(access.CoverRequest("finch", "east"), "robin"), Succeeds());
  EXPECT_THAT(access.Ask("finch"), Succeeds());
  ASSERT_THAT(access.Revoke(own), Succeeds());
  EXPECT_THAT(access.Ask("finch"), Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
}

}  // namespace
}  // namespace throughgate
