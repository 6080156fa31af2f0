// Which candidates a caller may reach, until grants say so: brokers and custody teams their own,
// probation all for a single person and those that it supervises or keeps in a list.
#ifndef THROUGHGATE_SERVICES_EDGE_CASELOAD_H_
#define THROUGHGATE_SERVICES_EDGE_CASELOAD_H_

#include <cstddef>

#include "matcher/index/catalogue.h"
#include "services/edge/caller.h"

namespace throughgate::services {

// Lifetime  of the catalogue.
class Caseload {
 public:
  Caseload(const matcher::Catalogue& catalogue, const Caller& caller);

  // Whether nobody can stand in a list for the caller.
  bool empty() const { return organisation_ == matcher::kNoOrdinal; }
  // Whether the caller may ask about this candidate.
  bool MayAskAbout(matcher::Ordinal candidate) const;
  // Unless it is empty: in whose custody all are that may stand in a list for the caller;
  // kNoOrdinal: that alone does not say.
  matcher::Ordinal custodian() const;
  // Whether this candidate may stand in a list for the caller.
  bool MayAppear(const matcher::CandidateBlock& block, std::size_t position) const;

 private:
  const matcher::Catalogue& catalogue_;
  bool probation_;
  matcher::Ordinal organisation_;  // kNoOrdinal: nobody in the catalogue has to do with it
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CASELOAD_H_
