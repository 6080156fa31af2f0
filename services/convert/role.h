// What a vacancy demands of whoever does the work.
#ifndef THROUGHGATE_SERVICES_CONVERT_ROLE_H_
#define THROUGHGATE_SERVICES_CONVERT_ROLE_H_

#include "matcher/model/role.h"
#include "matcher/model/vacancy.h"
#include "services/convert/field.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

matcher::Role ReadRole(const v1::Role& wire, const Field& at);

// Refuses, at `at`, a role of `vacancy` that its attributes contradict.
//
// Why  one rule asks the role and another the attribute: where they differ, one of them would pass
//      work that the other stops.
void CheckRole(const matcher::VacancyTerms& vacancy, const Field& at);

v1::Role WriteRole(const matcher::Role& role);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ROLE_H_
