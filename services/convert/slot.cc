#include "services/convert/slot.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kWindowsMax = 400;
constexpr Range kCapacity{.min = 1, .max = 1'000};
constexpr std::string_view kSubTypes[] = {"", "RDR", "ROR", "SPL"};
constexpr int kReasonFirst = 10;
constexpr int kReasonLast = 25;

matcher::SlotWindow ReadWindow(const v1::SlotWindow& wire, const Field& at) {
  if (!wire.has_date()) at["date"].Refuse("Is required.");
  matcher::SlotWindow window;
  if (wire.has_date()) window.date = ReadDate(wire.date(), at["date"]);
  if (const auto span = ReadDaySpan(wire.start(), wire.end(), at)) {
    window.start_minute = span->start_minute;
    window.length = span->length;
  }
  return window;
}

v1::SlotWindow WriteWindow(const matcher::SlotWindow& window) {
  const DaySpan span{.start_minute = window.start_minute, .length = window.length};
  v1::SlotWindow wire;
  *wire.mutable_date() = WriteDate(window.date);
  wire.set_start(WriteStart(span));
  wire.set_end(WriteEnd(span));
  return wire;
}

// Minutes since the epoch, as if every day had as many.
std::int64_t BeginOf(const matcher::SlotWindow& window) {
  return std::int64_t{window.date.since_epoch} * matcher::kMinutesPerDay + window.start_minute;
}

using WireWindows = google::protobuf::RepeatedPtrField<v1::SlotWindow>;

std::vector<matcher::SlotWindow> ReadWindows(const WireWindows& wire, const Field& at) {
  if (wire.empty()) at.Refuse("Needs at least one window.");
  CheckCount(static_cast<std::size_t>(wire.size()), kWindowsMax, at);
  const std::size_t faults = at.faults();
  const std::vector<matcher::SlotWindow> windows = ReadEach(wire, at, ReadWindow);
  // The order of windows that are not known says nothing.
  for (std::size_t i = 1; i < windows.size() && at.faults() == faults; ++i) {
    if (BeginOf(windows[i - 1]) + windows[i - 1].length > BeginOf(windows[i])) {
      at[i].Refuse("Begins before the window listed before it has ended.");
    }
  }
  return windows;
}

bool IsAbsenceReason(const std::string& text) {
  if (text.empty()) return true;
  for (int reason = kReasonFirst; reason <= kReasonLast; ++reason) {
    if (text == "R" + std::to_string(reason)) return true;
  }
  return false;
}

std::string ReadSite(const std::string& wire, const std::string& employer, const Field& at) {
  const auto site = ReadName<matcher::SiteName>(wire, at);
  if (!site.employer.empty() && site.employer != employer) at.Refuse("Is of another employer.");
  return site.site;
}

}  // namespace

void ReadSlot(const v1::WorkTrialSlot& wire, const Field& at, matcher::WorkTrialSlot& slot) {
  matcher::SlotTerms& terms = slot.terms;
  terms.site = ReadSite(wire.site(), slot.name.vacancy.employer, at["site"]);
  terms.windows = ReadWindows(wire.windows(), at["windows"]);
  terms.capacity = ReadNumber(wire.capacity(), kCapacity, at["capacity"]);
  terms.absence_sub_type = wire.absence_sub_type();
  if (std::ranges::find(kSubTypes, terms.absence_sub_type) == std::end(kSubTypes)) {
    at["absence_sub_type"].Refuse("Must be RDR, ROR or SPL, or empty.");
  }
  terms.absence_reason = wire.absence_reason();
  if (!IsAbsenceReason(terms.absence_reason)) {
    at["absence_reason"].Refuse("Must be R10 to R25, or empty.");
  }
}

void CheckSlotSite(const matcher::WorkTrialSlot& slot, const matcher::VacancyTerms& vacancy,
                   const Field& at) {
  if (std::ranges::find(vacancy.sites, slot.terms.site) != vacancy.sites.end()) return;
  at["site"].Refuse("Is not one of the vacancy's sites.");
}

v1::WorkTrialSlot WriteSlot(const Stored<matcher::WorkTrialSlot>& stored) {
  const auto& [name, terms] = stored.record;
  v1::WorkTrialSlot wire;
  wire.set_name(name.ToString());
  wire.set_site(matcher::SiteName{name.vacancy.employer, terms.site}.ToString());
  for (const matcher::SlotWindow& window : terms.windows) {
    *wire.add_windows() = WriteWindow(window);
  }
  wire.set_capacity(terms.capacity);
  wire.set_absence_sub_type(terms.absence_sub_type);
  wire.set_absence_reason(terms.absence_reason);
  wire.set_state(WriteEnum<v1::SlotState>(terms.state));
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace throughgate::services
