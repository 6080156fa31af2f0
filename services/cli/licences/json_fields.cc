#include "services/cli/licences/json_fields.h"

#include <cstdint>

#include "services/cli/dates.h"

namespace throughgate::cli {

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

bool FlagIn(const nlohmann::json& object, const char* key) {
  const auto field = object.find(key);
  return field != object.end() && field->is_boolean() && field->get<bool>();
}

std::optional<v1::Date> DayIn(const nlohmann::json& object, const char* key) {
  constexpr std::size_t kDayLength = 10;
  const std::string text = TextIn(object, key).substr(0, kDayLength);
  if (text.size() == kDayLength && text[2] == '/' && text[5] == '/') {
    return ParseDate(text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
  }
  return ParseDate(text);
}

}  // namespace throughgate::cli
