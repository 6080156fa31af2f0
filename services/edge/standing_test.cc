#include "services/edge/standing.h"

#include "services/edge/errors.h"
#include "storage/memory/memory_store.h"
#include "tests/support/parties.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'748'862'000);
constexpr char kMethod[] = "/service/Method";

class Standing : public testing::Test {
 protected:
  // The stored grant of brokers, made otherwise.
  template <typename Change>
  void ChangeGrant(Change change) {
    const auto found = *Find<format::Grant>(*store_, {{"north"}, "broker"});
    format::Grant grant = found->record;
    change(grant.terms);
    Edit edit;
    edit.Put(found, grant);
    ASSERT_OK(store_->Commit(edit.transaction()).status());
  }
  template <typename Change>
  void ChangeOrganisation(Change change) {
    const auto found = *Find<format::Organisation>(*store_, {"north"});
    format::Organisation organisation = found->record;
    change(organisation.terms);
    Edit edit;
    edit.Put(found, organisation);
    ASSERT_OK(store_->Commit(edit.transaction()).status());
  }
  bool Rests(absl::Time now = kNow) {
    Edit edit;
    const absl::Status status = RestOnGrant(*store_, caller_, kMethod, now, edit);
    if (status.ok()) {
      EXPECT_EQ(edit.operations(), 2u) << "the grant and its organisation";
      return true;
    }
    EXPECT_EQ(ReasonOf(status), v1::ERROR_REASON_ROLE_NOT_PERMITTED);
    return false;
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  const Caller caller_ = [this] {
    PutAccess(*store_, OrganisationInTests("north"), EveryGrantInTests("north", kNow));
    return CallerOf(*store_, {"broker", "north"});
  }();
};

TEST_F(Standing, IsAsItIsStoredNow) {
  EXPECT_TRUE(Rests());
  ChangeGrant([](format::GrantTerms& terms) { terms.until = kNow; });
  EXPECT_FALSE(Rests());
}

TEST_F(Standing, IsWithinTheTimeOfTheGrant) {
  EXPECT_FALSE(Rests(kNow - absl::Nanoseconds(1)));
  EXPECT_TRUE(Rests(kNow + absl::Hours(366 * 24) - absl::Nanoseconds(1)));
  EXPECT_FALSE(Rests(kNow + absl::Hours(366 * 24)));
}

TEST_F(Standing, IsOfTheRoleAndThePersonThatWereAdmitted) {
  ChangeGrant([](format::GrantTerms& terms) { terms.role = Role::kAdministrator; });
  EXPECT_FALSE(Rests());
  ChangeGrant([](format::GrantTerms& terms) {
    terms.role = Role::kBroker;
    terms.subject = "another";
  });
  EXPECT_FALSE(Rests());
}

TEST_F(Standing, IsNotOfAGrantToStandIn) {
  ChangeGrant([](format::GrantTerms& terms) { terms.kind = format::GrantKind::kCover; });
  EXPECT_FALSE(Rests());
  ChangeGrant([](format::GrantTerms& terms) { terms.kind = format::GrantKind::kDuty; });
  EXPECT_FALSE(Rests());
}

TEST_F(Standing, IsOfAnOrganisationThatHasTheRoleAndIsNotSuspended) {
  ChangeOrganisation([](format::OrganisationTerms& terms) { terms.suspended = true; });
  EXPECT_FALSE(Rests());
  ChangeOrganisation([](format::OrganisationTerms& terms) {
    terms.suspended = false;
    terms.roles = format::MaskOf(Role::kCustody);
  });
  EXPECT_FALSE(Rests());
}

// The commit compares both, so that neither can change between the look and the commit.
TEST_F(Standing, IsComparedInTheCommit) {
  for (const bool of_grant : {true, false}) {
    Edit edit;
    ASSERT_OK(RestOnGrant(*store_, caller_, kMethod, kNow, edit));
    edit.Write(format::TermsKey(matcher::EmployerName{"acme"}), "whatever");
    if (of_grant) {
      ChangeGrant([](format::GrantTerms& terms) { terms.granted_by = "alex"; });
    } else {
      ChangeOrganisation([](format::OrganisationTerms& terms) { terms.operates = true; });
    }
    EXPECT_TRUE(absl::IsAborted(store_->Commit(edit.transaction()).status())) << of_grant;
  }
}

TEST_F(Standing, IsNobodysWhoHasNoGrants) {
  Caller stranger = caller_;
  stranger.grants.clear();
  Edit edit;
  EXPECT_EQ(ReasonOf(RestOnGrant(*store_, stranger, kMethod, kNow, edit)),
            v1::ERROR_REASON_ROLE_NOT_PERMITTED);
}

}  // namespace
}  // namespace throughgate::services
