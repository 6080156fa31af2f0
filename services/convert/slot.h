// Work-trial slots.
#ifndef THROUGHGATE_SERVICES_CONVERT_SLOT_H_
#define THROUGHGATE_SERVICES_CONVERT_SLOT_H_

#include "matcher/model/vacancy.h"
#include "services/convert/field.h"
#include "services/convert/stored.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// Takes all of `wire` but what is output only into `slot`, whose name says whose it is.
void ReadSlot(const v1::WorkTrialSlot& wire, const Field& at, matcher::WorkTrialSlot& slot);
// Refuses a slot at a site that its vacancy does not list.
void CheckSlotSite(const matcher::WorkTrialSlot& slot, const matcher::VacancyTerms& vacancy,
                   const Field& at);
v1::WorkTrialSlot WriteSlot(const Stored<matcher::WorkTrialSlot>& stored);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_SLOT_H_
