// RULES.md is what the program says of itself.
#include "matcher/rules/rules_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

using testing::HasSubstr;

TEST(RulesPage, IsTheOneInTheRepository) {
  std::ifstream file(THROUGHGATE_RULES_PAGE);
  const std::string stored(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(stored, RulesPage()) << "write it anew: throughgate rules > RULES.md";
}

TEST(RulesPage, TellsEveryReasonOfEveryRule) {
  const std::string page = RulesPage();
  for (const Rule* rule : EveryRule()) {
    EXPECT_THAT(page, HasSubstr("## " + std::string(rule->name) + "\n"));
    for (const Reason* reason : rule->reasons) {
      EXPECT_THAT(page, HasSubstr("| `" + std::string(reason->code) + "` |"));
    }
  }
}

}  // namespace
}  // namespace throughgate::matcher
