// RULES.md: the catalogue of rules, written from the facts that each rule's file states.
#ifndef THROUGHGATE_MATCHER_RULES_RULES_PAGE_H_
#define THROUGHGATE_MATCHER_RULES_RULES_PAGE_H_

#include <string>

namespace throughgate::matcher {

// The whole page, as Markdown.
std::string RulesPage();

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_RULES_PAGE_H_
