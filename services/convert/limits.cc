#include "services/convert/limits.h"

#include <cstddef>
#include <set>
#include <string>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/convert/week.h"
#include "services/convert/zone.h"

namespace throughgate::services {
namespace {

using matcher::WorkLimitEffect;

constexpr std::size_t kCurfewsMax = 20;
constexpr std::size_t kVehicleLimitsMax = 20;

matcher::Curfew ReadCurfew(const v1::Curfew& wire, const Field& at) {
  if (wire.windows().empty()) at["windows"].Refuse("Needs at least one window.");
  return {.id = ReadId(wire.curfew_id(), at["curfew_id"]),
          .windows = ReadWeek(wire.windows(), at["windows"]),
          .ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"]),
          .variation_sought = wire.variation_sought()};
}

matcher::Tag ReadTag(const v1::Tag& wire, const Field& at) {
  return {.kind = ReadRequiredEnum<matcher::TagKind>(wire.kind(), at["kind"]),
          .ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"])};
}

matcher::WorkLimit ReadWorkLimit(const v1::WorkLimit& wire, const Field& at) {
  return {.attribute = ReadRequiredEnum<matcher::WorkAttribute>(wire.attribute(), at["attribute"]),
          .effect = ReadRequiredEnum<WorkLimitEffect>(wire.effect(), at["effect"])};
}

matcher::ContactLimit ReadContactLimit(const v1::ContactLimit& wire, const Field& at) {
  const auto from = ReadRequiredEnum<matcher::ContactDegree>(wire.from(), at["from"]);
  if (from == matcher::ContactDegree::kNone) {
    at["from"].Refuse("Must be INCIDENTAL, SUPERVISED or UNSUPERVISED: from NONE limits all work.");
  }
  return {.group = ReadRequiredEnum<matcher::ContactGroup>(wire.group(), at["group"]),
          .from = from,
          .effect = ReadRequiredEnum<WorkLimitEffect>(wire.effect(), at["effect"])};
}

matcher::VehicleLimit ReadVehicleLimit(const v1::VehicleLimit& wire, const WireZones& zones,
                                       const Field& at) {
  if (!wire.within_zone_id().empty()) {
    CheckZoneId(wire.within_zone_id(), zones, at["within_zone_id"]);
  }
  return {.id = ReadId(wire.vehicle_limit_id(), at["vehicle_limit_id"]),
          .types = ReadSet<matcher::VehicleType, v1::VehicleType>(wire.types(), at["types"]),
          .windows = ReadWeek(wire.windows(), at["windows"]),
          .within_zone = wire.within_zone_id(),
          .effect = ReadRequiredEnum<WorkLimitEffect>(wire.effect(), at["effect"])};
}

// Hours to be somewhere, and what watches that.
void ReadCurfewsAndTags(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  std::set<std::string> curfews;
  CheckCount(static_cast<std::size_t>(wire.curfews_size()), kCurfewsMax, at["curfews"]);
  terms.curfews =
      ReadEach(wire.curfews(), at["curfews"], [&](const v1::Curfew& curfew, const Field& here) {
        CheckOnce(curfews, curfew.curfew_id(), here["curfew_id"]);
        return ReadCurfew(curfew, here);
      });
  std::set<v1::TagKind> kinds;
  terms.tags = ReadEach(wire.tags(), at["tags"], [&](const v1::Tag& tag, const Field& here) {
    CheckOnce(kinds, tag.kind(), here["kind"]);
    return ReadTag(tag, here);
  });
}

// What the work may not involve.
void ReadWorkLimits(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  std::set<v1::WorkAttribute> attributes;
  terms.work_limits = ReadEach(wire.work_limits(), at["work_limits"],
                               [&](const v1::WorkLimit& limit, const Field& here) {
                                 CheckOnce(attributes, limit.attribute(), here["attribute"]);
                                 return ReadWorkLimit(limit, here);
                               });
  std::set<v1::ContactGroup> groups;
  terms.contact_limits = ReadEach(wire.contact_limits(), at["contact_limits"],
                                  [&](const v1::ContactLimit& limit, const Field& here) {
                                    CheckOnce(groups, limit.group(), here["group"]);
                                    return ReadContactLimit(limit, here);
                                  });
  std::set<std::string> vehicle_limits;
  CheckCount(static_cast<std::size_t>(wire.vehicle_limits_size()), kVehicleLimitsMax,
             at["vehicle_limits"]);
  terms.vehicle_limits =
      ReadEach(wire.vehicle_limits(), at["vehicle_limits"],
               [&](const v1::VehicleLimit& limit, const Field& here) {
                 CheckOnce(vehicle_limits, limit.vehicle_limit_id(), here["vehicle_limit_id"]);
                 return ReadVehicleLimit(limit, wire.zones(), here);
               });
}

v1::Curfew WriteCurfew(const matcher::Curfew& curfew) {
  v1::Curfew wire;
  wire.set_curfew_id(curfew.id);
  *wire.mutable_windows() = WriteWeek(curfew.windows);
  if (curfew.ends_on) *wire.mutable_ends_on() = WriteDate(*curfew.ends_on);
  wire.set_variation_sought(curfew.variation_sought);
  return wire;
}

v1::Tag WriteTag(const matcher::Tag& tag) {
  v1::Tag wire;
  wire.set_kind(WriteEnum<v1::TagKind>(tag.kind));
  if (tag.ends_on) *wire.mutable_ends_on() = WriteDate(*tag.ends_on);
  return wire;
}

v1::WorkLimit WriteWorkLimit(const matcher::WorkLimit& limit) {
  v1::WorkLimit wire;
  wire.set_attribute(WriteEnum<v1::WorkAttribute>(limit.attribute));
  wire.set_effect(WriteEnum<v1::WorkLimitEffect>(limit.effect));
  return wire;
}

v1::ContactLimit WriteContactLimit(const matcher::ContactLimit& limit) {
  v1::ContactLimit wire;
  wire.set_group(WriteEnum<v1::ContactGroup>(limit.group));
  wire.set_from(WriteEnum<v1::ContactDegree>(limit.from));
  wire.set_effect(WriteEnum<v1::WorkLimitEffect>(limit.effect));
  return wire;
}

v1::VehicleLimit WriteVehicleLimit(const matcher::VehicleLimit& limit) {
  v1::VehicleLimit wire;
  wire.set_vehicle_limit_id(limit.id);
  *wire.mutable_types() = WriteSet(limit.types);
  *wire.mutable_windows() = WriteWeek(limit.windows);
  wire.set_within_zone_id(limit.within_zone);
  wire.set_effect(WriteEnum<v1::WorkLimitEffect>(limit.effect));
  return wire;
}

}  // namespace

void ReadLimits(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  ReadCurfewsAndTags(wire, at, terms);
  ReadWorkLimits(wire, at, terms);
  if (wire.has_cash_limit_pounds()) {
    terms.cash_limit = ReadNumber(wire.cash_limit_pounds(), kCash, at["cash_limit_pounds"]);
  }
}

void WriteLimits(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  for (const auto& curfew : terms.curfews) *wire.add_curfews() = WriteCurfew(curfew);
  for (const auto& tag : terms.tags) *wire.add_tags() = WriteTag(tag);
  for (const auto& limit : terms.work_limits) *wire.add_work_limits() = WriteWorkLimit(limit);
  for (const auto& limit : terms.contact_limits) {
    *wire.add_contact_limits() = WriteContactLimit(limit);
  }
  for (const auto& limit : terms.vehicle_limits) {
    *wire.add_vehicle_limits() = WriteVehicleLimit(limit);
  }
  if (terms.cash_limit) wire.set_cash_limit_pounds(*terms.cash_limit);
}

}  // namespace throughgate::services
