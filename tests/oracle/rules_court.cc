// What a court has barred.
#include <algorithm>

#include "tests/oracle/rules.h"
#include "tests/oracle/types_of_work.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

Within WithinAny(const Asked& asked, const CourtOrder& order) {
  if (order.barred_occupations.empty()) return Within::kNo;
  if (asked.work().occupations.empty()) return Within::kPerhaps;
  Within worst = Within::kNo;
  for (const VacancyOccupation& occupation : asked.work().occupations) {
    worst = std::max(worst,
                     WithinGroups(asked.world.concepts, occupation.code, order.barred_occupations));
  }
  return worst;
}

void AddAttributes(const Asked& asked, const CourtOrder& order, Sayings& says) {
  for (const WorkAttribute attribute : order.barred_attributes) {
    const std::string subject = order.id + ": " + NameOf(attribute);
    if (asked.IsFreeOf(attribute)) continue;
    if (!asked.Involves(attribute)) {
      says.push_back(Review("ORDER_UNKNOWN", subject));
    } else if (asked.CanAvoid(attribute)) {
      says.push_back(Review("ORDER_AVOIDABLE", subject));
    } else {
      says.push_back(Refuses("ORDER_BARS", subject));
    }
  }
}

Sayings UnderOrder(const Asked& asked, const CourtOrder& order) {
  Sayings says;
  if (!order.read_in_full) says.push_back(Review("ORDER_NOT_READ_IN_FULL", order.id));
  AddAttributes(asked, order, says);
  switch (WithinAny(asked, order)) {
    case Within::kYes:
      says.push_back(Refuses("ORDER_BARS_WORK", order.id));
      break;
    case Within::kPerhaps:
      says.push_back(Review("ORDER_WORK_UNKNOWN", order.id));
      break;
    case Within::kNo:
      break;
  }
  if (says.empty()) says.push_back(Passes("OUTSIDE_ORDER", order.id));
  return says;
}

}  // namespace

Sayings CourtOrders(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const CourtOrder& order : plan.orders) {
    if (!NotPast(order.ends_on, asked.today())) continue;
    for (Said& said : UnderOrder(asked, order)) says.push_back(std::move(said));
  }
  return says;
}

}  // namespace throughgate::oracle
