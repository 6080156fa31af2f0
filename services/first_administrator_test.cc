#include "services/first_administrator.h"

#include <string>

#include "services/edge/edit.h"
#include "services/edge/standing.h"
#include "storage/memory/memory_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using ::testing::HasSubstr;

const absl::Time kNow = absl::FromUnixSeconds(1'748'862'000) + absl::Milliseconds(300);

class FirstAdministratorTest : public testing::Test {
 protected:
  absl::Status Ensure(const std::string& text) {
    const auto first = ParseFirstAdministrator(text);
    EXPECT_OK(first.status());
    return EnsureFirstAdministrator(*store_, *first, kNow,
                                    [this](const std::string& line) { report_ += line + "\n"; });
  }
  std::optional<Stored<format::Organisation>> Organisation(const std::string& id) {
    return *Find<format::Organisation>(*store_, {id});
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  std::string report_;
};

TEST_F(FirstAdministratorTest, IsAnOrganisationAndASubject) {
  const auto first = ParseFirstAdministrator("operations/alex");
  ASSERT_OK(first.status());
  EXPECT_EQ(first->organisation.value, "operations");
  EXPECT_EQ(first->subject, "alex");
  const auto service = ParseFirstAdministrator("operations/spiffe://prison.example/operators");
  ASSERT_OK(service.status());
  EXPECT_EQ(service->subject, "spiffe://prison.example/operators");
}

TEST_F(FirstAdministratorTest, IsNothingElse) {
  for (const std::string& text :
       {std::string(""), std::string("operations"), std::string("operations/"),
        std::string("/alex"), std::string("Operations/alex"), std::string("operations/two words"),
        "operations/" + std::string(201, 'a'), std::string(64, 'a') + "/alex"}) {
    EXPECT_THAT(ParseFirstAdministrator(text),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("ORGANISATION/SUBJECT")))
        << text;
  }
}

TEST_F(FirstAdministratorTest, OfAnEmptyStoreMayGrantEveryRole) {
  ASSERT_OK(Ensure("operations/alex"));
  const auto organisation = Organisation("operations");
  ASSERT_TRUE(organisation.has_value());
  EXPECT_TRUE(organisation->record.terms.operates);
  EXPECT_FALSE(organisation->record.terms.suspended);
  for (int role = 1; role <= format::kRoles; ++role) {
    EXPECT_TRUE(organisation->record.terms.roles & format::MaskOf(static_cast<Role>(role))) << role;
  }
  ASSERT_OK_AND_ASSIGN(const storage::Page grants, store_->List(format::kGrantsPrefix, {}));
  ASSERT_EQ(grants.records.size(), 1u);
  const auto grant = *Find<format::Grant>(*store_, {{"operations"}, "first-administrator"});
  ASSERT_TRUE(grant.has_value());
  const format::GrantTerms& terms = grant->record.terms;
  EXPECT_EQ(terms.subject, "alex");
  EXPECT_EQ(terms.role, Role::kAdministrator);
  EXPECT_EQ(terms.granted_by, "");
  EXPECT_TRUE(IsInForce(terms, organisation->record.terms, kNow));
  EXPECT_TRUE(IsInForce(terms, organisation->record.terms, kNow + absl::Hours(365 * 24)));
  EXPECT_FALSE(IsInForce(terms, organisation->record.terms, kNow + absl::Hours(367 * 24)));
  EXPECT_THAT(report_, HasSubstr("organisations/operations"));
  EXPECT_THAT(report_, testing::Not(HasSubstr("alex"))) << "the log names nobody";
}

// Whoever can start the server cannot make themselves administrator of what is there.
TEST_F(FirstAdministratorTest, IsNeverMadeTwice) {
  ASSERT_OK(Ensure("operations/alex"));
  const storage::Revision revision = store_->latest();
  report_.clear();
  ASSERT_OK(Ensure("operations/alex"));
  ASSERT_OK(Ensure("operations/mallory"));
  ASSERT_OK(Ensure("others/mallory"));
  EXPECT_EQ(store_->latest(), revision);
  EXPECT_EQ(report_, "");
}

TEST_F(FirstAdministratorTest, IsNotMadeBesideAnyOrganisation) {
  Edit edit;
  edit.Put<format::Organisation>(
      std::nullopt, {.name = {"north"}, .terms = {}, .detail = {.display_name = "North"}});
  ASSERT_OK(store_->Commit(edit.transaction()).status());
  ASSERT_OK(Ensure("operations/alex"));
  EXPECT_FALSE(Organisation("operations").has_value());
}

}  // namespace
}  // namespace throughgate::services
