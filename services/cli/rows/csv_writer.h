// Writes CSV that a spreadsheet may open without harm.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_CSV_WRITER_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_CSV_WRITER_H_

#include <string>
#include <vector>

namespace throughgate::cli {

// One record, RFC 4180, with its line end. A cell that a spreadsheet would run as a formula gets an
// apostrophe in front; a plain signed number does not.
std::string CsvLine(const std::vector<std::string>& cells);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_CSV_WRITER_H_
