// What of an employer's postings is flagged, and what becomes of flags.
#include "services/postings/flag_sweeper.h"

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/edge/edit.h"
#include "services/postings/ground_for_test.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/memory/memory_store.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using matcher::Site;
using matcher::Vacancy;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr matcher::Day kToday{20'600};

class FlagSweeper : public testing::Test {
 protected:
  // Makes the employer's next site.
  std::string PutSite(const std::string& employer, matcher::GeoPoint at, int uncertainty_m = 30) {
    Site site;
    site.name = {employer, absl::StrCat("s", ++sites_[employer])};
    site.terms.place = matcher::Place{at, {uncertainty_m}};
    site.terms.registered_by = {"jobs-north"};
    Put(site);
    return site.name.site;
  }
  void PutGrid(const std::string& employer, int side, int uncertainty_m = 30) {
    for (int i = 0; i < side * side; ++i) {
      PutSite(employer, At(1'000 * (i % side), 1'000 * (i / side)), uncertainty_m);
    }
  }
  // At a site, under a title of its own case and number.
  void PutVacancy(const std::string& employer, const std::string& site, const std::string& title) {
    Vacancy vacancy;
    vacancy.name = {employer, absl::StrCat("v", ++vacancies_)};
    vacancy.terms.site_mode = matcher::SiteMode::kChooseOne;
    vacancy.terms.sites = {site};
    vacancy.detail.title = title;
    Put(vacancy);
  }
  template <typename Model>
  void Put(const Model& record) {
    Edit edit;
    edit.Put({}, record);
    ASSERT_OK(store_->Commit(edit.transaction()));
  }

  // Sweeps; the flags that there are then, by their keys.
  std::map<std::string, format::PostingFlag> Sweep(matcher::Day today = kToday) {
    const auto feed = *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
    EXPECT_OK(SweepPostings(*store_, *feed->Latest(), today, [] { return false; }));
    std::map<std::string, format::PostingFlag> flags;
    const storage::Page page = *store_->List(format::kPostingFlagsPrefix, {});
    for (const storage::Record& record : page.records) {
      flags[record.key] = *format::Decode<format::PostingFlag>(record.key, record.value);
    }
    return flags;
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();

 private:
  std::map<std::string, int> sites_;
  int vacancies_ = 0;
};

TEST_F(FlagSweeper, FlagsALatticeOfSites) {
  PutGrid("acme", 4);
  std::mt19937 random{7};
  for (int i = 0; i < 16; ++i) {
    PutSite("shops", At(Within(random, 0, 90'000), Within(random, 0, 90'000)));
  }
  const auto flags = Sweep();
  ASSERT_THAT(flags, ElementsAre(Pair("postingflag,acme,lattice", testing::_)));
  const format::PostingFlag& flag = flags.begin()->second;
  EXPECT_EQ(flag.first_seen_on, kToday);
  EXPECT_EQ(flag.places, 16);
  EXPECT_TRUE(flag.example.starts_with("employers/acme/sites/s")) << flag.example;
  EXPECT_EQ(flag.organisation.value, "jobs-north");
}

TEST_F(FlagSweeper, DoesNotPutTheSitesOfTwoEmployersTogether) {
  for (int i = 0; i < 16; ++i) {
    PutSite(i % 2 == 0 ? "acme" : "bolt", At(1'000 * (i % 4), 1'000 * (i / 4 + i % 2)));
  }
  for (int i = 0; i < 9; ++i) PutSite(absl::StrCat("e", i), At(1'000 * (i % 3), 1'000 * (i / 3)));
  EXPECT_THAT(Sweep(), IsEmpty());
}

TEST_F(FlagSweeper, PassesOverPlacesThatAreNotKnownWell) {
  PutGrid("acme", 4, 501);
  EXPECT_THAT(Sweep(), IsEmpty());
}

TEST_F(FlagSweeper, FlagsOneTitleAtManyPlacesNearEachOther) {
  std::mt19937 random{3};
  const auto put = [&](const std::string& employer, const std::string& title) {
    const std::string site =
        PutSite(employer, At(Within(random, 0, 2'000), Within(random, 0, 2'000)));
    PutVacancy(employer, site, title);
  };
  for (int i = 0; i < 20; ++i) {
    put("acme", absl::StrCat(i % 2 == 0 ? "Kitchen porter " : "KITCHEN porter - ", i));
    put("bolt", absl::StrCat("Job of kind ", std::string(1, static_cast<char>('a' + i))));
  }
  const auto flags = Sweep();
  ASSERT_THAT(flags, ElementsAre(Pair("postingflag,acme,near-duplicates", testing::_)));
  EXPECT_GE(flags.begin()->second.places, 10);
  EXPECT_TRUE(flags.begin()->second.example.starts_with("employers/acme/vacancies/v"));
}

TEST_F(FlagSweeper, AFlagStaysAndGrows) {
  PutGrid("acme", 3);
  Sweep();
  const storage::Revision before = store_->latest();
  Sweep({20'610});
  EXPECT_EQ(store_->latest(), before) << "nothing is new";

  PutSite("acme", At(3'000, 0));
  auto flags = Sweep({20'620});
  EXPECT_EQ(flags.begin()->second.places, 10);
  EXPECT_EQ(flags.begin()->second.first_seen_on, kToday);

  // Tidied up: nobody knows any more where they are.
  const storage::Page sites = *store_->List(format::SitesPrefix({"acme"}), {});
  for (const storage::Record& record : sites.records) {
    const auto key = format::ParseKey(record.key);
    if (key->kind != format::RecordKind::kSiteTerms) continue;
    const matcher::SiteTerms gone;
    ASSERT_OK(
        store_->Commit({.guards = {}, .writes = {{record.key, format::Encode(record.key, gone)}}}));
  }
  flags = Sweep({20'630});
  ASSERT_EQ(flags.size(), 1u);
  EXPECT_EQ(flags.begin()->second.places, 10);
}

TEST_F(FlagSweeper, StopsWhenItIsTold) {
  PutGrid("acme", 4);
  const auto feed = *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
  EXPECT_OK(SweepPostings(*store_, *feed->Latest(), kToday, [] { return true; }));
  const storage::Page flags = *store_->List(format::kPostingFlagsPrefix, {});
  EXPECT_THAT(flags.records, IsEmpty());
}

}  // namespace
}  // namespace throughgate::services
