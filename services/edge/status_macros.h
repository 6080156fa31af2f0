// RETURN_IF_ERROR and ASSIGN_OR_RETURN, as absl/status/status_macros.h has them.
//
// Why  Debian 12's Abseil is older than that header. Once it is there, delete this one.
#ifndef THROUGHGATE_SERVICES_EDGE_STATUS_MACROS_H_
#define THROUGHGATE_SERVICES_EDGE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define RETURN_IF_ERROR(expression) \
  if (absl::Status status = (expression); !status.ok()) return status

// ASSIGN_OR_RETURN(const Record record, Read(key));
//
// A declaration cannot stand in parentheses: NOLINTBEGIN(bugprone-macro-parentheses)
#define ASSIGN_OR_RETURN(declaration, expression) \
  THROUGHGATE_ASSIGN_OR_RETURN_(THROUGHGATE_JOIN_(result_, __LINE__), declaration, expression)
#define THROUGHGATE_ASSIGN_OR_RETURN_(result, declaration, expression) \
  auto result = (expression);                                          \
  if (!result.ok()) return std::move(result).status();                 \
  declaration = *std::move(result)
// NOLINTEND(bugprone-macro-parentheses)
#ifndef THROUGHGATE_JOIN_
#define THROUGHGATE_JOIN_(left, right) THROUGHGATE_JOIN_EXPANDED_(left, right)
#define THROUGHGATE_JOIN_EXPANDED_(left, right) left##right
#endif

#endif  // THROUGHGATE_SERVICES_EDGE_STATUS_MACROS_H_
