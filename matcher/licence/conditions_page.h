// CONDITIONS.md: the table of licence conditions as a page.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITIONS_PAGE_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITIONS_PAGE_H_

#include <string>

#include "matcher/licence/condition_table.h"

namespace throughgate::matcher {

// The whole page, in Markdown.
std::string ConditionsPage(const ConditionTable& table);

// "approval of nights away and the internet", "an exclusion zone or a no-contact entry": how a
// condition is read, in words.
std::string ReadingText(const ConditionReading& reading);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITIONS_PAGE_H_
