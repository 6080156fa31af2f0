// A forest holds what is on the cards, each spot once and within its limits, whatever is written.
#include "matcher/index/forest/forest_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "matcher/index/forest/vacancy_spot.h"

namespace throughgate::matcher {
namespace {

using testing::IsEmpty;
using Random = std::mt19937;

// A vacancy with some spots.
struct Written {
  VacancyCard card;
  std::vector<SkillNeed> needs;
  std::vector<VacancySpot> spots;
};

class Cards final : public SeedSource<VacancySide> {
 public:
  std::size_t SpotsOf(Ordinal ordinal) const override {
    const auto found = written.find(ordinal);
    return found == written.end() ? 0 : found->second.spots.size();
  }
  VacancySeed SeedOf(Ordinal ordinal, std::size_t number) const override {
    const Written& one = written.at(ordinal);
    return {one.spots[number], &one.card, one.needs};
  }

  std::map<Ordinal, Written> written;
};

constexpr ForestSizes kTiny = {.leaf_spots = 8, .leaf_added = 3, .branch_leaves = 4};

std::shared_ptr<const Taxonomy> TenTypesOfWork() {
  std::vector<Concept> concepts;
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string code = std::string("isco/512") + digit;
    concepts.push_back({code, ConceptKind::kOccupationGroup, code, {}, {}, {}, {}});
  }
  return Taxonomy::Build("", "", std::move(concepts));
}

Written AnyVacancy(Random& random, Ordinal ordinal) {
  Written one;
  one.card.tie_hash = random();
  one.card.closes_on = random() % 2 == 0 ? kNoDay : static_cast<std::int32_t>(random() % 400);
  for (std::uint32_t i = random() % 4; i > 0; --i) {
    one.needs.push_back(
        {static_cast<SkillIndex>(random() % 6), SkillLevel::kWorking, kOtherWeight});
  }
  const std::size_t sites = random() % 8 == 0 ? 3 : 1;
  for (std::size_t i = 0; i < sites; ++i) {
    VacancySpot spot;
    spot.vacancy = ordinal;
    spot.number = static_cast<std::uint8_t>(i);
    if (random() % 5 > 0) {
      spot.at = {static_cast<std::int32_t>(random() % 9'000'000), 0,
                 static_cast<std::int32_t>(random() % 9'000'000)};
      spot.uncertainty_m = random() % 3'000;
    }
    spot.occupations[0] = static_cast<OccupationIndex>(random() % 10);
    spot.pence_per_hour = static_cast<std::int32_t>(random() % 3);
    spot.pledges.verified = static_cast<std::uint8_t>(random() % 4 == 0 ? 1 : 0);
    spot.skill_weight = static_cast<std::uint8_t>(one.needs.size());
    one.spots.push_back(spot);
  }
  return one;
}

// What is wrong with a forest of `cards`, or nothing.
class Inspection {
 public:
  Inspection(const Forest<VacancySide>& forest, const Cards& cards) : cards_(cards) {
    for (const auto& tree : forest.trees) Inspect(*tree);
    for (const auto& [ordinal, one] : cards.written) {
      for (std::size_t i = 0; i < one.spots.size(); ++i) {
        Expect(seen_.count({ordinal, i}) == 1, "a spot is there once");
      }
      spots_ += one.spots.size();
    }
    Expect(seen_.size() == spots_, "nothing else is there");
  }
  const std::set<std::string>& faults() const { return faults_; }

 private:
  void Expect(bool holds, const char* what) {
    if (!holds) faults_.insert(what);
  }
  template <class Limits>
  void ExpectWithin(const Limits& limits, const VacancySeed& seed, const char* what) {
    Limits with = limits;
    with.Include(seed);
    Expect(with == limits, what);
  }

  static bool Names(const Mentions& mentions, std::size_t spot, std::uint16_t item) {
    bool names = false;
    mentions.Of(spot / kSpotsPerBlock).ForEach([&](std::size_t at, std::uint16_t named, int) {
      names = names || (at == spot % kSpotsPerBlock && named == item);
    });
    return names;
  }

  void Inspect(const Tree<VacancySide>& tree) {
    Expect(!tree.branches.empty(), "no tree is empty");
    for (std::size_t i = 0; i < tree.branches.size(); ++i) {
      const Branch<VacancySide>& branch = *tree.branches[i];
      Expect(!branch.leaves.empty(), "no branch is empty");
      Expect(branch.leaves.size() <= kTiny.branch_leaves, "branches stay small");
      for (std::size_t j = 0; j < branch.leaves.size(); ++j) {
        const Leaf<VacancySide>& leaf = branch.leaves[j];
        const std::vector<const VacancyLimits*> around = {&tree.limits, &tree.branch_limits[i],
                                                          &branch.leaf_limits[j]};
        const std::size_t live =
            Inspect(*leaf.core, leaf.gone.get(), around) +
            (leaf.added == nullptr ? 0 : Inspect(*leaf.added, nullptr, around));
        Expect(live > 0 && live <= kTiny.leaf_spots, "leaves are neither empty nor large");
        Expect(leaf.added == nullptr || leaf.added->spots.size() <= kTiny.leaf_added,
               "not much is added");
      }
    }
  }

  std::size_t Inspect(const LeafCore<VacancySide>& core, const std::vector<bool>* gone,
                      const std::vector<const VacancyLimits*>& around) {
    std::size_t live = 0;
    for (std::size_t i = 0; i < core.spots.size(); ++i) {
      if (gone != nullptr && (*gone)[i]) continue;
      ++live;
      const VacancySpot& spot = core.spots[i];
      Expect(seen_.insert({spot.vacancy, spot.number}).second, "no spot is there twice");
      if (spot.number >= cards_.SpotsOf(spot.vacancy)) {
        faults_.insert("what is there is on the cards");
        continue;
      }
      const VacancySeed seed = cards_.SeedOf(spot.vacancy, spot.number);
      Expect(spot.at == seed.spot.at && spot.pence_per_hour == seed.spot.pence_per_hour,
             "spots are as the cards are");
      ExpectWithin(core.blocks[i / kSpotsPerBlock], seed, "spots lie within their block");
      for (const VacancyLimits* limits : around) ExpectWithin(*limits, seed, "and all around it");
      for (const SkillNeed& need : seed.needs) {
        Expect(Names(core.named.skills, i, need.skill), "needs are named");
      }
      Expect(spot.occupations[0] == kNoIndex || Names(core.named.work, i, spot.occupations[0]),
             "types of work are named");
      Expect(core.named.weights[i] == spot.skill_weight, "weights stand beside");
    }
    return live;
  }

  const Cards& cards_;
  std::set<std::pair<Ordinal, std::size_t>> seen_;
  std::size_t spots_ = 0;
  std::set<std::string> faults_;
};

class ForestBuilderTest : public testing::Test {
 protected:
  void Write(Ordinal ordinal) {
    cards_.written[ordinal] = AnyVacancy(random_, ordinal);
    changed_.insert(ordinal);
  }
  void Remove(Ordinal ordinal) {
    cards_.written.erase(ordinal);
    changed_.insert(ordinal);
  }
  std::shared_ptr<const Forest<VacancySide>> Publish() {
    builder_.Update(std::vector<Ordinal>(changed_.begin(), changed_.end()), cards_);
    changed_.clear();
    return builder_.Publish();
  }

  Random random_{5};
  Cards cards_;
  std::set<Ordinal> changed_;
  ForestBuilder<VacancySide> builder_{TenTypesOfWork(), kTiny};
};

TEST_F(ForestBuilderTest, HoldsNothingAtFirst) { EXPECT_THAT(Publish()->trees, IsEmpty()); }

TEST_F(ForestBuilderTest, HoldsWhatIsWrittenOneByOneOrManyAtOnce) {
  Ordinal next = 0;
  for (const int many : {1, 1, 1, 7, 400, 1, 1, 30, 500, 3}) {
    for (int i = 0; i < many; ++i) Write(next++);
    EXPECT_THAT(Inspection(*Publish(), cards_).faults(), IsEmpty());
  }
}

TEST_F(ForestBuilderTest, FollowsWhatIsWrittenOverAndRemoved) {
  for (Ordinal i = 0; i < 300; ++i) Write(i);
  Publish();
  for (int version = 0; version < 300; ++version) {
    for (std::uint32_t i = random_() % 12; i > 0; --i) {
      const Ordinal ordinal = random_() % 330;
      if (random_() % 3 == 0) {
        Remove(ordinal);
      } else {
        Write(ordinal);
      }
    }
    ASSERT_THAT(Inspection(*Publish(), cards_).faults(), IsEmpty()) << "version " << version;
  }
  for (Ordinal i = 0; i < 330; ++i) Remove(i);
  EXPECT_THAT(Publish()->trees, IsEmpty());
  Write(0);
  EXPECT_THAT(Inspection(*Publish(), cards_).faults(), IsEmpty());
}

TEST_F(ForestBuilderTest, KeepsVersionsAsTheyWereAndSharesWhatIsTheSame) {
  for (Ordinal i = 0; i < 500; ++i) Write(i);
  const auto before = Publish();
  const Cards then = cards_;
  for (Ordinal i = 0; i < 20; ++i) Write(i * 7);
  const auto after = Publish();
  EXPECT_THAT(Inspection(*after, cards_).faults(), IsEmpty());
  // The cards of `before` are gone from the builder; the copy has equal ones.
  EXPECT_THAT(Inspection(*before, then).faults(), IsEmpty());

  const auto leaves = [](const Forest<VacancySide>& forest) {
    std::set<const LeafCore<VacancySide>*> cores;
    for (const auto& tree : forest.trees) {
      for (const auto& branch : tree->branches) {
        for (const auto& leaf : branch->leaves) cores.insert(leaf.core.get());
      }
    }
    return cores;
  };
  const auto old_leaves = leaves(*before);
  std::size_t shared = 0;
  for (const auto* core : leaves(*after)) shared += old_leaves.count(core);
  EXPECT_GT(shared, old_leaves.size() / 2);
}

TEST_F(ForestBuilderTest, TakesAnyNumberOfSpotsThatAreQuiteAlike) {
  for (Ordinal i = 0; i < 200; ++i) {
    Write(i);
    cards_.written[i].spots.resize(1);
    cards_.written[i].spots[0] = VacancySpot();
    cards_.written[i].spots[0].vacancy = i;
    cards_.written[i].needs.clear();
    cards_.written[i].card = VacancyCard();
  }
  EXPECT_THAT(Inspection(*Publish(), cards_).faults(), IsEmpty());
}

TEST_F(ForestBuilderTest, GrowsTogetherAgainWhenMostIsGone) {
  for (Ordinal i = 0; i < 1'000; ++i) Write(i);
  Publish();
  for (Ordinal i = 0; i < 1'000; ++i) {
    if (i % 20 != 0) Remove(i);
  }
  const auto forest = Publish();
  std::size_t leaves = 0;
  std::size_t branches = 0;
  for (const auto& tree : forest->trees) {
    for (const auto& branch : tree->branches) {
      ++branches;
      leaves += branch->leaves.size();
    }
  }
  EXPECT_LE(leaves, branches * 2);
}

// What is apart in space, or does other work, does not share a leaf.
TEST_F(ForestBuilderTest, PutsTogetherWhatIsCloseInTheScore) {
  for (Ordinal i = 0; i < 64; ++i) {
    Write(i);
    VacancySpot spot;
    spot.vacancy = i;
    spot.uncertainty_m = 0;
    spot.at = {static_cast<std::int32_t>(i % 2 == 0 ? 0 : 5'000'000), 0, 0};
    cards_.written[i].spots = {spot};
    cards_.written[i].card.closes_on = kNoDay;
  }
  const auto forest = Publish();
  for (const auto& tree : forest->trees) {
    for (const auto& branch : tree->branches) {
      for (const VacancyLimits& limits : branch->leaf_limits) {
        EXPECT_EQ(limits.box.WidestCm(), 0);
      }
    }
  }
}

}  // namespace
}  // namespace throughgate::matcher
