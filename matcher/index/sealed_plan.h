// A risk plan prepared for the rules. Lives in memory only and is read for FULL answers only.
#ifndef THROUGHGATE_MATCHER_INDEX_SEALED_PLAN_H_
#define THROUGHGATE_MATCHER_INDEX_SEALED_PLAN_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/geo/zone_shape.h"
#include "matcher/index/cow_table.h"
#include "matcher/index/taxonomy.h"
#include "matcher/licence/sealed_condition.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

struct SealedZone {
  ZoneKind kind = ZoneKind::kUnspecified;
  ZoneShape shape;
  Metres buffer;
};

struct SealedPermission {
  static constexpr std::size_t kNone = ~std::size_t{0};
  // What it is about: one of the two.
  std::size_t zone = kNone;            // in SealedPlan::zones
  std::size_t premises_limit = kNone;  // in the plan's
  Ordinal site = kNoOrdinal;           // in Catalogue::sites
  std::optional<Day> valid_to = {};
  bool InForceAt(Ordinal where, Day today) const {
    return site == where && (!valid_to || today <= *valid_to);
  }
};

struct SealedOrder {
  AttributeMask barred = 0;
  std::vector<OccupationIndex> barred_work;  // ascending
  // Ascending: groups so wide that what they hold may be barred, and work of no known group.
  std::vector<OccupationIndex> doubtful_work;
};

struct SealedApproval {
  std::vector<OccupationIndex> work;  // ascending
  Ordinal vacancy = kNoOrdinal;       // in the catalogue; instead of work
};

// Indices of zones, curfews and so on equal those of `terms`, so that a finding can name them.
struct SealedPlan {
  RiskPlanTerms terms;  // its zones without their shapes, which stand in `zones`
  std::vector<SealedZone> zones;
  std::vector<SealedPermission> permissions;
  std::vector<SealedOrder> orders;
  std::vector<SealedApproval> approvals;
  std::vector<SealedCondition> conditions;  // those that bear on work, by their index in `terms`
  AttributeMask barred = 0;
  AttributeMask needs_approval = 0;
  Ordinal supervised_by = kNoOrdinal;  // in Catalogue::organisations
};

// The catalogue's ordinals of what a plan names.
struct Ordinals {
  std::function<Ordinal(const SiteName&)> site;
  std::function<Ordinal(const VacancyName&)> vacancy;
};

// Prepares a plan.
//
// Errors  kInvalidArgument  a zone has no kind or no valid shape; the message names it.
//         kInvalidArgument  a permission or a vehicle limit names no zone, or no premises limit, of
//                           the plan; a premises limit bars no type, or goes too far.
//         kInvalidArgument  a curfew or a commitment has no hours.
absl::StatusOr<SealedPlan> Seal(const RiskPlanTerms& terms, const Taxonomy& taxonomy,
                                const Ordinals& ordinals);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_SEALED_PLAN_H_
