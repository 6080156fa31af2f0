// The metre at which premises begin to matter. Whole cases stand in tests/scenario.
#include <gtest/gtest.h>

#include <memory>
#include <string_view>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/index/catalogue_builder.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr GeoPoint kSite{534'800'000, -22'400'000};

// A site known to 20 m with a school about 400 m north of it, known to 30 m.
class PremisesTest : public testing::Test {
 protected:
  PremisesTest() {
    CatalogueBuilder builder(
        Taxonomy::Build("", "", {}), Gazetteer::Build("", {}), nullptr, {},
        PremisesLayer::Build(
            "", {{.id = "p",
                  .kind = PremisesKind::kSchool,
                  .place = {{kSite.latitude_e7 + 36'000, kSite.longitude_e7}, {30}}}}));
    SiteTerms terms;
    terms.place = Place{kSite, {20}};
    builder.SetSite({"acme", "leeds"}, terms);
    catalogue_ = builder.Publish(1);
    near_ = catalogue_->sites[0]->premises->of[static_cast<int>(PremisesKind::kSchool)];
    vacancy_.site_mode = SiteMode::kChooseOne;
    site_.uncertainty_m = 20;
    site_.at = kSite;
    site_.ecef = ToEcef(kSite);
    site_.site = 0;
  }

  // What a limit of so many metres finds.
  Finding At(std::int64_t metres) {
    SealedPlan plan;
    PremisesLimit limit;
    limit.id = "sight";
    limit.kinds = MaskOf(PremisesKind::kSchool);
    limit.distance = {metres};
    limit.effect = WorkLimitEffect::kBarred;
    plan.terms.premises_limits = {limit};
    std::vector<Finding> kept;
    Findings findings(&kept);
    const WeekPattern shifts;
    const WorkPlace place{&site_, 0, 0};
    kPremises.check({person_, vacancy_, shifts, work_, profile_, {}, *catalogue_, 0, place, Day{1}},
                    plan, findings);
    EXPECT_EQ(kept.size(), 1u);
    subject_ = SubjectOf(kept.front(), &plan.terms);
    return kept.front();
  }

  std::shared_ptr<const Catalogue> catalogue_;
  PremisesNear near_;
  CandidateCard person_;
  VacancyCard vacancy_;
  WorkProfile work_;
  PersonProfile profile_;
  SitePoint site_;
  std::string subject_;
};

// A boundary touched is a boundary crossed.
TEST_F(PremisesTest, BeginToMatterToTheMetre) {
  EXPECT_NEAR(near_.possibly, 350, 2);
  EXPECT_NEAR(near_.surely, 450, 2);
  EXPECT_EQ(At(near_.surely).verdict, Verdict::kNotAvailable);
  EXPECT_EQ(At(near_.surely - 1).verdict, Verdict::kReview);
  EXPECT_EQ(At(near_.possibly).verdict, Verdict::kReview);
  EXPECT_EQ(At(near_.possibly - 1).verdict, Verdict::kEligible);
}

TEST_F(PremisesTest, AreNamedWithTheLimitThatIsAboutThem) {
  EXPECT_EQ(At(2'000).reason->code, "NEAR_PREMISES");
  EXPECT_EQ(subject_, "a school (premises limit sight)");
  EXPECT_EQ(At(2'000).amount, near_.surely);
  EXPECT_EQ(At(10).reason->code, "AWAY_FROM_PREMISES");
  EXPECT_EQ(subject_, "premises limit sight");
}

}  // namespace
}  // namespace throughgate::matcher
