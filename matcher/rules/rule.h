// What a rule is, and what it finds. Everything about one rule stands in its own file: what it
// asks, the reasons that it gives, and the facts that RULES.md prints.
//
// There are three kinds, told apart by type. An open rule reads only what every entitled caller may
// see. A sealed rule is given the plan; since only a FULL answer has a plan to give, no sealed
// rule can run for a SHARED one.
//
// Threads  pure functions: no state, no clock, no I/O.
#ifndef THROUGHGATE_MATCHER_RULES_RULE_H_
#define THROUGHGATE_MATCHER_RULES_RULE_H_

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/model/verdict.h"

namespace throughgate::matcher {

struct Pair;
struct PreparedEffects;
struct RiskPlanTerms;
struct SealedPlan;

// One reason that a rule can give. A constant of the rule's file; two reasons are the same when
// their addresses are.
//
// In the sentences: {s} the subject; {d} and {D} `amount` and `limit` of the finding as distances,
// {t} and {T} as days, {n} and {N} as numbers.
struct Reason {
  std::string_view code;    // "CURFEW_BROKEN": stable, for programs
  std::string_view text;    // what was found
  std::string_view change;  // what would have to change; empty when nothing would help or need to
};

// Who may be told what a rule finds.
enum class Audience : std::uint8_t { kEveryone, kProbation };

// How often a rule is asked: once for the vacancy, or for each site that might be worked at.
enum class RuleScope : std::uint8_t { kVacancy, kSite };

// What is published of a rule, and how it is asked.
struct Rule {
  std::string_view name;  // "exclusion-zone": stable, for programs
  RuleScope scope = RuleScope::kVacancy;
  Audience audience = Audience::kProbation;
  std::string_view condition;  // what it demands
  std::string_view data;       // what it reads
  std::string_view effect;     // which verdict follows from what
  std::string_view source;     // where it comes from
  std::span<const Reason* const> reasons;
  // Names what a finding of this rule is about, given its `subject`; null when it is about nothing.
  std::string (*subject)(std::int32_t subject, const RiskPlanTerms& plan) = nullptr;
};

// One thing that one rule found. Plain numbers, so that finding costs nothing; the words are made
// only when somebody asks to be told.
//
// Units  of `amount` and `limit` depend on the reason; its sentence says which.
struct Finding {
  const Rule* rule = nullptr;
  Verdict verdict = Verdict::kEligible;
  const Reason* reason = nullptr;
  std::int32_t subject = -1;  // which of what the rule is about; -1 when it is about none
  std::int64_t amount = 0;
  std::int64_t limit = 0;
  bool operator==(const Finding&) const = default;
};

// Collects what rules find: always the strictest verdict, and each finding when asked to keep
// them. The scan keeps none, the explanation keeps all: the same rules, run the same way.
class Findings {
 public:
  explicit Findings(std::vector<Finding>* kept = nullptr) : kept_(kept) {}

  void Add(const Finding& finding) {
    verdict_ = std::max(verdict_, finding.verdict);
    if (kept_ != nullptr) kept_->push_back(finding);
  }
  Verdict verdict() const { return verdict_; }
  // Whether somebody will read the findings, not just the verdict.
  bool keeps() const { return kept_ != nullptr; }
  // Whether there is no use in asking further rules.
  bool settled() const { return verdict_ == Verdict::kNotAvailable && kept_ == nullptr; }

 private:
  Verdict verdict_ = Verdict::kEligible;
  std::vector<Finding>* kept_;
};

struct OpenRule : Rule {
  void (*check)(const Pair&, Findings&) = nullptr;
};

// Asked for SHARED answers only, of what probation has disclosed.
struct DisclosedRule : Rule {
  void (*check)(const Pair&, const PreparedEffects&, Findings&) = nullptr;
};

struct SealedRule : Rule {
  void (*check)(const Pair&, const SealedPlan&, Findings&) = nullptr;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_RULE_H_
