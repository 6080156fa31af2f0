// What the methods of a service cannot show of the way of every write.
#include "services/edge/mutation.h"

#include <gmock/gmock.h>

#include "absl/time/clock.h"
#include "services/edge/sha256.h"
#include "storage/memory/memory_store.h"
#include "tests/support/parties.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

class Mutation : public testing::Test {
 protected:
  Mutation() { GrantEveryRole(*store_, {"jobs-north"}, absl::Now()); }

  WriteRequest RequestFor(std::string_view method) {
    return {.method = method,
            .caller = CallerOf(*store_, {"engagement", "jobs-north"}),
            .request_id = "request-1",
            .etag = {},
            .sha256 = Sha256("the same bytes"),
            .validate_only = false,
            .deadline = absl::InfiniteFuture()};
  }
  // Writes a new employer, and counts how often it is asked to.
  absl::StatusOr<Outcome> Write(std::string_view method) {
    return Mutate(backend_, RequestFor(method), "employers/acme", [&](Edit& edit) {
      ++decided_;
      edit.Put({}, matcher::Employer{.name = {"acme"}, .terms = {}, .detail = {}});
      return absl::OkStatus();
    });
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  const std::unique_ptr<storage::CatalogueFeed> feed_ =
      *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
  const Backend backend_{*store_, *feed_, absl::Now};
  int decided_ = 0;
};

TEST_F(Mutation, IsDecidedOnceForARequestId) {
  ASSERT_OK_AND_ASSIGN(const Outcome first, Write("/service/Create"));
  EXPECT_EQ(first.repeats, std::nullopt);
  ASSERT_OK_AND_ASSIGN(const Outcome again, Write("/service/Create"));
  EXPECT_EQ(again.repeats, "employers/acme");
  EXPECT_EQ(again.revision, first.revision);
  EXPECT_EQ(decided_, 1);
}

TEST_F(Mutation, ARequestIdIsOfOneMethodWhateverItsBytes) {
  ASSERT_OK(Write("/service/Create"));
  EXPECT_EQ(ReasonOf(Write("/service/Update").status()), v1::ERROR_REASON_REQUEST_ID_REUSED);
}

TEST_F(Mutation, IsVisibleWhenItReturns) {
  ASSERT_OK_AND_ASSIGN(const Outcome written, Write("/service/Create"));
  EXPECT_GE(feed_->Latest()->revision, written.revision);
}

}  // namespace
}  // namespace throughgate::services
