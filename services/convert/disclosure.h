// What probation approves, keeps apart and chooses to disclose.
#ifndef THROUGHGATE_SERVICES_CONVERT_DISCLOSURE_H_
#define THROUGHGATE_SERVICES_CONVERT_DISCLOSURE_H_

#include "absl/functional/function_ref.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "services/convert/stored.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// An approval that is given on `today`; of one whose last day is past, which ends another, only the
// id and that day are read.
matcher::WorkApproval ReadWorkApproval(const v1::WorkApproval& wire, matcher::Day today,
                                       const Field& at);
// Puts what ReadWorkApproval gave among those that stand: adds it, or replaces or ends the one of
// its id. When there are too many, those that have ended make room. Refused at `at`: nothing to
// end, and one too many.
void PutWorkApproval(const matcher::WorkApproval& approval, matcher::Day today, const Field& at,
                     std::vector<matcher::WorkApproval>& standing);
v1::WorkApproval WriteWorkApproval(const matcher::WorkApproval& approval);

// What is kept of a name, "employers/acme".
using Digest = absl::FunctionRef<matcher::NameDigest(const std::string& name)>;

// Entries with the names that `wire` gives, and with what it gives back of names given before.
std::vector<matcher::NoContact> ReadNoContact(
    const google::protobuf::RepeatedPtrField<v1::NoContact>& wire, Digest digest, const Field& at);
// Without the names: nobody can give them back.
v1::NoContact WriteNoContact(const matcher::NoContact& entry);

// The areas are those of zones of `plan`, moved as `disc` says.
matcher::SharedEffects ReadSharedEffects(
    const v1::SharedEffects& wire, const matcher::RiskPlanTerms& plan,
    absl::FunctionRef<matcher::SharedArea(const matcher::Zone&)> disc, const Field& at);
v1::SharedEffects WriteSharedEffects(const matcher::SharedEffects& effects);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_DISCLOSURE_H_
