// A cell of a table as a field of a message.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_CELL_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_CELL_H_

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// True when a spreadsheet would take `text` for a formula and run it.
bool LooksLikeFormula(absl::string_view text);

// Sets the field at `path` ("advert.position.latitude") of `message` from a cell that is not
// empty, by the field's type: text, a number (a fraction is cut off where a whole number is
// wanted), a word of an enumeration ("play area") or a Date as YYYY-MM-DD.
//
// Errors  kInvalidArgument  the cell does not fit; says what is wanted, without the value.
absl::Status SetFromCell(google::protobuf::Message& message, absl::string_view path,
                         absl::string_view cell);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_CELL_H_
