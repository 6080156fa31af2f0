#include "matcher/rules/rules_page.h"

#include "absl/strings/str_cat.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

absl::string_view Plain(std::string_view text) { return {text.data(), text.size()}; }

std::string AudienceText(Audience audience) {
  return audience == Audience::kEveryone ? "everyone" : "probation";
}

// What the placeholders of a sentence stand for, for somebody who reads it.
std::string Sentence(std::string_view text) {
  return text.empty() ? std::string("nothing") : std::string(text);
}

std::string Section(const Rule& rule) {
  std::string page = absl::StrCat("## ", Plain(rule.name), "\n\n", Plain(rule.condition), "\n\n");
  absl::StrAppend(&page, "- **Reads** ", Plain(rule.data), ".\n");
  absl::StrAppend(&page, "- **Effect** ", Plain(rule.effect), ".\n");
  absl::StrAppend(&page, "- **Asked** ",
                  rule.scope == RuleScope::kSite ? "at each site" : "once for the vacancy", ".\n");
  absl::StrAppend(&page, "- **Who may be told** ", AudienceText(rule.audience), ".\n");
  absl::StrAppend(&page, "- **Source** ", Plain(rule.source), ".\n\n");
  absl::StrAppend(&page, "| reason | says | what would have to change |\n| --- | --- | --- |\n");
  for (const Reason* reason : rule.reasons) {
    absl::StrAppend(&page, "| `", Plain(reason->code), "` | ", Sentence(reason->text), " | ",
                    Sentence(reason->change), " |\n");
  }
  return page;
}

}  // namespace

std::string RulesPage() {
  std::string page = absl::StrCat(
      "# The rules\n\n"
      "Every hard rule of rule set **\"",
      Plain(kRuleSet),
      "\"**: what it demands, what it reads, which verdict follows, who may be told, "
      "and where it\n"
      "comes from. `throughgate rules` prints this page from the program itself, and a test holds "
      "the two together.\n\n"
      "Verdicts are ordered ELIGIBLE, REVIEW, NOT_AVAILABLE, and the strictest finding wins. "
      "ELIGIBLE means *no known bar*, never\n*cleared*. [RANKING.md](RANKING.md) says how rules "
      "and "
      "score make an answer. In the sentences {s} stands for what the\nfinding is about, {d} and "
      "{D} for distances, {t} and {T} for days, {n} and {N} for numbers.\n\n");
  for (const Rule* rule : EveryRule()) absl::StrAppend(&page, Section(*rule), "\n");
  page.pop_back();
  return page;
}

}  // namespace throughgate::matcher
