#include "services/import/slug.h"

#include <gtest/gtest.h>

#include <set>

#include "services/convert/names.h"

namespace throughgate::services {
namespace {

TEST(SlugOfName, SaysTheNameWhereItCan) {
  EXPECT_EQ(SlugOfName("Hays"), "hays");
  EXPECT_EQ(SlugOfName("JAM Recruitment Ltd"), "jam-recruitment-ltd");
}

TEST(SlugOfName, IsTheSameForNamesThatDifferInCaseOrSpacing) {
  EXPECT_EQ(SlugOfName("JAM  recruitment LTD "), SlugOfName("Jam Recruitment Ltd"));
}

// Stored ids rest on these: they may never change.
TEST(SlugOfName, IsForEver) {
  EXPECT_EQ(SlugOfName("P&C Recruitment Ltd"), "p-and-c-recruitment-ltd-6e46d0ec");
  EXPECT_EQ(SlugOfName("Yates’s"), "yatess-c4fab66e");
  EXPECT_EQ(SlugOfName("公司"), "8cdcf940");
  EXPECT_EQ(SlugOfExternalId("adzuna", "ADZ-3"), "adzuna-adz-3-f3536793");
}

TEST(SlugOfName, TellsApartWhatMakesTheSameWords) {
  const std::set<std::string> slugs = {SlugOfName("Smith Co"),    SlugOfName("Smith & Co"),
                                       SlugOfName("Smith-Co"),    SlugOfName("Smith/Co"),
                                       SlugOfName("Smith Có"),    SlugOfName("Smith (Co)"),
                                       SlugOfName("Smith and Co")};
  EXPECT_EQ(slugs.size(), 7u);
}

TEST(SlugOfName, IsAnIdWhateverTheName) {
  for (const std::string& name :
       {std::string(200, 'x'), std::string("-"), std::string("a -"), std::string("C++ Ltd"),
        std::string(54, 'y') + " " + std::string(20, 'z'), std::string("™"), std::string()}) {
    EXPECT_TRUE(IsId(SlugOfName(name))) << name;
  }
}

matcher::Place PlaceAt(std::int32_t latitude_e7, std::int32_t longitude_e7, std::int64_t within) {
  return {.at = {latitude_e7, longitude_e7}, .uncertainty = {within}};
}

// Stored ids rest on these: they may never change.
TEST(SlugOfPlace, IsForEver) {
  EXPECT_EQ(SlugOfPlace("Leeds", PlaceAt(538'000'000, -15'500'000, 15'000)),
            "leeds-2dc6c00470c7a003a98");
  EXPECT_EQ(SlugOfPlace("公司", PlaceAt(490'000'000, -90'000'000, 0)),
            "8cdcf940-0000000000000000000");
}

TEST(SlugOfPlace, TellsApartEveryDifference) {
  const std::set<std::string> slugs = {SlugOfPlace("High Street", PlaceAt(538'000'000, 0, 15)),
                                       SlugOfPlace("High Street", PlaceAt(538'000'001, 0, 15)),
                                       SlugOfPlace("High Street", PlaceAt(538'000'000, 1, 15)),
                                       SlugOfPlace("High Street", PlaceAt(538'000'000, 0, 16)),
                                       SlugOfPlace("High Street", PlaceAt(538'000'000, 0, 0)),
                                       SlugOfPlace("High Road", PlaceAt(538'000'000, 0, 15)),
                                       SlugOfName("High Street")};
  EXPECT_EQ(slugs.size(), 7u);
}

TEST(SlugOfPlace, IsAnIdWhateverTheNameAndThePlace) {
  for (const std::string& name : {std::string(200, 'x'), std::string(43, 'x'), std::string(42, 'x'),
                                  std::string("a -"), std::string("™"), std::string()}) {
    EXPECT_TRUE(IsId(SlugOfPlace(name, PlaceAt(615'000'000, 25'000'000, 1'000'000)))) << name;
    EXPECT_TRUE(IsId(SlugOfPlace(name, PlaceAt(490'000'000, -90'000'000, 0)))) << name;
  }
}

TEST(SlugOfExternalId, KeepsIdsThatAreIdsAlready) {
  EXPECT_EQ(SlugOfExternalId("adzuna", "adz-3"), "adzuna-adz-3");
}

TEST(SlugOfExternalId, TellsApartEveryDifference) {
  const std::set<std::string> slugs = {SlugOfExternalId("f", "a-1"),  SlugOfExternalId("f", "A-1"),
                                       SlugOfExternalId("f", "a 1"),  SlugOfExternalId("f", "a--1"),
                                       SlugOfExternalId("f", "a-1-"), SlugOfExternalId("f", "a/1")};
  EXPECT_EQ(slugs.size(), 6u);
}

TEST(SlugOfExternalId, IsAnIdHoweverLong) {
  EXPECT_TRUE(IsId(SlugOfExternalId(std::string(40, 'f'), std::string(200, 'x'))));
  EXPECT_TRUE(IsId(SlugOfExternalId(std::string(40, 'f'), "…")));
}

}  // namespace
}  // namespace throughgate::services
