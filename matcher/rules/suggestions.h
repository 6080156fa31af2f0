// What could be disclosed of a plan so that others do not propose in vain.
#ifndef THROUGHGATE_MATCHER_RULES_SUGGESTIONS_H_
#define THROUGHGATE_MATCHER_RULES_SUGGESTIONS_H_

#include <string>
#include <vector>

#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// One thing that could be disclosed, by itself.
struct Suggestion {
  SharedEffects effects;
  std::string zone;     // instead: the exclusion zone for which an area could be shown
  std::string reveals;  // what it would tell others, in a sentence
};

// Least revealing first: what work may not involve, which types a court has barred, the hours that
// curfews in force leave free, and last, for each exclusion zone in force, an area. A plan that
// limits nothing of that gives none. Nothing is disclosed by asking.
//
// What work may not involve is what the plan bars by whatever it says: limits, orders, conditions,
// contact, barred lists, driving that is barred without conditions, premises that are barred at
// every hour. Where an attribute holds more than is barred, `reveals` says which part is: it is the
// officer who decides whether to keep the rest from being proposed.
std::vector<Suggestion> SuggestEffects(const RiskPlanTerms& plan, Day today);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_SUGGESTIONS_H_
