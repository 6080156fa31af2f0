// The words of conditions.csv for what it enumerates.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITION_WORDS_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITION_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "matcher/licence/condition_reading.h"

namespace throughgate::matcher {

// None: no such word.
std::optional<ConditionSet> SetOfWord(std::string_view word);
std::optional<ConditionKind> KindOfWord(std::string_view word);
std::optional<InputKind> InputKindOfWord(std::string_view word);
std::optional<ReadAs> ReadAsOfWord(std::string_view word);
std::optional<WorkAttribute> AttributeOfWord(std::string_view word);
std::optional<PlanItemKind> ItemOfWord(std::string_view word);

// "exclusion zone", "tag": to stand in a sentence.
std::string_view PlanItemName(PlanItemKind kind);

// What can express a condition: "an exclusion zone or a no-contact entry", "a location tag".
std::string PlanItemsText(const ConditionReading& reading);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITION_WORDS_H_
