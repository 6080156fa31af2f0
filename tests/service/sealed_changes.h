// Random changes of what is sealed: any part of a risk plan is added, taken away or replaced.
#ifndef THROUGHGATE_TESTS_SERVICE_SEALED_CHANGES_H_
#define THROUGHGATE_TESTS_SERVICE_SEALED_CHANGES_H_

#include <random>
#include <string>

#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate {

// The world that the changes are about: the service's clock stands on 2 June 2025, and these exist.
inline constexpr const char* kSealedEmployers[] = {"employers/acme", "employers/bolt"};
inline constexpr const char* kSealedSites[] = {
    "employers/acme/sites/main", "employers/bolt/sites/north", "employers/bolt/sites/south"};
// Latitude and longitude of each.
inline constexpr double kSealedPlaces[][2] = {{53.47, -2.23}, {53.50, -2.25}, {53.44, -2.20}};
inline constexpr const char* kSealedCandidates[] = {"candidates/first", "candidates/second",
                                                    "candidates/inmate"};
inline constexpr const char* kSealedVacancies[] = {
    "employers/acme/vacancies/cook", "employers/acme/vacancies/night-cook",
    "employers/bolt/vacancies/stores", "employers/bolt/vacancies/driver"};

// Makes some part of `plan`, or all of it, another; says which. What other parts of the plan refer
// to and is gone is taken out of them, so that the plan may be set.
std::string ChangePlan(std::mt19937_64& random, v1::RiskPlan& plan);

// A zone around one of the sites, or somewhere else.
v1::Zone AnyZone(std::mt19937_64& random, int number);
// For a type of work or for a vacancy.
v1::WorkApproval AnyApproval(std::mt19937_64& random);
// From `earliest` to the day of the clock.
v1::Date AnyReviewDay(std::mt19937_64& random, const v1::Date& earliest);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_SEALED_CHANGES_H_
