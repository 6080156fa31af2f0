#include "tests/service/sealed_changes.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "tests/support/dice.h"

namespace throughgate {
namespace {

using dice::Below;
using dice::Chance;
using Random = std::mt19937_64;

const absl::CivilDay kToday(2025, 6, 2);

int Number(Random& random, int least, int most) {
  return least + static_cast<int>(Below(random, static_cast<std::size_t>(most - least) + 1));
}

// A value of the enumeration; the first, which is unspecified, only if `any`.
template <typename Enum>
Enum AnyOf(Random& random, const google::protobuf::EnumDescriptor& type, bool any = false) {
  return static_cast<Enum>(
      type.value(Number(random, any ? 0 : 1, type.value_count() - 1))->number());
}

v1::Date DateOf(absl::CivilDay day) {
  v1::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

v1::Date DayNear(Random& random, int least, int most) {
  return DateOf(kToday + Number(random, least, most));
}

v1::WeeklyWindow AnyWindow(Random& random) {
  v1::WeeklyWindow window;
  for (int day = v1::WEEKDAY_MONDAY; day <= v1::WEEKDAY_SUNDAY; ++day) {
    if (Chance(random, 50)) window.add_days(static_cast<v1::Weekday>(day));
  }
  if (window.days().empty()) window.add_days(v1::WEEKDAY_MONDAY);
  const int start = Number(random, 0, 23);
  window.set_start(absl::StrFormat("%02d:30", start));
  window.set_end(absl::StrFormat("%02d:00", (start + Number(random, 1, 20)) % 24));
  return window;
}

// Of each kind at most once, about a third of them.
template <typename Enum, typename Add>
void ForSome(Random& random, const google::protobuf::EnumDescriptor& type, Add add) {
  for (int i = 1; i < type.value_count(); ++i) {
    if (Chance(random, 33)) add(static_cast<Enum>(type.value(i)->number()));
  }
}

v1::WorkLimitEffect AnyEffect(Random& random) {
  return AnyOf<v1::WorkLimitEffect>(random, *v1::WorkLimitEffect_descriptor());
}

void SetStanding(Random& random, v1::RiskPlan& plan) {
  plan.set_supervision(AnyOf<v1::Supervision>(random, *v1::Supervision_descriptor(), true));
  plan.clear_release_on();
  if (Chance(random, 50)) *plan.mutable_release_on() = DayNear(random, -30, 60);
}

void SetReview(Random& random, v1::RiskPlan& plan) {
  const v1::Date earliest = plan.has_reviewed_on() ? plan.reviewed_on() : DateOf(kToday - 400);
  *plan.mutable_reviewed_on() = AnyReviewDay(random, earliest);
}

void SetRisk(Random& random, v1::RiskPlan& plan) {
  const auto level = [&] {
    return AnyOf<v1::RoshLevel>(random, *v1::RoshLevel_descriptor(), true);
  };
  plan.mutable_rosh()->set_children(level());
  plan.mutable_rosh()->set_public_(level());
  plan.mutable_rosh()->set_known_adult(level());
  plan.mutable_rosh()->set_staff(level());
  plan.set_mappa_level(AnyOf<v1::MappaLevel>(random, *v1::MappaLevel_descriptor(), true));
}

void SetZones(Random& random, v1::RiskPlan& plan) {
  plan.clear_zones();
  for (int i = Number(random, 0, 3); i > 0; --i) *plan.add_zones() = AnyZone(random, i);
}

void SetPermissions(Random& random, v1::RiskPlan& plan) {
  plan.clear_permissions();
  const auto add = [&](const std::string& id) -> v1::PlacePermission& {
    v1::PlacePermission& permission = *plan.add_permissions();
    permission.set_permission_id(absl::StrCat("for-", id));
    permission.set_site(kSealedSites[Below(random, std::size(kSealedSites))]);
    if (Chance(random, 50)) *permission.mutable_valid_to() = DayNear(random, -10, 60);
    return permission;
  };
  for (const v1::Zone& zone : plan.zones()) {
    if (Chance(random, 60)) add(zone.zone_id()).set_zone_id(zone.zone_id());
  }
  for (const v1::PremisesLimit& limit : plan.premises_limits()) {
    const std::string& id = limit.premises_limit_id();
    if (Chance(random, 60)) add(id).set_premises_limit_id(id);
  }
}

void SetCurfewsAndTags(Random& random, v1::RiskPlan& plan) {
  plan.clear_curfews();
  plan.clear_tags();
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::Curfew& curfew = *plan.add_curfews();
    curfew.set_curfew_id(absl::StrCat("curfew-", i));
    *curfew.add_windows() = AnyWindow(random);
    if (Chance(random, 30)) *curfew.mutable_ends_on() = DayNear(random, -10, 60);
    curfew.set_variation_sought(Chance(random, 20));
  }
  ForSome<v1::TagKind>(random, *v1::TagKind_descriptor(), [&](v1::TagKind kind) {
    v1::Tag& tag = *plan.add_tags();
    tag.set_kind(kind);
    if (Chance(random, 30)) *tag.mutable_ends_on() = DayNear(random, -10, 60);
  });
}

void SetWorkLimits(Random& random, v1::RiskPlan& plan) {
  plan.clear_work_limits();
  plan.clear_contact_limits();
  ForSome<v1::WorkAttribute>(random, *v1::WorkAttribute_descriptor(), [&](v1::WorkAttribute what) {
    v1::WorkLimit& limit = *plan.add_work_limits();
    limit.set_attribute(what);
    limit.set_effect(AnyEffect(random));
  });
  ForSome<v1::ContactGroup>(random, *v1::ContactGroup_descriptor(), [&](v1::ContactGroup group) {
    v1::ContactLimit& limit = *plan.add_contact_limits();
    limit.set_group(group);
    limit.set_from(static_cast<v1::ContactDegree>(
        Number(random, v1::CONTACT_DEGREE_INCIDENTAL, v1::CONTACT_DEGREE_UNSUPERVISED)));
    limit.set_effect(AnyEffect(random));
  });
}

void SetVehicleLimits(Random& random, v1::RiskPlan& plan) {
  plan.clear_vehicle_limits();
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::VehicleLimit& limit = *plan.add_vehicle_limits();
    limit.set_vehicle_limit_id(absl::StrCat("vehicles-", i));
    ForSome<v1::VehicleType>(random, *v1::VehicleType_descriptor(),
                             [&](v1::VehicleType type) { limit.add_types(type); });
    if (Chance(random, 40)) *limit.add_windows() = AnyWindow(random);
    if (Chance(random, 30) && !plan.zones().empty()) {
      limit.set_within_zone_id(plan.zones(0).zone_id());
    }
    limit.set_effect(AnyEffect(random));
  }
}

void SetPremisesLimits(Random& random, v1::RiskPlan& plan) {
  plan.clear_premises_limits();
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::PremisesLimit& limit = *plan.add_premises_limits();
    limit.set_premises_limit_id(absl::StrCat("premises-", i));
    ForSome<v1::PremisesKind>(random, *v1::PremisesKind_descriptor(),
                              [&](v1::PremisesKind kind) { limit.add_kinds(kind); });
    if (limit.kinds().empty()) limit.add_kinds(v1::PREMISES_KIND_SCHOOL);
    limit.set_distance_m(Number(random, 0, 2'000));
    if (Chance(random, 40)) *limit.add_windows() = AnyWindow(random);
    limit.set_effect(AnyEffect(random));
  }
}

void SetCashAndCounty(Random& random, v1::RiskPlan& plan) {
  plan.clear_cash_limit_pounds();
  if (Chance(random, 60)) plan.set_cash_limit_pounds(Number(random, 0, 1'000));
  plan.set_home_county(Chance(random, 50) ? "" : "Greater Manchester");
}

void SetRecord(Random& random, v1::RiskPlan& plan) {
  const auto known = [&] { return AnyOf<v1::Known>(random, *v1::Known_descriptor(), true); };
  plan.clear_offences();
  plan.clear_orders();
  plan.mutable_barred_lists()->set_children(known());
  plan.mutable_barred_lists()->set_adults(known());
  for (int i = Number(random, 0, 3); i > 0; --i) {
    v1::Offence& offence = *plan.add_offences();
    offence.set_category(AnyOf<v1::OffenceCategory>(random, *v1::OffenceCategory_descriptor()));
    if (Chance(random, 30)) *offence.mutable_spent_on() = DayNear(random, -300, 300);
  }
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::CourtOrder& order = *plan.add_orders();
    order.set_order_id(absl::StrCat("order-", i));
    order.set_kind(AnyOf<v1::OrderKind>(random, *v1::OrderKind_descriptor()));
    ForSome<v1::WorkAttribute>(random, *v1::WorkAttribute_descriptor(),
                               [&](v1::WorkAttribute what) { order.add_barred_attributes(what); });
    if (Chance(random, 50)) order.add_barred_occupations("isco/512");
    order.set_read_in_full(Chance(random, 50));
    if (Chance(random, 30)) *order.mutable_ends_on() = DayNear(random, -10, 300);
  }
}

void SetAbsences(Random& random, v1::RiskPlan& plan) {
  plan.clear_commitments();
  plan.clear_temporary_release();
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::Commitment& commitment = *plan.add_commitments();
    commitment.set_commitment_id(absl::StrCat("commitment-", i));
    commitment.set_kind(AnyOf<v1::CommitmentKind>(random, *v1::CommitmentKind_descriptor()));
    *commitment.add_windows() = AnyWindow(random);
    if (!Chance(random, 50)) continue;
    commitment.mutable_where()->set_latitude(53.48);
    commitment.mutable_where()->set_longitude(-2.24);
    commitment.mutable_where()->set_uncertainty_m(100);
  }
  if (Chance(random, 40)) return;
  v1::TemporaryRelease& release = *plan.mutable_temporary_release();
  release.set_release_class(AnyOf<v1::ReleaseClass>(random, *v1::ReleaseClass_descriptor(), true));
  *release.mutable_eligible_from() = DayNear(random, -60, 60);
  if (Chance(random, 70)) release.add_sub_types("RDR");
  release.set_paid_work(AnyOf<v1::Known>(random, *v1::Known_descriptor(), true));
  release.set_out_at("07:00");
  release.set_return_by(absl::StrFormat("%02d:00", Number(random, 12, 22)));
}

void SetNoContact(Random& random, v1::RiskPlan& plan) {
  plan.clear_no_contact();
  for (int i = Number(random, 0, 2); i > 0; --i) {
    v1::NoContact& entry = *plan.add_no_contact();
    entry.set_no_contact_id(absl::StrCat("somebody-", i));
    entry.set_kind(AnyOf<v1::NoContactKind>(random, *v1::NoContactKind_descriptor()));
    if (Chance(random, 50)) {
      entry.add_employers(kSealedEmployers[Below(random, std::size(kSealedEmployers))]);
    } else {
      entry.add_sites(kSealedSites[Below(random, std::size(kSealedSites))]);
    }
  }
}

// Some of policy 4.0, one of no policy that is known, one written for the person.
void SetConditions(Random& random, v1::RiskPlan& plan) {
  plan.clear_conditions();
  for (const char* code :
       {"985d339a-b652-40e3-b0a8-5aafd5e121f1", "e8478345-019a-4335-9656-73a77ffd3c42",
        "52faefcf-15f0-42c5-b908-621b4a7ecdb9", "0aa669bf-db8a-4b8e-b8ba-ca82fc245b94",
        "2027ae19-04a2-4fa6-8d1b-a62dffba2e62", "00000000-0000-0000-0000-000000000000"}) {
    if (!Chance(random, 30)) continue;
    plan.add_conditions()->set_code(code);
    plan.mutable_conditions()->rbegin()->set_policy_version("4.0");
  }
  if (Chance(random, 30)) plan.add_conditions()->set_form(v1::CONDITION_FORM_BESPOKE);
}

struct Part {
  const char* name;
  void (*set)(Random& random, v1::RiskPlan& plan);
};
// What others refer to comes first.
constexpr Part kParts[] = {
    {"supervision and release", SetStanding},
    {"review", SetReview},
    {"risk of harm and MAPPA", SetRisk},
    {"zones", SetZones},
    {"premises limits", SetPremisesLimits},
    {"permissions", SetPermissions},
    {"curfews and tags", SetCurfewsAndTags},
    {"limits on work and contact", SetWorkLimits},
    {"vehicle limits", SetVehicleLimits},
    {"cash and county", SetCashAndCounty},
    {"offences and orders", SetRecord},
    {"commitments and temporary release", SetAbsences},
    {"no contact", SetNoContact},
    {"conditions", SetConditions},
};

// Takes out what refers to a zone or a limit that is no longer there.
void Mend(v1::RiskPlan& plan) {
  std::set<std::string> zones = {""};
  std::set<std::string> premises = {""};
  for (const v1::Zone& zone : plan.zones()) zones.insert(zone.zone_id());
  for (const auto& limit : plan.premises_limits()) premises.insert(limit.premises_limit_id());
  auto& permissions = *plan.mutable_permissions();
  permissions.erase(std::remove_if(permissions.begin(), permissions.end(),
                                   [&](const v1::PlacePermission& permission) {
                                     return !zones.contains(permission.zone_id()) ||
                                            !premises.contains(permission.premises_limit_id());
                                   }),
                    permissions.end());
  for (v1::VehicleLimit& limit : *plan.mutable_vehicle_limits()) {
    if (!zones.contains(limit.within_zone_id())) limit.clear_within_zone_id();
  }
}

// As little as may be said.
void Empty(v1::RiskPlan& plan) {
  v1::RiskPlan bare;
  bare.set_name(plan.name());
  bare.set_etag(plan.etag());
  if (plan.has_reviewed_on()) *bare.mutable_reviewed_on() = plan.reviewed_on();
  plan = bare;
}

}  // namespace

v1::Zone AnyZone(Random& random, int number) {
  v1::Zone zone;
  zone.set_zone_id(absl::StrCat("zone-", number));
  zone.set_kind(AnyOf<v1::ZoneKind>(random, *v1::ZoneKind_descriptor()));
  const auto& place = kSealedPlaces[Below(random, std::size(kSealedPlaces))];
  const double latitude = place[0] + Number(random, -40, 40) * 1e-3;
  const double longitude = place[1] + Number(random, -60, 60) * 1e-3;
  if (Chance(random, 60)) {
    zone.mutable_circle()->mutable_centre()->set_latitude(latitude);
    zone.mutable_circle()->mutable_centre()->set_longitude(longitude);
    zone.mutable_circle()->set_radius_m(Number(random, 50, 8'000));
  } else {
    const double size = Number(random, 2, 60) * 1e-3;
    v1::Ring& ring = *zone.mutable_area()->add_polygons()->add_rings();
    for (const auto& [north, east] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
      ring.add_vertices()->set_latitude(latitude + north * size);
      ring.mutable_vertices()->rbegin()->set_longitude(longitude + east * size);
    }
  }
  if (zone.kind() == v1::ZONE_KIND_EXCLUSION) zone.set_buffer_m(Number(random, 0, 3) * 150);
  if (Chance(random, 30)) *zone.add_windows() = AnyWindow(random);
  if (Chance(random, 30)) *zone.mutable_ends_on() = DayNear(random, -10, 60);
  return zone;
}

v1::WorkApproval AnyApproval(Random& random) {
  v1::WorkApproval approval;
  approval.set_work_approval_id(absl::StrCat("approval-", Number(random, 1, 4)));
  *approval.mutable_valid_to() = DayNear(random, 0, 300);
  if (Chance(random, 50)) {
    approval.add_occupations("isco/51");
  } else {
    approval.set_vacancy(kSealedVacancies[Below(random, std::size(kSealedVacancies))]);
  }
  return approval;
}

v1::Date AnyReviewDay(Random& random, const v1::Date& earliest) {
  const absl::CivilDay from(earliest.year(), earliest.month(), earliest.day());
  return DateOf(from +
                static_cast<int>(Below(random, static_cast<std::size_t>(kToday - from + 1))));
}

std::string ChangePlan(Random& random, v1::RiskPlan& plan) {
  if (!plan.has_reviewed_on()) SetReview(random, plan);
  std::string what;
  if (Chance(random, 10)) {
    Empty(plan);
    what = "all of it taken away";
  } else if (Chance(random, 20)) {
    for (const Part& part : kParts) part.set(random, plan);
    what = "all of it";
  } else {
    for (int i = Number(random, 1, 3); i > 0; --i) {
      const Part& part = kParts[Below(random, std::size(kParts))];
      part.set(random, plan);
      absl::StrAppend(&what, what.empty() ? "" : ", ", part.name);
    }
  }
  Mend(plan);
  return what;
}

}  // namespace throughgate
