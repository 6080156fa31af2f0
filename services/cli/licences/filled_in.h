// What a condition was filled in with, found in the words that it was made into.
//
// Why  the public shape of a licence has no inputs, only the finished sentence.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_FILLED_IN_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_FILLED_IN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/licence/condition_reading.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::cli {

// In the order in which they stand. Nothing is guessed: "7" alone is no time.
std::vector<int> TimesIn(
    const std::string& text);                      // minutes of the day: "7pm", "19:00", "midnight"
std::vector<int> AgesIn(const std::string& text);  // years: "age of 16"
std::vector<std::int64_t> PoundsIn(const std::string& text);  // rounded down: "£500.50"
std::vector<v1::Date> DatesIn(const std::string& text);       // "12th February 2027", "12/02/2027"

// Adds to `condition` the ages, amounts, dates, hours, times and choices that `text` says and the
// condition does not have yet, where it says each exactly as often as the condition needs; returns
// what was wanted and not found, in words. A choice is found only where the policy's option stands
// in the text as it is.
std::vector<std::string> FillIn(const matcher::ConditionReading& reading, const std::string& text,
                                v1::LicenceCondition& condition);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_FILLED_IN_H_
