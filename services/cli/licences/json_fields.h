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

// Whether `key` is there and says that there is nothing; what is not there does not.
bool SaysNone(const nlohmann::json& object, const char* key);

bool FlagIn(const nlohmann::json& object, const char* key);

// The day of "2026-11-21", "2026-11-21T10:00:00" or "21/11/2026", and of "2026-11-21T10:00:00Z", an
// instant, the day that it then is in London; nullopt when there is none, or when this machine has
// no data for Europe/London.
std::optional<v1::Date> DayIn(const nlohmann::json& object, const char* key);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_JSON_FIELDS_H_
