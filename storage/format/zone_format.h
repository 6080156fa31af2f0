// The zones of a risk plan and the permissions to be in them; risk_plan_format.cc includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_ZONE_FORMAT_H_
#define THROUGHGATE_STORAGE_FORMAT_ZONE_FORMAT_H_

#include "matcher/model/risk_plan.h"
#include "storage/format/codec.h"

namespace throughgate::format {

// Those of an area by name too.
void StoreArea(const matcher::MultiPolygon& area, v1::MultiPolygon& stored);
matcher::MultiPolygon ReadArea(const v1::MultiPolygon& stored, Reader& reader);

void StoreZones(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored);
void ReadZones(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_ZONE_FORMAT_H_
