// Requests that succeed, for tests that care about something else.
#ifndef THROUGHGATE_TESTS_SERVICE_SAMPLES_H_
#define THROUGHGATE_TESTS_SERVICE_SAMPLES_H_

#include <string>

#include "matcher/model/names.h"
#include "tests/service/test_server.h"

namespace throughgate {

v1::CreateEmployerRequest EmployerRequest(const std::string& id);
v1::CreateSiteRequest SiteRequest(const std::string& employer, const std::string& id);
// At the site "main" of the employer.
v1::CreateVacancyRequest VacancyRequest(const std::string& employer, const std::string& id);
// At the same site.
v1::CreateWorkTrialSlotRequest SlotRequest(const std::string& vacancy, const std::string& id);
v1::CreateCandidateRequest CandidateRequest(const std::string& id);
v1::SetRiskPlanRequest RiskPlanRequest(const std::string& candidate);
// The same with a limit, an offence and an order of each kind that a plan may hold.
v1::SetRiskPlanRequest StrictRiskPlanRequest(const std::string& candidate);

// Links `other` to the candidate of `owner`, whom it calls `reference` from then on; empty: by a
// handle.
void LinkTo(TestServer& server, const Party& owner, const std::string& candidate,
            const Party& other, const std::string& reference);

// Reference data, "employers/acme" with the site "main", "employers/acme/vacancies/cook" and
// "candidates/first" of kBroker, which kProbation is linked to and calls so too.
void LoadSamples(TestServer& server);

// What the service itself calls the candidate that `whose` organisation calls `reference`.
matcher::CandidateName InternalName(TestServer& server, const Party& whose,
                                    const std::string& reference);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_SAMPLES_H_
