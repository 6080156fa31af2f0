// How near an adversary comes to the middle of a zone of which probation shows an area. It may ask
// everything that a broker can. Answers depend on the disc and on nothing else of the zone
// (tests/service/sealed_fields_test.cc), so that with vacancies everywhere it learns the disc, to
// the metre, and no more. It knows how discs are made, all but the key.
//
// The published scheme must leave it 1 km away at the median; and showing a zone again and again,
// renamed, resized, moved by metres, must not bring it nearer. What may still be combined is
// printed, and stands in shared_area.h.
#include "services/convert/shared_area.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/geo/wgs84.h"
#include "storage/format/secret.h"
#include "storage/secrets/keyed_hash.h"
#include "tests/support/dice.h"

namespace throughgate {
namespace {

using matcher::GeoPoint;
using matcher::SharedArea;
using matcher::Zone;
using services::SharedAreaAbout;
using services::SharedAreaFor;
using Random = std::mt19937_64;

constexpr int kZones = 1'000;
constexpr int kTimesShown = 50;
constexpr double kLeastMedianM = 1'000;
// As published: the cells, and how far their middles are moved at the most.
constexpr std::int32_t kCellNorthE7 = 90'000;
constexpr std::int32_t kCellEastE7 = 150'000;
constexpr double kMovedMaxM = 2'000;

const storage::KeyedHash& Key() {
  static const auto* key = new storage::KeyedHash({.key = std::string(format::kSecretBytes, 'k')});
  return *key;
}

double MetresBetween(GeoPoint a, GeoPoint b) {
  return static_cast<double>(matcher::ChordCm(matcher::ToEcef(a), matcher::ToEcef(b))) / 100;
}

GeoPoint MovedBy(GeoPoint from, double north_m, double east_m) {
  const matcher::GroundScale scale = matcher::FlatMapAt(from.latitude_e7).here;
  return {from.latitude_e7 + static_cast<std::int32_t>(north_m * 100 / scale.north_cm),
          from.longitude_e7 + static_cast<std::int32_t>(east_m * 100 / scale.east_cm)};
}

// In England, Wales or the sea beside.
GeoPoint AnyMiddle(Random& random) {
  return {static_cast<std::int32_t>(505'000'000 + dice::Fraction(random) * 50'000'000),
          static_cast<std::int32_t>(-35'000'000 + dice::Fraction(random) * 40'000'000)};
}

Zone ZoneAt(GeoPoint middle, std::int64_t radius_m, std::int64_t buffer_m) {
  Zone zone;
  zone.id = "zone";
  zone.kind = matcher::ZoneKind::kExclusion;
  zone.shape = matcher::Circle{middle, {radius_m}};
  zone.buffer = {buffer_m};
  return zone;
}

Zone AnyZoneAt(GeoPoint middle, Random& random) {
  return ZoneAt(middle, 50 + static_cast<std::int64_t>(dice::Below(random, 2'000)),
                static_cast<std::int64_t>(dice::Below(random, 500)));
}

// The disc that is shown once it has been shown as `before`.
SharedArea ShowAgain(const SharedArea& before, const Zone& zone) {
  return SharedAreaAbout(before, zone).value_or(SharedAreaFor(zone, Key()));
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Where the middle of the zone may be, each as likely as the next: nine places in each cell whose
// middle may have been moved to `shown`.
std::vector<matcher::Ecef> PlacesMeantBy(GeoPoint shown) {
  constexpr int kCells = 4;
  const auto cell_of = [](std::int32_t value, std::int32_t step) {
    return static_cast<std::int32_t>(std::floor(static_cast<double>(value) / step));
  };
  std::vector<matcher::Ecef> places;
  for (int north = -kCells; north <= kCells; ++north) {
    for (int east = -kCells; east <= kCells; ++east) {
      const GeoPoint middle = {
          (cell_of(shown.latitude_e7, kCellNorthE7) + north) * kCellNorthE7 + kCellNorthE7 / 2,
          (cell_of(shown.longitude_e7, kCellEastE7) + east) * kCellEastE7 + kCellEastE7 / 2};
      if (MetresBetween(middle, shown) > kMovedMaxM) continue;
      for (int part = 0; part < 9; ++part) {
        places.push_back(matcher::ToEcef({middle.latitude_e7 + (part / 3 - 1) * kCellNorthE7 / 3,
                                          middle.longitude_e7 + (part % 3 - 1) * kCellEastE7 / 3}));
      }
    }
  }
  return places;
}

// From where half of the places are nearest: no guess is better, at the median, for whoever knows
// the scheme and not the key.
GeoPoint BestGuess(GeoPoint shown) {
  constexpr int kSteps = 8;
  constexpr double kStepM = kMovedMaxM / kSteps;
  const std::vector<matcher::Ecef> places = PlacesMeantBy(shown);
  std::pair<double, GeoPoint> best(1e12, shown);
  for (int north = -kSteps; north <= kSteps; ++north) {
    for (int east = -kSteps; east <= kSteps; ++east) {
      const GeoPoint guess = MovedBy(shown, north * kStepM, east * kStepM);
      const matcher::Ecef here = matcher::ToEcef(guess);
      std::vector<double> away;
      for (const matcher::Ecef& place : places) {
        away.push_back(static_cast<double>(matcher::ChordCm(here, place)));
      }
      const double median = Median(std::move(away));
      if (median < best.first) best = {median, guess};
    }
  }
  return best.second;
}

// The mean of several middles.
GeoPoint Mean(const std::vector<GeoPoint>& middles) {
  std::int64_t latitude = 0;
  std::int64_t longitude = 0;
  for (const GeoPoint middle : middles) {
    latitude += middle.latitude_e7;
    longitude += middle.longitude_e7;
  }
  const auto count = static_cast<std::int64_t>(middles.size());
  return {static_cast<std::int32_t>(latitude / count),
          static_cast<std::int32_t>(longitude / count)};
}

double Print(const char* what, const std::vector<double>& errors) {
  const double median = Median(errors);
  std::printf("%-58s %5.0f m\n", what, median);
  return median;
}

TEST(Localisation, FromOneDiscNoGuessComesNearerThanAKilometre) {
  Random random(1);
  std::vector<double> of_middle;
  std::vector<double> of_guess;
  for (int i = 0; i < kZones; ++i) {
    const GeoPoint truth = AnyMiddle(random);
    const SharedArea area = SharedAreaFor(AnyZoneAt(truth, random), Key());
    of_middle.push_back(MetresBetween(area.centre, truth));
    of_guess.push_back(MetresBetween(BestGuess(area.centre), truth));
  }
  EXPECT_GE(Print("one disc, its middle", of_middle), kLeastMedianM);
  EXPECT_GE(Print("one disc, the best guess", of_guess), kLeastMedianM);
}

// Each is a draw that does not depend on the others: were it one draw for all, or none at all, the
// figures above could be met and everything known from one zone that is known.
TEST(Localisation, WhereOneZoneIsTellsNothingOfTheNextCell) {
  Random random(2);
  std::vector<double> of_neighbour;
  for (int i = 0; i < kZones; ++i) {
    const GeoPoint truth = AnyMiddle(random);
    const GeoPoint known = {truth.latitude_e7 + kCellNorthE7, truth.longitude_e7};
    const GeoPoint shown = SharedAreaFor(ZoneAt(truth, 500, 0), Key()).centre;
    const GeoPoint shown_of_known = SharedAreaFor(ZoneAt(known, 500, 0), Key()).centre;
    // As if both were moved alike.
    const GeoPoint guess = {shown.latitude_e7 + known.latitude_e7 - shown_of_known.latitude_e7,
                            shown.longitude_e7 + known.longitude_e7 - shown_of_known.longitude_e7};
    of_neighbour.push_back(MetresBetween(guess, truth));
  }
  EXPECT_GE(Print("one disc, with a neighbour that is known", of_neighbour), kLeastMedianM);
}

// Shown, taken back and shown again; renamed; with another size or buffer.
TEST(Localisation, ShowingAZoneAgainShowsTheSameMiddle) {
  Random random(3);
  for (int i = 0; i < kZones; ++i) {
    const GeoPoint truth = AnyMiddle(random);
    const SharedArea first = SharedAreaFor(AnyZoneAt(truth, random), Key());
    SharedArea shown = first;
    for (int times = 1; times < kTimesShown; ++times) {
      Zone zone = AnyZoneAt(truth, random);
      zone.id = "zone-" + std::to_string(times);
      shown = dice::Chance(random, 50) ? SharedAreaFor(zone, Key()) : ShowAgain(shown, zone);
      ASSERT_EQ(shown.centre, first.centre);
    }
  }
}

// Moved to and fro by metres over the border of two cells, and over the corner of four.
TEST(Localisation, MovingAZoneByMetresShowsTheSameMiddle) {
  Random random(4);
  for (int i = 0; i < kZones; ++i) {
    const GeoPoint any = AnyMiddle(random);
    const bool corner = i % 2 == 0;
    const GeoPoint border = {
        any.latitude_e7 / kCellNorthE7 * kCellNorthE7,
        corner ? any.longitude_e7 / kCellEastE7 * kCellEastE7 : any.longitude_e7};
    const auto moved = [&] {
      const auto metres = [&] { return dice::Fraction(random) * 10 - 5; };
      return ZoneAt(MovedBy(border, metres(), metres()), 500, 100);
    };
    const SharedArea first = SharedAreaFor(moved(), Key());
    SharedArea shown = first;
    std::set<std::int32_t> would_be;
    for (int times = 1; times < kTimesShown; ++times) {
      const Zone zone = moved();
      shown = ShowAgain(shown, zone);
      ASSERT_EQ(shown.centre, first.centre);
      would_be.insert(SharedAreaFor(zone, Key()).centre.latitude_e7);
    }
    EXPECT_GT(would_be.size(), 1u) << "it has not been moved from cell to cell";
  }
}

// What shared_area.h owns to: discs around one place that were drawn anew in neighbouring cells.
TEST(Localisation, WhatSeveralDrawsAroundOnePlaceStillTellIsPrinted) {
  constexpr double kOverTheBorderM = 5;
  Random random(5);
  for (const int cells : {2, 4}) {
    std::vector<double> errors;
    for (int i = 0; i < kZones; ++i) {
      const GeoPoint any = AnyMiddle(random);
      // Of two, the middle of their border; of four, their corner.
      const GeoPoint place = {
          any.latitude_e7 / kCellNorthE7 * kCellNorthE7,
          any.longitude_e7 / kCellEastE7 * kCellEastE7 + (cells == 2 ? kCellEastE7 / 2 : 0)};
      std::vector<GeoPoint> middles;
      for (int cell = 0; cell < cells; ++cell) {
        const double north = cell % 2 == 0 ? kOverTheBorderM : -kOverTheBorderM;
        const double east = cell / 2 == 0 ? kOverTheBorderM : -kOverTheBorderM;
        middles.push_back(SharedAreaFor(ZoneAt(MovedBy(place, north, east), 500, 0), Key()).centre);
      }
      errors.push_back(MetresBetween(Mean(middles), place));
    }
    const double median =
        Print(cells == 2 ? "two draws, their mean" : "four draws, their mean", errors);
    EXPECT_GE(median, 400) << "shared_area.h says what may be combined, and how near it comes";
  }
}

}  // namespace
}  // namespace throughgate
