// The files of this machine, which refuse when they are told to.
#ifndef THROUGHGATE_STORAGE_ROCKS_FAULTY_FILES_FOR_TEST_H_
#define THROUGHGATE_STORAGE_ROCKS_FAULTY_FILES_FOR_TEST_H_

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>

namespace throughgate::storage {

enum class FileFault {
  kNone,
  kFull,       // half of what is written is, and no file is made
  kBroken,     // the same, and the device says that it is broken
  kSyncFails,  // all of what is written is, but nobody says so
  kNoTables,   // no table is made, as when flushing meets a full disk
  kReadOnly,   // trials are written, but no file that opening needs is made
  kNothing,    // as kReadOnly, and no file can be read
};

// Threads  the fault may be set at any time.
class FaultyFiles : public rocksdb::FileSystemWrapper {
 public:
  FaultyFiles() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "FaultyFiles"; }

  std::atomic<FileFault> fault = FileFault::kNone;

  rocksdb::IOStatus Status() const {
    switch (fault.load()) {
      case FileFault::kNone:
        return rocksdb::IOStatus::OK();
      case FileFault::kFull:
      case FileFault::kNoTables: {
        rocksdb::IOStatus status = rocksdb::IOStatus::NoSpace("No space left on device");
        status.SetRetryable(true);
        return status;
      }
      default:
        return rocksdb::IOStatus::IOError("Input/output error");
    }
  }

  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override {
    if (Refuses(path)) return Status();
    rocksdb::IOStatus status = target()->NewWritableFile(path, options, file, debug);
    if (status.ok()) *file = std::make_unique<File>(*this, std::move(*file));
    return status;
  }
  rocksdb::IOStatus NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* file,
                                      rocksdb::IODebugContext* debug) override {
    if (fault == FileFault::kNothing) return Status();
    return target()->NewSequentialFile(path, options, file, debug);
  }

 private:
  class File : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    File(const FaultyFiles& files, std::unique_ptr<rocksdb::FSWritableFile> file)
        : FSWritableFileOwnerWrapper(std::move(file)), files_(files) {}

    using FSWritableFileOwnerWrapper::Append;
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
      if (!Tears()) return FSWritableFileOwnerWrapper::Append(data, options, debug);
      FSWritableFileOwnerWrapper::Append({data.data(), data.size() / 2}, options, debug)
          .PermitUncheckedError();
      return files_.Status();
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             const rocksdb::DataVerificationInfo&,
                             rocksdb::IODebugContext* debug) override {
      return Append(data, options, debug);
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
      const rocksdb::IOStatus synced = FSWritableFileOwnerWrapper::Sync(options, debug);
      const bool fails = Tears() || files_.fault == FileFault::kSyncFails;
      return fails ? files_.Status() : synced;
    }

   private:
    bool Tears() const {
      const FileFault fault = files_.fault;
      return fault == FileFault::kFull || fault == FileFault::kBroken;
    }
    const FaultyFiles& files_;
  };

  bool Refuses(const std::string& path) const {
    switch (fault.load()) {
      case FileFault::kFull:
      case FileFault::kBroken:
        return true;
      case FileFault::kNoTables:
        return path.ends_with(".sst");
      case FileFault::kReadOnly:
      case FileFault::kNothing:
        return !path.ends_with(".dbtmp");
      default:
        return false;
    }
  }
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_FAULTY_FILES_FOR_TEST_H_
