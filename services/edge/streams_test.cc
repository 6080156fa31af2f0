#include "services/edge/streams.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using testing::HasSubstr;

const StreamLimit kFive = {.what = "things", .in_all = 5, .of_one = 2};
const auto kRefused = StatusIs(absl::StatusCode::kResourceExhausted);

TEST(Streams, GivesEachOrganisationItsShare) {
  Streams streams([] { return absl::Now(); });
  std::vector<Streams::Place> places;
  for (int i = 0; i < 2; ++i) places.push_back(*streams.Take(kFive, {"acme"}));
  EXPECT_THAT(streams.Take(kFive, {"acme"}),
              StatusIs(absl::StatusCode::kResourceExhausted,
                       HasSubstr("2 things of one organisation at once. Try again when one")));
  EXPECT_OK(streams.Take(kFive, {"bolt"})) << "and goes back at once";
  places.pop_back();
  EXPECT_OK(streams.Take(kFive, {"acme"}));
}

TEST(Streams, GivesAllTogetherNoMoreThanThereAre) {
  Streams streams([] { return absl::Now(); });
  std::vector<Streams::Place> places;
  for (int i = 0; i < 5; ++i) places.push_back(*streams.Take(kFive, {absl::StrCat("o", i)}));
  const auto refused = streams.Take(kFive, {"another"});
  EXPECT_THAT(refused,
              StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("5 things at once")));
  EXPECT_EQ(ReasonOf(refused.status()), v1::ERROR_REASON_LIMIT_EXCEEDED);
  places.clear();
  for (int i = 0; i < 5; ++i) places.push_back(*streams.Take(kFive, {absl::StrCat("p", i)}));
  EXPECT_THAT(streams.Take(kFive, {"another"}), kRefused);
}

TEST(Streams, KeepsLimitsApart) {
  Streams streams([] { return absl::Now(); });
  const Streams::Place first = *streams.Take(kStreamLimit, {"acme"});
  std::vector<Streams::Place> places;
  for (int i = 0; i < 2; ++i) places.push_back(*streams.Take(kFive, {"acme"}));
  EXPECT_THAT(streams.Take(kFive, {"acme"}), kRefused);
  EXPECT_OK(streams.Take(kStreamLimit, {"acme"}));
}

TEST(Streams, APlaceThatMovesIsOnePlace) {
  Streams streams([] { return absl::Now(); });
  std::optional<Streams::Place> kept;
  {
    Streams::Place place = *streams.Take(kFive, {"acme"});
    kept.emplace(std::move(place));
  }
  const Streams::Place second = *streams.Take(kFive, {"acme"});
  EXPECT_THAT(streams.Take(kFive, {"acme"}), kRefused);
  kept.reset();
  EXPECT_OK(streams.Take(kFive, {"acme"}));
}

}  // namespace
}  // namespace throughgate::services
