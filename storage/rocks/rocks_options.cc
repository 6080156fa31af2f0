#include "storage/rocks/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <memory>

#include "storage/rocks/rocks_diary.h"
#include "storage/rocks/rocks_layout.h"

namespace throughgate::storage {
namespace {

// Protection information beside each key on its way from the call to the file.
constexpr std::size_t kProtectionBytes = 8;
constexpr double kFilterBitsPerKey = 10;  // one look-up in a hundred reads a table in vain
// Bounds what a restart replays, and with it how long it takes.
constexpr std::size_t kLogBytesMax = std::size_t{32} << 20;

// Lets a table's filter answer "no version of this key is here" without reading the table: it is
// filled with keys rather than versions. Guards on keys that must be absent are what it is for.
class KeyWithoutVersion : public rocksdb::SliceTransform {
 public:
  const char* Name() const override { return "throughgate.KeyWithoutVersion"; }
  bool InDomain(const rocksdb::Slice& bytes) const override {
    return DecodeKeyVersion(bytes.ToStringView()).ok();
  }
  rocksdb::Slice Transform(const rocksdb::Slice& bytes) const override {
    return {bytes.data(), bytes.size() - kRevisionBytes};
  }
};

}  // namespace

rocksdb::DBOptions RocksDbOptions(rocksdb::Env* env) {
  rocksdb::DBOptions options;
  options.env = env;
  options.paranoid_checks = true;
  options.flush_verify_memtable_count = true;
  options.track_and_verify_wals_in_manifest = true;
  options.verify_sst_unique_id_in_manifest = true;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  // A write that a crash cut short was never acknowledged and is dropped. Any other damage refuses
  // to open: point-in-time recovery would silently drop every acknowledged commit behind it.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.max_total_wal_size = kLogBytesMax;
  options.info_log = NoDiary();
  return options;
}

rocksdb::ColumnFamilyOptions RocksColumnFamilyOptions(std::size_t cache_bytes) {
  rocksdb::BlockBasedTableOptions table;
  table.checksum = rocksdb::ChecksumType::kXXH3;
  table.verify_compression = true;
  table.block_cache = rocksdb::NewLRUCache(cache_bytes);

  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBitsPerKey));
  table.whole_key_filtering = false;

  rocksdb::ColumnFamilyOptions options;
  options.prefix_extractor = std::make_shared<KeyWithoutVersion>();
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::CompressionType::kLZ4Compression;
  options.force_consistency_checks = true;
  options.paranoid_file_checks = true;
  options.memtable_protection_bytes_per_key = kProtectionBytes;
  return options;
}

rocksdb::WriteOptions RocksWriteOptions() {
  rocksdb::WriteOptions options;
  options.sync = true;
  options.protection_bytes_per_key = kProtectionBytes;
  return options;
}

}  // namespace throughgate::storage
