// The mark of what a person has entered or changed, which an import leaves as it is unless it is
// told to overwrite corrections.
#ifndef THROUGHGATE_SERVICES_EDGE_CORRECTIONS_H_
#define THROUGHGATE_SERVICES_EDGE_CORRECTIONS_H_

#include "matcher/model/risk_plan.h"
#include "matcher/model/units.h"
#include "matcher/model/vacancy.h"

namespace throughgate::services {

// Marks `after`, which a person makes of `before`, where that changes anything. Model is
// matcher::Employer, Site or Candidate.
template <typename Model>
void NoteCorrection(const Model& before, Model& after) {
  if (before != after) after.detail.corrected = true;
}

// One that came from no feed needs no mark: it is a person's by that.
inline void NoteCorrection(const matcher::Vacancy& before, matcher::Vacancy& after) {
  if (!after.detail.feed.empty() && before != after) after.detail.corrected = true;
}

// A plan has the day of it, because a later review than that takes its place. Approvals do not
// count: no import states any.
inline void NoteCorrection(const matcher::RiskPlan& before, matcher::RiskPlan& after,
                           matcher::Day today) {
  after.terms.corrected_on = before.terms.corrected_on;
  if (before != after) after.terms.corrected_on = today;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CORRECTIONS_H_
