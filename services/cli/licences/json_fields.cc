#include "services/cli/licences/json_fields.h"

#include <algorithm>
#include <cstdint>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

// The day that it is in London at `instant`.
std::optional<v1::Date> LondonDay(absl::Time instant) {
  absl::TimeZone london;
  if (!absl::LoadTimeZone("Europe/London", &london)) return std::nullopt;
  return ParseDate(absl::FormatCivilTime(absl::ToCivilDay(instant, london)));
}

}  // namespace

std::string TextIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end()) return {};
  if (field->is_string()) return field->get<std::string>();
  return field->is_number_integer() ? std::to_string(field->get<std::int64_t>()) : std::string();
}

const nlohmann::json* PartIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  return field == object.end() || field->is_null() || !field->is_structured() ? nullptr : &*field;
}

bool SaysNothing(const nlohmann::json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  return value.is_null() || (value.is_structured() && value.empty());
}

const nlohmann::json* SaidIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  return field == object.end() || SaysNothing(*field) ? nullptr : &*field;
}

bool SaysNone(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  return field != object.end() && SaysNothing(*field);
}

bool FlagIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  return field != object.end() && field->is_boolean() && field->get<bool>();
}

std::optional<v1::Date> DayIn(const nlohmann::json& object, const char* key) {
  constexpr std::size_t kDayLength = 10;
  std::string text = TextIn(object, key);
  // What ends at 23:00 UTC in summer ends as the next day begins.
  if (absl::Time instant; absl::ParseTime(absl::RFC3339_full, text, &instant, nullptr)) {
    return LondonDay(instant);
  }
  text.resize(std::min(text.size(), kDayLength));
  if (text.size() == kDayLength && text[2] == '/' && text[5] == '/') {
    return ParseDate(text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
  }
  return ParseDate(text);
}

}  // namespace throughgate::cli
