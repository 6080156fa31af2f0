#ifndef THROUGHGATE_TESTS_SUPPORT_TEMP_DIRECTORY_H_
#define THROUGHGATE_TESTS_SUPPORT_TEMP_DIRECTORY_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cassert>
#include <filesystem>
#include <string>

namespace throughgate {

// A new empty directory, deleted with all that is in it.
class TempDirectory {
 public:
  TempDirectory() : path_(testing::TempDir() + "/throughgate.XXXXXX") {
    const char* made = mkdtemp(path_.data());
    assert(made != nullptr);
  }
  ~TempDirectory() { std::filesystem::remove_all(path_); }
  TempDirectory(const TempDirectory&) = delete;
  TempDirectory& operator=(const TempDirectory&) = delete;

  std::string path(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_TEMP_DIRECTORY_H_
