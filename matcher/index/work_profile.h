// What rules read of a vacancy, apart from its place and its time. Most adverts say
// nothing of it, so equal profiles are kept once and cards refer to them.
#ifndef THROUGHGATE_MATCHER_INDEX_WORK_PROFILE_H_
#define THROUGHGATE_MATCHER_INDEX_WORK_PROFILE_H_

#include "matcher/model/candidate.h"
#include "matcher/model/premises.h"
#include "matcher/model/vacancy.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

struct WorkProfile {
  AttributeMask present = 0;
  AttributeMask absent = 0;     // disjoint from present; in neither: unknown
  AttributeMask avoidable = 0;  // of those present
  AttributeMask met_there = 0;  // by everybody who works where it is, whatever is said of the work
  Role role;
  bool work_unknown = false;  // the taxonomy does not know all of its types of work
  WorkBase work_base = WorkBase::kUnspecified;
  std::vector<RequiredQualification> qualifications = {};
  auto operator<=>(const WorkProfile&) const = default;
};

// What the open rules read of a person, apart from place and time. Likewise.
struct PersonProfile {
  Readiness readiness = Readiness::kUnknown;
  std::vector<Qualification> qualifications = {};
  auto operator<=>(const PersonProfile&) const = default;
};

// Where what is stated contradicts itself, the profile has the worse of it: regulated activity with
// a group is unsupervised contact with it, and so is work that is said to involve the group; how
// much cash is handled in work that is said to involve cash, and none of it, is not known.
WorkProfile ProfileOf(const VacancyTerms& terms);
PersonProfile ProfileOf(const CandidateTerms& terms);

// The same work where sites are premises of `kinds`: that it does not involve what is met there, or
// brings little contact with those who are there, is not known.
WorkProfile AtPremises(WorkProfile work, PremisesMask kinds);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_WORK_PROFILE_H_
