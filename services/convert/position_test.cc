#include "services/convert/position.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>

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

RC_GTEST_PROP(Position, ReadsBackAsItIsWritten, (const matcher::Place& place)) {
  Violations violations;
  RC_ASSERT(ReadPosition(WritePosition(place), Field(violations)) == place);
  RC_ASSERT(violations.empty());
}

}  // namespace
}  // namespace throughgate::services
