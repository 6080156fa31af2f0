#include "services/import/advert_place.h"

#include <gtest/gtest.h>

#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

using matcher::District;
using matcher::Gazetteer;

// Leeds is a town of two districts, 2 km apart, Halifax another 13 km away, and Wales is long.
// There is a Newport in Wales, on an island and in Shropshire.
std::shared_ptr<const Gazetteer> Places() {
  return Gazetteer::Build(
      "g",
      {{"LS1", {538'000'000, -15'500'000}, {1'000}, "Leeds", "Leeds", "Yorkshire"},
       {"LS2", {538'200'000, -15'500'000}, {1'000}, "Leeds", "Leeds", "Yorkshire"},
       {"HX1", {537'200'000, -18'600'000}, {3'000}, "Halifax", "Calderdale", "Yorkshire"},
       {"HX2", {537'300'000, -19'600'000}, {3'000}, "Halifax", "Calderdale", "Yorkshire"},
       {"CF1", {514'800'000, -31'800'000}, {1'000}, "Cardiff", "Cardiff", "Wales"},
       {"LL1", {532'000'000, -40'000'000}, {1'000}, "Bangor", "Gwynedd", "Wales"},
       {"NP1", {515'800'000, -29'900'000}, {2'000}, "Newport", "Newport", "Wales"},
       {"PO3", {507'000'000, -12'900'000}, {2'000}, "Newport", "Isle of Wight", "South East"},
       {"TF1", {527'700'000, -23'800'000}, {12'000}, "Newport", "Telford", "West Midlands"},
       {"SY1", {527'100'000, -27'500'000}, {14'000}, "Shrewsbury", "Shropshire", "West Midlands"},
       {"EH1", {559'500'000, -31'900'000}, {2'000}, "Old Town", "City of Edinburgh", ""}});
}

std::optional<matcher::Place> Placed(const std::string& advert) {
  static const auto* gazetteer = new std::shared_ptr<const Gazetteer>(Places());
  Violations violations;
  const auto wire = Proto<v1::Advert>("external_id: '3' title: 'Cook' " + advert);
  const Advert read = ReadAdvert(wire, "feed", Field(violations, "advert"));
  EXPECT_TRUE(violations.empty()) << violations.status();
  return PlaceOf(read, **gazetteer);
}

// Metres; -1 when the place is not known.
std::int64_t Uncertainty(const std::string& advert) {
  const auto place = Placed(advert);
  return place ? place->uncertainty.value : -1;
}

// A position in Leeds.
std::string At(const std::string& more) {
  return "position { latitude: 53.8 longitude: -1.55 " + more + " } ";
}

TEST(AdvertPlace, APositionIsAsUncertainAsItsNameIsWide) {
  const auto place = Placed("location: 'Leeds' " + At("uncertainty_m: 10"));
  ASSERT_TRUE(place);
  EXPECT_EQ(place->at, (matcher::GeoPoint{538'000'000, -15'500'000}));
  EXPECT_NEAR(place->uncertainty.value, 3'226, 20);  // to the far side of LS2
  EXPECT_NEAR(Uncertainty("location: 'Leeds' " + At("")), 3'226, 20);
  EXPECT_EQ(Uncertainty("location: 'Leeds' " + At("uncertainty_m: 9000")), 9'000);
}

TEST(AdvertPlace, ANameAloneIsTheMiddleOfIt) {
  const auto place = Placed("location: 'Leeds'");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->at.latitude_e7, 538'100'000);
  EXPECT_NEAR(place->uncertainty.value, 2'113, 20);
}

TEST(AdvertPlace, ACountyHoldsItsTownsInsteadOfWideningThem) {
  for (const char* location : {"Leeds, Yorkshire", "Yorkshire, Leeds", "Leeds, West Yorkshire",
                               "Leeds - West Yorkshire (UK)", "Leeds, nationwide"}) {
    EXPECT_NEAR(Uncertainty("location: '" + std::string(location) + "'"), 2'113, 20) << location;
  }
}

TEST(AdvertPlace, TwoTownsAreEither) {
  const std::int64_t both = Uncertainty("location: 'Leeds, Halifax'");
  EXPECT_GT(both, 20'000);
  EXPECT_LT(both, 35'000);
  EXPECT_EQ(Uncertainty("location: 'Leeds / Cardiff'"), -1);
}

TEST(AdvertPlace, APostcodeIsItsDistrict) {
  const auto place = Placed("location: 'Leeds LS2 7EW'");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->at.latitude_e7, 538'200'000);
  EXPECT_EQ(place->uncertainty.value, 1'000);
  EXPECT_EQ(Uncertainty("location: 'Cardiff LS2'"), -1);
}

TEST(AdvertPlace, TownsOfOneNameAreToldApartByTheOtherNamesOrMayBeAny) {
  EXPECT_GT(Uncertainty("location: 'Newport'"), 100'000);
  const auto place = Placed("location: 'Newport, Shropshire'");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->at.latitude_e7, 527'700'000);
  EXPECT_EQ(Placed("location: 'Newport, Isle of Wight'")->at.latitude_e7, 507'000'000);
  EXPECT_EQ(Placed("location: 'Newport, Wales'")->at.latitude_e7, 515'800'000);
  EXPECT_EQ(Uncertainty("location: 'Newport, Yorkshire'"), -1);
  EXPECT_EQ(Uncertainty("location: 'Newport' position { latitude: 52.77 longitude: -2.38 }"),
            12'000);
}

TEST(AdvertPlace, IsNowhereWhereThatWouldBeAGuess) {
  EXPECT_FALSE(Placed("location: 'Atlantis'"));
  EXPECT_FALSE(Placed("location: 'Atlantis' " + At("")));
  EXPECT_FALSE(Placed("location: 'Atlantis' unknown_name_uncertainty_m: 5000"));
  EXPECT_FALSE(Placed("location: 'Leeds, Cardiff' " + At("uncertainty_m: 10")));
  EXPECT_FALSE(
      Placed("location: 'Cardiff' " + At("uncertainty_m: 10")));  // Leeds is not in Cardiff
  EXPECT_FALSE(Placed("location: '' " + At("")));
}

TEST(AdvertPlace, ANameThatNobodyKnowsIsAsUncertainAsTheFeedSays) {
  const std::string unknown = " unknown_name_uncertainty_m: 15000";
  EXPECT_EQ(Uncertainty("location: 'Atlantis' " + At("") + unknown), 15'000);
  EXPECT_EQ(Uncertainty("location: 'Atlantis' " + At("uncertainty_m: 20000") + unknown), 20'000);
  EXPECT_EQ(Uncertainty("location: 'Leeds, Atlantis' " + At("") + unknown), 15'000);
  EXPECT_NEAR(Uncertainty("location: 'Leeds' " + At("") + unknown), 3'226, 20);
  EXPECT_EQ(Uncertainty("location: 'Atlantis' " + At("uncertainty_m: 700")), 700);
  EXPECT_EQ(Uncertainty("location: '' " + At("") + unknown), 15'000);
}

TEST(AdvertPlace, ACountyIsWideThoughTheGazetteerDoesNotHaveIt) {
  const std::string there = "position { latitude: 51.4 longitude: -1.1 uncertainty_m: 15000 }";
  EXPECT_EQ(Uncertainty("location: 'Berkshire' " + there), 50'000);
  EXPECT_EQ(Uncertainty("location: 'Berks.' " + there), 50'000);
  EXPECT_EQ(Uncertainty("location: 'Yorkshire & Humberside' " + there), 150'000);
  EXPECT_EQ(Uncertainty("location: 'South-West' " + there), 310'000);
  for (const char* anywhere : {"Nationwide", "UK", "Remote"}) {
    EXPECT_EQ(Uncertainty("location: '" + std::string(anywhere) + "' " + there), 900'000);
  }
}

TEST(AdvertPlace, ACountryIsKnownAsWellAsItIsWide) {
  const auto place = Placed("location: 'Wales'");
  ASSERT_TRUE(place);
  EXPECT_GT(place->uncertainty.value, 100'000);
}

TEST(AdvertPlace, NamesAreTheSameHoweverTheyAreWritten) {
  EXPECT_EQ(Uncertainty("location: 'Edinburgh'"), 2'000);
  EXPECT_EQ(Uncertainty("location: 'South East Edinburgh'"), 2'000);
  EXPECT_EQ(Uncertainty("location: 'Edinburgh City'"), 2'000);
}

TEST(AdvertPlace, APositionWithoutANameNeedsAnUncertainty) {
  EXPECT_EQ(Uncertainty("location: '' " + At("uncertainty_m: 200")), 200);
}

}  // namespace
}  // namespace throughgate::services
