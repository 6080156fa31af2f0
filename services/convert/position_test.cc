#include "services/convert/position.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <optional>

#include "tests/support/model_generators.h"

namespace throughgate::services {
namespace {

std::vector<std::string> FaultsOf(double latitude, double longitude) {
  Violations violations;
  ReadPoint(latitude, longitude, Field(violations)["at"]);
  std::vector<std::string> fields;
  for (const FieldViolation& violation : violations.found()) fields.push_back(violation.field);
  return fields;
}

using Strings = std::vector<std::string>;

TEST(Position, IsInTheUnitedKingdomEdgesIncluded) {
  EXPECT_EQ(FaultsOf(49.0, -9.0), Strings{});
  EXPECT_EQ(FaultsOf(61.5, 2.5), Strings{});
  EXPECT_EQ(FaultsOf(48.9999999, 0), Strings{"at.latitude"});
  EXPECT_EQ(FaultsOf(61.5000001, 0), Strings{"at.latitude"});
  EXPECT_EQ(FaultsOf(53, -9.0000001), Strings{"at.longitude"});
  EXPECT_EQ(FaultsOf(53, 2.5000001), Strings{"at.longitude"});
}

TEST(Position, IsANumber) {
  const double kNan = std::numeric_limits<double>::quiet_NaN();
  const double kInfinity = std::numeric_limits<double>::infinity();
  for (const double bad : {kNan, kInfinity, -kInfinity, 1e300, -1e300}) {
    EXPECT_EQ(FaultsOf(bad, 0), Strings{"at.latitude"});
    EXPECT_EQ(FaultsOf(53, bad), Strings{"at.longitude"});
    EXPECT_EQ(FaultsOf(bad, bad), (Strings{"at.latitude", "at.longitude"}));
  }
}

TEST(Position, ThatIsSwappedIsRecognised) {
  EXPECT_EQ(FaultsOf(-2.24, 53.48), Strings{"at"});
  EXPECT_EQ(FaultsOf(0, 0), Strings{"at.latitude"});
}

TEST(Position, RoundsToTheNearestUnit) {
  Violations violations;
  EXPECT_EQ(ReadPoint(53.48000004, -2.24000006, Field(violations)),
            (matcher::GeoPoint{534'800'000, -22'400'001}));
}

v1::Position PositionWithin(std::optional<std::int32_t> uncertainty_m) {
  v1::Position wire;
  wire.set_latitude(53.5);
  wire.set_longitude(-2.25);
  if (uncertainty_m) wire.set_uncertainty_m(*uncertainty_m);
  return wire;
}

TEST(Position, OfARecordSaysHowExactItIs) {
  for (const std::int32_t good : {1, 100, 1'000'000}) {
    Violations violations;
    EXPECT_EQ(ReadPosition(PositionWithin(good), Field(violations)).uncertainty.value, good);
    EXPECT_TRUE(violations.empty());
  }
  for (const std::optional<std::int32_t> bad : {std::optional<std::int32_t>(), std::optional(0),
                                                std::optional(-1), std::optional(1'000'001)}) {
    Violations violations;
    ReadPosition(PositionWithin(bad), Field(violations)["at"]);
    ASSERT_EQ(violations.found().size(), 1u);
    EXPECT_EQ(violations.found()[0].field, "at.uncertainty_m");
    EXPECT_NE(violations.found()[0].description.find("a unit postcode is good to about 100"),
              std::string::npos);
  }
}

TEST(Position, OfAFeedMayLeaveThatOpen) {
  Violations violations;
  for (const std::optional<std::int32_t> open : {std::optional<std::int32_t>(), std::optional(0)}) {
    const matcher::Place place = ReadPositionOfFeed(PositionWithin(open), Field(violations));
    EXPECT_EQ(place.at, (matcher::GeoPoint{535'000'000, -22'500'000}));
    EXPECT_EQ(place.uncertainty.value, 0);
  }
  EXPECT_TRUE(violations.empty());
  ReadPositionOfFeed(PositionWithin(-1), Field(violations));
  ReadPositionOfFeed(PositionWithin(1'000'001), Field(violations));
  EXPECT_EQ(violations.faults(), 2u);
}

RC_GTEST_PROP(Position, ReadsBackAsItIsWritten, (matcher::Place place)) {
  place.uncertainty.value += place.uncertainty.value == 0 ? 1 : 0;
  Violations violations;
  RC_ASSERT(ReadPosition(WritePosition(place), Field(violations)) == place);
  RC_ASSERT(violations.empty());
}

}  // namespace
}  // namespace throughgate::services
