// The options that say how a CSV table is to be read.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_TABLE_OPTIONS_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_TABLE_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/cli/rows/csv_source.h"

namespace throughgate::cli {

// As typed.
struct TableOptions {
  std::string columns_file;
  std::vector<std::string> columns;
  std::string encoding = "utf-8";
  std::string delimiter = ",";
};

// Adds --columns, --column, --encoding and --delimiter to a verb. `options` must live as long.
void AddTableOptions(CLI::App& verb, TableOptions& options, absl::Span<const Column> columns);

// Errors  as LoadColumnMap and AddColumn.
absl::StatusOr<CsvOptions> ReadTableOptions(const TableOptions& options,
                                            absl::Span<const Column> columns);

// Everything in the options that changes what a file means; empty when nothing is unusual.
std::string ReadingText(const CsvOptions& options);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_TABLE_OPTIONS_H_
