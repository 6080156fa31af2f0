// Starting a RocksDB store, and what it says when it does not start. What it does once it has
// started is in tests/contract.
#include "storage/rocks/rocks_store.h"

#include <rocksdb/db.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_tables.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using testing::AllOf;
using testing::HasSubstr;

class RocksStoreStart : public testing::Test {
 protected:
  const TempDirectory directory_;
  const std::string path_ = directory_.path("store");
};

TEST_F(RocksStoreStart, CreatesTheStoreInANewOrEmptyDirectory) {
  EXPECT_OK(OpenRocksStore(path_));
  std::filesystem::create_directory(directory_.path("empty"));
  EXPECT_OK(OpenRocksStore(directory_.path("empty")));
}

TEST_F(RocksStoreStart, NamesAMissingParent) {
  EXPECT_THAT(OpenRocksStore(path_ + "/child"),
              StatusIs(StatusCode::kNotFound, HasSubstr(path_ + "/child")));
}

TEST_F(RocksStoreStart, SaysThatItMayNotWrite) {
  // Nobody may make directories there, not even the superuser.
  EXPECT_THAT(OpenRocksStore("/sys/throughgate"),
              StatusIs(StatusCode::kPermissionDenied, HasSubstr("not writable")));
}

TEST_F(RocksStoreStart, RefusesAStoreThatIsOpen) {
  ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path_));
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("already open")));
}

TEST_F(RocksStoreStart, RefusesANewerFormatAndNamesBoth) {
  for (const bool new_family : {false, true}) {
    const std::string path =
        path_ + (new_family ? " with a family this program does not know" : "");
    {
      ASSERT_OK_AND_ASSIGN(const auto tables, OpenTables({.path = path}));
      ASSERT_TRUE(tables->db->Put({}, tables->meta.get(), kMetaFormat, "2").ok());
      rocksdb::ColumnFamilyHandle* family = nullptr;
      if (new_family) tables->db->CreateColumnFamily({}, "new in format 2", &family);
      delete family;
    }
    EXPECT_THAT(OpenRocksStore(path), StatusIs(StatusCode::kFailedPrecondition,
                                               AllOf(HasSubstr("format 2"), HasSubstr("format 1"))))
        << path;
  }
}

TEST_F(RocksStoreStart, RefusesADirectoryWithOtherFiles) {
  std::filesystem::create_directory(path_);
  std::ofstream(path_ + "/diary.txt") << "mine";
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("holds no Throughgate store")));
  const std::filesystem::directory_iterator files(path_);
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(RocksStoreStart, RefusesAFile) {
  std::ofstream(path_) << "mine";
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("not a directory")));
}

TEST_F(RocksStoreStart, RefusesADatabaseOfSomebodyElseAndLeavesItAsItWas) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* theirs = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, path_, &theirs).ok());
  ASSERT_TRUE(theirs->Put({}, "their key", "v").ok());
  delete theirs;
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("holds no Throughgate store")));
  std::vector<std::string> families;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, path_, &families).ok());
  EXPECT_EQ(families.size(), 1);
}

TEST_F(RocksStoreStart, VerifiesOnlyAStoreThatIsThere) {
  EXPECT_THAT(VerifyRocksStore(path_), StatusIs(StatusCode::kNotFound));
  EXPECT_FALSE(std::filesystem::exists(path_));
  ASSERT_OK(OpenRocksStore(path_));
  EXPECT_OK(VerifyRocksStore(path_));
}

}  // namespace
}  // namespace throughgate::storage
