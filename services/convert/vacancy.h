// Vacancies.
#ifndef THROUGHGATE_SERVICES_CONVERT_VACANCY_H_
#define THROUGHGATE_SERVICES_CONVERT_VACANCY_H_

#include <string_view>
#include <vector>

#include "matcher/model/vacancy.h"
#include "services/convert/codes.h"
#include "services/convert/field.h"
#include "services/convert/field_set.h"
#include "services/convert/stored.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

inline constexpr std::string_view kVacancyFields[] = {"title",
                                                      "description",
                                                      "kind",
                                                      "site_mode",
                                                      "sites",
                                                      "shifts",
                                                      "attributes_present",
                                                      "attributes_absent",
                                                      "attributes_avoidable",
                                                      "role",
                                                      "opens_on",
                                                      "closes_on",
                                                      "starts_on",
                                                      "occupations",
                                                      "skills",
                                                      "pay",
                                                      "positions",
                                                      "posted_on",
                                                      "work_base",
                                                      "qualifications"};

// Takes `fields` of `wire` into `vacancy`, whose other fields stay. Never its name, which says
// whose sites it may have. A code counts as stated by a person, unless it was there before as
// inferred. `posted_on` unset leaves the day as it is.
void ReadVacancy(const v1::Vacancy& wire, const FieldSet& fields, const ReferenceData& reference,
                 const Field& at, matcher::Vacancy& vacancy);

// Refuses what one field of `vacancy`, as it is to be, says against another. An update takes some
// of them and leaves the others, so only the whole can be checked.
void CheckVacancy(const matcher::VacancyTerms& vacancy, const Field& at);

// The names of the sites that it lists, in that order.
std::vector<matcher::SiteName> SitesOf(const matcher::Vacancy& vacancy);

v1::Vacancy WriteVacancy(const Stored<matcher::Vacancy>& stored);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_VACANCY_H_
