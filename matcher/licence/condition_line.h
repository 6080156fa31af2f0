// One line of conditions.csv.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITION_LINE_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITION_LINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/licence/condition_reading.h"

namespace throughgate::matcher {

// The cells of a line; one in quotation marks may hold commas, and a quotation mark written twice.
//
// Errors  kInvalidArgument  a quotation mark that is not closed.
absl::StatusOr<std::vector<std::string>> SplitCsvLine(std::string_view line);

// The names of the columns, in their order.
std::vector<std::string> ConditionColumns();

// What the cells of a line say.
//
// Errors  kInvalidArgument  names the column, and the words that are allowed there.
absl::StatusOr<ConditionReading> ReadConditionLine(const std::vector<std::string>& cells);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITION_LINE_H_
