#include "services/cli/grant_terms.h"

#include <cstdint>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/cli/dates.h"
#include "services/edge/status_macros.h"

namespace throughgate::cli {
namespace {

absl::StatusOr<absl::TimeZone> London() {
  absl::TimeZone london;
  if (absl::LoadTimeZone("Europe/London", &london)) return london;
  return absl::FailedPreconditionError(
      "this machine has no time zone data for Europe/London: install tzdata, or give an instant "
      "such as 2026-03-01T09:00:00Z");
}

// "8h"; nullopt for what is no whole number of minutes, hours or days.
std::optional<absl::Duration> ParseSpan(absl::string_view text) {
  if (text.size() < 2 || text.size() > 6) return std::nullopt;
  const absl::string_view digits = text.substr(0, text.size() - 1);
  std::int64_t number = 0;
  if (!absl::ascii_isdigit(static_cast<unsigned char>(digits[0])) ||
      !absl::SimpleAtoi(digits, &number)) {
    return std::nullopt;
  }
  switch (text.back()) {
    case 'm':
      return absl::Minutes(number);
    case 'h':
      return absl::Hours(number);
    case 'd':
      return absl::Hours(24 * number);
    default:
      return std::nullopt;
  }
}

absl::StatusOr<absl::Time> Parse(absl::string_view text, absl::Time now, int days_on) {
  if (const auto date = ParseDate(text)) {
    ASSIGN_OR_RETURN(const absl::TimeZone london, London());
    const absl::CivilDay day(date->year(), date->month(), date->day());
    return absl::FromCivil(day + days_on, london);
  }
  if (const auto span = ParseSpan(text)) return now + *span;
  absl::Time instant;
  std::string error;
  // It reads "infinite-future", too.
  const bool read = absl::ParseTime(absl::RFC3339_sec, text, &instant, &error);
  if (read && absl::InfinitePast() < instant && instant < absl::InfiniteFuture()) return instant;
  return absl::InvalidArgumentError(absl::StrCat(
      "'", text,
      "' is no time: give a day (2026-12-31, in London), a span from now (90m, 8h, 5d) "
      "or an instant (2026-03-01T09:00:00Z)"));
}

std::string Format(absl::Time time, int days_on) {
  const absl::StatusOr<absl::TimeZone> london = London();
  if (!london.ok()) return absl::FormatTime(absl::RFC3339_sec, time, absl::UTCTimeZone());
  const absl::CivilDay day = absl::ToCivilDay(time, *london);
  if (absl::FromCivil(day, *london) == time) return absl::FormatCivilTime(day - days_on);
  return absl::FormatTime("%Y-%m-%d %H:%M", time, *london);
}

}  // namespace

// The end of a day is the beginning of the next.
absl::StatusOr<absl::Time> ParseUntil(absl::string_view text, absl::Time now) {
  return Parse(text, now, 1);
}
std::string FormatUntil(absl::Time until) { return Format(until, 1); }

absl::StatusOr<absl::Time> ParseFrom(absl::string_view text, absl::Time now) {
  return Parse(text, now, 0);
}
std::string FormatFrom(absl::Time from) { return Format(from, 0); }

}  // namespace throughgate::cli
