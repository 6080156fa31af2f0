#include "services/import/advert.h"

#include <gtest/gtest.h>

#include "services/convert/dates.h"
#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

constexpr char kPlain[] =
    R"pb(
  external_id: "3" title: "Forklift driver" employer_display_name: "Acme" location: "Leeds"
    )pb";

class AdvertTest : public testing::Test {
 protected:
  Advert Read(const std::string& changes) {
    return ReadAdvert(Proto<v1::Advert>(std::string(kPlain) + changes), "feed",
                      Field(violations, "advert"));
  }
  // The first field refused.
  std::string Refused(const std::string& changes) {
    violations = {};
    Read(changes);
    return violations.found().empty() ? "" : violations.found().front().field;
  }

  Violations violations;
};

TEST_F(AdvertTest, NamesEverythingAfterItsWords) {
  const Advert advert = Read("");
  EXPECT_EQ(advert.name.ToString(), "employers/acme/vacancies/feed-3");
  EXPECT_EQ(advert.site, "leeds");
  EXPECT_EQ(advert.site_display_name, "Leeds");
}

TEST_F(AdvertTest, NamesTheSiteAfterThePositionToo) {
  const auto site = [&](const std::string& position) {
    return Read("position { " + position + " }").site;
  };
  const std::string stated = site("latitude: 53.8 longitude: -1.55 uncertainty_m: 10");
  EXPECT_EQ(stated.rfind("leeds-", 0), 0u);
  EXPECT_EQ(site("latitude: 53.80000001 longitude: -1.55 uncertainty_m: 10"), stated);
  EXPECT_NE(site("latitude: 53.8000001 longitude: -1.55 uncertainty_m: 10"), stated);
  EXPECT_NE(site("latitude: 53.8 longitude: -1.55 uncertainty_m: 20"), stated);
  EXPECT_EQ(site("latitude: 53.8 longitude: -1.55 uncertainty_m: 0"),
            site("latitude: 53.8 longitude: -1.55"));
}

TEST_F(AdvertTest, WithoutAnEmployerBelongsToTheFeedsUnnamedOne) {
  const Advert advert = Read("employer_display_name: ' '");
  EXPECT_EQ(advert.name.employer, "feed-unnamed");
  EXPECT_EQ(advert.employer_display_name, "Unnamed employer (feed)");
}

TEST_F(AdvertTest, PayIsPerHourToTheNearestPenny) {
  EXPECT_EQ(Read("pounds_per_year: 26000").pay.value, 1333);
  EXPECT_EQ(Read("pounds_per_year: 19500").pay.value, 1000);
  EXPECT_EQ(Read("pounds_per_year: 10000").pay.value, 513);
  EXPECT_EQ(Read("").pay.value, 0);
}

TEST_F(AdvertTest, TextsAreMadeFitToBeKept) {
  const Advert advert = Read("title: 'Head\tChef &amp; **** cook' description: 'a\\r\\nb'");
  EXPECT_EQ(advert.title, "Head Chef & **** cook");
  EXPECT_EQ(advert.description, "a\nb");
}

TEST_F(AdvertTest, RefusesWhatCannotBeTold) {
  const std::string long_text(10'001, 'x');
  EXPECT_EQ(Refused("external_id: ''"), "advert.external_id");
  EXPECT_EQ(Refused("external_id: '" + long_text + "'"), "advert.external_id");
  EXPECT_EQ(Refused("title: '&nbsp;'"), "advert.title");
  EXPECT_EQ(Refused("title: '" + std::string(301, 'x') + "'"), "advert.title");
  EXPECT_EQ(Refused("description: '" + long_text + "'"), "advert.description");
  EXPECT_EQ(Refused("employer_display_name: '" + long_text + "'"), "advert.employer_display_name");
  EXPECT_EQ(Refused("location: ''"), "advert.location");
  EXPECT_EQ(Refused("pounds_per_year: -1"), "advert.pounds_per_year");
  EXPECT_EQ(Refused("pounds_per_year: 1000001"), "advert.pounds_per_year");
  EXPECT_EQ(Refused("closes_on { year: 2024 month: 2 day: 30 }"), "advert.closes_on");
  EXPECT_EQ(Refused("position { latitude: -1.5 longitude: 53.8 }"), "advert.position");
  EXPECT_EQ(Refused("position { latitude: 53.8 longitude: -1.5 uncertainty_m: -1 }"),
            "advert.position.uncertainty_m");
  EXPECT_EQ(Refused("unknown_name_uncertainty_m: -1"), "advert.unknown_name_uncertainty_m");
  EXPECT_EQ(Refused("unknown_name_uncertainty_m: 1000001"), "advert.unknown_name_uncertainty_m");
  EXPECT_EQ(Refused(""), "");
}

TEST_F(AdvertTest, APlaceWithoutANameIsCalledByItsPosition) {
  const Advert advert = Read("location: '' position { latitude: 53.8 longitude: -1.55 }");
  EXPECT_EQ(advert.site_display_name, "53.8, -1.55");
}

TEST_F(AdvertTest, ApplyingLeavesWhatAdvertsDoNotSay) {
  const LabelIndex labels(matcher::Taxonomy::Build("t", "", {}));
  matcher::Vacancy vacancy;
  vacancy.terms.attributes_present = matcher::MaskOf(matcher::WorkAttribute::kDriving);
  vacancy.terms.shifts.spans = {{0, 60}};
  vacancy.detail.positions = 3;
  vacancy.detail.posted_on = {100};
  vacancy.detail.corrected = true;
  ApplyAdvert(Read("pounds_per_year: 19500"), "feed", labels, vacancy);
  EXPECT_EQ(vacancy.terms.attributes_present, matcher::MaskOf(matcher::WorkAttribute::kDriving));
  EXPECT_TRUE(vacancy.terms.shifts.stated());
  EXPECT_EQ(vacancy.detail.positions, 3);
  EXPECT_EQ(vacancy.detail.posted_on, (matcher::Day{100}));
  EXPECT_EQ(vacancy.detail.title, "Forklift driver");
  EXPECT_EQ(vacancy.terms.sites, std::vector<std::string>{"leeds"});
  EXPECT_FALSE(vacancy.detail.corrected);
}

}  // namespace
}  // namespace throughgate::services
