#include "matcher/geo/trig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::matcher {
namespace {

constexpr std::int64_t kTurnE7 = 3'600'000'000;

// Every angle between -1 and +1 turn that a stride far from any round number meets, and its mirror.
template <typename Visit>
void ForManyAngles(Visit visit) {
  for (std::int64_t angle = 0; angle <= kTurnE7; angle += 3'571) {
    visit(angle);
    visit(-angle);
  }
}

// The platform's, of an angle brought near 0 exactly, because its own argument would be rounded.
Real TrueSine(std::int64_t angle_e7) {
  const std::int64_t turned = ((angle_e7 % kTurnE7) + kTurnE7) % kTurnE7;
  const std::int64_t half = turned % (kTurnE7 / 2);
  const std::int64_t acute = std::min(half, kTurnE7 / 2 - half);
  const Real sine = std::sin(static_cast<Real>(acute) * kPi / (kTurnE7 / 2));
  return turned < kTurnE7 / 2 ? sine : -sine;
}

Real TrueCosine(std::int64_t angle_e7) { return TrueSine(angle_e7 + kTurnE7 / 4); }

Real LastPlace(Real value) {
  const double magnitude = std::abs(static_cast<double>(value));
  return std::nextafter(magnitude, 2.0) - magnitude;
}

TEST(Trig, IsWithinTheStatedBoundOfTheTruth) {
  Real worst = 0, worst_places = 0;
  ForManyAngles([&](std::int64_t angle) {
    const SineCosine got = SineAndCosine(static_cast<double>(angle));
    for (const auto& [value, truth] :
         {std::pair(got.sine, TrueSine(angle)), std::pair(got.cosine, TrueCosine(angle))}) {
      const Real error = std::abs(value - truth);
      worst = std::max(worst, error);
      worst_places = std::max(worst_places, error / LastPlace(truth));
    }
  });
  EXPECT_LT(worst, 2e-16L);
  EXPECT_LT(worst_places, 2);
}

TEST(Trig, IsExactAtQuarterTurns) {
  for (const auto& [angle, sine, cosine] :
       {std::tuple(0.0, 0.0, 1.0), std::tuple(9e8, 1.0, 0.0), std::tuple(1.8e9, 0.0, -1.0),
        std::tuple(-9e8, -1.0, 0.0), std::tuple(-1.8e9, 0.0, -1.0)}) {
    EXPECT_EQ(SineAndCosine(angle).sine, sine) << angle;
    EXPECT_EQ(SineAndCosine(angle).cosine, cosine) << angle;
  }
}

TEST(Trig, IsOddAndEven) {
  ForManyAngles([](std::int64_t angle) {
    const SineCosine there = SineAndCosine(static_cast<double>(angle));
    const SineCosine back = SineAndCosine(static_cast<double>(-angle));
    ASSERT_EQ(there.sine, -back.sine) << angle;
    ASSERT_EQ(there.cosine, back.cosine) << angle;
  });
}

TEST(Trig, FollowsFractionsOfAUnit) {
  const double at = 534'000'000.25;
  EXPECT_NEAR(SineAndCosine(at).sine, std::sin(at * kRadiansPerE7), 3e-16);
  EXPECT_NEAR(SineAndCosine(at).cosine, std::cos(at * kRadiansPerE7), 3e-16);
}

// A machine on which this fails would place zones differently from all others.
TEST(Trig, HasTheSameBitsEverywhere) {
  std::uint64_t digest = 14'695'981'039'346'656'037u;
  ForManyAngles([&](std::int64_t angle) {
    const SineCosine got = SineAndCosine(static_cast<double>(angle));
    for (const double value : {got.sine, got.cosine}) {
      digest = (digest ^ std::bit_cast<std::uint64_t>(value)) * 1'099'511'628'211u;
    }
  });
  EXPECT_EQ(digest, 13'672'533'484'228'472'885u);
}

}  // namespace
}  // namespace throughgate::matcher
