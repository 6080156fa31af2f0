// Damaged files are found, named and never served.
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using testing::HasSubstr;

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void FlipByte(const fs::path& path, std::size_t offset) {
  std::string bytes = ReadFile(path);
  bytes[offset] ^= 0x10;
  std::ofstream(path, std::ios::binary) << bytes;
}

// The file in `directory` that holds `text`.
fs::path FileWith(const std::string& directory, const std::string& extension,
                  const std::string& text) {
  for (const auto& file : fs::directory_iterator(directory)) {
    if (file.path().extension() == extension && ReadFile(file).find(text) != std::string::npos) {
      return file.path();
    }
  }
  ADD_FAILURE() << "no " << extension << " file holds " << text;
  return {};
}

class RocksDamage : public testing::Test {
 protected:
  // A store whose first commit is in a table and whose second is in the write-ahead log, as a kill
  // leaves it.
  void SetUp() override {
    const std::string live = directory_.path("live");
    ASSERT_OK_AND_ASSIGN(auto store, OpenRocksStore(live));
    ASSERT_OK(store->Commit({.writes = {{"in a table", "first-value"}}}));
    store.reset();
    ASSERT_OK_AND_ASSIGN(store, OpenRocksStore(live));  // moves the log into tables
    ASSERT_OK(store->Commit({.writes = {{"in the log", "second-value"}}}));
    ASSERT_OK(store->Commit({.writes = {{"also in the log", "third-value"}}}));
    fs::copy(live, path_);
  }

  // The same after a proper stop.
  void StopProperly() { ASSERT_OK(OpenRocksStore(path_, {.verify_after_unclean_stop = false})); }

  const TempDirectory directory_;
  const std::string path_ = directory_.path("killed");
};

TEST_F(RocksDamage, AnUndamagedStoreIsFound) {
  EXPECT_OK(VerifyRocksStore(path_));
  ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path_));
  EXPECT_EQ(store->latest(), 3);
}

TEST_F(RocksDamage, AFlippedByteOfARecordNamesItsFile) {
  const fs::path table = FileWith(path_, ".sst", "first-value");
  FlipByte(table, ReadFile(table).find("first-value"));
  EXPECT_THAT(VerifyRocksStore(path_),
              StatusIs(StatusCode::kDataLoss, HasSubstr(table.filename().string())));
}

TEST_F(RocksDamage, AnyFlippedByteOfATableIsFound) {
  const fs::path table = FileWith(path_, ".sst", "first-value");
  for (std::size_t offset = 0; offset < fs::file_size(table); offset += 7) {
    FlipByte(table, offset);
    EXPECT_THAT(VerifyRocksStore(path_), StatusIs(StatusCode::kDataLoss)) << offset;
    FlipByte(table, offset);
  }
  EXPECT_OK(VerifyRocksStore(path_));
}

TEST_F(RocksDamage, AStartAfterAnUncleanStopVerifiesUnlessToldNotTo) {
  const fs::path table = FileWith(path_, ".sst", "first-value");
  FlipByte(table, ReadFile(table).find("first-value"));
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kDataLoss, HasSubstr(table.filename().string())));
  EXPECT_THAT(OpenRocksStore(path_), StatusIs(StatusCode::kDataLoss)) << "a refusal is no stop";
  EXPECT_OK(OpenRocksStore(path_, {.verify_after_unclean_stop = false}));
  EXPECT_OK(OpenRocksStore(path_)) << "that was a proper stop";
}

TEST_F(RocksDamage, ADamagedRecordIsNeverServed) {
  StopProperly();
  const fs::path table = FileWith(path_, ".sst", "first-value");
  FlipByte(table, ReadFile(table).find("first-value"));
  ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path_));
  const auto damaged = StatusIs(StatusCode::kDataLoss, HasSubstr(table.filename().string()));
  EXPECT_THAT(store->Get("in a table"), damaged);
  EXPECT_THAT(store->List("", {}), damaged);
  EXPECT_THAT((*store->Watch(0))->Next(absl::InfiniteFuture()), damaged);
  EXPECT_THAT(store->Commit({.guards = {{"in a table", 1}}, .writes = {{"k", "v"}}}), damaged);
  EXPECT_EQ(store->latest(), 3);
}

TEST_F(RocksDamage, AFlippedByteOfTheLogRefusesToStartInsteadOfLosingCommits) {
  const fs::path log = FileWith(path_, ".log", "second-value");
  FlipByte(log, ReadFile(log).find("second-value"));
  EXPECT_THAT(OpenRocksStore(path_), StatusIs(StatusCode::kDataLoss));
}

TEST_F(RocksDamage, AMissingTableRefusesToStartAndIsNamed) {
  const fs::path table = FileWith(path_, ".sst", "first-value");
  fs::remove(table);
  EXPECT_THAT(OpenRocksStore(path_),
              StatusIs(StatusCode::kDataLoss, HasSubstr(table.stem().string())));
}

TEST_F(RocksDamage, AWriteThatWasCutShortIsDroppedAndNoMore) {
  const fs::path log = FileWith(path_, ".log", "third-value");
  fs::resize_file(log, ReadFile(log).find("third-value") + 3);
  ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path_));
  EXPECT_EQ(store->latest(), 2);
  EXPECT_EQ((*store->Get("in the log"))->value, "second-value");
  EXPECT_EQ(*store->Get("also in the log"), std::nullopt);
}

// The kernel refuses to let any file grow beyond `bytes`, as a full disk does, while this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limited{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*const handler_)(int);
  rlimit before_ = {};
};

// See rocks_refusal_test.cc for every other way that a device can refuse.
TEST_F(RocksDamage, AfterARefusedWriteItOnlyReadsUntilTheDeviceTakesWritesAgain) {
  ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path_));
  {
    const FileSizeLimit full(4 << 10);
    const std::string half_a_mebibyte(512 << 10, 'v');
    EXPECT_THAT(store->Commit({.writes = {{"torn", half_a_mebibyte}, {"too", "v"}}}),
                StatusIs(StatusCode::kUnavailable));
    EXPECT_THAT(store->Commit({.writes = {{"small", "v"}}}), StatusIs(StatusCode::kUnavailable));
    EXPECT_EQ(store->latest(), 3);
    EXPECT_EQ(*store->Get("torn"), std::nullopt);
    EXPECT_EQ((*store->Get("in the log"))->value, "second-value");
  }
  EXPECT_THAT(store->Commit({.writes = {{"small", "v"}}}), IsOkAndHolds(4));
  EXPECT_EQ(*store->Get("torn"), std::nullopt);
  EXPECT_EQ(*store->Get("too"), std::nullopt);
}

}  // namespace
}  // namespace throughgate::storage
