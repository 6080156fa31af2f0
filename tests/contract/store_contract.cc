#include "tests/contract/store_contract.h"

#include "storage/memory/memory_store.h"
#include "storage/rocks/rocks_store.h"
#include "tests/contract/reopening_store.h"

namespace throughgate::storage {
namespace {

std::unique_ptr<Store> OpenMemory(const std::string&, const Clock& clock) {
  return MakeMemoryStore({.clock = clock});
}

std::unique_ptr<Store> OpenRocks(const std::string& directory, const Clock& clock) {
  auto store = OpenRocksStore(directory, {.clock = clock});
  EXPECT_OK(store);
  return *std::move(store);
}

std::unique_ptr<Store> OpenReopening(const std::string& directory, const Clock& clock) {
  return MakeReopeningStore([=] { return OpenRocks(directory, clock); });
}

INSTANTIATE_TEST_SUITE_P(
    Stores, StoreContract,
    testing::Values(StoreKind{.name = "Memory", .open = OpenMemory, .durable = false},
                    StoreKind{.name = "Rocks", .open = OpenRocks},
                    StoreKind{.name = "RocksReopened", .open = OpenReopening, .concurrent = false}),
    testing::PrintToStringParamName());

}  // namespace

void PrintTo(const StoreKind& kind, std::ostream* os) { *os << kind.name; }

Revision StoreContract::Commit(const Transaction& transaction) {
  const absl::StatusOr<Revision> revision = store().Commit(transaction);
  EXPECT_OK(revision);
  return revision.value_or(0);
}

Revision StoreContract::Put(const std::string& key, const std::string& value) {
  return Commit({.writes = {{key, value}}});
}

Revision StoreContract::Delete(const std::string& key) {
  return Commit({.writes = {{key, std::nullopt}}});
}

std::optional<Record> StoreContract::Get(std::string_view key, Revision revision) {
  const auto record = store().Get(key, revision);
  EXPECT_OK(record);
  return record.value_or(std::nullopt);
}

std::vector<Record> StoreContract::List(std::string_view prefix, Revision revision) {
  const auto page = store().List(prefix, {.limit = kPageRecordsMax}, revision);
  EXPECT_OK(page);
  return page.value_or(Page{}).records;
}

std::vector<std::string> StoreContract::Keys(std::string_view prefix, Revision revision) {
  std::vector<std::string> keys;
  for (const Record& record : List(prefix, revision)) keys.push_back(record.key);
  return keys;
}

void StoreContract::CompactAll(absl::Time horizon) {
  for (bool more = true; more;) {
    const absl::StatusOr<bool> result = store().Compact(horizon);
    EXPECT_OK(result);
    more = result.value_or(false);
  }
}

}  // namespace throughgate::storage
