// What RocksDB writes about its own work, for the operator: the file LOG in the store's directory.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_DIARY_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_DIARY_H_

#include <rocksdb/env.h>

#include <cstdarg>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>

namespace throughgate::storage {

// A line that cannot be written is lost, and nothing else happens.
//
// Threads  any.
// Why      RocksDB's own, as Debian builds it, ends the program with the second line that a full
// disk
//          refuses.
class RocksDiary : public rocksdb::Logger {
 public:
  // Begins LOG in `directory` anew; the one before becomes LOG.old.
  explicit RocksDiary(std::string directory);
  ~RocksDiary() override;

  using rocksdb::Logger::Logv;
  void Logv(const char* format, va_list arguments) override;

 private:
  void Begin();

  const std::string directory_;
  std::mutex mutex_;
  int descriptor_ = -1;    // guarded by mutex_
  std::size_t bytes_ = 0;  // guarded by mutex_
};

// Takes no line, for a store that must not be changed.
std::shared_ptr<rocksdb::Logger> NoDiary();

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_DIARY_H_
