// Which risk plans go stale by when.
#ifndef THROUGHGATE_SERVICES_DUE_PLANS_H_
#define THROUGHGATE_SERVICES_DUE_PLANS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "matcher/index/catalogue.h"
#include "services/convert/due_cursor.h"
#include "services/edge/candidate_names.h"
#include "services/edge/caseload.h"

namespace throughgate::services {

// One plan that is to be reviewed.
struct DuePlan {
  matcher::Ordinal candidate = matcher::kNoOrdinal;
  DuePlace place;
};

// The day of the question, and the last day that is looked ahead to.
struct DueDays {
  matcher::Day today;
  matcher::Day until;
};

// The plans in the caseload whose review holds until `days.until` or less, the earliest reviewed
// first, then by what the caller calls the candidate, and after `after` when there is one; at most
// `limit`.
//
// Cost  looks at every candidate.
std::vector<DuePlan> FindDuePlans(const matcher::Catalogue& catalogue, const Caseload& caseload,
                                  const CandidateNames& names, const DueDays& days,
                                  const std::optional<DuePlace>& after, std::size_t limit);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_DUE_PLANS_H_
