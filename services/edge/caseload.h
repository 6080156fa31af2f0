// Which candidates a caller may reach: those that its organisation holds, and for probation those
// whose plan it keeps; of these, those in the caseloads that the caller works with.
#ifndef THROUGHGATE_SERVICES_EDGE_CASELOAD_H_
#define THROUGHGATE_SERVICES_EDGE_CASELOAD_H_

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "matcher/index/catalogue.h"
#include "matcher/model/names.h"
#include "matcher/model/units.h"
#include "services/edge/caller.h"

namespace throughgate::services {

// What of a caller decides that.
struct Reach {
  matcher::OrganisationId organisation;
  bool probation = false;
  // Ids of caseloads of the organisation, "" for candidates in none; nullopt: all.
  std::optional<std::set<std::string>> caseloads = {};
};

// By the caller's grants.
Reach ReachOf(const Caller& caller);

// Lifetime  of the catalogue.
class Caseload {
 public:
  Caseload(const matcher::Catalogue& catalogue, Reach reach);

  // Whether nobody can stand in a list for the caller.
  bool empty() const { return organisation_ == matcher::kNoOrdinal; }
  // In Catalogue::organisations; kNoOrdinal: nobody in the catalogue has to do with it.
  matcher::Ordinal organisation() const { return organisation_; }
  // Whether the caller may ask about this candidate.
  bool MayAskAbout(matcher::Ordinal candidate) const;
  // Unless it is empty: who holds all that may stand in a list for the caller; kNoOrdinal: that
  // alone does not say.
  matcher::Ordinal holder() const;
  // Whether this candidate may stand in a list for the caller on that day: whom the caller may ask
  // about, and who, unless the caller is the custodian's or probation, has consented to it.
  bool MayAppear(const matcher::CandidateBlock& block, std::size_t position,
                 matcher::Day today) const;

 private:
  bool IsOurs(const matcher::CandidateBlock& block, std::size_t position) const;

  const matcher::Catalogue& catalogue_;
  Reach reach_;
  matcher::Ordinal organisation_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CASELOAD_H_
