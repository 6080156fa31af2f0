#include "services/cli/commands/table_options.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace throughgate::cli {
namespace {

constexpr char kWindows1252[] = "windows-1252";

}  // namespace

void AddTableOptions(CLI::App& verb, TableOptions& options, absl::Span<const Column> columns) {
  const std::string fields = absl::StrJoin(
      columns, ", ",
      [](std::string* out, const Column& column) { absl::StrAppend(out, column.field); });
  verb.add_option("--columns", options.columns_file,
                  "Column map, a JSON file of {\"field\": \"header\", ...}. Fields: " + fields +
                      ". Default: columns named like the fields")
      ->type_name("FILE");
  verb.add_option("--column", options.columns,
                  "A field's column, or FIELD:=VALUE for every row; over --columns")
      ->type_name("FIELD=HEADER")
      ->expected(1)
      ->take_all();
  verb.add_option("--encoding", options.encoding, "utf-8 (default) or windows-1252")
      ->type_name("NAME")
      ->check(CLI::IsMember({"utf-8", kWindows1252}));
  verb.add_option("--delimiter", options.delimiter,
                  "Between columns; default a comma; tab for tabs")
      ->type_name("SIGN")
      ->check([](const std::string& text) {
        return text.size() == 1 || text == "tab" ? "" : "one character, or the word tab";
      });
}

absl::StatusOr<CsvOptions> ReadTableOptions(const TableOptions& options,
                                            absl::Span<const Column> columns) {
  CsvOptions csv;
  csv.columns = columns;
  csv.encoding =
      options.encoding == kWindows1252 ? TextEncoding::kWindows1252 : TextEncoding::kUtf8;
  csv.delimiter = options.delimiter == "tab" ? '\t' : options.delimiter.front();
  if (!options.columns_file.empty()) {
    absl::StatusOr<ColumnMap> map = LoadColumnMap(options.columns_file);
    if (!map.ok()) return map.status();
    csv.declared = *std::move(map);
  }
  for (const std::string& column : options.columns) {
    if (absl::Status status = AddColumn(column, csv.declared); !status.ok()) return status;
  }
  return csv;
}

std::string ReadingText(const CsvOptions& options) {
  std::string text =
      absl::StrJoin(options.declared, "\n", [](std::string* out, const auto& declared) {
        const auto& [field, source] = declared;
        absl::StrAppend(out, field, source.constant.empty() ? "=" : ":=", source.header,
                        source.constant);
      });
  if (options.encoding == TextEncoding::kWindows1252) absl::StrAppend(&text, "\n", kWindows1252);
  if (options.delimiter != ',') absl::StrAppend(&text, "\n", std::string(1, options.delimiter));
  return text;
}

}  // namespace throughgate::cli
