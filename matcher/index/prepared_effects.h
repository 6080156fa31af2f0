// Shared effects prepared for the rule that reads them.
#ifndef THROUGHGATE_MATCHER_INDEX_PREPARED_EFFECTS_H_
#define THROUGHGATE_MATCHER_INDEX_PREPARED_EFFECTS_H_

#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/index/taxonomy.h"
#include "matcher/model/disclosure.h"

namespace throughgate::matcher {

struct SharedDisc {
  Ecef centre;
  std::int64_t radius_cm = 0;
};

struct PreparedEffects {
  AttributeMask attributes = 0;
  std::vector<OccupationIndex> occupations;  // ascending
  WeekPattern hours;
  std::vector<SharedDisc> areas;
};

PreparedEffects Prepare(const SharedEffects& effects, const Taxonomy& taxonomy);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_PREPARED_EFFECTS_H_
