// What a licence condition was filled in with, as values.
#ifndef THROUGHGATE_MATCHER_LICENCE_FILLED_IN_H_
#define THROUGHGATE_MATCHER_LICENCE_FILLED_IN_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/licence/condition_reading.h"
#include "matcher/model/licence_condition.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {

// The one value of an input; null when there is none, or several.
const std::string* ValueOf(const LicenceCondition& condition, std::string_view name);

// The hours, every day, that a condition was filled in with: from each time whose name says "Start"
// to the one that says "End" in its place. Not stated when there are none; nullopt when some that
// were filled in cannot be read.
std::optional<WeekPattern> HoursOf(const LicenceCondition& condition,
                                   const ConditionReading& reading);

// Whether a condition of this reading is filled in with hours; with times apart from hours.
bool AsksForHours(const ConditionReading& reading);
bool AsksForTimes(const ConditionReading& reading);

// The input of a kind; null when there is none.
const ConditionInput* InputOf(const ConditionReading& reading, InputKind kind);

// The times of the day that a condition was filled in with apart from hours: when to report, or to
// attend. nullopt when one that was filled in cannot be read.
std::optional<std::vector<int>> TimesOf(const LicenceCondition& condition,
                                        const ConditionReading& reading);

// The day after which a condition was said to be over; none when none was, or it cannot be read.
std::optional<Day> LastDayOf(const LicenceCondition& condition, const ConditionReading& reading);

// "19:00" is 1140; "2026-11-21" is a day. nullopt for anything else.
std::optional<int> MinuteOfDay(std::string_view text);
std::optional<Day> DayOfText(std::string_view text);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_FILLED_IN_H_
