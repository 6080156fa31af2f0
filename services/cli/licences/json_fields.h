// Fields of foreign JSON, where anything may be missing or of another type.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_JSON_FIELDS_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_JSON_FIELDS_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "throughgate/v1/types.pb.h"

namespace throughgate::cli {

// The text or the whole number in `key`; empty when there is neither.
std::string TextIn(const nlohmann::json& object, const char* key);

// The object or list in `key`; null when there is none.
const nlohmann::json* PartIn(const nlohmann::json& object, const char* key);

// Null, an empty text, list or object.
bool SaysNothing(const nlohmann::json& value);

// What stands in `key`, of whatever type, if it says something; null when it does not.
const nlohmann::json* SaidIn(const nlohmann::json& object, const char* key);

// Whether `key` says that there is nothing: [] or {}. What is null or not there does not say so.
bool SaysNone(const nlohmann::json& object, const char* key);

enum class Flag {
  kNo,  // false, null, or not there
  kYes,
  kUnclear,  // neither true nor false, such as "YES": it may well be yes
};
Flag FlagIn(const nlohmann::json& object, const char* key);

// The day of "2026-11-21" or "21/11/2026", alone or with a whole time: "2026-11-21T10:00:00.5",
// "21/11/2026 10:00". With "Z" or an offset it is an instant, and the day is the one that it then
// is in London. nullopt for whatever else there is, and for an instant when this machine has no
// data for Europe/London.
std::optional<v1::Date> DayIn(const nlohmann::json& object, const char* key);

// Whether something stands in `key` that is no such day.
bool IsNoDay(const nlohmann::json& object, const char* key);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_JSON_FIELDS_H_
