#include "services/edge/caseload.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "matcher/index/catalogue_builder.h"

namespace throughgate::services {
namespace {

using matcher::CandidateName;
using matcher::OrganisationId;

constexpr matcher::Day kToday{20'000};
const OrganisationId kCustodian = {"custodian"};
const OrganisationId kLinked = {"linked"};
const OrganisationId kProbation = {"probation"};
const OrganisationId kStranger = {"stranger"};

// Each candidate is in the custody of kCustodian; their ids say what else there is.
class Caseloads : public testing::Test {
 protected:
  Caseloads() {
    Add("alone");
    Add("linked");
    Link(kLinked, "linked", "north");
    Add("consenting", {.basis = matcher::ConsentBasis::kConsent,
                       .lists = true,
                       .given_on = kToday,
                       .expires_on = kToday});
    Link(kLinked, "consenting", "");
    Add("supervised");
    Supervise("supervised");
    Add("probation-linked");
    Link(kProbation, "probation-linked", "south");
    // Known to the stranger, so that it is an organisation of the catalogue at all.
    builder_.SetLink({kStranger, {"half"}}, matcher::LinkTerms());
    catalogue_ = builder_.Publish(1);
  }

  void Add(const std::string& id, const matcher::Consent& consent = {}) {
    matcher::CandidateTerms terms;
    terms.custodian = kCustodian;
    terms.consent = consent;
    builder_.SetCandidate(CandidateName{id}, terms);
    builder_.SetCandidate(CandidateName{id}, matcher::CandidateDetail());
  }
  void Link(const OrganisationId& organisation, const std::string& id,
            const std::string& caseload) {
    builder_.SetLink({organisation, {id}}, {.caseload = caseload});
  }
  void Supervise(const std::string& id) {
    matcher::RiskPlanTerms plan;
    plan.supervised_by = kProbation;
    EXPECT_TRUE(builder_.SetRiskPlan(CandidateName{id}, plan).ok());
  }

  matcher::Ordinal Of(const std::string& id) { return *catalogue_->OrdinalOf(CandidateName{id}); }

  // Those whom the caller may ask about, and "!" for those who may not stand in a list.
  std::string Reached(const Reach& reach, matcher::Day today = kToday) {
    const Caseload caseload(*catalogue_, reach);
    std::string reached;
    for (matcher::Ordinal i = 0; i < catalogue_->candidate_count; ++i) {
      const bool appears =
          caseload.MayAppear(catalogue_->CandidateBlockOf(i), i % matcher::kCardsPerBlock, today);
      if (!caseload.MayAskAbout(i)) {
        EXPECT_FALSE(appears);
        continue;
      }
      reached += catalogue_->candidate_names[i]->candidate + (appears ? " " : "! ");
    }
    return reached;
  }

  matcher::CatalogueBuilder builder_{matcher::Taxonomy::Build("", "", {}),
                                     matcher::Gazetteer::Build("", {})};
  std::shared_ptr<const matcher::Catalogue> catalogue_;
};

TEST_F(Caseloads, OfTheCustodianHaveAllThatItRegistered) {
  EXPECT_EQ(Reached({.organisation = kCustodian}),
            "alone linked consenting supervised probation-linked ");
}

TEST_F(Caseloads, OfOthersHaveThoseWhoAreLinkedAndListThoseWhoConsent) {
  EXPECT_EQ(Reached({.organisation = kLinked}), "linked! consenting ");
  EXPECT_EQ(Reached({.organisation = kLinked}, {kToday.since_epoch - 1}), "linked! consenting! ");
  EXPECT_EQ(Reached({.organisation = kLinked}, {kToday.since_epoch + 1}), "linked! consenting! ");
}

TEST_F(Caseloads, OfProbationHaveThoseWhoAreLinkedOrWhosePlanItKeepsAndListThemAll) {
  EXPECT_EQ(Reached({.organisation = kProbation, .probation = true}),
            "supervised probation-linked ");
}

// What a broker reaches does not depend on a plan, not even on one that its own organisation keeps.
TEST_F(Caseloads, OfWhoeverIsNotProbationDoNotDependOnPlans) {
  EXPECT_EQ(Reached({.organisation = kProbation}), "probation-linked! ");
}

TEST_F(Caseloads, OfStrangersHaveNobody) {
  EXPECT_EQ(Reached({.organisation = kStranger}), "");
  EXPECT_EQ(Reached({.organisation = kStranger, .probation = true}), "");
  const Reach unheard_of{.organisation = {"unheard-of"}, .probation = true};
  EXPECT_EQ(Reached(unheard_of), "");
  EXPECT_TRUE(Caseload(*catalogue_, unheard_of).empty());
  EXPECT_FALSE(Caseload(*catalogue_, Reach{.organisation = kStranger}).empty());
}

TEST_F(Caseloads, AreNarrowedToThoseThatTheCallerWorksWith) {
  const auto of = [&](std::set<std::string> caseloads) {
    return Reached({.organisation = kLinked, .probation = false, .caseloads = caseloads});
  };
  EXPECT_EQ(of({"north"}), "linked! ");
  EXPECT_EQ(of({""}), "consenting ");
  EXPECT_EQ(of({"north", ""}), "linked! consenting ");
  EXPECT_EQ(of({"south"}), "");
  EXPECT_EQ(of({}), "");
  // Who is held without a record is in no caseload.
  EXPECT_EQ(Reached({.organisation = kCustodian, .probation = false, .caseloads = {{"north"}}}),
            "");
  EXPECT_EQ(Reached({.organisation = kProbation, .probation = true, .caseloads = {{"", "north"}}}),
            "supervised ");
}

TEST_F(Caseloads, SayWhoHoldsAllOfThem) {
  const Reach broker{.organisation = kLinked};
  const Caseload caseload(*catalogue_, broker);
  EXPECT_EQ(caseload.holder(), *catalogue_->OrdinalOf(kLinked));
  const Reach probation{.organisation = kProbation, .probation = true};
  EXPECT_EQ(Caseload(*catalogue_, probation).holder(), matcher::kNoOrdinal);
}

TEST_F(Caseloads, LeaveOutWhoIsNotComplete) {
  builder_.Forget(CandidateName{"alone"}, matcher::kDetailPart);
  catalogue_ = builder_.Publish(2);
  EXPECT_EQ(Reached({.organisation = kCustodian}),
            "linked consenting supervised probation-linked ");
}

}  // namespace
}  // namespace throughgate::services
