// Licence conditions; risk_plan_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_CONDITION_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_CONDITION_FORMAT_H_

#include "matcher/model/risk_plan.h"
#include "storage/format/codec.h"

namespace throughgate::format {

void StoreConditions(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored);
void ReadConditions(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_CONDITION_FORMAT_H_
