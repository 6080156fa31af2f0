#include "matcher/index/sealed_plan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"

namespace throughgate::matcher {
namespace {

absl::StatusOr<std::vector<SealedZone>> SealZones(const std::vector<Zone>& zones) {
  std::vector<SealedZone> sealed;
  for (const Zone& zone : zones) {
    // No rule would ask about it, and what nobody asks about would pass.
    if (zone.kind == ZoneKind::kUnspecified) {
      return absl::InvalidArgumentError(
          absl::StrCat("zone ", zone.id, " is neither to stay out of nor to stay in"));
    }
    absl::StatusOr<ZoneShape> shape = ZoneShape::Make(zone.shape);
    if (!shape.ok()) {
      return absl::Status(shape.status().code(),
                          absl::StrCat("zone ", zone.id, ": ", shape.status().message()));
    }
    sealed.push_back({zone.kind, *std::move(shape), zone.buffer});
  }
  return sealed;
}

// Digits of a group, "23" of "isco/23"; empty when it is of another scheme.
std::string_view DigitsOf(std::string_view group) {
  constexpr std::string_view kScheme = "isco/";
  return group.starts_with(kScheme) ? group.substr(kScheme.size()) : std::string_view();
}

enum class Bearing { kNone, kBarred, kDoubtful };

Bearing BearingOn(std::string_view isco, const std::vector<std::string>& groups) {
  Bearing bearing = isco.empty() ? Bearing::kDoubtful : Bearing::kNone;
  for (const std::string& group : groups) {
    const std::string_view digits = DigitsOf(group);
    if (!digits.empty() && !isco.empty() && isco.starts_with(digits)) return Bearing::kBarred;
    // A group of another scheme may hold any work.
    if (digits.empty() || digits.starts_with(isco)) bearing = Bearing::kDoubtful;
  }
  return bearing;
}

// What the order bars, by the taxonomy's own indices.
SealedOrder SealOrder(const CourtOrder& order, const Taxonomy& taxonomy) {
  SealedOrder sealed;
  for (const WorkAttribute attribute : order.barred_attributes) sealed.barred |= MaskOf(attribute);
  if (order.barred_occupations.empty()) return sealed;
  for (std::size_t i = 0; i < taxonomy.occupation_count(); ++i) {
    const auto occupation = static_cast<OccupationIndex>(i);
    const Bearing bearing = BearingOn(taxonomy.isco(occupation), order.barred_occupations);
    if (bearing == Bearing::kBarred) sealed.barred_work.push_back(occupation);
    if (bearing == Bearing::kDoubtful) sealed.doubtful_work.push_back(occupation);
  }
  return sealed;
}

// Hours to be kept that are not stated would leave every hour free.
absl::Status CheckHoursStated(const RiskPlanTerms& terms) {
  for (const Curfew& curfew : terms.curfews) {
    if (curfew.windows.stated()) continue;
    return absl::InvalidArgumentError(absl::StrCat("curfew ", curfew.id, " has no hours"));
  }
  for (const Commitment& commitment : terms.commitments) {
    if (commitment.windows.stated()) continue;
    return absl::InvalidArgumentError(absl::StrCat("commitment ", commitment.id, " has no hours"));
  }
  return absl::OkStatus();
}

absl::Status CheckZonesNamed(const RiskPlanTerms& terms) {
  for (const VehicleLimit& limit : terms.vehicle_limits) {
    if (limit.within_zone.empty()) continue;
    if (std::ranges::find(terms.zones, limit.within_zone, &Zone::id) == terms.zones.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("vehicle limit ", limit.id, " names no zone of the plan"));
    }
  }
  return absl::OkStatus();
}

// What the rule could not ask about would pass.
absl::Status CheckPremisesLimits(const std::vector<PremisesLimit>& limits) {
  for (const PremisesLimit& limit : limits) {
    if ((limit.kinds & kEveryPremises) == 0 || limit.distance < Metres{} ||
        limit.distance > kPremisesDistanceMax) {
      return absl::InvalidArgumentError(
          absl::StrCat("premises limit ", limit.id,
                       " is about no type of premises, or about too far a distance"));
    }
  }
  return absl::OkStatus();
}

// The place of the entry `id` among `entries`, or SealedPermission::kNone.
template <class Entry>
std::size_t PlaceOf(const std::string& id, const std::vector<Entry>& entries) {
  const auto found = std::ranges::find(entries, id, &Entry::id);
  return found == entries.end() ? SealedPermission::kNone
                                : static_cast<std::size_t>(found - entries.begin());
}

absl::StatusOr<std::vector<SealedPermission>> SealPermissions(const RiskPlanTerms& terms,
                                                              const Ordinals& ordinals) {
  std::vector<SealedPermission> permissions;
  for (const PlacePermission& permission : terms.permissions) {
    const SealedPermission sealed{
        .zone = PlaceOf(permission.zone, terms.zones),
        .premises_limit = PlaceOf(permission.premises_limit, terms.premises_limits),
        .site = ordinals.site(permission.site),
        .valid_to = permission.valid_to};
    if ((sealed.zone == SealedPermission::kNone) ==
        (sealed.premises_limit == SealedPermission::kNone)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "permission ", permission.id, " names no zone and no premises limit of the plan"));
    }
    permissions.push_back(sealed);
  }
  return permissions;
}

}  // namespace

absl::StatusOr<SealedPlan> Seal(const RiskPlanTerms& terms, const Taxonomy& taxonomy,
                                const Ordinals& ordinals) {
  absl::StatusOr<std::vector<SealedZone>> zones = SealZones(terms.zones);
  if (!zones.ok()) return zones.status();
  if (absl::Status stated = CheckHoursStated(terms); !stated.ok()) return stated;
  if (absl::Status named = CheckZonesNamed(terms); !named.ok()) return named;
  if (absl::Status premises = CheckPremisesLimits(terms.premises_limits); !premises.ok()) {
    return premises;
  }
  absl::StatusOr<std::vector<SealedPermission>> permissions = SealPermissions(terms, ordinals);
  if (!permissions.ok()) return permissions.status();
  SealedPlan plan;
  plan.zones = *std::move(zones);
  plan.terms = terms;
  for (Zone& zone : plan.terms.zones) zone.shape = MultiPolygon();
  plan.permissions = *std::move(permissions);
  for (const WorkApproval& approval : terms.work_approvals) {
    plan.approvals.push_back({taxonomy.OccupationsWithin(approval.occupations),
                              approval.vacancy ? ordinals.vacancy(*approval.vacancy) : kNoOrdinal});
  }
  for (const CourtOrder& order : terms.orders) plan.orders.push_back(SealOrder(order, taxonomy));
  for (const WorkLimit& limit : terms.work_limits) {
    (limit.effect == WorkLimitEffect::kBarred ? plan.barred : plan.needs_approval) |=
        MaskOf(limit.attribute);
  }
  plan.conditions = SealConditions(terms);
  return plan;
}

}  // namespace throughgate::matcher
