// What a rule is asked about: one candidate, one vacancy, one of its sites, one day.
#ifndef THROUGHGATE_MATCHER_RULES_PAIR_H_
#define THROUGHGATE_MATCHER_RULES_PAIR_H_

#include <cstdint>
#include <span>

#include "matcher/index/cards.h"
#include "matcher/index/catalogue.h"
#include "matcher/index/work_profile.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {

// Where the work would be, as far as it is known.
//
// Units  centimetres. `uncertainty_cm` is that of the site and of the home together.
struct WorkPlace {
  const SitePoint* site = nullptr;  // null: the vacancy lists none
  std::int64_t distance_cm = -1;    // from the middle of the release area; -1: not known
  std::int64_t uncertainty_cm = 0;
  bool at_home = false;  // the work is done there: nobody goes anywhere
  bool distance_known() const { return distance_cm >= 0; }
  bool place_known() const { return site != nullptr && site->known(); }
};

struct Pair {
  const CandidateCard& candidate;
  const VacancyCard& vacancy;
  const WeekPattern& shifts;
  const WorkProfile& work;
  const PersonProfile& person;
  std::span<const NamedSlot> slots;
  const Catalogue& catalogue;
  Ordinal vacancy_ordinal = kNoOrdinal;
  WorkPlace place;
  Day today;

  // Whether the person would drive to the work and back: asked before the sites are.
  bool drives_to_work() const {
    return candidate.travel_mode == TravelMode::kCar && !catalogue.IsAtHome(vacancy);
  }

  // Whether the sites listed are all that there are.
  bool moves_about() const {
    if (place.at_home) return false;
    return vacancy.site_mode == SiteMode::kMobile || vacancy.site_mode == SiteMode::kUnknown ||
           vacancy.site_mode == SiteMode::kUnspecified;
  }
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_PAIR_H_
