// The open database of a RocksDB store.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_TABLES_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_TABLES_H_

#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace throughgate::storage {

// The database and its column families; rocks_layout.h says what each holds. Destroying it closes
// the database.
struct RocksTables {
  std::unique_ptr<rocksdb::DB> db;  // first, because it must outlive its handles
  std::unique_ptr<rocksdb::ColumnFamilyHandle> meta;
  std::unique_ptr<rocksdb::ColumnFamilyHandle> records;
  std::unique_ptr<rocksdb::ColumnFamilyHandle> log;
};

// Where a store is.
struct RocksPlace {
  std::string path;  // a directory
  std::size_t cache_bytes = std::size_t{8} << 20;
  rocksdb::Env* env = rocksdb::Env::Default();
};

// Opens the store there, after creating it if there is none.
//
// Errors  as OpenRocksStore.
absl::StatusOr<std::unique_ptr<RocksTables>> OpenTables(const RocksPlace& place);

// Opens an existing store without changing a byte of it.
//
// Errors  as OpenRocksStore.
absl::StatusOr<std::unique_ptr<RocksTables>> OpenTablesReadOnly(const RocksPlace& place);

// The value of `key` in `family`, or nullopt if there is none.
//
// Errors  kDataLoss, kUnavailable.
absl::StatusOr<std::optional<std::string>> ReadKey(const RocksTables& tables,
                                                   rocksdb::ColumnFamilyHandle& family,
                                                   std::string_view key);

// Compares every table file with its checksums.
//
// Errors  kDataLoss, naming the damaged file.
// Cost    reads every file twice.
absl::Status VerifyTables(const RocksTables& tables);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_TABLES_H_
