#include "services/cli/licences/json_fields.h"

#include <cstdint>
#include <regex>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

// 0 for a part that is not there.
int NumberOf(const std::ssub_match& part) {
  int number = 0;
  return absl::SimpleAtoi(part.str(), &number) ? number : 0;
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
  return field != object.end() && field->is_structured() && field->empty();
}

Flag FlagIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end() || field->is_null()) return Flag::kNo;
  if (!field->is_boolean()) return Flag::kUnclear;
  return field->get<bool>() ? Flag::kYes : Flag::kNo;
}

std::optional<v1::Date> DayIn(const nlohmann::json& object, const char* key) {
  static const std::regex kForm(R"((?:(\d{4})-(\d{2})-(\d{2})|(\d{2})/(\d{2})/(\d{4})))"
                                R"((?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)"
                                R"((Z|([+-])(\d{2}):?(\d{2}))?)?)");
  const std::string text = TextIn(object, key);
  std::smatch parts;
  if (!std::regex_match(text, parts, kForm)) return std::nullopt;
  const std::string day =
      parts[1].matched ? absl::StrCat(parts[1].str(), "-", parts[2].str(), "-", parts[3].str())
                       : absl::StrCat(parts[6].str(), "-", parts[5].str(), "-", parts[4].str());
  const std::optional<v1::Date> date = ParseDate(day);
  const auto number = [&](std::size_t part) { return NumberOf(parts[part]); };
  const bool is_time = number(7) < 24 && number(8) < 60 && number(9) < 60;
  if (!date || !is_time || number(12) >= 24 || number(13) >= 60) return std::nullopt;
  if (!parts[10].matched) return date;
  const int offset = (number(12) * 60 + number(13)) * (parts[11] == "-" ? -1 : 1);
  // What ends at 23:00 UTC in summer ends as the next day begins.
  const absl::CivilMinute utc =
      absl::CivilMinute(date->year(), date->month(), date->day(), number(7), number(8)) - offset;
  return LondonDay(absl::FromCivil(utc, absl::UTCTimeZone()));
}

bool IsNoDay(const nlohmann::json& object, const char* key) {
  return SaidIn(object, key) != nullptr && !DayIn(object, key);
}

}  // namespace throughgate::cli
