// The fixture of the contract suite: every test runs on every kind of store.
#ifndef THROUGHGATE_TESTS_CONTRACT_STORE_CONTRACT_H_
#define THROUGHGATE_TESTS_CONTRACT_STORE_CONTRACT_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "storage/store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {

using Clock = std::function<absl::Time()>;

struct StoreKind {
  const char* name;
  std::unique_ptr<Store> (*open)(const std::string& directory, const Clock& clock);
  bool durable = true;     // opening the directory again finds what was there
  bool concurrent = true;  // false only for ReopeningStore, which says why
};
void PrintTo(const StoreKind& kind, std::ostream* os);

class StoreContract : public testing::TestWithParam<StoreKind> {
 protected:
  StoreContract() { Open(); }

  Store& store() { return *store_; }
  void Open() {
    store_ = GetParam().open(directory_.path("store"), [this] { return now_; });
  }
  void Close() { store_.reset(); }

  // Time stands still unless a test moves it.
  void Advance(absl::Duration duration) { now_ += duration; }
  absl::Time now() const { return now_; }

  // Commits that must succeed; return their revision.
  Revision Commit(const Transaction& transaction);
  Revision Put(const std::string& key, const std::string& value);
  Revision Delete(const std::string& key);

  // Reads that must succeed.
  std::optional<Record> Get(std::string_view key, Revision revision = 0);
  std::vector<Record> List(std::string_view prefix, Revision revision = 0);
  std::vector<std::string> Keys(std::string_view prefix, Revision revision = 0);

  // Compacts until there is no more to do.
  void CompactAll(absl::Time horizon = absl::InfiniteFuture());

 private:
  TempDirectory directory_;
  absl::Time now_ = absl::FromUnixSeconds(1'700'000'000);
  std::unique_ptr<Store> store_;
};

MATCHER_P(HasValue, value, "is a record with the value") { return arg && arg->value == value; }

MATCHER_P2(IsWrite, key, value, "is the write") { return arg.key == key && arg.value == value; }

}  // namespace throughgate::storage

#endif  // THROUGHGATE_TESTS_CONTRACT_STORE_CONTRACT_H_
