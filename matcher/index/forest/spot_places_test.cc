#include "matcher/index/forest/spot_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(SpotPlaces, GivesBackWhatWasAddedOnce) {
  SpotPlaces places;
  EXPECT_THAT(places.Take(7), IsEmpty());
  places.Add(7, 3);
  EXPECT_THAT(places.Take(6), IsEmpty());
  EXPECT_THAT(places.Take(7), ElementsAre(3));
  EXPECT_THAT(places.Take(7), IsEmpty());
}

TEST(SpotPlaces, CountsALeafOnceForEachSpot) {
  SpotPlaces places;
  for (const LeafId leaf : {4, 5, 4, 6}) places.Add(1, leaf);
  places.Remove(1, 4);
  places.Remove(1, 6);
  EXPECT_THAT(places.Take(1), UnorderedElementsAre(4, 5));
  places.Add(1, 8);
  places.Add(1, 9);
  places.Remove(1, 8);
  places.Remove(1, 9);
  EXPECT_THAT(places.Take(1), IsEmpty());
}

}  // namespace
}  // namespace throughgate::matcher
