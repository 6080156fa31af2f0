#include "services/edge/pins.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace throughgate::services {
namespace {

Pins::Catalogue Of(storage::Revision revision) {
  auto catalogue = std::make_shared<matcher::Catalogue>();
  catalogue->revision = revision;
  return catalogue;
}

class PinsTest : public testing::Test {
 protected:
  // `many` revisions from `first` on, a millisecond apart.
  void KeepMany(const std::string& whose, storage::Revision first, std::size_t many) {
    for (std::size_t i = 0; i < many; ++i) {
      now += absl::Milliseconds(1);
      pins.Keep({whose}, Of(first + i), now);
    }
  }
  bool Has(const std::string& whose, storage::Revision revision) {
    const Pins::Catalogue found = pins.Find({whose}, revision, now);
    return found != nullptr && found->revision == revision;
  }

  Pins pins;
  absl::Time now = absl::UnixEpoch();
};

TEST_F(PinsTest, LastForTheLifetimeOfACursorFromTheLastKeep) {
  pins.Keep({"a"}, Of(7), now);
  now += kCursorLifetime - absl::Seconds(1);
  EXPECT_TRUE(Has("a", 7));
  EXPECT_FALSE(Has("b", 7)) << "it is another's";
  EXPECT_FALSE(Has("a", 8));
  pins.Keep({"a"}, Of(7), now);
  now += kCursorLifetime;
  EXPECT_TRUE(Has("a", 7));
  now += absl::Minutes(2);
  EXPECT_FALSE(Has("a", 7));
}

// The fault that this guards against: one caller who reads and writes in turn ended everybody's.
TEST_F(PinsTest, OfOneOrganisationEndNobodyElses) {
  KeepMany("quiet", 1, 1);
  KeepMany("busy", 2, 10 * kPinsMax);
  EXPECT_TRUE(Has("quiet", 1));
  EXPECT_TRUE(Has("busy", 1 + 10 * kPinsMax));
}

TEST_F(PinsTest, BeyondTheBoundTheOldestOfTheOrganisationGivesWay) {
  KeepMany("a", 1, kPinsOfOneMax);
  EXPECT_TRUE(Has("a", 1));
  KeepMany("a", 1, 1);  // renewed: the second is the oldest now
  now += absl::Minutes(2);
  KeepMany("a", 1, 1);
  KeepMany("a", 1 + kPinsOfOneMax, 1);
  EXPECT_TRUE(Has("a", 1));
  EXPECT_FALSE(Has("a", 2));
  EXPECT_TRUE(Has("a", 3));
}

TEST_F(PinsTest, BeyondTheBoundOfAllWhoeverHasTheMostGivesWay) {
  for (const char* whose : {"a", "b", "c"}) KeepMany(whose, 1, kPinsOfOneMax);
  KeepMany("d", 1, kPinsMax - 3 * kPinsOfOneMax - 10);
  for (int i = 0; i < 10; ++i) KeepMany(absl::StrCat("small-", i), 1, 1);
  KeepMany("small-10", 1, 1);
  EXPECT_FALSE(Has("a", 1) && Has("b", 1) && Has("c", 1));
  EXPECT_TRUE(Has("d", 1));
  for (int i = 0; i <= 10; ++i) EXPECT_TRUE(Has(absl::StrCat("small-", i), 1)) << i;
}

TEST_F(PinsTest, WhatHasGivenWayCanBeKeptAgain) {
  pins.Keep({"a"}, Of(1), now);
  for (int i = 0; i < static_cast<int>(kPinsMax); ++i) {
    now += absl::Milliseconds(1);
    pins.Keep({absl::StrCat("other-", i)}, Of(1), now);
  }
  EXPECT_FALSE(Has("a", 1));
  pins.Keep({"a"}, Of(1), now);
  EXPECT_TRUE(Has("a", 1));
}

}  // namespace
}  // namespace throughgate::services
