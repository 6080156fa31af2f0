#include "tests/oracle/rules.h"

namespace throughgate::oracle {

const std::vector<PlainRule>& PlainRules() {
  static const auto& rules = *new std::vector<PlainRule>{
      {.name = "dates", .open = Dates},
      {.name = "qualifications", .open = Qualifications},
      {.name = "reach", .at_each_site = true, .open = Reach},
      {.name = "readiness", .open = ReadyToWork},
      {.name = "young-worker", .open = YoungWorker},
      {.name = "shared-effects", .at_each_site = true, .disclosed = Disclosed},
      {.name = "barred-list", .sealed = BarredList},
      {.name = "cash-limit", .sealed = CashLimit},
      {.name = "commitments", .at_each_site = true, .sealed = Commitments},
      {.name = "contact", .sealed = Contact},
      {.name = "corridor", .at_each_site = true, .sealed = Corridor},
      {.name = "court-order", .sealed = CourtOrders},
      {.name = "curfew", .at_each_site = true, .sealed = Curfews},
      {.name = "disclosure", .sealed = Disclosure},
      {.name = "exclusion-zone", .at_each_site = true, .sealed = ExclusionZones},
      {.name = "home-county", .at_each_site = true, .sealed = HomeCounty},
      {.name = "licence-conditions", .sealed = LicenceConditions},
      {.name = "no-contact", .at_each_site = true, .sealed = NoContactWith},
      {.name = "offence-exclusion", .sealed = OffenceExclusion},
      {.name = "premises", .at_each_site = true, .sealed = NearPremises},
      {.name = "release", .sealed = Release},
      {.name = "restriction-zone", .at_each_site = true, .sealed = RestrictionZones},
      {.name = "risk-data", .sealed = RiskData},
      {.name = "senior-approval", .sealed = SeniorApproval},
      {.name = "tag", .sealed = Tags},
      {.name = "temporary-release", .at_each_site = true, .sealed = TemporaryReleaseSlots},
      {.name = "vehicle", .sealed = Vehicles},
      {.name = "work-approval", .sealed = WorkApprovals},
      {.name = "work-attributes", .sealed = WorkAttributes},
  };
  return rules;
}

}  // namespace throughgate::oracle
