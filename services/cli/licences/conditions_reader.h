// Reads the conditions of a licence, one after another.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_CONDITIONS_READER_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_CONDITIONS_READER_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "matcher/licence/condition_reading.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// The lists of the conditions that are in force.
struct ConditionLists {
  const nlohmann::json* standard = nullptr;
  const nlohmann::json* additional = nullptr;
  const nlohmann::json* bespoke = nullptr;  // null: supervision after a sentence has none
};

// Whether what a condition is filled in with may say what no plan keeps: names, addresses, maps.
bool SaysWhatIsNotKept(const matcher::ConditionReading& reading);

// "V2_1" and "2.1" are policy 2.1; empty when it is no version.
std::string PolicyVersionOf(const std::string& text);

// Adds every entry of the lists to `licence`, as a condition of policy `version` unless it names
// another itself. Whatever cannot be read is a condition that is REVIEW, and noted.
void ReadConditions(const std::string& version, const ConditionLists& lists, Licence& licence);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_CONDITIONS_READER_H_
