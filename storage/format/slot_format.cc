#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

matcher::SlotWindow ReadWindow(const v1::SlotWindow& stored, Reader&) {
  return {.date = {stored.day()}, .start_minute = stored.start_minute(), .length = stored.length()};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::SlotTerms& record) {
  v1::SlotTerms stored;
  stored.set_site(record.site);
  for (const matcher::SlotWindow& window : record.windows) {
    v1::SlotWindow& entry = *stored.add_windows();
    entry.set_day(window.date.since_epoch);
    entry.set_start_minute(window.start_minute);
    entry.set_length(window.length);
  }
  stored.set_capacity(record.capacity);
  stored.set_absence_sub_type(record.absence_sub_type);
  stored.set_absence_reason(record.absence_reason);
  stored.set_state(static_cast<std::uint32_t>(record.state));
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::SlotTerms& record) {
  v1::SlotTerms stored;
  Reader reader(key, value, stored);
  record.site = stored.site();
  record.windows = reader.Each(stored.windows(), ReadWindow);
  record.capacity = stored.capacity();
  record.absence_sub_type = stored.absence_sub_type();
  record.absence_reason = stored.absence_reason();
  record.state = reader.UpTo(matcher::SlotState::kCancelled, stored.state());
  return reader.status();
}

}  // namespace throughgate::format
