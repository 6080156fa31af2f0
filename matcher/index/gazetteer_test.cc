#include "matcher/index/gazetteer.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "matcher/geo/ecef.h"

namespace throughgate::matcher {
namespace {

constexpr std::int32_t kLatitudeE7 = 534'800'000;
constexpr std::int32_t kLongitudeE7 = -22'400'000;
constexpr std::int32_t kKilometreNorthE7 = 89'860;  // 1.000 km at this latitude

District At(std::string code, int kilometres_north, std::string town, std::string region = "",
            Metres uncertainty = {}) {
  return {.code = std::move(code),
          .centre = {kLatitudeE7 + kilometres_north * kKilometreNorthE7, kLongitudeE7},
          .uncertainty = uncertainty,
          .town = std::move(town),
          .region = std::move(region),
          .wider_region = "England"};
}

std::shared_ptr<const Gazetteer> North() {
  return Gazetteer::Build("test",
                          {At("A1", 0, "Alpha", "Beta", {500}), At("A2", 4, "Alpha", "Beta", {700}),
                           At("B1", 10, "Beta", "Gamma", {900}), At("G1", 30, "", "Gamma", {900})});
}

TEST(GazetteerRegions, AreThoseOfTheNearestDistrict) {
  const auto north = North();
  const auto at = [&](double kilometres_north, std::int64_t uncertainty_m) {
    return north->RegionAt(
        {{kLatitudeE7 + static_cast<std::int32_t>(kilometres_north * kKilometreNorthE7),
          kLongitudeE7},
         {uncertainty_m}});
  };
  EXPECT_EQ(at(0.4, 50), "Beta");
  EXPECT_EQ(at(9.5, 50), "Gamma");
  EXPECT_EQ(at(0.4, 20'000), "") << "it may as well be in Gamma";
  EXPECT_EQ(at(2, 50), "") << "farther than any district is wide";
  EXPECT_EQ(at(300, 5'000), "");
  EXPECT_EQ(Gazetteer::Build("", {})->RegionAt({{kLatitudeE7, kLongitudeE7}, {50}}), "");
}

TEST(GazetteerDistricts, AreFoundByCodeAsTheyWereStated) {
  const auto place = North()->FindDistrict("A2");
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(place->uncertainty, Metres{700});
  EXPECT_EQ(place->at.latitude_e7, kLatitudeE7 + 4 * kKilometreNorthE7);
  EXPECT_FALSE(North()->FindDistrict("A3").has_value());
  EXPECT_FALSE(Gazetteer::Build("", {})->FindDistrict("A1").has_value());
}

TEST(GazetteerEstimate, IsTheDistanceToTheThirdNearestNeighbour) {
  const auto gazetteer = Gazetteer::Build(
      "test", {At("Z", 0, ""), At("A", 7, ""), At("B", -2, ""), At("C", 3, ""), At("D", 40, "")});
  EXPECT_NEAR(static_cast<double>(gazetteer->FindDistrict("Z")->uncertainty.value), 7'000, 40);
}

TEST(GazetteerEstimate, IsAtLeastAKilometre) {
  const auto gazetteer =
      Gazetteer::Build("test", {At("Z", 0, ""), At("A", 0, ""), At("B", 0, ""), At("C", 0, "")});
  EXPECT_EQ(gazetteer->FindDistrict("Z")->uncertainty, Metres{1'000});
}

TEST(GazetteerEstimate, IsTheGreatestWithoutThreeNeighbours) {
  const auto gazetteer = Gazetteer::Build("test", {At("Z", 0, ""), At("A", 1, ""), At("B", 2, "")});
  EXPECT_EQ(gazetteer->FindDistrict("Z")->uncertainty, kUncertaintyMax);
}

TEST(GazetteerNames, ReachTheFarSideOfEverythingOfThatName) {
  const auto gazetteer = North();
  const GeoPoint here = gazetteer->FindDistrict("A1")->at;
  EXPECT_NEAR(static_cast<double>(gazetteer->ExtentOfName("Alpha", here)->value), 4'700, 30);
  const auto alpha = gazetteer->FindName("Alpha");
  EXPECT_NEAR(static_cast<double>(alpha->uncertainty.value), 2'700, 20);
  EXPECT_EQ(alpha->at.latitude_e7, kLatitudeE7 + 2 * kKilometreNorthE7);
}

TEST(GazetteerNames, MeanTheNarrowestThatIsNear) {
  // Beta is a town, and the region of Alpha.
  const auto gazetteer = North();
  EXPECT_EQ(gazetteer->ExtentOfName("Beta", gazetteer->FindDistrict("B1")->at), Metres{900});
  EXPECT_GT(*gazetteer->ExtentOfName("Gamma", gazetteer->FindDistrict("B1")->at), Metres{20'000});
}

TEST(GazetteerNames, AreNotOfNamesakesFarAway) {
  // A village far from the region of its name, and two towns of one name.
  const auto gazetteer = Gazetteer::Build(
      "test", {At("V", -200, "Leigh", "", {400}), At("R", 0, "Mid", "Leigh", {900}),
               At("S", 2, "Stow", "", {500}), At("T", 90, "Stow", "", {500})});
  EXPECT_EQ(gazetteer->ExtentOfName("Leigh", gazetteer->FindDistrict("R")->at), Metres{900});
  EXPECT_EQ(gazetteer->ExtentOfName("Stow", gazetteer->FindDistrict("S")->at), Metres{500});
  EXPECT_FALSE(gazetteer->ExtentOfName("Stow", {510'000'000, 0}).has_value());
}

TEST(GazetteerNames, WithoutAPositionMayMeanAnyNamesake) {
  EXPECT_GT(North()->FindName("Beta")->uncertainty, Metres{5'000});
  EXPECT_GT(North()->FindName("England")->uncertainty, Metres{15'000});
}

TEST(GazetteerNames, AreToldApartByWhatIsBesideThem) {
  const auto gazetteer = Gazetteer::Build(
      "test", {At("S", 0, "Stow", "", {500}), At("T", 90, "Stow", "Northshire", {500}),
               At("U", 100, "Up", "Upshire", {500})});
  const std::vector<std::string> up = {"Upshire", "Nowhere"};
  EXPECT_EQ(gazetteer->FindName("Stow", up)->at, gazetteer->FindDistrict("T")->at);
  const std::vector<std::string> contradiction = {"Up", "S"};
  EXPECT_FALSE(gazetteer->FindName("Stow", contradiction).has_value());
}

TEST(GazetteerNames, ArePartsOfWhatHoldsThemOrOfTheRegionBesideThem) {
  const auto gazetteer = North();
  const GeoPoint here = gazetteer->FindDistrict("A1")->at;
  EXPECT_TRUE(gazetteer->IsIn("A1", "Alpha", here));
  EXPECT_TRUE(gazetteer->IsIn("Alpha", "Beta", here));
  EXPECT_TRUE(gazetteer->IsIn("Alpha", "England", here));
  EXPECT_FALSE(gazetteer->IsIn("Alpha", "A1", here));
  EXPECT_FALSE(gazetteer->IsIn("Alpha", "Gamma", here));
  EXPECT_FALSE(gazetteer->IsIn("Alpha", "Nowhere", here));
  EXPECT_FALSE(gazetteer->IsIn("Nowhere", "Alpha", here));
  const auto beside = Gazetteer::Build(
      "test", {At("T", 0, "Town", "Borough", {6'000}), At("C", 10, "City", "County", {5'000}),
               At("D", 13, "Other", "County", {5'000})});
  EXPECT_TRUE(beside->IsIn("Town", "County", beside->FindDistrict("T")->at));
  EXPECT_FALSE(beside->IsIn("Town", "City", beside->FindDistrict("T")->at));
  EXPECT_FALSE(beside->IsIn("Other", "Borough", beside->FindDistrict("D")->at));
}

TEST(GazetteerNames, AreTheSameHoweverTheyAreWritten) {
  const auto gazetteer = Gazetteer::Build(
      "test", {At("E", 0, "St Stoke-on-Trent", "City of Edinburgh"), At("F", 9, "", "Ayr City")});
  for (const char* name : {"St. Stoke on Trent", "edinburgh", "City of Ayr", "e"}) {
    EXPECT_TRUE(gazetteer->Knows(name)) << name;
  }
  EXPECT_FALSE(gazetteer->Knows("City"));
}

TEST(GazetteerNames, IgnoreCaseAndLeadingCompassWords) {
  for (const char* name : {"ALPHA", "north alpha", "South East Alpha", "Greater alpha"}) {
    EXPECT_TRUE(North()->FindName(name).has_value()) << name;
  }
  for (const char* name : {"alpha north", "northalpha", "north", "", "Delta"}) {
    EXPECT_FALSE(North()->FindName(name).has_value()) << name;
  }
}

TEST(GazetteerNames, KeepACompassWordThatBelongsToThem) {
  const auto gazetteer =
      Gazetteer::Build("test", {At("N", 0, "West Town", "", {100}), At("T", 9, "Town", "", {300})});
  EXPECT_EQ(gazetteer->FindName("west town")->uncertainty, Metres{100});
  EXPECT_EQ(gazetteer->FindName("east town")->uncertainty, Metres{300});
}

TEST(GazetteerNames, ExtendNoFartherThanAnyPositionMay) {
  const auto gazetteer = Gazetteer::Build("test", {At("A", 0, "Alpha", "", kUncertaintyMax)});
  EXPECT_EQ(gazetteer->ExtentOfName("Alpha", gazetteer->FindDistrict("A")->at), kUncertaintyMax);
}

}  // namespace
}  // namespace throughgate::matcher
