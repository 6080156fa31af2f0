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
