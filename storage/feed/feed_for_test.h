// A store in memory with a little in it, and a feed of it.
#ifndef THROUGHGATE_STORAGE_FEED_FEED_FOR_TEST_H_
#define THROUGHGATE_STORAGE_FEED_FEED_FOR_TEST_H_

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "storage/feed/catalogue_feed.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"

namespace throughgate::storage {

inline absl::Time Soon() { return absl::Now() + absl::Seconds(10); }

class CatalogueFeedTest : public ::testing::Test {
 protected:
  template <class Part>
  Revision Put(const std::string& key, const Part& part) {
    return PutBytes(key, format::Encode(key, part));
  }
  Revision PutBytes(const std::string& key, std::string value) {
    return *store_->Commit({.guards = {}, .writes = {{key, std::move(value)}}});
  }

  Revision Delete(const std::string& key) {
    return *store_->Commit({.guards = {}, .writes = {{key, std::nullopt}}});
  }

  void PutVacancy(const std::string& id) {
    const matcher::VacancyName name{"acme", id};
    matcher::VacancyTerms terms;
    terms.site_mode = matcher::SiteMode::kUnknown;
    Put(format::TermsKey(name), terms);
    matcher::VacancyDetail detail;
    detail.title = "Title of " + id;
    last_ = Put(format::DetailKey(name), detail);
  }
  void PutCandidate() {
    const matcher::CandidateName name{"heron"};
    matcher::CandidateTerms terms;
    terms.custodian = {"broker"};
    terms.release_area = "M13";
    terms.reach = {10'000};
    Put(format::TermsKey(name), terms);
    last_ = Put(format::DetailKey(name), matcher::CandidateDetail());
  }
  void PutGazetteer(const std::string& version) {
    matcher::District district{.code = "M13",
                               .centre = {534'600'000, -22'150'000},
                               .uncertainty = {1'000},
                               .town = "Manchester",
                               .region = "",
                               .wider_region = ""};
    Put(format::GazetteerChunkKey({version, 0}), format::GazetteerChunk{{district}});
    last_ =
        Put(format::GazetteerManifestKey(), format::GazetteerManifest{version, "g-" + version, 1});
  }

  std::unique_ptr<CatalogueFeed> Open() {
    absl::StatusOr<std::unique_ptr<CatalogueFeed>> feed =
        CatalogueFeed::Open(*store_, [this](const std::string& text) { reports_.push_back(text); });
    EXPECT_TRUE(feed.ok()) << feed.status();
    return *std::move(feed);
  }

  // The titles in the catalogue, once it has what was put last.
  std::vector<std::string> Titles(const CatalogueFeed& feed) {
    const auto catalogue = *feed.AtLeast(last_, Soon());
    std::vector<std::string> titles;
    for (matcher::Ordinal i = 0; i < catalogue->vacancy_count; ++i) {
      if (!catalogue->VacancyOf(i).complete()) continue;
      titles.push_back(catalogue->vacancy_rows[i]->title);
    }
    return titles;
  }

  std::unique_ptr<Store> store_ = MakeMemoryStore();
  Revision last_ = 0;
  std::vector<std::string> reports_;  // before the store, and after the feed, is gone
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_FEED_FOR_TEST_H_
