// A candidate's record as an organisation may see it.
#ifndef THROUGHGATE_SERVICES_CANDIDATE_SHOWN_H_
#define THROUGHGATE_SERVICES_CANDIDATE_SHOWN_H_

#include "services/convert/candidate.h"
#include "services/edge/caseload.h"

namespace throughgate::services {

// Under its internal name; what is the owner's own is left out for others that are linked.
inline v1::Candidate WriteCandidateFor(const Reach& reach,
                                       const Stored<matcher::Candidate>& stored) {
  v1::Candidate wire = WriteCandidate(stored);
  if (!reach.probation && stored.record.terms.custodian != reach.organisation) {
    wire.clear_custodian();
    wire.clear_consent();
  }
  return wire;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CANDIDATE_SHOWN_H_
