// One person and one vacancy that nothing speaks against, to change one thing of.
#ifndef THROUGHGATE_TESTS_ORACLE_ORDINARY_WORLD_H_
#define THROUGHGATE_TESTS_ORACLE_ORDINARY_WORLD_H_

#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

// A baker's job, two kilometres from home, on Monday from 9 to 17, for somebody on licence whose
// plan limits nothing.
struct OrdinaryWorld {
  PlainWorld world;

  OrdinaryWorld();
  matcher::VacancyTerms& work() { return world.vacancies[0].terms; }
  matcher::SiteTerms& site() { return world.sites[0].terms; }
  matcher::CandidateTerms& person() { return world.candidates[0].terms; }
  matcher::RiskPlanTerms& plan() { return *world.plans[0]; }
  matcher::Day Days(int from_today) const { return {world.today.since_epoch + from_today}; }
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_ORDINARY_WORLD_H_
