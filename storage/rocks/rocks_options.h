// How RocksDB is set up: every choice that a stored byte or a lost one can depend on.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_OPTIONS_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_OPTIONS_H_

#include <rocksdb/env.h>
#include <rocksdb/options.h>

#include <cstddef>

namespace throughgate::storage {

// Without a diary.
rocksdb::DBOptions RocksDbOptions(rocksdb::Env* env);
rocksdb::ColumnFamilyOptions RocksColumnFamilyOptions(std::size_t cache_bytes);

// Every write: on the device before it returns, checked on its way there.
rocksdb::WriteOptions RocksWriteOptions();

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_OPTIONS_H_
