// What a risk plan limits of work: its kind, contact, driving, premises, cash; and tags.
// risk_plan_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_LIMIT_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_LIMIT_FORMAT_H_

#include "matcher/model/risk_plan.h"
#include "storage/format/codec.h"

namespace throughgate::format {

void StoreLimits(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored);
void ReadLimits(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_LIMIT_FORMAT_H_
