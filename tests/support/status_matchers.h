// Matchers for absl::Status and absl::StatusOr, as absl/status/status_matchers.h has them.
//
// Why  Debian 12's Abseil is older than that header. Once it is there, delete this one.
#ifndef THROUGHGATE_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define THROUGHGATE_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace throughgate {

inline const absl::Status& StatusOf(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

MATCHER(IsOk, "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

MATCHER_P(IsOkAndHolds, value, "is OK and holds the value") {
  *result_listener << StatusOf(arg).ToString() << " ";
  return arg.ok() && testing::ExplainMatchResult(value, *arg, result_listener);
}

MATCHER_P(StatusIs, code, "has the code " + absl::StatusCodeToString(code)) {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code;
}

MATCHER_P2(StatusIs, code, message, "has the code " + absl::StatusCodeToString(code)) {
  *result_listener << StatusOf(arg).ToString() << " ";
  return StatusOf(arg).code() == code &&
         testing::ExplainMatchResult(message, std::string(StatusOf(arg).message()),
                                     result_listener);
}

}  // namespace throughgate

#define EXPECT_OK(expression) EXPECT_THAT(expression, ::throughgate::IsOk())
#define ASSERT_OK(expression) ASSERT_THAT(expression, ::throughgate::IsOk())

// ASSERT_OK_AND_ASSIGN(const Page page, store->List("", {}));
// NOLINTBEGIN(bugprone-macro-parentheses): a declaration takes no parentheses
#define ASSERT_OK_AND_ASSIGN(declaration, expression) \
  THROUGHGATE_ASSERT_OK_AND_ASSIGN_(THROUGHGATE_JOIN_(result_, __LINE__), declaration, expression)
#define THROUGHGATE_ASSERT_OK_AND_ASSIGN_(result, declaration, expression) \
  auto result = (expression);                                              \
  ASSERT_OK(result);                                                       \
  declaration = *std::move(result)
#define THROUGHGATE_JOIN_(left, right) THROUGHGATE_JOIN_EXPANDED_(left, right)
#define THROUGHGATE_JOIN_EXPANDED_(left, right) left##right
// NOLINTEND(bugprone-macro-parentheses)

#endif  // THROUGHGATE_TESTS_SUPPORT_STATUS_MATCHERS_H_
