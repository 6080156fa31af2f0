// Organisations and grants as people look after them, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "absl/time/clock.h"
#include "services/cli/grant_terms.h"
#include "services/cli/testing/command_test.h"
#include "throughgate/v1/access_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A grant of broker-bo's for a hundred years.
v1::Grant Grant(const std::string& name) {
  v1::Grant grant;
  grant.set_name(name);
  grant.set_subject("broker-bo");
  grant.set_role(v1::GRANT_ROLE_BROKER);
  grant.set_kind(v1::GRANT_KIND_STANDING);
  grant.mutable_from()->set_seconds(1577880000);  // 2020-01-01T12:00:00Z
  grant.mutable_until()->set_seconds(absl::ToUnixSeconds(ParseUntil("2126-06-30", {}).value()));
  grant.set_granted_by("admin-dee");
  return grant;
}

// Keeps what it was asked, and gives back what was sent.
class FakeAccess : public v1::AccessService::Service {
 public:
  grpc::Status GetCaller(grpc::ServerContext*, const v1::GetCallerRequest*,
                         v1::GetCallerResponse* response) override {
    response->set_subject("broker-bo");
    for (const v1::Grant& grant : grants) *response->add_grants() = grant;
    return grpc::Status::OK;
  }
  grpc::Status CreateOrganisation(grpc::ServerContext*,
                                  const v1::CreateOrganisationRequest* request,
                                  v1::CreateOrganisationResponse* response) override {
    created = *request;
    *response->mutable_organisation() = request->organisation();
    return grpc::Status::OK;
  }
  grpc::Status UpdateOrganisation(grpc::ServerContext*,
                                  const v1::UpdateOrganisationRequest* request,
                                  v1::UpdateOrganisationResponse*) override {
    updated = *request;
    return grpc::Status::OK;
  }
  grpc::Status ListOrganisations(grpc::ServerContext*, const v1::ListOrganisationsRequest*,
                                 v1::ListOrganisationsResponse* response) override {
    v1::Organisation& organisation = *response->add_organisations();
    organisation.set_name("organisations/northwest-probation");
    organisation.add_roles(v1::GRANT_ROLE_SENIOR_PROBATION);
    organisation.set_suspended(true);
    return grpc::Status::OK;
  }
  grpc::Status CreateGrant(grpc::ServerContext* context, const v1::CreateGrantRequest* request,
                           v1::CreateGrantResponse* response) override {
    const auto role = context->client_metadata().find("throughgate-role");
    acts_as = role == context->client_metadata().end()
                  ? ""
                  : std::string(role->second.data(), role->second.size());
    given = *request;
    *response->mutable_grant() = request->grant();
    return grpc::Status::OK;
  }
  grpc::Status CoverCaseload(grpc::ServerContext*, const v1::CoverCaseloadRequest* request,
                             v1::CoverCaseloadResponse* response) override {
    covered = *request;
    *response->mutable_grant() = Grant("organisations/north/grants/x");
    return grpc::Status::OK;
  }
  grpc::Status RevokeGrant(grpc::ServerContext*, const v1::RevokeGrantRequest* request,
                           v1::RevokeGrantResponse* response) override {
    revoked = *request;
    *response->mutable_grant() = Grant(request->name());
    response->mutable_grant()->set_revoked_by("admin-dee");
    return grpc::Status::OK;
  }
  grpc::Status ListGrants(grpc::ServerContext*, const v1::ListGrantsRequest* request,
                          v1::ListGrantsResponse* response) override {
    listed = *request;
    for (const v1::Grant& grant : grants) *response->add_grants() = grant;
    if (request->page_token().empty()) response->set_next_page_token("2");
    return grpc::Status::OK;
  }

  std::vector<v1::Grant> grants = {Grant("organisations/north/grants/bo")};
  v1::CreateOrganisationRequest created;
  v1::UpdateOrganisationRequest updated;
  v1::CreateGrantRequest given;
  std::string acts_as;
  v1::CoverCaseloadRequest covered;
  v1::RevokeGrantRequest revoked;
  v1::ListGrantsRequest listed;
};

class AccessTest : public CommandTest {
 protected:
  AccessTest() { Serve({&access_}); }

  FakeAccess access_;
};

TEST_F(AccessTest, WhoAmIShowsWhatTheyMayDo) {
  ASSERT_EQ(Run({"whoami"}), 0) << err_;
  EXPECT_EQ(out_,
            "You are broker-bo, and may act as:\n"
            "grant     subject    role    caseload  kind      from              until       "
            "given by   state\n"
            "north/bo  broker-bo  broker  all       standing  2020-01-01 12:00  2126-06-30  "
            "admin-dee  in force\n");
  ASSERT_EQ(Run({"whoami", "--json"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("\"subject\":\"broker-bo\""));
  access_.grants.clear();
  EXPECT_EQ(Run({"whoami"}), 1);
  EXPECT_THAT(out_, HasSubstr("You are broker-bo, and have no grant that is in force."));
}

TEST_F(AccessTest, AnOrganisationIsRegisteredWithItsRoles) {
  ASSERT_EQ(Run({"organisations", "create", "--role", "probation", "--role", "senior-probation",
                 "north", "--name", "Probation North"}),
            0)
      << err_;
  EXPECT_EQ(access_.created.ShortDebugString(),
            "organisation_id: \"north\" organisation { display_name: \"Probation North\" "
            "roles: GRANT_ROLE_PROBATION roles: GRANT_ROLE_SENIOR_PROBATION }");
  EXPECT_THAT(out_, HasSubstr("roles: PROBATION, SENIOR_PROBATION"));
  EXPECT_EQ(Run({"organisations", "create", "north", "--name", "North"}), 2);
  EXPECT_EQ(Run({"organisations", "create", "north", "--name", "North", "--role", "governor"}), 2);
  EXPECT_THAT(err_, HasSubstr("senior-probation"));
}

TEST_F(AccessTest, AnOrganisationIsChangedByWhatIsGivenAlone) {
  ASSERT_EQ(Run({"organisations", "update", "north", "--name", "North", "--etag", "e3"}), 0)
      << err_;
  EXPECT_EQ(access_.updated.ShortDebugString(),
            "organisation { name: \"organisations/north\" display_name: \"North\" etag: \"e3\" } "
            "update_mask { paths: \"display_name\" }");
  ASSERT_EQ(Run({"organisations", "update", "north", "--role", "broker"}), 0) << err_;
  EXPECT_EQ(access_.updated.ShortDebugString(),
            "organisation { name: \"organisations/north\" roles: GRANT_ROLE_BROKER } "
            "update_mask { paths: \"roles\" }");
  ASSERT_EQ(Run({"organisations", "suspend", "north"}), 0) << err_;
  EXPECT_EQ(access_.updated.ShortDebugString(),
            "organisation { name: \"organisations/north\" suspended: true } "
            "update_mask { paths: \"suspended\" }");
  ASSERT_EQ(Run({"organisations", "resume", "organisations/north"}), 0) << err_;
  EXPECT_EQ(access_.updated.ShortDebugString(),
            "organisation { name: \"organisations/north\" } update_mask { paths: \"suspended\" }");
  EXPECT_EQ(Run({"organisations", "update", "north"}), 2) << "nothing to change";
}

TEST_F(AccessTest, OrganisationsAreListed) {
  ASSERT_EQ(Run({"organisations", "list"}), 0) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("organisations/northwest-probation"),
                          HasSubstr("SENIOR_PROBATION"), HasSubstr("true")));
}

TEST_F(AccessTest, AGrantIsGivenUntilTheEndOfADay) {
  ASSERT_EQ(
      Run({"grants", "create", "north", "--subject", "broker-bo", "--role", "broker", "--caseload",
           "leeds", "--id", "bo", "--from", "2026-07-01", "--until", "2026-07-31"}),
      0)
      << err_;
  EXPECT_EQ(access_.given.ShortDebugString(),
            "parent: \"organisations/north\" grant_id: \"bo\" grant { subject: \"broker-bo\" "
            "role: GRANT_ROLE_BROKER caseload: \"leeds\" from { seconds: 1782860400 } "
            "until { seconds: 1785538800 } }");
  EXPECT_THAT(out_, AllOf(HasSubstr("leeds"), HasSubstr("2026-07-01"), HasSubstr("2026-07-31")));
  EXPECT_EQ(access_.acts_as, "");
}

TEST_F(AccessTest, TheRoleThatIsGivenIsNotTheRoleOfWhoGivesIt) {
  ASSERT_EQ(Run({"--role", "administrator", "grants", "create", "north", "--subject", "s", "--role",
                 "custody", "--until", "5d"}),
            0)
      << err_;
  EXPECT_EQ(access_.acts_as, "administrator");
  EXPECT_EQ(access_.given.grant().role(), v1::GRANT_ROLE_CUSTODY);
  EXPECT_FALSE(access_.given.grant().has_from()) << "at once, by the server's clock";
  const absl::Duration off = absl::FromUnixSeconds(access_.given.grant().until().seconds()) -
                             (absl::Now() + absl::Hours(120));
  EXPECT_LT(absl::AbsDuration(off), absl::Minutes(1));
}

TEST_F(AccessTest, NothingIsGivenForWhatIsNoTime) {
  const std::vector<std::string> words = {"grants",    "create", "north",  "--subject",
                                          "broker-bo", "--role", "broker", "--until"};
  for (const char* until : {"tomorrow", "2026-02-30"}) {
    std::vector<std::string> all = words;
    all.emplace_back(until);
    EXPECT_EQ(Run(all), 2);
    EXPECT_THAT(err_, HasSubstr("is no time: give a day"));
  }
  EXPECT_EQ(Run({"grants", "create", "north", "--subject", "s", "--role", "broker"}), 2);
  EXPECT_THAT(err_, HasSubstr("--until"));
  EXPECT_EQ(access_.given.parent(), "");
}

TEST_F(AccessTest, AColleaguesLeaveIsCovered) {
  ASSERT_EQ(Run({"grants", "cover", "north", "--caseload", "leeds", "--to", "probation-cy",
                 "--role", "probation", "--until", "2026-07-31"}),
            0)
      << err_;
  EXPECT_EQ(access_.covered.ShortDebugString(),
            "parent: \"organisations/north\" caseload: \"leeds\" subject: \"probation-cy\" "
            "role: GRANT_ROLE_PROBATION until { seconds: 1785538800 }");
  EXPECT_THAT(out_, HasSubstr("north/x"));
  EXPECT_EQ(Run({"grants", "cover", "north", "--to", "probation-cy", "--role", "probation",
                 "--until", "8h"}),
            2)
      << "without a caseload it would be duty";
}

TEST_F(AccessTest, ADutyOfficerHasAllCaseloads) {
  ASSERT_EQ(Run({"grants", "duty", "north", "--to", "probation-cy", "--role", "probation",
                 "--until", "2026-07-31"}),
            0)
      << err_;
  EXPECT_EQ(access_.covered.ShortDebugString(),
            "parent: \"organisations/north\" subject: \"probation-cy\" role: GRANT_ROLE_PROBATION "
            "until { seconds: 1785538800 }");
}

TEST_F(AccessTest, AGrantIsRevokedByItsName) {
  ASSERT_EQ(Run({"grants", "revoke", "north/bo", "--etag", "e9"}), 0) << err_;
  EXPECT_EQ(access_.revoked.ShortDebugString(),
            "name: \"organisations/north/grants/bo\" etag: \"e9\"");
  EXPECT_THAT(out_, HasSubstr("revoked by admin-dee"));
  EXPECT_EQ(Run({"grants", "revoke", "bo"}), 2);
}

TEST_F(AccessTest, GrantsOfAllPagesAreListedInOneTable) {
  access_.grants[0].mutable_until()->set_seconds(1600000000);
  ASSERT_EQ(Run({"grants", "list", "north", "--ended"}), 0) << err_;
  EXPECT_TRUE(access_.listed.show_ended());
  EXPECT_EQ(out_.find("caseload"), out_.rfind("caseload"));
  EXPECT_NE(out_.find("north/bo"), out_.rfind("north/bo"));
  EXPECT_THAT(out_, AllOf(HasSubstr(" ended\n"), Not(HasSubstr("in force"))));
  ASSERT_EQ(Run({"grants", "list", "north", "--json"}), 0) << err_;
  EXPECT_FALSE(access_.listed.show_ended());
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 2);
  access_.grants.clear();
  ASSERT_EQ(Run({"grants", "list", "north"}), 0) << err_;
  EXPECT_EQ(out_, "None.\n");
}

}  // namespace
}  // namespace throughgate::cli
