#include "services/cli/import/progress_meter.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

constexpr absl::Duration kRedrawEvery = absl::Milliseconds(200);
constexpr absl::Duration kPlainLineEvery = absl::Seconds(10);
constexpr int kBarWidth = 24;
constexpr absl::string_view kClearLine = "\r\x1B[K";

std::string Bar(std::int64_t percent) {
  const auto filled = static_cast<std::size_t>(percent * kBarWidth / 100);
  return absl::StrCat("[", std::string(filled, '#'), std::string(kBarWidth - filled, '.'), "]");
}

}  // namespace

std::string FormatSeconds(absl::Duration duration) {
  if (duration < absl::Seconds(9.95))
    return absl::StrFormat("%.1f s", absl::ToDoubleSeconds(duration));
  const std::int64_t seconds = absl::ToInt64Seconds(duration + absl::Milliseconds(500));
  if (seconds < 60) return absl::StrFormat("%d s", seconds);
  if (seconds < 3600) return absl::StrFormat("%d min %02d s", seconds / 60, seconds % 60);
  return absl::StrFormat("%d h %02d min", seconds / 3600, seconds / 60 % 60);
}

std::string ProgressLine(const ImportPosition& first, const ImportPosition& now,
                         absl::Duration elapsed) {
  const std::int64_t percent =
      now.bytes_total == 0 ? 100
                           : std::min<std::int64_t>(100, now.bytes_done * 100 / now.bytes_total);
  const double seconds = absl::ToDoubleSeconds(elapsed);
  const auto rate = seconds <= 0 ? 0 : static_cast<std::int64_t>((now.rows - first.rows) / seconds);
  std::string line =
      absl::StrFormat("%3d %%  %s rows  %s rows/s", percent, Grouped(now.rows), Grouped(rate));
  // The time left is told from the bytes of this run alone: rows skipped on resuming cost nothing.
  const std::int64_t done = now.bytes_done - first.bytes_done;
  if (done > 0 && seconds > 0) {
    const double left = static_cast<double>(now.bytes_total - now.bytes_done) / done;
    absl::StrAppend(&line, "  ", FormatSeconds(elapsed * left), " left");
  }
  if (now.rejected > 0) absl::StrAppend(&line, "  ", Grouped(now.rejected), " rejected");
  return line;
}

void ProgressMeter::Update(const ImportPosition& position, absl::Time now) {
  if (start_ == absl::InfinitePast()) {
    start_ = now;
    first_ = position;
    drawn_ = now;
    return;
  }
  if (now - drawn_ < (terminal_ ? kRedrawEvery : kPlainLineEvery)) return;
  drawn_ = now;
  const std::string line = ProgressLine(first_, position, now - start_);
  if (!terminal_) {
    out_ << line << std::endl;
    return;
  }
  const std::int64_t total = std::max<std::int64_t>(1, position.bytes_total);
  out_ << kClearLine << Bar(std::min<std::int64_t>(100, position.bytes_done * 100 / total)) << " "
       << line << std::flush;
}

void ProgressMeter::End() {
  if (terminal_) out_ << kClearLine << std::flush;
}

}  // namespace throughgate::cli
