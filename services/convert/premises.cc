#include "services/convert/premises.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/position.h"
#include "services/convert/reference.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

using matcher::WorkLimitEffect;

constexpr std::size_t kPremisesLimitsMax = 20;
constexpr Range kDistance{.min = 0, .max = matcher::kPremisesDistanceMax.value};

matcher::PremisesLimit ReadLimit(const v1::PremisesLimit& wire, const Field& at) {
  matcher::PremisesLimit limit;
  limit.id = ReadId(wire.premises_limit_id(), at["premises_limit_id"]);
  if (wire.kinds().empty()) at["kinds"].Refuse("Needs at least one type of premises.");
  limit.kinds = ReadPremisesKinds(wire.kinds(), at["kinds"]);
  limit.distance = {ReadNumber(wire.distance_m(), kDistance, at["distance_m"])};
  limit.windows = ReadWeek(wire.windows(), at["windows"]);
  limit.effect = ReadRequiredEnum<WorkLimitEffect>(wire.effect(), at["effect"]);
  limit.ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"]);
  return limit;
}

v1::PremisesLimit WriteLimit(const matcher::PremisesLimit& limit) {
  v1::PremisesLimit wire;
  wire.set_premises_limit_id(limit.id);
  *wire.mutable_kinds() = WriteSet(limit.kinds);
  wire.set_distance_m(static_cast<std::int32_t>(limit.distance.value));
  *wire.mutable_windows() = WriteWeek(limit.windows);
  wire.set_effect(WriteEnum<v1::WorkLimitEffect>(limit.effect));
  if (limit.ends_on) *wire.mutable_ends_on() = WriteDate(*limit.ends_on);
  return wire;
}

}  // namespace

matcher::PremisesMask ReadPremisesKinds(const WireEnums& wire, const Field& at) {
  return ReadSet<matcher::PremisesKind, v1::PremisesKind>(wire, at);
}

matcher::Premises ReadPremises(const v1::Premises& wire, const Field& at) {
  v1::Position position;
  position.set_latitude(wire.latitude());
  position.set_longitude(wire.longitude());
  position.set_uncertainty_m(wire.uncertainty_m());
  return {.id = ReadCode(wire.premises_id(), at["premises_id"]),
          .kind = ReadRequiredEnum<matcher::PremisesKind>(wire.kind(), at["kind"]),
          .place = ReadPosition(position, at)};
}

void WritePremisesCounts(const matcher::PremisesLayer& layer,
                         google::protobuf::RepeatedPtrField<v1::PremisesCount>& wire) {
  for (int n = 1; n < matcher::kPremisesKinds; ++n) {
    const auto kind = static_cast<matcher::PremisesKind>(n);
    if (layer.count(kind) == 0) continue;
    v1::PremisesCount& entry = *wire.Add();
    entry.set_kind(WriteEnum<v1::PremisesKind>(kind));
    entry.set_count(static_cast<std::int32_t>(layer.count(kind)));
  }
}

void ReadPremisesLimits(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  std::set<std::string> ids;
  const Field limits = at["premises_limits"];
  CheckCount(static_cast<std::size_t>(wire.premises_limits_size()), kPremisesLimitsMax, limits);
  terms.premises_limits = ReadEach(
      wire.premises_limits(), limits, [&](const v1::PremisesLimit& limit, const Field& here) {
        CheckOnce(ids, limit.premises_limit_id(), here["premises_limit_id"]);
        return ReadLimit(limit, here);
      });
}

void WritePremisesLimits(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  for (const auto& limit : terms.premises_limits) *wire.add_premises_limits() = WriteLimit(limit);
}

void CheckPremisesLimitId(const std::string& id, const v1::RiskPlan& plan, const Field& at) {
  const auto has_id = [&](const v1::PremisesLimit& limit) {
    return limit.premises_limit_id() == id;
  };
  if (std::ranges::any_of(plan.premises_limits(), has_id)) return;
  at.Refuse("Is not a premises limit of this plan. Give the premises_limit_id of one of them.");
}

}  // namespace throughgate::services
