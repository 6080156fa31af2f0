// Text for a terminal.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_TEXT_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace throughgate::cli {

// `text` without what a terminal would obey: every control character becomes a blank. Whatever
// comes out of records is foreign and passes through here.
std::string Printable(absl::string_view text);

// How many columns UTF-8 `text` takes: its characters, but for combining marks. Wide scripts are
// counted as narrow.
std::size_t DisplayWidth(absl::string_view text);

// `text` in at most `width` columns, ending in an ellipsis where it was cut. `width` is at least 1.
std::string Fit(absl::string_view text, std::size_t width);

// "1,234,567".
std::string Grouped(std::int64_t number);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_TEXT_H_
