// A bound is never below what it bounds: for every pair, every block, leaf, branch and tree that
// the pair's spot stands in. And what is passed over is never available.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/index/links.h"
#include "matcher/matcher.h"
#include "matcher/rank/candidate_bounds.h"
#include "matcher/rank/vacancy_bounds.h"
#include "tests/support/answers.h"
#include "tests/support/country.h"
#include "tests/support/tempered_world.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

// Holds the bounds of one direction against the pairs that they bound.
template <class Bounds>
class Holding {
 public:
  using Side = typename Bounds::Side;
  using Limits = typename Side::Limits;

  // `pair_of(ordinal)` is the match of the pair.
  template <class PairOf>
  Holding(Bounds& bounds, const Forest<Side>& forest, PairOf pair_of) : bounds_(bounds) {
    for (const auto& tree : forest.trees) {
      for (std::size_t i = 0; i < tree->branches.size(); ++i) {
        const Branch<Side>& branch = *tree->branches[i];
        for (std::size_t j = 0; j < branch.leaves.size(); ++j) {
          const std::vector<const Limits*> around = {&tree->limits, &tree->branch_limits[i],
                                                     &branch.leaf_limits[j]};
          const Leaf<Side>& leaf = branch.leaves[j];
          Hold(*leaf.core, leaf.gone.get(), around, pair_of);
          if (leaf.added != nullptr) Hold(*leaf.added, nullptr, around, pair_of);
        }
      }
    }
  }

  const std::set<std::string>& faults() const { return faults_; }
  std::size_t held() const { return held_; }

 private:
  template <class PairOf>
  void Hold(const LeafCore<Side>& core, const std::vector<bool>* gone,
            const std::vector<const Limits*>& around, PairOf pair_of) {
    bounds_.Enter(core);
    BlockPoints named = {};
    for (std::size_t i = 0; i < core.spots.size(); ++i) {
      const std::size_t block = i / kSpotsPerBlock;
      if (i % kSpotsPerBlock == 0) {
        HoldMask(core, block, 0, named);
        HoldMask(core, block, 150, named);
        HoldMask(core, block, named[0], named);
        HoldMask(core, block, named[1], named);
      }
      if (gone != nullptr && (*gone)[i]) continue;
      const auto& spot = core.spots[i];
      const Match match = pair_of(Side::OrdinalOf(spot), spot);
      if (match.verdict == Verdict::kNotAvailable) continue;
      ++held_;
      const std::int32_t points = named[i % kSpotsPerBlock];
      Expect(points == match.points[Component::kSkills] + match.points[Component::kOccupation],
             "GiveNamed");
      const std::int32_t total = match.points.total();
      Expect(!bounds_.PassesOver(core.blocks[block]), "PassesOver of a block");
      Expect(bounds_.NamedMost(core, block, bounds_.WorkMost(core, block)) >= points, "NamedMost");
      for (const Limits* limits : around) {
        HoldLimits(*limits, match);
        Expect(
            bounds_.AroundMost(*limits) + bounds_.OfferMost(core.blocks[block]) + points >= total,
            "AroundMost and OfferMost");
      }
      Expect(bounds_.SpotMost(spot, points) >= total, "SpotMost");
      Expect(!(bounds_.KeyMost(spot, total) < match.key), "KeyMost of a spot");
    }
  }

  // Whether all that have `least` or more are told, and no other; `all` becomes the points of all.
  void HoldMask(const LeafCore<Side>& core, std::size_t block, std::int32_t least,
                BlockPoints& all) {
    const std::uint8_t work = bounds_.WorkMost(core, block);
    const SpotMask everybody = bounds_.GiveNamed(core, block, work, 0, all);
    Expect(everybody == AllSpots(core.spots.size() - block * kSpotsPerBlock), "GiveNamed of all");
    BlockPoints some = {};
    const SpotMask worth = bounds_.GiveNamed(core, block, work, least, some);
    for (std::size_t i = 0; i < kSpotsPerBlock; ++i) {
      if ((everybody >> i & 1) == 0) continue;
      Expect((worth >> i & 1) == (all[i] >= least ? 1u : 0u), "GiveNamed of some");
      Expect(all[i] < least || some[i] == all[i], "GiveNamed of some is exact");
    }
  }

  void HoldLimits(const Limits& limits, const Match& match) {
    Expect(!bounds_.PassesOver(limits), "PassesOver");
    Expect(bounds_.Most(limits) >= match.points.total(), "Most");
    Expect(!(bounds_.KeyMost(limits, match.points.total()) < match.key), "KeyMost of limits");
  }

  void Expect(bool holds, const char* what) {
    if (!holds) faults_.insert(what);
  }

  Bounds& bounds_;
  std::set<std::string> faults_;
  std::size_t held_ = 0;
};

Match NotAvailable() {
  Match match;
  match.verdict = Verdict::kNotAvailable;
  return match;
}

// How many pairs were held; fails the test when a bound did not hold.
std::size_t HoldBothWays(const Catalogue& catalogue, View view, Day today,
                         const std::string& where) {
  std::size_t held = 0;
  for (const Named& candidate : CandidatesByName(catalogue)) {
    const CandidateCard& person = catalogue.CandidateOf(candidate.second);
    VacancyScorer scorer(catalogue, catalogue.CandidateBlockOf(candidate.second), person, today);
    VacancyBounds bounds(person, scorer, today);
    const Holding holding(
        bounds, *catalogue.vacancy_forest, [&](Ordinal vacancy, const VacancySpot& spot) {
          const Match match = Explain(catalogue, candidate.second, vacancy, view, today).match;
          // The spot that stands for the pair is that of the site that counted.
          const VacancyBlock& block = catalogue.VacancyBlockOf(vacancy);
          const auto sites = block.SitesOf(catalogue.VacancyOf(vacancy));
          return spot.at_home || sites.empty() || sites[spot.number].site == match.site
                     ? match
                     : NotAvailable();
        });
    EXPECT_TRUE(holding.faults().empty())
        << where << ": " << *holding.faults().begin() << " for " << candidate.first;
    held += holding.held();
  }
  for (const Named& vacancy : VacanciesByName(catalogue)) {
    const VacancyBlock& block = catalogue.VacancyBlockOf(vacancy.second);
    const VacancyCard& card = catalogue.VacancyOf(vacancy.second);
    CandidateScorer scorer(catalogue, block, card, today);
    // Of anybody, and of those whom one organisation holds.
    const auto some = static_cast<Ordinal>(vacancy.second % catalogue.organisations.size);
    for (const Ordinal holder : {kNoOrdinal, some}) {
      CandidateBounds bounds(catalogue, block, card, scorer, today, holder);
      const Holding holding(
          bounds, *catalogue.candidate_forest, [&](Ordinal candidate, const CandidateSpot&) {
            const bool held =
                holder == kNoOrdinal ||
                IsHeldBy(catalogue.CandidateBlockOf(candidate), candidate % kCardsPerBlock, holder);
            if (!held) return NotAvailable();
            Match match = Explain(catalogue, candidate, vacancy.second, view, today).match;
            const CandidateCard& person = catalogue.CandidateOf(candidate);
            match.key = MakeRankKey(match.points.total(), match.points.requirements_met,
                                    match.distance_cm, person.registered_on, person.tie_hash);
            return match;
          });
      EXPECT_TRUE(holding.faults().empty())
          << where << ": " << *holding.faults().begin() << " for " << vacancy.first;
      held += holding.held();
    }
  }
  return held;
}

TEST(Bounds, HoldInSmallWorlds) {
  std::size_t held = 0;
  for (std::uint64_t seed = 1; seed <= 60 && !testing::Test::HasFailure(); ++seed) {
    const World world = Tempered(WorldOfSeed(seed), seed);
    CatalogueBuilder builder = EmptyCatalogue(world, {16, 5, 2});
    for (const Write& write : WritesOf(world)) write(builder);
    for (const int days : {0, 1, 30}) {
      const std::shared_ptr<const Catalogue> catalogue = builder.Publish(1);
      for (const View view : {View::kShared, View::kFull}) {
        held += HoldBothWays(*catalogue, view, {kWorldToday.since_epoch + days},
                             absl::StrCat("seed ", seed));
      }
    }
  }
  EXPECT_GT(held, 20'000u);
}

TEST(Bounds, HoldInACountry) {
  std::size_t held = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Country country(
        {.seed = seed, .towns = 12, .occupations = 300, .skills = 900, .unusual_sites = true});
    const auto catalogue = country.Build(300, 60, {128, 16, 4})->Publish(1);
    for (const View view : {View::kShared, View::kFull}) {
      held += HoldBothWays(*catalogue, view, kCountryToday, absl::StrCat("seed ", seed));
    }
  }
  EXPECT_GT(held, 5'000u);
}

}  // namespace
}  // namespace throughgate
