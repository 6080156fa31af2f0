// How organisations speak of a candidate who is known to several of them.
#ifndef THROUGHGATE_MATCHER_MODEL_LINK_H_
#define THROUGHGATE_MATCHER_MODEL_LINK_H_

#include <compare>
#include <cstdint>
#include <string>

#include "matcher/model/names.h"

namespace throughgate::matcher {

struct LinkName {
  OrganisationId organisation;
  CandidateName candidate;
  auto operator<=>(const LinkName&) const = default;
};

struct LinkTerms {
  std::string caseload = {};     // whose within the organisation, an id; empty: nobody's yet
  std::string reference = {};    // what the organisation calls the candidate, an id; empty: nothing
  std::int64_t linked_at_s = 0;  // seconds since 1970, UTC
  bool operator==(const LinkTerms&) const = default;
};

// An organisation has to do with a candidate. The custodian counts as linked without one, and so
// does the organisation that keeps the risk plan: see
// matcher/index/links.h.
struct Link {
  LinkName name;
  LinkTerms terms;
  bool operator==(const Link&) const = default;
};

struct ReferenceName {
  OrganisationId organisation;
  std::string reference;
  auto operator<=>(const ReferenceName&) const = default;
};

struct ReferenceTerms {
  CandidateName candidate;
  bool operator==(const ReferenceTerms&) const = default;
};

// Whom an organisation means by a reference. It says what the link says, the other way round: so
// that no two candidates of an organisation have the same one, whoever writes at the same time.
struct Reference {
  ReferenceName name;
  ReferenceTerms terms;
  bool operator==(const Reference&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_LINK_H_
