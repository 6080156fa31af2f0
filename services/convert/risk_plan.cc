#include "services/convert/risk_plan.h"

#include <optional>
#include <set>
#include <string>

#include "absl/strings/str_format.h"
#include "services/convert/commitments.h"
#include "services/convert/dates.h"
#include "services/convert/disclosure.h"
#include "services/convert/licence_condition.h"
#include "services/convert/limits.h"
#include "services/convert/orders.h"
#include "services/convert/premises.h"
#include "services/convert/values.h"
#include "services/convert/zone.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kPermissionsMax = 50;
constexpr std::size_t kConditionsMax = 100;

matcher::Rosh ReadRosh(const v1::Rosh& wire, const Field& at) {
  return {.children = ReadEnum<matcher::RoshLevel>(wire.children(), at["children"]),
          .to_public = ReadEnum<matcher::RoshLevel>(wire.public_(), at["public"]),
          .known_adult = ReadEnum<matcher::RoshLevel>(wire.known_adult(), at["known_adult"]),
          .staff = ReadEnum<matcher::RoshLevel>(wire.staff(), at["staff"])};
}

void ReadPlaces(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  std::set<std::string> zones;
  CheckCount(static_cast<std::size_t>(wire.zones_size()), kZonesMax, at["zones"]);
  terms.zones = ReadEach(wire.zones(), at["zones"], [&](const v1::Zone& zone, const Field& here) {
    CheckOnce(zones, zone.zone_id(), here["zone_id"]);
    return ReadZone(zone, here);
  });
  CheckZoneVertices(terms.zones, at["zones"]);
  std::set<std::string> permissions;
  CheckCount(static_cast<std::size_t>(wire.permissions_size()), kPermissionsMax, at["permissions"]);
  terms.permissions =
      ReadEach(wire.permissions(), at["permissions"],
               [&](const v1::PlacePermission& permission, const Field& here) {
                 CheckOnce(permissions, permission.permission_id(), here["permission_id"]);
                 return ReadPermission(permission, wire, here);
               });
}

v1::Rosh WriteRosh(const matcher::Rosh& rosh) {
  v1::Rosh wire;
  wire.set_children(WriteEnum<v1::RoshLevel>(rosh.children));
  wire.set_public_(WriteEnum<v1::RoshLevel>(rosh.to_public));
  wire.set_known_adult(WriteEnum<v1::RoshLevel>(rosh.known_adult));
  wire.set_staff(WriteEnum<v1::RoshLevel>(rosh.staff));
  return wire;
}

void WritePlaces(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  for (const auto& zone : terms.zones) *wire.add_zones() = WriteZone(zone);
  for (const auto& permission : terms.permissions) {
    *wire.add_permissions() = WritePermission(permission);
  }
}

void WriteConditions(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  for (const matcher::LicenceCondition& condition : terms.conditions) {
    *wire.add_conditions() = WriteLicenceCondition(condition);
  }
}

}  // namespace

matcher::Day ReadReviewDay(bool has, const v1::Date& wire, matcher::Day today, const Field& at) {
  const std::size_t faults = at.faults();
  const std::optional<matcher::Day> day = ReadOptionalDate(has, wire, at);
  if (!day) {
    at.Refuse("Is required.");
  } else if (at.faults() == faults && *day > today) {
    at.Refuse("Is in the future.");
  }
  return day.value_or(matcher::Day{});
}

void CheckReviewedSince(const matcher::RiskPlanTerms& stored, const matcher::RiskPlanTerms& plan,
                        const Field& at) {
  if (plan.reviewed_on >= stored.reviewed_on) return;
  const v1::Date day = WriteDate(stored.reviewed_on);
  at.Refuse(absl::StrFormat(
      "Is before %04d-%02d-%02d, when the stored plan was reviewed. Read that plan, and send one "
      "that was reviewed on that day or since.",
      day.year(), day.month(), day.day()));
}

matcher::RiskPlanTerms ReadRiskPlan(const v1::RiskPlan& wire, matcher::Day today, const Field& at) {
  matcher::RiskPlanTerms terms;
  terms.supervision = ReadEnum<matcher::Supervision>(wire.supervision(), at["supervision"]);
  terms.release_on = ReadOptionalDate(wire.has_release_on(), wire.release_on(), at["release_on"]);
  terms.reviewed_on =
      ReadReviewDay(wire.has_reviewed_on(), wire.reviewed_on(), today, at["reviewed_on"]);
  terms.rosh = ReadRosh(wire.rosh(), at["rosh"]);
  terms.mappa_level = ReadEnum<matcher::MappaLevel>(wire.mappa_level(), at["mappa_level"]);
  ReadPlaces(wire, at, terms);
  ReadLimits(wire, at, terms);
  ReadPremisesLimits(wire, at, terms);
  ReadOrders(wire, at, terms);
  ReadCommitments(wire, at, terms);
  return terms;
}

void ReadConditions(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  CheckCount(static_cast<std::size_t>(wire.conditions_size()), kConditionsMax, at["conditions"]);
  std::set<std::string> ids;
  terms.conditions = ReadEach(wire.conditions(), at["conditions"],
                              [&](const v1::LicenceCondition& condition, const Field& here) {
                                if (!condition.condition_id().empty()) {
                                  CheckOnce(ids, condition.condition_id(), here["condition_id"]);
                                }
                                return ReadLicenceCondition(condition, terms, here);
                              });
}

v1::RiskPlan WriteRiskPlan(const Stored<matcher::RiskPlan>& stored) {
  const auto& [candidate, terms] = stored.record;
  v1::RiskPlan wire;
  wire.set_name(candidate.RiskPlan());
  wire.set_supervision(WriteEnum<v1::Supervision>(terms.supervision));
  wire.set_supervised_by(terms.supervised_by.value);
  if (terms.release_on) *wire.mutable_release_on() = WriteDate(*terms.release_on);
  *wire.mutable_reviewed_on() = WriteDate(terms.reviewed_on);
  if (terms.corrected_on) *wire.mutable_corrected_on() = WriteDate(*terms.corrected_on);
  *wire.mutable_rosh() = WriteRosh(terms.rosh);
  wire.set_mappa_level(WriteEnum<v1::MappaLevel>(terms.mappa_level));
  WritePlaces(terms, wire);
  WriteLimits(terms, wire);
  WritePremisesLimits(terms, wire);
  WriteOrders(terms, wire);
  WriteCommitments(terms, wire);
  for (const auto& approval : terms.work_approvals) {
    *wire.add_work_approvals() = WriteWorkApproval(approval);
  }
  for (const auto& entry : terms.no_contact) *wire.add_no_contact() = WriteNoContact(entry);
  WriteConditions(terms, wire);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace throughgate::services
