// Searches while others write: each is of one version, and exact for it; what was written before
// the question is in the answer; no version is older than the one before it.
//
// Under the thread sanitizer this is the test of readers and writers together.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "matcher/rank/exhaustive.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"
#include "tests/support/country.h"
#include "tests/support/dice.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

constexpr std::size_t kVacancies = 400;
constexpr std::size_t kCandidates = 60;

bool NeverStop() { return false; }
bool Everybody(const CandidateBlock&, std::size_t) { return true; }

template <class Part>
void Add(const std::string& key, const Part& part, storage::Transaction& commit) {
  commit.writes.push_back({key, format::Encode(key, part)});
}

template <class Record>
storage::Transaction Both(const Record& record) {
  storage::Transaction commit;
  Add(format::TermsKey(record.name), record.terms, commit);
  Add(format::DetailKey(record.name), record.detail, commit);
  return commit;
}

class LiveSearch : public testing::Test {
 protected:
  LiveSearch() : store_(storage::MakeMemoryStore()) {
    storage::Transaction reference;
    Add(format::TaxonomyChunkKey({"1", 0}), format::TaxonomyChunk{country_.concepts()}, reference);
    Add(format::TaxonomyManifestKey(), format::TaxonomyManifest{"1", "country", "", 1}, reference);
    Add(format::GazetteerChunkKey({"1", 0}), format::GazetteerChunk{country_.districts()},
        reference);
    Add(format::GazetteerManifestKey(), format::GazetteerManifest{"1", "country", 1}, reference);
    Commit(reference);
    for (std::size_t n = 0; n < Country::EmployersFor(kVacancies); ++n) {
      Commit(Both(country_.EmployerAt(n)));
    }
    for (std::size_t n = 0; n < Country::SitesFor(kVacancies); ++n) {
      Commit(Both(country_.SiteAt(n)));
    }
    for (std::size_t n = 0; n < kVacancies; ++n) Commit(Both(country_.VacancyAt(n)));
    for (std::size_t n = 0; n < kCandidates; ++n) Commit(Both(country_.CandidateAt(n)));
    feed_ = *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
  }

  storage::Revision Commit(const storage::Transaction& commit) { return *store_->Commit(commit); }

  // One of many changes: a vacancy or a candidate written over, taken away or moved.
  storage::Revision ChangeAnything(std::mt19937_64& random) {
    const std::size_t n = dice::Below(random, kVacancies);
    switch (dice::Below(random, 5)) {
      case 0: {
        Site site = country_.SiteAt(kVacancies + n);
        site.name = country_.SiteAt(n % Country::SitesFor(kVacancies)).name;
        return Commit(Both(site));
      }
      case 1: {
        Candidate other = country_.CandidateAt(kVacancies + n);
        other.name = country_.CandidateAt(n % kCandidates).name;
        return Commit(Both(other));
      }
      case 2: {
        storage::Transaction gone;
        const VacancyName name = country_.VacancyAt(n).name;
        gone.writes = {{format::TermsKey(name), std::nullopt},
                       {format::DetailKey(name), std::nullopt}};
        return Commit(gone);
      }
      default: {
        Vacancy other = country_.VacancyAt(kVacancies + n);
        other.name = country_.VacancyAt(n).name;
        return Commit(Both(other));
      }
    }
  }

  // Asks one question each way and says whether both answers are right.
  static bool IsExact(const Catalogue& catalogue, std::mt19937_64& random) {
    const Question question{.view = dice::Chance(random, 50) ? View::kShared : View::kFull,
                            .today = kCountryToday,
                            .limit = 20,
                            .after = std::nullopt};
    const auto candidate = static_cast<Ordinal>(dice::Below(random, catalogue.candidate_count));
    const auto vacancy = static_cast<Ordinal>(dice::Below(random, catalogue.vacancy_count));
    return *FindVacancies(catalogue, candidate, question, NeverStop) ==
               *FindVacanciesExhaustively(catalogue, candidate, question, NeverStop) &&
           *FindCandidates(catalogue, vacancy, question, Everybody, NeverStop) ==
               *FindCandidatesExhaustively(catalogue, vacancy, question, Everybody, NeverStop);
  }

  const Country country_{
      {.seed = 4, .towns = 6, .occupations = 60, .skills = 200, .unusual_sites = true}};
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<storage::CatalogueFeed> feed_;
};

TEST_F(LiveSearch, IsExactAndSeesWhatWasWrittenBefore) {
  constexpr int kChanges = 300;
  constexpr int kReaders = 2;
  std::atomic<storage::Revision> written = store_->latest();
  std::atomic<bool> done = false;
  std::atomic<int> inexact = 0;
  std::atomic<int> stale = 0;
  std::atomic<int> went_back = 0;
  std::atomic<int> questions = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&, i] {
      std::mt19937_64 random(static_cast<std::uint64_t>(i));
      storage::Revision last = 0;
      do {
        const storage::Revision demanded = written;
        const auto catalogue = *feed_->AtLeast(demanded, absl::InfiniteFuture());
        const auto current = *feed_->Current();
        if (catalogue->revision < demanded) ++stale;
        if (catalogue->revision < last || current->revision < catalogue->revision) ++went_back;
        last = current->revision;
        if (!IsExact(*current, random)) ++inexact;
        ++questions;
      } while (!done);
    });
  }
  std::mt19937_64 random(99);
  for (int i = 0; i < kChanges; ++i) {
    written = ChangeAnything(random);
    // Some changes come alone, some at once.
    if (i % 7 == 0) (void)feed_->AtLeast(written, absl::InfiniteFuture());
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(inexact, 0);
  EXPECT_EQ(stale, 0);
  EXPECT_EQ(went_back, 0);
  EXPECT_GT(questions, 0);
}

}  // namespace
}  // namespace throughgate
