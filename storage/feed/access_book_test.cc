#include "storage/feed/access_book.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "storage/feed/feed_for_test.h"
#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using format::Role;
using matcher::GrantName;
using testing::ElementsAre;
using testing::IsEmpty;

const matcher::OrganisationId kNorth = {"north"};

class AccessBookTest : public CatalogueFeedTest {
 protected:
  Revision Give(const std::string& subject, const std::string& grant, Role role = Role::kBroker) {
    const GrantName name{kNorth, grant};
    format::GrantTerms terms;
    terms.subject = subject;
    terms.role = role;
    last_ = Put(format::TermsKey(name), terms);
    return last_;
  }
  // The grants of `subject`, once the feed has what was put last.
  std::vector<std::string> GrantsOf(const CatalogueFeed& feed, const std::string& subject) {
    EXPECT_OK(feed.AtLeast(last_, Soon()));
    std::vector<std::string> names;
    for (const HeldGrant& held : feed.Access()->GrantsOf(subject)) {
      names.push_back(held.grant.name.grant);
    }
    return names;
  }
};

TEST_F(AccessBookTest, HasWhatTheStoreHadWhenItWasRead) {
  Give("ada", "second");
  const Revision version = Give("ada", "first");
  Give("ben", "third");
  const auto feed = Open();
  EXPECT_THAT(GrantsOf(*feed, "ada"), ElementsAre("first", "second"));
  EXPECT_EQ(feed->Access()->GrantsOf("ada")[0].version, version);
  EXPECT_THAT(GrantsOf(*feed, "nobody"), IsEmpty());
}

TEST_F(AccessBookTest, FollowsTheStoreRevisionByRevision) {
  const auto feed = Open();
  EXPECT_THAT(GrantsOf(*feed, "ada"), IsEmpty());
  Give("ada", "first");
  EXPECT_THAT(GrantsOf(*feed, "ada"), ElementsAre("first"));
  Give("ben", "first");  // a grant goes to another
  EXPECT_THAT(GrantsOf(*feed, "ada"), IsEmpty());
  EXPECT_THAT(GrantsOf(*feed, "ben"), ElementsAre("first"));
  last_ = Delete(format::TermsKey(GrantName{kNorth, "first"}));
  EXPECT_THAT(GrantsOf(*feed, "ben"), IsEmpty());
}

TEST_F(AccessBookTest, KnowsOrganisations) {
  const auto feed = Open();
  EXPECT_EQ(feed->Access()->Find(kNorth), nullptr);
  format::OrganisationTerms terms;
  terms.roles = format::MaskOf(Role::kCustody);
  last_ = Put(format::TermsKey(kNorth), terms);
  ASSERT_OK(feed->AtLeast(last_, Soon()));
  EXPECT_EQ(*feed->Access()->Find(kNorth), terms);
  last_ = Delete(format::TermsKey(kNorth));
  ASSERT_OK(feed->AtLeast(last_, Soon()));
  EXPECT_EQ(feed->Access()->Find(kNorth), nullptr);
}

// Whoever holds a book is not disturbed by what comes after it.
TEST_F(AccessBookTest, ABookThatWasTakenStaysAsItIs) {
  Give("ada", "first");
  const auto feed = Open();
  const auto taken = feed->Access();
  Give("ada", "second");
  EXPECT_THAT(GrantsOf(*feed, "ada"), ElementsAre("first", "second"));
  EXPECT_EQ(taken->GrantsOf("ada").size(), 1u);
}

// To read around a grant could leave somebody in who is to be out.
TEST_F(AccessBookTest, AGrantThatCannotBeReadStopsTheFeed) {
  const auto feed = Open();
  PutBytes(format::TermsKey(GrantName{kNorth, "first"}), "no record");
  for (int i = 0; i < 1000 && feed->health().ok(); ++i) absl::SleepFor(absl::Milliseconds(10));
  EXPECT_THAT(feed->health(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(CatalogueFeed::Open(*store_, [](const std::string&) {}),
              StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace throughgate::storage
