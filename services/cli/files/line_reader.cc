#include "services/cli/files/line_reader.h"

#include "absl/strings/str_cat.h"

namespace throughgate::cli {

absl::StatusOr<bool> LineReader::Next(Line& line) {
  line = Line();
  line.number = number_ + 1;
  bool any = false;
  bool ended = false;
  while (!ended) {
    if (unread_.empty()) {
      const absl::StatusOr<absl::string_view> more = bytes_.Read();
      if (!more.ok()) return more.status();
      if (more->empty()) break;
      unread_ = *more;
    }
    any = true;
    const std::size_t end = unread_.find('\n');
    ended = end != absl::string_view::npos;
    const absl::string_view piece = unread_.substr(0, end);
    unread_.remove_prefix(piece.size() + (ended ? 1 : 0));
    const std::size_t room = kLineBytesMax - line.text.size();
    line.too_long = line.too_long || piece.size() > room;
    absl::StrAppend(&line.text, piece.substr(0, room));
  }
  if (!any) return false;
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  ++number_;
  return true;
}

}  // namespace throughgate::cli
