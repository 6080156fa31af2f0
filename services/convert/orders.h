// What courts and records say of a person: orders, offences and the barred lists.
#ifndef THROUGHGATE_SERVICES_CONVERT_ORDERS_H_
#define THROUGHGATE_SERVICES_CONVERT_ORDERS_H_

#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Reads that part of the plan `wire`, which is at `at`, into `terms`.
void ReadOrders(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms);
void WriteOrders(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ORDERS_H_
