#include "storage/rocks/rocks_tables.h"

#include <rocksdb/options.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_diary.h"
#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_status.h"
#include "storage/store_id.h"

namespace throughgate::storage {
namespace {

using Families = std::vector<rocksdb::ColumnFamilyDescriptor>;
using Handles = std::vector<rocksdb::ColumnFamilyHandle*>;

// In the order of the handles in RocksTables.
Families AllFamilies(std::size_t cache_bytes) {
  const rocksdb::ColumnFamilyOptions options = RocksColumnFamilyOptions(cache_bytes);
  return {{rocksdb::kDefaultColumnFamilyName, options}, {"records", options}, {"log", options}};
}

std::unique_ptr<RocksTables> OwnTables(rocksdb::DB* db, const Handles& handles) {
  auto tables = std::make_unique<RocksTables>();
  tables->db.reset(db);
  tables->meta.reset(handles[0]);
  if (handles.size() == 1) return tables;  // CheckFamilies looks at no other
  tables->records.reset(handles[1]);
  tables->log.reset(handles[2]);
  return tables;
}

absl::StatusOr<std::unique_ptr<RocksTables>> OpenReadOnly(const RocksPlace& place,
                                                          const Families& families) {
  rocksdb::DB* db = nullptr;
  Handles handles;
  const rocksdb::Status status =
      rocksdb::DB::OpenForReadOnly(RocksDbOptions(place.env), place.path, families, &handles, &db);
  if (!status.ok()) return FromRocksOpen(place.path, status);
  return OwnTables(db, handles);
}

absl::Status NotAStore(const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat(path,
                   " is not empty and holds no Throughgate store; name another directory, or "
                   "empty this one if the creation of a store in it was interrupted"));
}

absl::Status CheckFormat(const std::string& path, const RocksTables& tables) {
  const auto format = ReadKey(tables, *tables.meta, kMetaFormat);
  if (!format.ok()) return format.status();
  int version = 0;
  if (!*format || !absl::SimpleAtoi(**format, &version)) return NotAStore(path);
  if (version == kFormatVersion) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(path, " has storage format ", version,
                                                    "; this program reads format ", kFormatVersion,
                                                    ": start the program that wrote it"));
}

// Whether the database there has the column families of a store; looks without writing, so that a
// database of somebody else is left as it was.
absl::Status CheckFamilies(const RocksPlace& place) {
  std::vector<std::string> found;
  const rocksdb::Status status =
      rocksdb::DB::ListColumnFamilies(RocksDbOptions(place.env), place.path, &found);
  if (!status.ok()) return FromRocksOpen(place.path, status);
  const Families expected = AllFamilies(RocksPlace().cache_bytes);
  if (std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                 [](const auto& name, const auto& family) { return name == family.name; })) {
    return absl::OkStatus();
  }
  // A newer format may have others. RocksDB does not open a database without naming them all,
  // except for reading, which is enough to say which format it is.
  const auto tables = OpenReadOnly(place, {expected[0]});
  if (!tables.ok()) return tables.status();
  const absl::Status format = CheckFormat(place.path, **tables);
  return format.ok() ? NotAStore(place.path) : format;
}

// Makes the directory of a new store, unless it is there and empty.
absl::Status MakeDirectory(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directory(path, error);  // no error if it exists
  const bool empty = !error && std::filesystem::is_empty(path, error);
  if (!error) return empty ? absl::OkStatus() : NotAStore(path);
  if (error == std::errc::no_such_file_or_directory) {
    return absl::NotFoundError(absl::StrCat("the directory that is to hold ", path, " is missing"));
  }
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
      error == std::errc::read_only_file_system) {
    return absl::PermissionDeniedError(absl::StrCat(path, " is not writable by this user"));
  }
  if (error == std::errc::file_exists || error == std::errc::not_a_directory) {
    return absl::FailedPreconditionError(absl::StrCat(path, " is not a directory"));
  }
  return absl::UnavailableError(absl::StrCat(path, ": ", error.message()));
}

absl::Status WriteNewMeta(const RocksTables& tables) {
  rocksdb::WriteBatch batch;
  batch.Put(tables.meta.get(), kMetaFormat, absl::StrCat(kFormatVersion));
  batch.Put(tables.meta.get(), kMetaId, NewStoreId());
  batch.Put(tables.meta.get(), kMetaOldest, EncodeRevision(0));
  // Nothing was lost before the beginning: there is nothing to verify.
  batch.Put(tables.meta.get(), kMetaClean, "");
  return FromRocks(tables.db->Write(RocksWriteOptions(), &batch));
}

bool HoldsDatabase(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::path(path) / "CURRENT", error);
}

}  // namespace

absl::StatusOr<std::unique_ptr<RocksTables>> OpenTables(const RocksPlace& place) {
  const std::string& path = place.path;
  const bool create = !HoldsDatabase(path);
  if (absl::Status status = create ? MakeDirectory(path) : CheckFamilies(place); !status.ok()) {
    return status;
  }
  rocksdb::DBOptions options = RocksDbOptions(place.env);
  options.info_log = std::make_shared<RocksDiary>(path);
  options.create_if_missing = options.create_missing_column_families = create;
  rocksdb::DB* db = nullptr;
  Handles handles;
  const rocksdb::Status opened =
      rocksdb::DB::Open(options, path, AllFamilies(place.cache_bytes), &handles, &db);
  if (!opened.ok()) return FromRocksOpen(path, opened);
  std::unique_ptr<RocksTables> tables = OwnTables(db, handles);
  absl::Status status = create ? WriteNewMeta(*tables) : CheckFormat(path, *tables);
  if (!status.ok()) return status;
  return tables;
}

absl::StatusOr<std::unique_ptr<RocksTables>> OpenTablesReadOnly(const RocksPlace& place) {
  if (!HoldsDatabase(place.path)) {
    return absl::NotFoundError(absl::StrCat(place.path, " holds no store"));
  }
  if (absl::Status status = CheckFamilies(place); !status.ok()) return status;
  return OpenReadOnly(place, AllFamilies(place.cache_bytes));
}

absl::StatusOr<std::optional<std::string>> ReadKey(const RocksTables& tables,
                                                   rocksdb::ColumnFamilyHandle& family,
                                                   std::string_view key) {
  std::string value;
  const rocksdb::Status status = tables.db->Get(rocksdb::ReadOptions(), &family, key, &value);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return FromRocks(status);
  return value;
}

absl::Status VerifyTables(const RocksTables& tables) {
  // The first finds every byte that changed since its file was written; the second also finds a
  // block that was damaged in memory before its file was summed.
  rocksdb::Status status = tables.db->VerifyFileChecksums(rocksdb::ReadOptions());
  if (status.ok()) status = tables.db->VerifyChecksum();
  return FromRocks(status);
}

}  // namespace throughgate::storage
