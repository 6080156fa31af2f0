// Where the work of a vacancy is done, and what that and the role say of it besides the employer's
// word.
#ifndef THROUGHGATE_TESTS_ORACLE_PLACES_OF_WORK_H_
#define THROUGHGATE_TESTS_ORACLE_PLACES_OF_WORK_H_

#include "matcher/model/premises.h"
#include "matcher/model/vacancy.h"
#include "matcher/model/work.h"
#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

// Work at home that moves about is out on the road.
bool IsWorkAtHome(const matcher::VacancyTerms& work);

// What the site itself is; none where there is no such site.
matcher::PremisesMask KindsOfSite(const PlainWorld& world, const matcher::SiteName& site);

// Whether the work is regulated activity with the group that the attribute is about.
bool IsRegulated(const matcher::Role& role, matcher::WorkAttribute attribute);

// Whether some place where the work may be is of a kind that is hardly free of the attribute.
bool IsAtSuchAPlace(const PlainWorld& world, const matcher::Vacancy& vacancy,
                    matcher::WorkAttribute attribute);

// Whether one of both speaks against an employer who says that the work is free of it.
bool IsDoubted(const PlainWorld& world, const matcher::Vacancy& vacancy,
               matcher::WorkAttribute attribute);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_PLACES_OF_WORK_H_
