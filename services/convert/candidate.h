// Candidates. RefusePersonalData (personal_data.h) comes first, on the whole request.
#ifndef THROUGHGATE_SERVICES_CONVERT_CANDIDATE_H_
#define THROUGHGATE_SERVICES_CONVERT_CANDIDATE_H_

#include <string_view>

#include "matcher/model/candidate.h"
#include "services/convert/codes.h"
#include "services/convert/field.h"
#include "services/convert/field_set.h"
#include "services/convert/stored.h"
#include "throughgate/v1/candidate_service.pb.h"

namespace throughgate::services {

inline constexpr std::string_view kCandidateFields[] = {
    "skills",       "occupations",  "release_area",   "reach_m",
    "travel_mode",  "availability", "available_from", "pay_floor_pence_per_hour",
    "young_worker", "readiness",    "qualifications", "consent"};

// Takes `fields` of `wire` into `candidate`, whose other fields stay. Never its name, its custodian
// or the day of its registration.
void ReadCandidate(const v1::Candidate& wire, const FieldSet& fields,
                   const ReferenceData& reference, const Field& at, matcher::Candidate& candidate);
v1::Candidate WriteCandidate(const Stored<matcher::Candidate>& stored);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_CANDIDATE_H_
