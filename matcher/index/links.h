// Who holds a candidate, and what an organisation calls one.
//
// A holder is the custodian or an organisation that is linked. Who keeps the risk plan is not one:
// that is sealed, and asked for apart.
#ifndef THROUGHGATE_MATCHER_INDEX_LINKS_H_
#define THROUGHGATE_MATCHER_INDEX_LINKS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "matcher/index/catalogue.h"
#include "matcher/index/link_card.h"
#include "matcher/model/link.h"

namespace throughgate::matcher {

// The link of an organisation to a candidate; null: there is none.
const LinkCard* LinkOf(const CandidateBlock& block, std::size_t position, Ordinal organisation);

// Whether `organisation` is the custodian or is linked.
bool IsHeldBy(const CandidateBlock& block, std::size_t position, Ordinal organisation);

// Whether `organisation` keeps the candidate's risk plan. Reads the plan: for probation only.
bool KeepsPlanOf(const CandidateBlock& block, std::size_t position, Ordinal organisation);

// What an organisation calls a candidate; empty: nothing. A custodian without a link calls one by
// the id, which it has chosen or been given before there were links. Lifetime: of the catalogue.
std::string_view ReferenceOf(const Catalogue& catalogue, Ordinal candidate, Ordinal organisation);

// Whom an organisation means; nullopt: nobody. Complete or not.
std::optional<Ordinal> CandidateCalled(const Catalogue& catalogue, const ReferenceName& name);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_LINKS_H_
