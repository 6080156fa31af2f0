#include "services/convert/dates.h"

#include <cassert>

#include "absl/time/civil_time.h"

namespace throughgate::services {
namespace {

constexpr char kZone[] = "Europe/London";
constexpr absl::CivilDay kEpoch(1970, 1, 1);

constexpr matcher::Day ToDay(absl::CivilDay day) {
  return {.since_epoch = static_cast<std::int32_t>(day - kEpoch)};
}

static_assert(ToDay(absl::CivilDay(1900, 1, 1)) == kDayMin);
static_assert(ToDay(absl::CivilDay(2200, 12, 31)) == kDayMax);

absl::TimeZone London() {
  absl::TimeZone zone;
  const bool loaded = absl::LoadTimeZone(kZone, &zone);
  assert(loaded);  // CheckTimeZone has seen to it
  return zone;
}

}  // namespace

matcher::Day ReadDate(const v1::Date& wire, const Field& at) {
  const absl::CivilDay day(wire.year(), wire.month(), wire.day());
  // What is not a day of the calendar comes out as another one.
  const bool exists =
      day.year() == wire.year() && day.month() == wire.month() && day.day() == wire.day();
  if (exists && day.year() >= 1900 && day.year() <= 2200) return ToDay(day);
  at.Refuse("Is not a day of the years 1900 to 2200. Give year, month and day.");
  return {};
}

std::optional<matcher::Day> ReadOptionalDate(bool has, const v1::Date& wire, const Field& at) {
  if (!has) return std::nullopt;
  return ReadDate(wire, at);
}

void CheckOrder(const std::optional<matcher::Day>& first, const std::optional<matcher::Day>& last,
                const Field& at_last) {
  if (first && last && *last < *first) at_last.Refuse("Is before starts_on.");
}

v1::Date WriteDate(matcher::Day day) {
  const absl::CivilDay civil = kEpoch + day.since_epoch;
  v1::Date wire;
  wire.set_year(static_cast<std::int32_t>(civil.year()));
  wire.set_month(civil.month());
  wire.set_day(civil.day());
  return wire;
}

matcher::Day LondonDay(absl::Time instant) {
  static const absl::TimeZone zone = London();
  return ToDay(absl::ToCivilDay(instant, zone));
}

absl::Status CheckTimeZone() {
  absl::TimeZone zone;
  if (absl::LoadTimeZone(kZone, &zone)) return absl::OkStatus();
  return absl::FailedPreconditionError(
      "this machine has no time zone data for Europe/London; install tzdata");
}

}  // namespace throughgate::services
