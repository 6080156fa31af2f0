#include "services/import/place_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PlaceNames, AreTheParts) {
  EXPECT_THAT(PlaceNames("Leeds"), ElementsAre("Leeds"));
  EXPECT_THAT(PlaceNames(" Leeds ,West  Yorkshire,"), ElementsAre("Leeds", "West Yorkshire"));
  EXPECT_THAT(PlaceNames("Stoke-on-Trent - Hanley (Staffs) / UK"),
              ElementsAre("Stoke-on-Trent", "Hanley", "Staffs", "UK"));
  EXPECT_THAT(PlaceNames(" , "), IsEmpty());
}

TEST(PlaceNames, APostcodeIsItsDistrict) {
  EXPECT_THAT(PlaceNames("Leeds LS1 4AB"), ElementsAre("Leeds", "LS1"));
  EXPECT_THAT(PlaceNames("Manchester m13"), ElementsAre("Manchester", "M13"));
  EXPECT_THAT(PlaceNames("EC1A, London"), ElementsAre("EC1A", "London"));
  EXPECT_THAT(PlaceNames("Leeds LS**** 4AB, Junction 27"),
              ElementsAre("Leeds LS**** 4AB", "Junction 27"));
}

}  // namespace
}  // namespace throughgate::services
