// Organisations, and what a caller is told of themselves.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/service/access_fixture.h"
#include "tests/service/samples.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::IsEmpty;
using testing::IsSupersetOf;

class Organisations : public AccessTest {
 protected:
  static v1::CreateOrganisationRequest Request(const std::string& id) {
    auto request = Parse<v1::CreateOrganisationRequest>(R"pb(
      organisation {
        display_name: "New Leaf"
        roles: GRANT_ROLE_BROKER
        roles: GRANT_ROLE_ADMINISTRATOR
      }
    )pb");
    request.set_organisation_id(id);
    return request;
  }
  auto Create(const v1::CreateOrganisationRequest& request) {
    return server.Call(kAdministrator, &Access::CreateOrganisation, request);
  }
  auto Update(const std::string& text) {
    return server.Call(kAdministrator, &Access::UpdateOrganisation,
                       Parse<v1::UpdateOrganisationRequest>(text));
  }
  auto Get(const std::string& name, const Party& by = kBroker) {
    v1::GetOrganisationRequest request;
    request.set_name(name);
    return server.Call(by, &Access::GetOrganisation, request);
  }
};
ON_EVERY_STORE(Organisations);

TEST_P(Organisations, AreThereAsTheyWereMade) {
  const auto made = Create(Request("new-leaf"));
  ASSERT_THAT(made, Succeeds());
  auto expected = Parse<v1::Organisation>(R"pb(
    name: "organisations/new-leaf"
    display_name: "New Leaf"
    roles: GRANT_ROLE_BROKER
    roles: GRANT_ROLE_ADMINISTRATOR
  )pb");
  expected.set_etag(made->organisation().etag());
  EXPECT_THAT(made->organisation(), Is(expected));
  EXPECT_NE(made->organisation().etag(), "");
  EXPECT_NE(made->revision(), "");
  EXPECT_THAT(Get("organisations/new-leaf")->organisation(), Is(expected));
  EXPECT_THAT(Create(Request("new-leaf")), Fails(StatusCode::ALREADY_EXISTS, "RESOURCE_EXISTS"));
  EXPECT_THAT(Get("organisations/nobody"), Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(Organisations, AreRefusedFieldByField) {
  EXPECT_THAT(
      Create(v1::CreateOrganisationRequest()),
      Refuses(Fields{"organisation_id", "organisation.display_name", "organisation.roles"}));
  auto request = Request("New Leaf");
  request.mutable_organisation()->add_roles(v1::GRANT_ROLE_BROKER);
  EXPECT_THAT(Create(request), Refuses(Fields{"organisation_id", "organisation.roles[2]"}));
  request = Request("new-leaf");
  request.mutable_organisation()->set_roles(0, static_cast<v1::GrantRole>(9));
  EXPECT_THAT(Create(request), Refuses(Fields{"organisation.roles[0]"}));
}

// What only the service says of an organisation nobody else can.
TEST_P(Organisations, CannotMakeThemselvesOperators) {
  auto request = Request("new-leaf");
  request.mutable_organisation()->set_operates(true);
  EXPECT_FALSE(Create(request)->organisation().operates());
  EXPECT_THAT(Update(R"pb(organisation { name: "organisations/new-leaf" operates: true }
                          update_mask { paths: "operates" })pb"),
              Refuses(Fields{"update_mask.paths[0]"}));
  EXPECT_TRUE(Get("organisations/operations")->organisation().operates());
}

TEST_P(Organisations, AreChangedFieldByField) {
  const auto made = Create(Request("new-leaf"));
  const auto renamed =
      Update(R"pb(organisation { name: "organisations/new-leaf" display_name: "Leaf" }
                  update_mask { paths: "display_name" })pb");
  ASSERT_THAT(renamed, Succeeds());
  EXPECT_EQ(renamed->organisation().display_name(), "Leaf");
  EXPECT_EQ(renamed->organisation().roles_size(), 2);
  auto stale = Parse<v1::UpdateOrganisationRequest>(R"pb(
    organisation { name: "organisations/new-leaf" suspended: true }
    update_mask { paths: "suspended" }
  )pb");
  stale.mutable_organisation()->set_etag(made->organisation().etag());
  EXPECT_THAT(server.Call(kAdministrator, &Access::UpdateOrganisation, stale),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  stale.mutable_organisation()->set_etag(renamed->organisation().etag());
  EXPECT_THAT(server.Call(kAdministrator, &Access::UpdateOrganisation, stale), Succeeds());
  EXPECT_THAT(Update(R"pb(organisation { name: "organisations/nobody" display_name: "N" }
                          update_mask { paths: "display_name" })pb"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

// Nobody would be left to take it back.
TEST_P(Organisations, ThatOperateKeepTheirAdministrators) {
  EXPECT_THAT(Update(R"pb(organisation { name: "organisations/operations" suspended: true }
                          update_mask { paths: "suspended" })pb"),
              Refuses(Fields{"organisation.suspended"}));
  EXPECT_THAT(
      Update(R"pb(organisation { name: "organisations/operations" roles: GRANT_ROLE_AUDITOR }
                  update_mask { paths: "roles" })pb"),
      Refuses(Fields{"organisation.roles"}));
  EXPECT_THAT(Update(R"pb(organisation {
                            name: "organisations/operations"
                            roles: [ GRANT_ROLE_AUDITOR, GRANT_ROLE_ADMINISTRATOR ]
                          }
                          update_mask { paths: "roles" })pb"),
              Succeeds());
}

TEST_P(Organisations, ThatAreSuspendedHaveNobodyWhoActsForThem) {
  EXPECT_THAT(access.Ask(SubjectOf(kBroker)), Succeeds());
  const std::string kSuspend =
      R"pb(organisation { name: "organisations/first-steps" suspended: true }
           update_mask { paths: "suspended" })pb";
  ASSERT_THAT(Update(kSuspend), Succeeds());
  EXPECT_THAT(access.Ask(SubjectOf(kBroker)),
              Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  EXPECT_THAT(access.Ask(SubjectOf(kOtherBroker), kOtherBroker), Succeeds());
  ASSERT_THAT(Update(R"pb(organisation { name: "organisations/first-steps" }
                          update_mask { paths: "suspended" })pb"),
              Succeeds());
  EXPECT_THAT(access.Ask(SubjectOf(kBroker)), Succeeds());
}

TEST_P(Organisations, ThatLoseARoleHaveNobodyWhoActsInIt) {
  ASSERT_THAT(
      Update(R"pb(organisation { name: "organisations/first-steps" roles: GRANT_ROLE_CUSTODY }
                  update_mask { paths: "roles" })pb"),
      Succeeds());
  EXPECT_THAT(access.Ask(SubjectOf(kBroker)),
              Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
  const Party custody{"custody", kBroker.organisation};
  EXPECT_THAT(access.Ask(SubjectOf(custody), custody), Succeeds());
}

TEST_P(Organisations, AreListedInTheOrderOfNamesPageByPage) {
  ASSERT_THAT(Create(Request("a-first")), Succeeds());
  v1::ListOrganisationsRequest request;
  std::vector<std::string> names;
  do {
    request.set_page_size(2);
    const auto page = server.Call(kBroker, &Access::ListOrganisations, request);
    ASSERT_THAT(page, Succeeds());
    EXPECT_LE(page->organisations_size(), 2);
    for (const auto& organisation : page->organisations()) names.push_back(organisation.name());
    request.set_page_token(page->next_page_token());
    // Later than the pages are of.
    Create(Request("z" + std::to_string(names.size())));
  } while (!request.page_token().empty());
  EXPECT_TRUE(std::ranges::is_sorted(names));
  EXPECT_EQ(names.front(), "organisations/a-first");
  EXPECT_THAT(names, IsSupersetOf({"organisations/first-steps", "organisations/operations"}));
  EXPECT_THAT(names, testing::Not(testing::Contains("organisations/z2")));
}

TEST_P(Organisations, ARequestThatIsRepeatedHappensOnceAndOneThatIsTriedNever) {
  auto request = Request("new-leaf");
  request.set_validate_only(true);
  const auto tried = Create(request);
  ASSERT_THAT(tried, Succeeds());
  EXPECT_EQ(tried->revision(), "");
  EXPECT_THAT(Get("organisations/new-leaf"), Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  request.set_validate_only(false);
  request.set_request_id("0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001");
  const auto first = Create(request);
  ASSERT_THAT(first, Succeeds());
  EXPECT_THAT(Create(request).response, Is(first.response));
  request.mutable_organisation()->set_display_name("Other");
  EXPECT_THAT(Create(request), Fails(StatusCode::ALREADY_EXISTS, "REQUEST_ID_REUSED"));
}

class Callers : public AccessTest {
 protected:
  auto WhoIs(const std::string& subject) {
    return server.CallAs(subject, {}, &Access::GetCaller, v1::GetCallerRequest());
  }
  std::vector<std::string> GrantsOf(const std::string& subject) {
    std::vector<std::string> names;
    const auto known = WhoIs(subject);
    for (const auto& grant : known->grants()) names.push_back(grant.name());
    return names;
  }
};
ON_EVERY_STORE(Callers);

TEST_P(Callers, AreToldWhoTheyAreThoughTheyMayDoNothing) {
  const auto stranger = WhoIs("stranger");
  ASSERT_THAT(stranger, Succeeds());
  EXPECT_EQ(stranger->subject(), "stranger");
  EXPECT_THAT(stranger->grants(), IsEmpty());
}

TEST_P(Callers, AreToldTheGrantsThatAreInForceAndNoOther) {
  const std::string broker = access.Give("wren");
  const std::string custody = access.Give("wren", v1::GRANT_ROLE_CUSTODY, "east");
  auto later = access.GrantRequest("wren", v1::GRANT_ROLE_EVALUATOR);
  *later.mutable_grant()->mutable_from() = access.In(absl::Hours(1));
  const std::string evaluator = access.Give(later)->grant().name();
  access.Give("robin");
  EXPECT_THAT(GrantsOf("wren"), testing::UnorderedElementsAre(broker, custody));
  EXPECT_TRUE(std::ranges::is_sorted(GrantsOf("wren")));
  const auto wren = WhoIs("wren");
  for (const auto& grant : wren->grants()) {
    EXPECT_THAT(grant, Is(access.Get(grant.name())->grant()));
  }
  server.Advance(absl::Hours(1));
  ASSERT_THAT(access.Revoke(broker), Succeeds());
  EXPECT_THAT(GrantsOf("wren"), testing::UnorderedElementsAre(custody, evaluator));
  ASSERT_THAT(
      server.Call(kAdministrator, &Access::UpdateOrganisation,
                  Parse<v1::UpdateOrganisationRequest>(
                      R"pb(organisation { name: "organisations/first-steps" suspended: true }
                           update_mask { paths: "suspended" })pb")),
      Succeeds());
  EXPECT_THAT(GrantsOf("wren"), IsEmpty());
}

// Which of several grants is meant has to be said, and only as far as several fit.
TEST_P(Callers, WithSeveralGrantsSayWhichTheyMean) {
  access.Give("wren", v1::GRANT_ROLE_BROKER, "east");
  EXPECT_THAT(access.Ask("wren", {}), Succeeds());
  access.Give("wren", v1::GRANT_ROLE_BROKER, "west");
  EXPECT_THAT(access.Ask("wren", {}), Succeeds()) << "they count together";
  access.Give("wren", v1::GRANT_ROLE_CUSTODY);

  const auto header_named = [](const auto& answer) {
    EXPECT_THAT(answer, Fails(StatusCode::UNAUTHENTICATED, "CALLER_UNKNOWN"));
    return Decode(answer.status).metadata["header"];
  };
  EXPECT_EQ(header_named(access.Ask("wren", {})), "throughgate-role");
  EXPECT_EQ(header_named(access.Ask("wren", {"", kBroker.organisation})), "throughgate-role");
  EXPECT_THAT(access.Ask("wren", {"broker", ""}), Succeeds());

  auto elsewhere = access.GrantRequest("wren");
  elsewhere.set_parent("organisations/" + kOtherBroker.organisation);
  ASSERT_THAT(access.Give(elsewhere, kAdministrator), Succeeds());
  EXPECT_EQ(header_named(access.Ask("wren", {"broker", ""})), "throughgate-organisation");
  EXPECT_THAT(access.Ask("wren", kBroker), Succeeds());
  EXPECT_THAT(access.Ask("wren", kOtherBroker), Succeeds());
  // Only those grants count that the method admits.
  EXPECT_THAT(
      server.CallAs("wren", {"custody", ""}, &Employers::VerifySite, v1::VerifySiteRequest()),
      Fails(StatusCode::INVALID_ARGUMENT, "FIELD_INVALID"));
  EXPECT_THAT(server.CallAs("wren", {}, &Employers::VerifySite, v1::VerifySiteRequest()),
              Fails(StatusCode::INVALID_ARGUMENT, "FIELD_INVALID"));
}

// By which role they act is what their answers are of.
TEST_P(Callers, DoNotGetMoreByAnotherGrantThanTheOneTheyActBy) {
  LoadSamples(server);
  access.Give("wren", v1::GRANT_ROLE_BROKER);
  access.Give("wren", v1::GRANT_ROLE_PROBATION);
  const auto find = [&](const std::string& role) {
    v1::FindVacanciesRequest request;
    request.set_candidate("candidates/first");
    return server.CallAs("wren", {role, kBroker.organisation}, &Matches::FindVacancies, request);
  };
  EXPECT_EQ(find("broker")->basis().view(), v1::VIEW_SHARED);
  EXPECT_EQ(find("probation")->basis().view(), v1::VIEW_FULL);
}

}  // namespace
}  // namespace throughgate
