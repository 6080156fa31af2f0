// Risk plans: what probation holds about one candidate. All of it is sealed: it may be read for a
// FULL answer only, and no part of it may influence a SHARED one.
#ifndef THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_
#define THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/disclosure.h"
#include "matcher/model/licence_condition.h"
#include "matcher/model/limits.h"
#include "matcher/model/names.h"
#include "matcher/model/units.h"
#include "matcher/model/zone.h"

namespace throughgate::matcher {

// The values of these enumerations are stored; never renumber. kUnknown is never "none".
enum class Supervision : std::uint8_t {
  kUnknown,
  kInCustody,
  kHdc,
  kOnLicence,
  kCommunity,
  kNotSupervised
};
enum class RoshLevel : std::uint8_t { kUnknown, kLow, kMedium, kHigh, kVeryHigh };
enum class MappaLevel : std::uint8_t { kUnknown, kNotApplicable, kLevel1, kLevel2, kLevel3 };

struct Rosh {
  RoshLevel children = RoshLevel::kUnknown;
  RoshLevel to_public = RoshLevel::kUnknown;
  RoshLevel known_adult = RoshLevel::kUnknown;
  RoshLevel staff = RoshLevel::kUnknown;
  bool operator==(const Rosh&) const = default;
};

// A plan has terms only: all of it bears on what may be cleared.
struct RiskPlanTerms {
  Supervision supervision = Supervision::kUnknown;
  OrganisationId supervised_by;
  std::optional<Day> release_on;
  Day reviewed_on;
  // When a person last entered or changed it since an import wrote it; no rule reads it.
  std::optional<Day> corrected_on = std::nullopt;
  Rosh rosh;
  MappaLevel mappa_level = MappaLevel::kUnknown;
  std::vector<Zone> zones;
  std::vector<Curfew> curfews;
  std::vector<WorkLimit> work_limits;
  std::vector<ContactLimit> contact_limits;
  std::vector<VehicleLimit> vehicle_limits;
  std::vector<PremisesLimit> premises_limits;
  std::optional<std::int32_t> cash_limit;  // pounds
  std::vector<Tag> tags;
  BarredLists barred_lists;
  std::vector<Offence> offences;  // none: not recorded
  std::vector<CourtOrder> orders;
  std::vector<WorkApproval> work_approvals;
  std::vector<NoContact> no_contact;
  std::vector<Commitment> commitments;
  TemporaryRelease temporary_release;
  std::string home_county;  // which the person tells before leaving it; empty: no such condition
  std::vector<PlacePermission> permissions;
  std::vector<LicenceCondition> conditions;
  bool operator==(const RiskPlanTerms&) const = default;
};

struct RiskPlan {
  CandidateName candidate;
  RiskPlanTerms terms;
  bool operator==(const RiskPlan&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_RISK_PLAN_H_
