// Whom a risk plan keeps apart and what it approves; risk_plan_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_APPROVAL_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_APPROVAL_FORMAT_H_

#include "matcher/model/risk_plan.h"
#include "storage/format/codec.h"

namespace throughgate::format {

void StoreApprovals(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored);
void ReadApprovals(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_APPROVAL_FORMAT_H_
