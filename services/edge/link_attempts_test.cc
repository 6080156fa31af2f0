#include "services/edge/link_attempts.h"

#include <gtest/gtest.h>

#include "services/edge/errors.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

const matcher::OrganisationId kNorth = {"north"};
const matcher::OrganisationId kSouth = {"south"};

TEST(LinkAttempts, AreLimitedInAnHourForEachOrganisation) {
  absl::Time now = absl::FromUnixSeconds(1'700'000'000);
  LinkAttempts attempts([&] { return now; });
  for (int i = 0; i < kLinkFailuresMax; ++i) {
    EXPECT_OK(attempts.Check(kNorth));
    attempts.Failed(kNorth);
    now += absl::Minutes(1);
  }
  EXPECT_EQ(ReasonOf(attempts.Check(kNorth)), v1::ERROR_REASON_LIMIT_EXCEEDED);
  EXPECT_OK(attempts.Check(kSouth));
  // The first was ten minutes ago.
  now += absl::Minutes(50) - absl::Seconds(1);
  EXPECT_EQ(ReasonOf(attempts.Check(kNorth)), v1::ERROR_REASON_LIMIT_EXCEEDED);
  now += absl::Seconds(1);
  EXPECT_OK(attempts.Check(kNorth));
  attempts.Failed(kNorth);
  EXPECT_EQ(ReasonOf(attempts.Check(kNorth)), v1::ERROR_REASON_LIMIT_EXCEEDED);
  now += absl::Hours(1);
  EXPECT_OK(attempts.Check(kNorth));
}

}  // namespace
}  // namespace throughgate::services
