// What a risk plan has of convictions: offences, barred lists, orders of courts;
// risk_plan_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_ORDER_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_ORDER_FORMAT_H_

#include "matcher/model/risk_plan.h"
#include "storage/format/codec.h"

namespace throughgate::format {

void StoreOrders(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored);
void ReadOrders(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_ORDER_FORMAT_H_
