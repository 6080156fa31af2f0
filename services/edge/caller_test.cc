#include "services/edge/caller.h"

#include <gmock/gmock.h>

#include <set>

namespace throughgate::services {
namespace {

using matcher::View;

TEST(RoleNames, AreEachOfOneRole) {
  std::set<std::string_view> names;
  for (int number = 1; number <= format::kRoles; ++number) {
    const auto role = static_cast<Role>(number);
    EXPECT_TRUE(names.insert(RoleName(role)).second) << number;
    EXPECT_EQ(RoleOf(RoleName(role)), role);
  }
  for (const char* no_name : {"", "Broker", "broker ", "unspecified", "*"}) {
    EXPECT_EQ(RoleOf(no_name), std::nullopt) << no_name;
  }
}

// Promise 2 rests on this: whoever is not probation has the SHARED view.
TEST(Callers, HaveTheFullViewAsProbationAlone) {
  for (int number = 0; number <= format::kRoles; ++number) {
    const auto role = static_cast<Role>(number);
    const bool full = role == Role::kProbation || role == Role::kSeniorProbation;
    EXPECT_EQ((Caller{.subject = "wren", .role = role}.view()), full ? View::kFull : View::kShared)
        << number;
  }
}

TEST(Callers, ReachAllByAnyGrantWithoutACaseload) {
  Caller caller;
  EXPECT_FALSE(caller.reaches_all());
  caller.grants.emplace_back().grant.terms.caseload = "east";
  EXPECT_FALSE(caller.reaches_all());
  caller.grants.emplace_back();
  EXPECT_TRUE(caller.reaches_all());
}

TEST(Callers, AreToldApartInPageTokens) {
  const Caller caller{.subject = "wren", .role = Role::kBroker, .organisation = {"north"}};
  std::set<std::string> subjects = {SubjectOf(caller, "employers/acme")};
  const auto differs = [&](const Caller& other) {
    return subjects.insert(SubjectOf(other, "employers/acme")).second;
  };
  EXPECT_FALSE(differs(caller));
  EXPECT_TRUE(differs({.subject = "robin", .role = Role::kBroker, .organisation = {"north"}}));
  EXPECT_TRUE(differs({.subject = "wren", .role = Role::kCustody, .organisation = {"north"}}));
  EXPECT_TRUE(differs({.subject = "wren", .role = Role::kBroker, .organisation = {"south"}}));
  EXPECT_NE(SubjectOf(caller, "employers/acme"), SubjectOf(caller, "employers/bolt"));
}

}  // namespace
}  // namespace throughgate::services
