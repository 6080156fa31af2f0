#include "matcher/index/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/index/catalogue_builder.h"

namespace throughgate::matcher {
namespace {

const OrganisationId kCustodian = {"broker"};
const OrganisationId kOther = {"other"};
const CandidateName kHeron = {"heron"};
const CandidateName kWren = {"wren"};

class Links : public testing::Test {
 protected:
  Links() {
    CandidateTerms terms;
    terms.custodian = kCustodian;
    for (const CandidateName& name : {kHeron, kWren}) builder_.SetCandidate(name, terms);
    builder_.SetLink({kOther, {"unheard-of"}}, LinkTerms());
  }

  std::string CalledBy(const OrganisationId& organisation, const CandidateName& name) {
    const auto catalogue = builder_.Publish(1);
    return std::string(ReferenceOf(*catalogue, catalogue->OrdinalOf(name).value(),
                                   catalogue->OrdinalOf(organisation).value()));
  }
  std::string Called(const OrganisationId& organisation, const std::string& reference) {
    const auto catalogue = builder_.Publish(1);
    const auto found = CandidateCalled(*catalogue, {organisation, reference});
    return found ? catalogue->candidate_names[*found]->candidate : "";
  }
  bool Holds(const OrganisationId& organisation, const CandidateName& name) {
    const auto catalogue = builder_.Publish(1);
    const Ordinal candidate = catalogue->OrdinalOf(name).value();
    return IsHeldBy(catalogue->CandidateBlockOf(candidate), candidate % kCardsPerBlock,
                    catalogue->OrdinalOf(organisation).value());
  }

  CatalogueBuilder builder_{Taxonomy::Build("", "", {}), Gazetteer::Build("", {})};
};

TEST_F(Links, OfTheCustodianNeedNoRecordAndThenTheIdIsItsReference) {
  EXPECT_TRUE(Holds(kCustodian, kHeron));
  EXPECT_EQ(CalledBy(kCustodian, kHeron), "heron");
  EXPECT_EQ(Called(kCustodian, "heron"), "heron");
  EXPECT_FALSE(Holds(kOther, kHeron));
  EXPECT_EQ(CalledBy(kOther, kHeron), "");
  EXPECT_EQ(Called(kOther, "heron"), "") << "an id is known to nobody else";
  EXPECT_EQ(Called({"nobody"}, "heron"), "");
}

TEST_F(Links, OfTheCustodianSayWhatItCallsTheCandidateOnceThereIsOne) {
  builder_.SetLink({kCustodian, kHeron}, {.reference = "r-1"});
  EXPECT_EQ(CalledBy(kCustodian, kHeron), "r-1");
  EXPECT_EQ(Called(kCustodian, "r-1"), "heron");
  EXPECT_EQ(Called(kCustodian, "heron"), "");
  builder_.SetLink({kCustodian, kHeron}, LinkTerms());
  EXPECT_EQ(CalledBy(kCustodian, kHeron), "");
  EXPECT_EQ(Called(kCustodian, "r-1"), "");
  EXPECT_TRUE(Holds(kCustodian, kHeron));
}

TEST_F(Links, AreSetChangedAndForgotten) {
  builder_.SetLink({kOther, kHeron}, {.caseload = "north", .reference = "r-1"});
  const auto before = builder_.Publish(1);
  EXPECT_EQ(Called(kOther, "r-1"), "heron");
  EXPECT_TRUE(Holds(kOther, kHeron));
  EXPECT_FALSE(Holds(kOther, kWren));

  builder_.SetLink({kOther, kHeron}, {.caseload = "south", .reference = "r-2"});
  EXPECT_EQ(Called(kOther, "r-1"), "");
  EXPECT_EQ(Called(kOther, "r-2"), "heron");
  builder_.ForgetLink({kOther, kHeron});
  EXPECT_FALSE(Holds(kOther, kHeron));
  EXPECT_EQ(Called(kOther, "r-2"), "");
  builder_.ForgetLink({kOther, kHeron});

  const Ordinal heron = before->OrdinalOf(kHeron).value();
  const LinkCard* link = LinkOf(before->CandidateBlockOf(heron), heron % kCardsPerBlock,
                                before->OrdinalOf(kOther).value());
  ASSERT_NE(link, nullptr) << "what is published stays";
  EXPECT_EQ(*before->caseloads[link->caseload], "north");
  EXPECT_EQ(*before->references[link->reference], "r-1");
}

TEST_F(Links, GoFromOneCandidateToAnotherAndBack) {
  for (int i = 0; i < 3; ++i) {
    builder_.SetLink({kOther, kHeron}, {.reference = "r-1"});
    builder_.SetLink({kOther, kWren}, LinkTerms());
    EXPECT_EQ(Called(kOther, "r-1"), "heron");
    builder_.SetLink({kOther, kHeron}, LinkTerms());
    builder_.SetLink({kOther, kWren}, {.reference = "r-1"});
    EXPECT_EQ(Called(kOther, "r-1"), "wren");
  }
}

// References are an organisation's own.
TEST_F(Links, OfTwoOrganisationsMayHaveTheSameReference) {
  builder_.SetLink({kOther, kHeron}, {.reference = "wren"});
  EXPECT_EQ(Called(kOther, "wren"), "heron");
  EXPECT_EQ(Called(kCustodian, "wren"), "wren");
}

TEST_F(Links, StandInTheirOrderWhateverTheirNumber) {
  const auto name = [](int i) { return CandidateName{absl::StrCat("c-", i)}; };
  constexpr int kPeople = 2 * kCardsPerBlock;
  for (int i = 0; i < kPeople; ++i) builder_.SetCandidate(name(i), CandidateDetail());
  for (int i = 0; i < 3 * kPeople; ++i) {
    const int person = i * 389 % kPeople;
    builder_.SetLink({{absl::StrCat("org-", i % 3)}, name(person)},
                     {.reference = absl::StrCat("r-", person)});
  }
  const auto catalogue = builder_.Publish(1);
  for (int i = 0; i < kPeople; ++i) {
    for (int j = 0; j < 3; ++j) {
      const auto found =
          CandidateCalled(*catalogue, {{absl::StrCat("org-", j)}, absl::StrCat("r-", i)});
      ASSERT_TRUE(found.has_value());
      EXPECT_EQ(catalogue->candidate_names[*found]->candidate, name(i).candidate);
    }
  }
}

TEST_F(Links, AreNotWhatWhoeverKeepsThePlanHas) {
  RiskPlanTerms plan;
  plan.supervised_by = kOther;
  ASSERT_TRUE(builder_.SetRiskPlan(kHeron, plan).ok());
  const auto catalogue = builder_.Publish(1);
  const Ordinal heron = catalogue->OrdinalOf(kHeron).value();
  const CandidateBlock& block = catalogue->CandidateBlockOf(heron);
  const Ordinal other = catalogue->OrdinalOf(kOther).value();
  EXPECT_TRUE(KeepsPlanOf(block, heron % kCardsPerBlock, other));
  EXPECT_FALSE(
      KeepsPlanOf(block, heron % kCardsPerBlock, catalogue->OrdinalOf(kCustodian).value()));
  EXPECT_FALSE(IsHeldBy(block, heron % kCardsPerBlock, other));
}

TEST(Consents, AreInForceFromTheFirstDayToTheLast) {
  Consent consent{.basis = ConsentBasis::kConsent,
                  .lists = true,
                  .counts = false,
                  .given_on = {100},
                  .expires_on = Day{102}};
  for (const std::int32_t day : {99, 100, 102, 103}) {
    const bool in_force = day >= 100 && day <= 102;
    EXPECT_EQ(consent.AllowsLists({day}), in_force);
    EXPECT_EQ(ConsentCardOf(consent).AllowsLists({day}), in_force);
    EXPECT_FALSE(consent.AllowsCounts({day}));
    EXPECT_FALSE(ConsentCardOf(consent).AllowsCounts({day}));
  }
  consent.expires_on.reset();
  EXPECT_TRUE(ConsentCardOf(consent).AllowsLists({1'000'000}));
  consent.basis = ConsentBasis::kUnspecified;
  EXPECT_FALSE(ConsentCardOf(consent).AllowsLists({100}));
  EXPECT_FALSE(ConsentCard().AllowsLists({100}));
}

}  // namespace
}  // namespace throughgate::matcher
