// What tests/service/roles_test.cc, which calls every method, cannot show of the table.
#include "services/edge/policy.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

#include "services/edge/errors.h"
#include "tests/support/status_matchers.h"
#include "throughgate/v1/access_service.pb.h"

namespace throughgate::services {
namespace {

Caller AdministratorOf(const std::string& organisation, bool operates) {
  return {.subject = "alex",
          .role = Role::kAdministrator,
          .organisation = {organisation},
          .operates = operates};
}

// Whether an administrator of "north" may ask about `parent`.
bool Reaches(const std::string& parent, bool operates = false) {
  v1::CreateGrantRequest request;
  request.set_parent(parent);
  return CheckScope(RowOf(*request.GetDescriptor()), AdministratorOf("north", operates), request)
      .ok();
}

TEST(Reach, IsTheCallersOwnOrganisationByItsWholeName) {
  EXPECT_TRUE(Reaches("organisations/north"));
  for (const char* other : {"organisations/south", "organisations/north-2", "organisations/nort",
                            "organisations/", "organisations//grants/x", "organisations/-",
                            "organisations/NORTH", "organisations/north%2f../south"}) {
    EXPECT_FALSE(Reaches(other)) << other;
    EXPECT_TRUE(Reaches(other, /*operates=*/true)) << other;
  }
  // Of no organisation: the handler says what is wrong with it.
  EXPECT_TRUE(Reaches(""));
  EXPECT_TRUE(Reaches("employers/acme"));
}

TEST(Reach, OfTheOperatingOrganisationIsItsAdministratorsAlone) {
  v1::RevokeGrantRequest request;
  request.set_name("organisations/south/grants/one");
  const PolicyRow& row = RowOf(*request.GetDescriptor());
  Caller caller = AdministratorOf("north", /*operates=*/true);
  EXPECT_OK(CheckScope(row, caller, request));
  for (int role = 1; role <= format::kRoles; ++role) {
    caller.role = static_cast<Role>(role);
    EXPECT_EQ(CheckScope(row, caller, request).ok(), caller.role == Role::kAdministrator) << role;
  }
}

TEST(PolicyTable, NamesAFieldOfTheRequestWhereAMethodIsAboutAnOrganisation) {
  for (const PolicyRow& row : Policy()) {
    EXPECT_EQ(row.scope == Scope::kOrganisation, !row.names.empty()) << row.method;
    EXPECT_NE(row.roles, 0u) << row.method;
  }
}

TEST(PolicyTable, IsOfMethodsEachOnce) {
  std::set<std::string_view> methods;
  for (const PolicyRow& row : Policy())
    EXPECT_TRUE(methods.insert(row.method).second) << row.method;
  constexpr std::string_view kTwice[] = {"throughgate.v1.AccessService",
                                         "throughgate.v1.AccessService"};
  EXPECT_THAT(CheckPolicy(kTwice), StatusIs(absl::StatusCode::kFailedPrecondition));
}

}  // namespace
}  // namespace throughgate::services
