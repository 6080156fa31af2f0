// The durable path: load against raw RocksDB, and start-up.
#include <rocksdb/db.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "storage/feed/catalogue_feed.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/rocks/rocks_store.h"
#include "tests/bench/measure.h"
#include "tests/bench/synthetic.h"

namespace throughgate::bench {
namespace {

// What one commit of a bulk load carries: as many vacancies as fit in a hundred operations, each
// with two writes and a guard that it is new, and the progress mark.
constexpr std::size_t kVacanciesPerCommit = 32;

std::vector<storage::Transaction> Prepare(const Synthetic& country, std::size_t vacancies) {
  std::vector<storage::Transaction> commits;
  for (std::size_t n = 0; n < vacancies; n += kVacanciesPerCommit) {
    storage::Transaction& commit = commits.emplace_back();
    for (std::size_t i = n; i < std::min(vacancies, n + kVacanciesPerCommit); ++i) {
      const matcher::Vacancy vacancy = country.VacancyAt(i);
      const std::string terms = format::TermsKey(vacancy.name);
      const std::string detail = format::DetailKey(vacancy.name);
      commit.guards.push_back({terms, 0});
      commit.writes.push_back({terms, format::Encode(terms, vacancy.terms)});
      commit.writes.push_back({detail, format::Encode(detail, vacancy.detail)});
    }
    const std::string mark = format::ImportKey({"bench"});
    format::ImportProgress progress;
    progress.applied_through_row = static_cast<std::int64_t>(n);
    commit.writes.push_back({mark, format::Encode(mark, progress)});
  }
  return commits;
}

double LoadRaw(const std::vector<storage::Transaction>& commits, const std::string& path) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* raw = nullptr;
  if (!rocksdb::DB::Open(options, path, &raw).ok()) std::abort();
  const std::unique_ptr<rocksdb::DB> db(raw);
  rocksdb::WriteOptions write;
  write.sync = true;
  return Seconds([&] {
    for (const storage::Transaction& commit : commits) {
      rocksdb::WriteBatch batch;
      for (const storage::Write& w : commit.writes)
        batch.Put(w.key, *w.value).PermitUncheckedError();
      if (!db->Write(write, &batch).ok()) std::abort();
    }
  });
}

double LoadStore(const std::vector<storage::Transaction>& commits, storage::Store& store) {
  return Seconds([&] {
    for (const storage::Transaction& commit : commits) {
      if (!store.Commit(commit).ok()) std::abort();
    }
  });
}

void AddEmployers(const Synthetic& country, std::size_t vacancies, storage::Store& store) {
  for (std::size_t n = 0; n * Synthetic::kVacanciesPerEmployer < vacancies; n += 16) {
    storage::Transaction commit;
    for (std::size_t i = n; i < n + 16; ++i) {
      const matcher::Employer employer = country.EmployerAt(i);
      const matcher::Site site = country.SiteAt(i);
      const auto put = [&commit](const std::string& key, const auto& part) {
        commit.writes.push_back({key, format::Encode(key, part)});
      };
      put(format::TermsKey(employer.name), employer.terms);
      put(format::DetailKey(employer.name), employer.detail);
      put(format::TermsKey(site.name), site.terms);
      put(format::DetailKey(site.name), site.detail);
    }
    if (!store.Commit(commit).ok()) std::abort();
  }
}

}  // namespace

void MeasureStore(const Scale& scale, const std::string& directory, Report& report) {
  report.Section("embedded RocksDB, synced commits");
  const Synthetic country(scale.seed);
  const std::vector<storage::Transaction> commits = Prepare(country, scale.stored);
  const double raw = LoadRaw(commits, directory + "/raw");
  double loaded = 0;
  {
    auto store = storage::OpenRocksStore(directory + "/store");
    if (!store.ok()) std::abort();
    AddEmployers(country, scale.stored, **store);
    loaded = LoadStore(commits, **store);
  }
  const double stored = static_cast<double>(scale.stored);
  report.Add("load_rows_per_s", stored / loaded, "/s", "parsed vacancies through the store");
  report.Add("raw_rows_per_s", stored / raw, "/s", "the same bytes in raw RocksDB batches");
  report.Add("load_to_rocksdb", raw / loaded, "x", "store's rate over raw RocksDB's");

  std::unique_ptr<storage::Store> store;
  std::unique_ptr<storage::CatalogueFeed> feed;
  const double start = Seconds([&] {
    store = *storage::OpenRocksStore(directory + "/store");
    feed = *storage::CatalogueFeed::Open(*store, [](const std::string&) {});
  });
  if (feed->Latest()->vacancy_count != scale.stored) std::abort();
  report.Add("restart_s_per_million", start / (stored / 1e6), "s",
             "open the store and build the catalogue");
}

}  // namespace throughgate::bench
