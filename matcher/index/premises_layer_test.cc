#include "matcher/index/premises_layer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace throughgate::matcher {
namespace {

constexpr GeoPoint kHere{534'800'000, -22'400'000};
constexpr std::int32_t kMetreNorthE7 = 90;  // 1.002 m at this latitude

Premises North(PremisesKind kind, int metres, std::int64_t uncertainty) {
  return {
      .id = "p",
      .kind = kind,
      .place = {{kHere.latitude_e7 + metres * kMetreNorthE7, kHere.longitude_e7}, {uncertainty}}};
}

PremisesNear Near(const PremisesLayer& layer, const Place& place, PremisesKind kind) {
  const auto around = layer.Around(place);
  return around == nullptr ? PremisesNear() : around->of[static_cast<std::size_t>(kind)];
}

TEST(PremisesLayer, CountsItsKinds) {
  const auto layer = PremisesLayer::Build(
      "towns", {North(PremisesKind::kSchool, 0, 1), North(PremisesKind::kSchool, 9, 1),
                North(PremisesKind::kOther, 0, 1)});
  EXPECT_EQ(layer->id(), "towns");
  EXPECT_EQ(layer->count(PremisesKind::kSchool), 2u);
  EXPECT_EQ(layer->count(PremisesKind::kLibrary), 0u);
  EXPECT_EQ(layer->kinds(), MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kOther));
}

TEST(PremisesLayer, KnowsNothingWhenEmpty) {
  const auto layer = PremisesLayer::Build("", {});
  EXPECT_EQ(layer->kinds(), 0u);
  EXPECT_EQ(layer->Around({kHere, {100}}), nullptr);
}

// 500 m away, less or more 20 and 30 m, rounded up.
TEST(PremisesLayer, TellsTheLeastAndTheGreatestDistance) {
  const auto layer = PremisesLayer::Build("", {North(PremisesKind::kSchool, 499, 20)});
  const PremisesNear near = Near(*layer, {kHere, {30}}, PremisesKind::kSchool);
  EXPECT_NEAR(near.possibly, 450, 1);
  EXPECT_NEAR(near.surely, 550, 1);
  EXPECT_EQ(Near(*layer, {kHere, {30}}, PremisesKind::kLibrary), PremisesNear());
}

// The nearest one is not the surest.
TEST(PremisesLayer, TakesEachFigureFromTheBestOfAll) {
  const auto layer = PremisesLayer::Build(
      "", {North(PremisesKind::kSchool, 200, 900), North(PremisesKind::kSchool, 499, 1)});
  const PremisesNear near = Near(*layer, {kHere, {1}}, PremisesKind::kSchool);
  EXPECT_EQ(near.possibly, 0);
  EXPECT_NEAR(near.surely, 502, 1);
}

TEST(PremisesLayer, IsSilentBeyondTwoKilometres) {
  const auto layer = PremisesLayer::Build("", {North(PremisesKind::kSchool, 2'030, 10)});
  EXPECT_EQ(Near(*layer, {kHere, {20}}, PremisesKind::kSchool).surely, kPremisesFar);
  EXPECT_NE(Near(*layer, {kHere, {40}}, PremisesKind::kSchool).possibly, kPremisesFar);
  EXPECT_EQ(layer->Around({kHere, {1}}), nullptr);
}

// By hand, looking at every one.
PremisesAround EachLookedAt(const std::vector<Premises>& premises, const Place& place) {
  PremisesAround around;
  const auto metres = [](std::int64_t cm) {
    const std::int64_t up = std::max<std::int64_t>(0, (cm + 99) / 100);
    return static_cast<std::uint16_t>(cm <= 0 ? 0 : up > 2'000 ? kPremisesFar : up);
  };
  for (const Premises& one : premises) {
    const std::int64_t distance = ChordCm(ToEcef(one.place.at), ToEcef(place.at));
    const std::int64_t hidden = 100 * (one.place.uncertainty.value + place.uncertainty.value);
    PremisesNear& near = around.of[static_cast<std::size_t>(one.kind)];
    near.surely = std::min(near.surely, metres(distance + hidden));
    near.possibly = std::min(near.possibly, metres(distance - hidden));
  }
  return around;
}

// All over the country, at its edges and in its far north, where the cells are narrow; places known
// to the metre, to a town, and hardly at all.
TEST(PremisesLayer, FindsWhatLookingAtEachWouldFind) {
  std::mt19937 random(7);
  const auto between = [&](std::int64_t min, std::int64_t max) {
    return std::uniform_int_distribution<std::int64_t>(min, max)(random);
  };
  const auto kind = [&] { return static_cast<PremisesKind>(between(1, kPremisesKindLast)); };
  for (int round = 0; round < 60; ++round) {
    // A few towns of some kilometres, the corners of the country among them.
    std::vector<GeoPoint> towns = {{kLatitudeMinE7, kLongitudeMinE7},
                                   {kLatitudeMaxE7, kLongitudeMaxE7},
                                   {kLatitudeMaxE7 - 1'000'000, -10'000'000}};
    for (int i = 0; i < 5; ++i) {
      towns.push_back({static_cast<std::int32_t>(between(kLatitudeMinE7, kLatitudeMaxE7)),
                       static_cast<std::int32_t>(between(kLongitudeMinE7, kLongitudeMaxE7))});
    }
    const auto nearby = [&] {
      const GeoPoint town = towns[static_cast<std::size_t>(between(0, 7))];
      return GeoPoint{
          static_cast<std::int32_t>(std::clamp<std::int64_t>(
              town.latitude_e7 + between(-500'000, 500'000), kLatitudeMinE7, kLatitudeMaxE7)),
          static_cast<std::int32_t>(std::clamp<std::int64_t>(
              town.longitude_e7 + between(-800'000, 800'000), kLongitudeMinE7, kLongitudeMaxE7))};
    };
    std::vector<Premises> premises;
    const std::int64_t widest = round % 3 == 0 ? 5'000 : 200;
    for (std::int64_t i = between(1, 400); i > 0; --i) {
      premises.push_back({"p", kind(), {nearby(), {between(1, widest)}}});
    }
    const auto layer = PremisesLayer::Build("", premises);
    for (int i = 0; i < 60; ++i) {
      constexpr std::int64_t kUncertainties[] = {1, 100, 1'900, 2'001, 15'000, 300'000};
      const Place place{nearby(), {kUncertainties[i % 6]}};
      const auto found = layer->Around(place);
      EXPECT_EQ(found == nullptr ? PremisesAround() : *found, EachLookedAt(premises, place));
    }
  }
}

TEST(PremisesLayer, TakesLittleMemory) {
  std::vector<Premises> premises(50'000, North(PremisesKind::kSchool, 0, 100));
  EXPECT_LT(PremisesLayer::Build("", premises)->bytes(), 50'000 * 20 + (std::size_t{1} << 20));
}

}  // namespace
}  // namespace throughgate::matcher
