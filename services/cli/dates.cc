#include "services/cli/dates.h"

#include <chrono>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace throughgate::cli {
namespace {

// Digits alone: no sign, no blanks.
bool ParseDigits(absl::string_view text, int& value) {
  for (const char c : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return false;
  }
  return absl::SimpleAtoi(text, &value);
}

}  // namespace

std::optional<v1::Date> ParseDate(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!ParseDigits(text.substr(0, 4), year) || !ParseDigits(text.substr(5, 2), month) ||
      !ParseDigits(text.substr(8, 2), day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day civil{std::chrono::year(year), std::chrono::month(month),
                                          std::chrono::day(day)};
  if (!civil.ok()) return std::nullopt;
  v1::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

std::string FormatDate(const v1::Date& date) {
  return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day());
}

std::optional<v1::Date> LondonDay(absl::Time instant) {
  absl::TimeZone london;
  if (!absl::LoadTimeZone("Europe/London", &london)) return std::nullopt;
  return ParseDate(absl::FormatCivilTime(absl::ToCivilDay(instant, london)));
}

}  // namespace throughgate::cli
