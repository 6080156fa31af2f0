// Resource names and ids. Formatting is ToString() of the name (matcher/model/names.h).
#ifndef THROUGHGATE_SERVICES_CONVERT_NAMES_H_
#define THROUGHGATE_SERVICES_CONVERT_NAMES_H_

#include <string>
#include <string_view>

#include "matcher/model/names.h"
#include "services/convert/field.h"

namespace throughgate::services {

// Whether `id` is [a-z0-9-], 1 to 63, not starting or ending with a hyphen.
bool IsId(std::string_view id);

// What `value` says; refused at `at`, and then empty, when it is not of that form.
//
//   const auto name = ReadName<matcher::VacancyName>(request.name(), field["name"]);
//
// Name is EmployerName, SiteName, VacancyName, SlotName, CandidateName, OrganisationId or GrantName
// of the matcher.
std::string ReadId(std::string_view value, const Field& at);
template <typename Name>
Name ReadName(std::string_view value, const Field& at);
// "candidates/{candidate}/riskPlan".
matcher::CandidateName ReadRiskPlanName(std::string_view value, const Field& at);
// "candidates/{candidate}/sharedEffects".
matcher::CandidateName ReadSharedEffectsName(std::string_view value, const Field& at);

// Refuses a request id that is neither empty nor 8 to 64 of [A-Za-z0-9-].
void CheckRequestId(std::string_view value, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_NAMES_H_
