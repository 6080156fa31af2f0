#include "storage/rocks/rocks_status.h"

#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using rocksdb::Status;
using testing::HasSubstr;

TEST(RocksStatus, TranslatesEveryCode) {
  const std::pair<Status, StatusCode> table[] = {
      {Status::OK(), StatusCode::kOk},
      {Status::NotFound(), StatusCode::kNotFound},
      {Status::Corruption(), StatusCode::kDataLoss},
      {Status::NotSupported(), StatusCode::kFailedPrecondition},
      {Status::InvalidArgument(), StatusCode::kInternal},
      {Status::IOError(), StatusCode::kUnavailable},
      {Status::NoSpace(), StatusCode::kUnavailable},
      {Status::PathNotFound(), StatusCode::kDataLoss},
      {Status::MergeInProgress(), StatusCode::kInternal},
      {Status::Incomplete(), StatusCode::kUnavailable},
      {Status::ShutdownInProgress(), StatusCode::kUnavailable},
      {Status::TimedOut(), StatusCode::kUnavailable},
      {Status::Aborted(), StatusCode::kUnavailable},
      {Status::Busy(), StatusCode::kUnavailable},
      {Status::Expired(), StatusCode::kInternal},
      {Status::TryAgain(), StatusCode::kUnavailable},
      {Status::CompactionTooLarge(), StatusCode::kInternal},
      {Status::ColumnFamilyDropped(), StatusCode::kInternal},
  };
  EXPECT_EQ(std::size(table), Status::kMaxCode + 2) << "every code once, two subcodes of kIOError";
  for (const auto& [status, code] : table) {
    EXPECT_THAT(FromRocks(status), StatusIs(code)) << status.ToString();
  }
}

TEST(RocksStatus, KeepsTheNameOfTheDamagedFile) {
  EXPECT_THAT(FromRocks(Status::Corruption("checksum mismatch", "000012.sst")),
              StatusIs(StatusCode::kDataLoss, HasSubstr("000012.sst")));
}

TEST(RocksStatus, ExplainsWhyAStoreDoesNotOpen) {
  EXPECT_THAT(
      FromRocksOpen("/d", Status::IOError("While lock file: /d/LOCK", "Resource unavailable")),
      StatusIs(StatusCode::kFailedPrecondition, HasSubstr("/d is already open")));
  EXPECT_THAT(
      FromRocksOpen("/d", Status::IOError("While opening: /d/000012.log", "Permission denied")),
      StatusIs(StatusCode::kPermissionDenied, HasSubstr("/d is not writable")));
  EXPECT_THAT(FromRocksOpen("/d", Status::Corruption("000012.sst")),
              StatusIs(StatusCode::kDataLoss, HasSubstr("/d: ")));
}

}  // namespace
}  // namespace throughgate::storage
