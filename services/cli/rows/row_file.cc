#include "services/cli/rows/row_file.h"

#include <filesystem>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/cli/rows/json_source.h"

namespace throughgate::cli {

std::string RowFile::Stem() const {
  return std::filesystem::path(archive->text_name()).stem().string();
}

absl::StatusOr<RowFile> OpenRowFile(const std::string& path, const CsvOptions& options) {
  absl::StatusOr<std::unique_ptr<Archive>> archive = OpenSingleText(path);
  if (!archive.ok()) return archive.status();
  const std::string& name = (*archive)->text_name();
  if (absl::EndsWithIgnoreCase(name, ".jsonl") || absl::EndsWithIgnoreCase(name, ".ndjson")) {
    auto source = std::make_unique<JsonSource>(**archive);
    return RowFile{*std::move(archive), std::move(source), ".jsonl"};
  }
  if (options.columns.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": these records are imported as JSON Lines, from a .jsonl file"));
  }
  absl::StatusOr<std::unique_ptr<CsvSource>> source = CsvSource::Open(**archive, options);
  if (!source.ok()) {
    const bool named = absl::StartsWith(source.status().message(), path);
    return absl::Status(source.status().code(),
                        absl::StrCat(named ? "" : path + ": ", source.status().message()));
  }
  return RowFile{*std::move(archive), *std::move(source), ".csv"};
}

}  // namespace throughgate::cli
