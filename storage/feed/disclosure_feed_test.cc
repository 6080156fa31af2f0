// What probation has disclosed, and whose names it keeps, on the way into the catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "matcher/matcher.h"
#include "storage/feed/feed_for_test.h"
#include "storage/format/envelope.h"
#include "storage/secrets/keyed_hash.h"
#include "storage/secrets/secrets.h"
#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr matcher::Day kToday{20'000};

// One candidate and the vacancy "one" of "employers/acme".
class DisclosureFeedTest : public CatalogueFeedTest {
 protected:
  DisclosureFeedTest() {
    PutGazetteer("1");
    PutCandidate();
    PutVacancy("one");
  }
  // What the rule says of the two, once what was put last is there.
  std::string Says(const CatalogueFeed& feed, matcher::View view, std::string_view rule) {
    const auto catalogue = *feed.AtLeast(last_, Soon());
    for (const matcher::Finding& finding :
         matcher::Explain(*catalogue, 0, 0, view, kToday).findings) {
      if (finding.rule->name == rule) return std::string(finding.reason->code);
    }
    return "nothing";
  }
};

class SharedEffectsFeed : public DisclosureFeedTest {
 protected:
  void PutEffects() {
    matcher::SharedEffects effects;
    effects.attributes = matcher::MaskOf(matcher::WorkAttribute::kCash);
    last_ = Put(kKey, effects);
  }
  void PutWorkWithCash() {
    const std::string key = format::TermsKey(matcher::VacancyName{"acme", "one"});
    matcher::VacancyTerms terms;
    terms.site_mode = matcher::SiteMode::kUnknown;
    terms.attributes_present = matcher::MaskOf(matcher::WorkAttribute::kCash);
    last_ = Put(key, terms);
  }
  std::string Shared(const CatalogueFeed& feed) {
    return Says(feed, matcher::View::kShared, "shared-effects");
  }

  const std::string kKey = format::SharedEffectsKey({"heron"});
  // A field 100 that this program does not know.
  const std::string kNewer = format::Wrap(kKey, "\xa0\x06\x01");
};

TEST_F(SharedEffectsFeed, AreReadAtTheStart) {
  PutWorkWithCash();
  PutEffects();
  const auto feed = Open();
  EXPECT_EQ(Shared(*feed), "NOT_TO_BE_PROPOSED");
  EXPECT_EQ(Says(*feed, matcher::View::kFull, "shared-effects"), "nothing");
}

TEST_F(SharedEffectsFeed, AreFollowedUntilTheyAreGone) {
  PutWorkWithCash();
  const auto feed = Open();
  EXPECT_EQ(Shared(*feed), "nothing");
  PutEffects();
  EXPECT_EQ(Shared(*feed), "NOT_TO_BE_PROPOSED");
  last_ = Put(kKey, matcher::SharedEffects());
  EXPECT_EQ(Shared(*feed), "nothing");
  PutEffects();
  EXPECT_EQ(Shared(*feed), "NOT_TO_BE_PROPOSED");
  last_ = Delete(kKey);
  EXPECT_EQ(Shared(*feed), "nothing");
}

TEST_F(SharedEffectsFeed, ThatCannotBeReadDiscloseNothingAndStopNobody) {
  PutWorkWithCash();
  for (const std::string& bytes : {std::string("rubbish"), kNewer}) {
    reports_.clear();
    last_ = PutBytes(kKey, bytes);
    auto feed = Open();
    EXPECT_EQ(Shared(*feed), "nothing");
    PutEffects();
    EXPECT_EQ(Shared(*feed), "NOT_TO_BE_PROPOSED") << "those that can be read are in force again";
    last_ = PutBytes(kKey, bytes);
    EXPECT_EQ(Shared(*feed), "nothing") << "nor are those before them in force";
    EXPECT_TRUE(feed->health().ok());
    feed.reset();
    ASSERT_EQ(reports_.size(), 2u);
    EXPECT_THAT(reports_[1], HasSubstr("candidates/heron"));
    EXPECT_THAT(reports_[1], Not(HasSubstr("rubbish")));
  }
}

class NamesFeed : public DisclosureFeedTest {
 protected:
  // Whoever is meant is at the employer or site of this full name.
  void PutPlanAgainst(const std::string& name) {
    matcher::RiskPlanTerms plan;
    plan.no_contact = {{.id = "somebody",
                        .kind = matcher::NoContactKind::kVictim,
                        .names = {DigestOf(name, KeyedHash(kSecret))}}};
    last_ = Put(format::RiskPlanKey({"heron"}), plan);
  }
  void PutSecret() { last_ = Put(kKey, kSecret); }
  std::string Full(const CatalogueFeed& feed) {
    return Says(feed, matcher::View::kFull, "no-contact");
  }

  const std::string kKey = format::SecretKey({std::string(kNoContactSecret)});
  const format::Secret kSecret{.key = std::string(format::kSecretBytes, 'k')};
};

TEST_F(NamesFeed, AreComparedUnderTheStoresOwnKey) {
  PutSecret();
  PutPlanAgainst("employers/acme");
  const auto feed = Open();
  EXPECT_EQ(Full(*feed), "SOMEBODY_TO_AVOID");
  PutPlanAgainst("employers/acme-2");
  EXPECT_EQ(Full(*feed), "NOBODY_TO_AVOID");
}

TEST_F(NamesFeed, OfSitesAreComparedToo) {
  PutSecret();
  const matcher::SiteName site{"acme", "yard"};
  Put(format::TermsKey(site), matcher::SiteTerms());
  Put(format::DetailKey(site), matcher::SiteDetail());
  matcher::VacancyTerms terms;
  terms.site_mode = matcher::SiteMode::kAll;
  terms.sites = {"yard"};
  Put(format::TermsKey(matcher::VacancyName{"acme", "one"}), terms);
  PutPlanAgainst("employers/acme/sites/yard");
  const auto feed = Open();
  EXPECT_EQ(Full(*feed), "SOMEBODY_TO_AVOID");
}

TEST_F(NamesFeed, AreForReviewWithoutTheKeyUntilItIsThere) {
  PutPlanAgainst("employers/acme");
  auto feed = Open();
  EXPECT_EQ(Full(*feed), "NO_CONTACT_UNREADABLE");
  PutSecret();
  EXPECT_EQ(Full(*feed), "SOMEBODY_TO_AVOID");
  last_ = Delete(kKey);
  EXPECT_EQ(Full(*feed), "NO_CONTACT_UNREADABLE");
  feed.reset();
  EXPECT_TRUE(reports_.empty()) << reports_[0];
}

TEST_F(NamesFeed, AreForReviewWhenTheKeyCannotBeRead) {
  PutPlanAgainst("employers/acme");
  const std::string damaged = "rubbish";
  const std::string newer = format::Wrap(kKey, "\xa0\x06\x01");
  const std::string short_key = format::Encode(kKey, format::Secret{.key = "rubbish"});
  for (const std::string& bytes : {damaged, newer, short_key}) {
    reports_.clear();
    PutSecret();
    auto feed = Open();
    EXPECT_EQ(Full(*feed), "SOMEBODY_TO_AVOID");
    last_ = PutBytes(kKey, bytes);
    EXPECT_EQ(Full(*feed), "NO_CONTACT_UNREADABLE");
    EXPECT_TRUE(feed->health().ok());
    feed.reset();
    ASSERT_EQ(reports_.size(), 1u);
    EXPECT_THAT(reports_[0], HasSubstr("REVIEW"));
    EXPECT_THAT(reports_[0], Not(HasSubstr("rubbish")));
    EXPECT_EQ(Full(*Open()), "NO_CONTACT_UNREADABLE") << "nor at the start";
  }
}

TEST_F(NamesFeed, ThatAreNotAskedForNeedNoKey) {
  last_ = Put(format::RiskPlanKey({"heron"}), matcher::RiskPlanTerms());
  EXPECT_EQ(Full(*Open()), "nothing");
}

}  // namespace
}  // namespace throughgate::storage
