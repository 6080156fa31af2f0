// Whom a candidate is known to, and in whose lists the person may be: beside the cards, read only
// where lists and names need it.
#ifndef THROUGHGATE_MATCHER_INDEX_LINK_CARD_H_
#define THROUGHGATE_MATCHER_INDEX_LINK_CARD_H_

#include <cstdint>
#include <limits>

#include "matcher/index/cow_table.h"
#include "matcher/model/candidate.h"

namespace throughgate::matcher {

// An organisation has to do with a candidate of the same block.
struct LinkCard {
  Ordinal organisation = kNoOrdinal;  // in Catalogue::organisations
  Ordinal caseload = kNoOrdinal;      // in Catalogue::caseloads; kNoOrdinal: nobody's yet
  Ordinal reference = kNoOrdinal;     // in Catalogue::references; kNoOrdinal: none
  std::uint16_t position = 0;         // of the card in its block
  bool operator==(const LinkCard&) const = default;
};
static_assert(sizeof(LinkCard) == 16);

// What follows from a consent, day by day.
struct ConsentCard {
  std::int32_t first_day = std::numeric_limits<std::int32_t>::max();  // after the last: none
  std::int32_t last_day = std::numeric_limits<std::int32_t>::min();
  bool lists = false;
  bool counts = false;
  bool operator==(const ConsentCard&) const = default;

  bool AllowsLists(Day today) const { return lists && InForce(today); }
  bool AllowsCounts(Day today) const { return counts && InForce(today); }

 private:
  bool InForce(Day today) const {
    return first_day <= today.since_epoch && today.since_epoch <= last_day;
  }
};
static_assert(sizeof(ConsentCard) == 12);

ConsentCard ConsentCardOf(const Consent& consent);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_LINK_CARD_H_
