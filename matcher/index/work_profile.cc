#include "matcher/index/work_profile.h"

namespace throughgate::matcher {

WorkProfile ProfileOf(const VacancyTerms& terms) {
  return {.present = terms.attributes_present,
          .absent = terms.attributes_absent,
          .avoidable = terms.attributes_avoidable,
          .role = terms.role,
          .work_base = terms.work_base,
          .qualifications = terms.qualifications};
}

PersonProfile ProfileOf(const CandidateTerms& terms) {
  return {.readiness = terms.readiness, .qualifications = terms.qualifications};
}

}  // namespace throughgate::matcher
