// log   = "import " name LF { mark LF }
// mark  = row " " sent " " rejected " " bytes " " checksum      in decimal, rows ascending
// name  is escaped, so that it has no line ends
#include "services/cli/import/settled_log.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <optional>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace throughgate::cli {
namespace {

std::string FirstLine(const std::string& import) {
  return absl::StrCat("import ", absl::CEscape(import));
}

std::string LineOf(const SettledMark& mark) {
  return absl::StrCat(mark.row, " ", mark.sent, " ", mark.rejected, " ", mark.bytes, " ",
                      mark.checksum, "\n");
}

std::optional<SettledMark> ParseMark(const std::string& line) {
  const std::vector<std::string> parts = absl::StrSplit(line, ' ');
  SettledMark mark;
  const bool whole =
      parts.size() == 5 && absl::SimpleAtoi(parts[0], &mark.row) &&
      absl::SimpleAtoi(parts[1], &mark.sent) && absl::SimpleAtoi(parts[2], &mark.rejected) &&
      absl::SimpleAtoi(parts[3], &mark.bytes) && absl::SimpleAtoi(parts[4], &mark.checksum);
  return whole ? std::optional(mark) : std::nullopt;
}

// The next whole line; false when there is none.
bool ReadLine(std::ifstream& log, std::string& line) {
  return std::getline(log, line) && !log.eof();
}

}  // namespace

absl::StatusOr<SettledMark> SettledLog::LastOf(const std::string& import, std::int64_t applied) {
  if (absl::Status status = file_.Open(); !status.ok()) return status;
  std::ifstream log(file_.path(), std::ios::binary);
  SettledMark last;
  std::string line;
  if (!ReadLine(log, line) || line != FirstLine(import)) return last;
  while (ReadLine(log, line)) {
    const std::optional<SettledMark> mark = ParseMark(line);
    if (!mark || mark->sent > applied) break;
    last = *mark;
  }
  return last;
}

absl::Status SettledLog::Begin(const std::string& import, const SettledMark& mark) {
  if (absl::Status status = file_.CutTo(0); !status.ok()) return status;
  return file_.Append(
      absl::StrCat(FirstLine(import), "\n", mark.row > 0 ? LineOf(mark) : std::string()));
}

absl::Status SettledLog::Add(const SettledMark& mark) { return file_.Append(LineOf(mark)); }

absl::Status SettledLog::Remove() {
  if (std::remove(file_.path().c_str()) == 0) return absl::OkStatus();
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot remove ", file_.path()));
}

}  // namespace throughgate::cli
