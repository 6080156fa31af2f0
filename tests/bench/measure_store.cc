// The durable path: load against raw RocksDB, and start-up.
#include <rocksdb/db.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "storage/feed/catalogue_feed.h"
#include "storage/rocks/rocks_store.h"
#include "tests/bench/country_records.h"
#include "tests/bench/measure.h"

namespace throughgate::bench {
namespace {

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
      for (const storage::Write& w : commit.writes) {
        batch.Put(w.key, *w.value).PermitUncheckedError();
      }
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

std::unique_ptr<storage::Store> Open(const std::string& path) {
  auto store = storage::OpenRocksStore(path);
  if (!store.ok()) std::abort();
  return *std::move(store);
}

void MeasureLoad(const Scale& scale, const std::string& directory, Report& report) {
  const Country country(scale.country());
  const std::vector<storage::Transaction> commits = BulkCommits(country, scale.loaded);
  const double raw = LoadRaw(commits, directory + "/raw");
  const std::unique_ptr<storage::Store> store = Open(directory + "/loaded");
  {
    Writer writer(*store);
    PutReferenceData(country, writer);
    PutEmployers(country, scale.loaded, writer);
  }
  // As in the server: a catalogue follows what is loaded.
  const auto feed = *storage::CatalogueFeed::Open(*store, [](const std::string&) {});
  const double committed = LoadStore(commits, *store);
  const double followed =
      committed + Seconds([&] { (void)feed->AtLeast(store->latest(), absl::InfiniteFuture()); });
  const auto loaded = static_cast<double>(scale.loaded);
  report.Add("load_rows_per_s", loaded / followed, "/s",
             "parsed vacancies through the store and into the catalogue");
  report.Add("raw_rows_per_s", loaded / raw, "/s", "the same bytes in raw RocksDB batches");
  report.AddAtLeast("load_to_rocksdb", raw / followed, 1.0 / 3, "rate over raw RocksDB's");
}

void MeasureRestart(const Scale& scale, const std::string& directory, Report& report) {
  const std::string path = directory + "/restarted";
  {
    const Country country(scale.country());
    const std::unique_ptr<storage::Store> store = Open(path);
    Writer writer(*store);
    PutReferenceData(country, writer);
    PutEmployers(country, scale.restarted, writer);
    PutVacancies(country, scale.restarted, writer);
  }
  std::unique_ptr<storage::Store> store;
  std::unique_ptr<storage::CatalogueFeed> feed;
  const double start = Seconds([&] {
    store = Open(path);
    feed = *storage::CatalogueFeed::Open(*store, [](const std::string&) {});
  });
  if (feed->Latest()->vacancy_count != scale.restarted) std::abort();
  report.AddAtMost("restart_s_per_million", start / (static_cast<double>(scale.restarted) / 1e6), 5,
                   "open the store and build the catalogue");
}

}  // namespace

void MeasureStore(const Scale& scale, const std::string& directory, Report& report) {
  report.Section("embedded RocksDB, synced commits");
  MeasureLoad(scale, directory, report);
  MeasureRestart(scale, directory, report);
}

}  // namespace throughgate::bench
