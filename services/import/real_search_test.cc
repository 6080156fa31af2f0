// The search over real adverts, for invented candidates, gives what the exhaustive scan gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/index/catalogue_builder.h"
#include "matcher/rank/exhaustive.h"
#include "services/import/advert_place.h"
#include "services/import/label_index.h"
#include "services/import/real_data_for_test.h"
#include "tests/support/dice.h"

namespace throughgate::services {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's
using dice::Below;
using dice::Chance;

// The day on which the last of the adverts is still new.
constexpr Day kToday{15'900};
constexpr std::size_t kInvented = 1'000;

bool NeverStop() { return false; }
bool Everybody(const CandidateBlock&, std::size_t) { return true; }

class RealCatalogue {
 public:
  RealCatalogue()
      : taxonomy_(Esco()), districts_(Outcodes()), gazetteer_(Gazetteer::Build("", districts_)) {
    const LabelIndex labels(taxonomy_);
    CatalogueBuilder builder(taxonomy_, gazetteer_);
    ForEachRealAdvert([&](const Advert& advert) { AddAdvert(advert, labels, builder); });
    for (std::size_t i = 0; i < kInvented; ++i) AddCandidate(i, builder);
    catalogue_ = builder.Publish(1);
  }

  const Catalogue& operator*() const { return *catalogue_; }

 private:
  void AddAdvert(const Advert& advert, const LabelIndex& labels, CatalogueBuilder& builder) {
    Vacancy vacancy;
    vacancy.name = advert.name;
    vacancy.detail.posted_on = kToday;
    ApplyAdvert(advert, kRealFeed, labels, vacancy);
    SiteTerms site;
    site.place = PlaceOf(advert, *gazetteer_);
    builder.SetSite({advert.name.employer, advert.site}, site);
    builder.SetVacancy(vacancy.name, vacancy.terms);
    builder.SetVacancy(vacancy.name, vacancy.detail);
    for (const VacancyOccupation& occupation : vacancy.terms.occupations) {
      offered_.push_back(occupation.code);
    }
  }

  // Somebody who seeks what is offered, and knows some of what it takes.
  void AddCandidate(std::size_t i, CatalogueBuilder& builder) {
    const CandidateName name{absl::StrCat("invented-", i)};
    CandidateTerms terms;
    terms.custodian = {"broker"};
    terms.release_area = districts_[Below(random_, districts_.size())].code;
    terms.reach = {
        static_cast<std::int64_t>(3'000 + Below(random_, Chance(random_, 90) ? 40'000 : 400'000))};
    terms.travel_mode = static_cast<TravelMode>(1 + Below(random_, 4));
    CandidateDetail detail;
    std::set<std::string> known;
    for (const auto relation : {OccupationRelation::kSought, OccupationRelation::kHeld}) {
      const std::string code = offered_[Below(random_, offered_.size())];
      if (!detail.occupations.empty() && detail.occupations.front().code == code) continue;
      detail.occupations.push_back({code, relation});
      for (const SkillIndex skill : taxonomy_->EssentialSkills(taxonomy_->Occupation(code))) {
        if (Chance(random_, 30)) known.insert(taxonomy_->skill(skill).code);
      }
    }
    for (const std::string& code : known) {
      detail.skills.push_back({code, static_cast<SkillLevel>(1 + Below(random_, 4)),
                               static_cast<SkillEvidence>(1 + Below(random_, 3))});
    }
    if (Chance(random_, 50)) detail.availability.spans = {{8 * 60, 4 * kMinutesPerDay}};
    if (Chance(random_, 80))
      detail.pay_floor = {static_cast<std::int32_t>(600 + Below(random_, 600))};
    detail.registered_on = {kToday.since_epoch - static_cast<int>(Below(random_, 100))};
    builder.SetCandidate(name, terms);
    builder.SetCandidate(name, detail);
    if (!Chance(random_, 90)) return;
    EXPECT_TRUE(builder.SetRiskPlan(name, AnyPlan()).ok());
  }

  RiskPlanTerms AnyPlan() {
    RiskPlanTerms plan;
    plan.supervision = Supervision::kOnLicence;
    plan.reviewed_on = {kToday.since_epoch - 10};
    plan.rosh = {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kMedium, RoshLevel::kLow};
    plan.mappa_level = MappaLevel::kNotApplicable;
    for (std::size_t i = Below(random_, 3); i > 0; --i) {
      Zone zone;
      zone.id = absl::StrCat("zone-", i);
      zone.kind = ZoneKind::kExclusion;
      zone.shape = Circle{districts_[Below(random_, districts_.size())].centre, {5'000}};
      plan.zones.push_back(std::move(zone));
    }
    return plan;
  }

  std::mt19937_64 random_{1};
  std::shared_ptr<const Taxonomy> taxonomy_;
  std::vector<District> districts_;
  std::shared_ptr<const Gazetteer> gazetteer_;
  std::vector<std::string> offered_;
  std::shared_ptr<const Catalogue> catalogue_;
};

TEST(RealAdverts, AreFoundAsTheExhaustiveScanFindsThem) {
  if (!HasRealData()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  const RealCatalogue real;
  const Catalogue& catalogue = *real;
  std::size_t rows = 0;
  std::uint64_t scored = 0;
  for (Ordinal i = 0; i < kInvented; ++i) {
    for (const View view : {View::kShared, View::kFull}) {
      const Question question{.view = view, .today = kToday, .limit = 20, .after = std::nullopt};
      SearchWork work;
      const auto found = FindVacancies(catalogue, i, question, NeverStop, &work);
      ASSERT_EQ(*found, *FindVacanciesExhaustively(catalogue, i, question, NeverStop))
          << "candidate " << i;
      rows += found->size();
      scored += work.cards_scored;
      const auto vacancy = static_cast<Ordinal>(i * 71 % catalogue.vacancy_count);
      ASSERT_EQ(*FindCandidates(catalogue, vacancy, question, Everybody, NeverStop),
                *FindCandidatesExhaustively(catalogue, vacancy, question, Everybody, NeverStop))
          << "vacancy " << vacancy;
    }
  }
  std::cout << catalogue.vacancy_count << " adverts, " << kInvented
            << " candidates in both views: " << rows << " rows, " << scored / (2 * kInvented)
            << " cards scored each\n";
  EXPECT_GT(rows, 20 * kInvented);
}

}  // namespace
}  // namespace throughgate::services
