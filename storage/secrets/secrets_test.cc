#include "storage/secrets/secrets.h"

#include <memory>
#include <string>
#include <vector>

#include "storage/format/envelope.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"
#include "tests/service/faulty_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kNames[] = {kNoContactSecret, kSharedAreasSecret, kHandlesSecret};

std::string KeyOf(std::string_view name) { return format::SecretKey({std::string(name)}); }

class Secrets : public testing::Test {
 protected:
  absl::Status Ensure() {
    return EnsureSecrets(store_, [this](const std::string& text) { reports_.push_back(text); });
  }
  void Put(const std::string& key, std::string value) {
    EXPECT_OK(store_.Commit({.guards = {}, .writes = {{key, std::move(value)}}}));
  }
  void PutPlan(const matcher::RiskPlanTerms& plan) {
    const std::string key = format::RiskPlanKey({"heron"});
    Put(key, format::Encode(key, plan));
  }
  static matcher::RiskPlanTerms PlanWithNames() {
    matcher::RiskPlanTerms plan;
    plan.no_contact = {
        {.id = "a", .kind = matcher::NoContactKind::kVictim, .names = {matcher::NameDigest()}}};
    return plan;
  }
  format::Secret Read(std::string_view name) { return *ReadSecret(store_, name); }

  FaultyStore store_{MakeMemoryStore()};
  std::vector<std::string> reports_;
};

TEST_F(Secrets, AreMadeOnceAndKept) {
  EXPECT_OK(Ensure());
  const format::Secret first = Read(kNoContactSecret);
  EXPECT_EQ(first.key.size(), 32u);
  EXPECT_EQ(Read(kSharedAreasSecret).key.size(), 32u);
  EXPECT_EQ(Read(kHandlesSecret).key.size(), 32u);
  const Revision revision = store_.latest();
  EXPECT_OK(Ensure());
  EXPECT_EQ(store_.latest(), revision);
  EXPECT_EQ(Read(kNoContactSecret), first);
  EXPECT_THAT(reports_, IsEmpty());
}

TEST_F(Secrets, DifferFromEachOtherAndFromStoreToStore) {
  EXPECT_OK(Ensure());
  EXPECT_NE(Read(kNoContactSecret), Read(kSharedAreasSecret));
  EXPECT_NE(Read(kHandlesSecret), Read(kSharedAreasSecret));
  const auto other = MakeMemoryStore();
  EXPECT_OK(EnsureSecrets(*other, [](const std::string&) {}));
  EXPECT_NE(*ReadSecret(*other, kNoContactSecret), Read(kNoContactSecret));
}

TEST_F(Secrets, AreThoseOfWhoeverWasFirst) {
  store_.before_commit = [this] {
    store_.before_commit = nullptr;
    return EnsureSecrets(store_.base(), [](const std::string&) {});
  };
  EXPECT_OK(Ensure());
  for (const std::string_view name : kNames) {
    EXPECT_EQ(Read(name), *ReadSecret(store_, name, 3)) << "as the other made it";
  }
  EXPECT_EQ(store_.latest(), 3u);
}

TEST_F(Secrets, AreNotReplacedWhenTheyCannotBeRead) {
  for (const std::string_view name : kNames) Put(KeyOf(name), "rubbish");
  const Revision revision = store_.latest();
  EXPECT_OK(Ensure());
  EXPECT_EQ(store_.latest(), revision);
}

TEST_F(Secrets, AreNotMadeAnewWherePlansKeepNamesUnderALostOne) {
  PutPlan(PlanWithNames());
  EXPECT_OK(Ensure());
  EXPECT_THAT(ReadSecret(store_, kNoContactSecret), StatusIs(StatusCode::kNotFound));
  EXPECT_OK(ReadSecret(store_, kSharedAreasSecret));
  EXPECT_THAT(reports_, ElementsAre(HasSubstr("secret,no-contact")));
}

TEST_F(Secrets, AreNotMadeWhereAPlanOfANewerProgramMayKeepNames) {
  const std::string key = format::RiskPlanKey({"heron"});
  Put(key, format::Wrap(key, "\xa0\x06\x01"));
  EXPECT_OK(Ensure());
  EXPECT_THAT(ReadSecret(store_, kNoContactSecret), StatusIs(StatusCode::kNotFound));
  EXPECT_EQ(reports_.size(), 1u);
}

TEST_F(Secrets, AreMadeWherePlansKeepNoNamesOrCannotBeRead) {
  PutPlan(matcher::RiskPlanTerms());
  Put(format::RiskPlanKey({"kite"}), "rubbish");
  EXPECT_OK(Ensure());
  EXPECT_OK(ReadSecret(store_, kNoContactSecret));
  EXPECT_THAT(reports_, IsEmpty());
}

// Handles are not safety: a store without them would serve nobody.
TEST_F(Secrets, OfHandlesAreMadeAnewWhenLostWhichIsReported) {
  const std::string link = format::TermsKey(matcher::LinkName{{"broker"}, {"heron"}});
  Put(link, format::Encode(link, matcher::LinkTerms()));
  EXPECT_OK(Ensure());
  EXPECT_OK(ReadSecret(store_, kHandlesSecret));
  EXPECT_THAT(reports_, ElementsAre(HasSubstr("secret,handles")));
}

TEST_F(Secrets, ThatTheStoreRefusesAreAnError) {
  store_.before_commit = [] { return absl::UnavailableError("the disk is full"); };
  EXPECT_THAT(Ensure(), StatusIs(StatusCode::kUnavailable));
  store_.before_get = [] { return absl::UnavailableError("the disk is gone"); };
  EXPECT_THAT(Ensure(), StatusIs(StatusCode::kUnavailable));
}

TEST_F(Secrets, CanBeReadAsOfARevision) {
  EXPECT_OK(Ensure());
  EXPECT_OK(ReadSecret(store_, kNoContactSecret, 1));
  EXPECT_THAT(ReadSecret(store_, kSharedAreasSecret, 1), StatusIs(StatusCode::kNotFound));
}

TEST_F(Secrets, SayWhyTheyCannotBeReadAndNothingElse) {
  const std::string key = KeyOf(kNoContactSecret);
  Put(key, format::Encode(key, format::Secret{.key = "short"}));
  const auto read = ReadSecret(store_, kNoContactSecret);
  EXPECT_THAT(read, StatusIs(StatusCode::kDataLoss, HasSubstr("secret,no-contact")));
  EXPECT_THAT(std::string(read.status().message()), testing::Not(HasSubstr("short")));
}

}  // namespace
}  // namespace throughgate::storage
