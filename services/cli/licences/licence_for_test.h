// What the tests of licences look at.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FOR_TEST_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FOR_TEST_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// The ids of the conditions that stand for what could not be read.
inline std::vector<std::string> HeldBy(const Licence& licence) {
  std::vector<std::string> ids;
  for (const auto& condition : licence.held) ids.push_back(condition.condition_id());
  return ids;
}

// Fails the test when there is none.
inline Licence Given(absl::StatusOr<Licence> licence) {
  EXPECT_TRUE(licence.ok()) << licence.status();
  return licence.ok() ? *std::move(licence) : Licence();
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FOR_TEST_H_
