#include "storage/format/envelope.h"

#include "absl/strings/escaping.h"
#include "tests/support/status_matchers.h"

namespace throughgate::format {
namespace {

using absl::StatusCode;
using testing::AllOf;
using testing::HasSubstr;

// FORMAT.md walks through these bytes.
TEST(Envelope, IsVersionKindCheckAndPayload) {
  const std::string payload = absl::HexStringToBytes("0a054c65656473");
  const std::string value = Wrap("site,acme,leeds,detail", payload);
  EXPECT_EQ(absl::BytesToHexString(value), "010069089ca10a054c65656473");
  EXPECT_THAT(Unwrap("site,acme,leeds,detail", value), IsOkAndHolds(payload));
}

TEST(Envelope, HoldsAnEmptyPayload) {
  EXPECT_EQ(absl::BytesToHexString(Wrap("k", "")), "010092ccd8a2");
  EXPECT_THAT(Unwrap("k", Wrap("k", "")), IsOkAndHolds(""));
}

TEST(Envelope, NoticesDamageAndNamesTheKey) {
  const auto damaged = StatusIs(StatusCode::kDataLoss, HasSubstr("\"a key\""));
  EXPECT_THAT(Unwrap("a key", ""), damaged);
  EXPECT_THAT(Unwrap("a key", "\x01"), damaged);
  EXPECT_THAT(Unwrap("a key", Wrap("a key", "payload") + "x"), damaged);
  EXPECT_THAT(Unwrap("a key", Wrap("another key", "payload")), damaged);
}

// The check is of all versions and kinds, so a damaged version byte is not taken for a newer one.
TEST(Envelope, TellsDamageFromWhatIsNewer) {
  std::string value = Wrap("k", "x");
  value[0] = 2;
  EXPECT_THAT(Unwrap("k", value), StatusIs(StatusCode::kDataLoss));
  EXPECT_THAT(Unwrap("k", absl::HexStringToBytes("02007e82399078")),
              StatusIs(StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr("\"k\""), HasSubstr("written by a newer Throughgate"))));
  EXPECT_THAT(Unwrap("k", absl::HexStringToBytes("0102a55e49a078")),
              StatusIs(StatusCode::kFailedPrecondition, HasSubstr("newer")));
}

TEST(Envelope, DoesNotReadSealedPayloads) {
  EXPECT_THAT(Unwrap("k", absl::HexStringToBytes("0101660d648b78")),
              StatusIs(StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr("\"k\""),
                             HasSubstr("sealed with a key that this program does not have"))));
}

}  // namespace
}  // namespace throughgate::format
