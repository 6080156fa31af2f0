// Premises as far from sites as limits say, but for a metre or some centimetres. Libraries are in
// no layer.
#include <cmath>
#include <numbers>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/edge_places.h"
#include "tests/oracle/ground.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr int kPremises = 8;
constexpr int kAlike = 6;  // of them, the first: schools and pools

std::int64_t SomeDistance(Dice& dice) { return dice.OneOf<std::int64_t>({0, 300, 2'000}); }

// Where `metres` from `from` are, in a random direction.
GeoPoint SoFarFrom(Dice& dice, GeoPoint from, double metres) {
  const double angle = 2 * std::numbers::pi * dice.Between(0, 359) / 360;
  const auto at = [&](double scale) {
    return GeoPoint{
        from.latitude_e7 + static_cast<std::int32_t>(std::lround(scale * std::sin(angle) * 90)),
        from.longitude_e7 + static_cast<std::int32_t>(std::lround(scale * std::cos(angle) * 151))};
  };
  double scale = metres;
  for (int turn = 0; turn < 3 && metres > 1; ++turn) {
    scale *= metres / Way(Spot(from), Spot(at(scale)));
  }
  return at(scale);
}

Premises BesideSome(Dice& dice, const PlainWorld& world, int i) {
  PremisesKind kind = i % 2 == 0 ? PremisesKind::kSchool : PremisesKind::kSwimmingPool;
  if (i >= kAlike && dice.OneIn(2)) kind = PremisesKind::kOther;
  Premises one{.id = "p" + std::to_string(i),
               .kind = kind,
               .place = {Somewhere(dice), {dice.OneOf<std::int64_t>({1, 50, 400})}}};
  const std::optional<Place>& site = dice.Pick(world.sites).terms.place;
  if (!site || dice.OneIn(5)) return one;
  const double unknown = static_cast<double>((site->uncertainty + one.place.uncertainty).value);
  const double metres = static_cast<double>(SomeDistance(dice)) +
                        (dice.OneIn(2) ? unknown : -unknown) + dice.OneOf({-2.0, -0.3, 0.3, 2.0});
  one.place.at = SoFarFrom(dice, site->at, std::abs(metres));
  return one;
}

PremisesLimit AnyLimit(Dice& dice, const PlainWorld& world) {
  PremisesLimit limit;
  limit.kinds = dice.OneOf({MaskOf(PremisesKind::kSchool), MaskOf(PremisesKind::kSwimmingPool),
                            MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kSwimmingPool),
                            MaskOf(PremisesKind::kSwimmingPool) | MaskOf(PremisesKind::kLibrary)});
  if (dice.OneIn(4)) limit.kinds |= MaskOf(PremisesKind::kOther);
  if (dice.OneIn(20)) limit.kinds = MaskOf(PremisesKind::kOther);
  limit.distance = {SomeDistance(dice)};
  if (dice.OneIn(3)) limit.windows = HoursBesideSomeShift(dice, world);
  limit.effect = dice.OneIn(4) ? WorkLimitEffect::kNeedsApproval : WorkLimitEffect::kBarred;
  limit.ends_on = MaybeDayBeside(dice, world.today);
  return limit;
}

void AddLimits(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  for (int i = dice.Between(1, 2); i > 0; --i) {
    plan.premises_limits.push_back(AnyLimit(dice, world));
    plan.premises_limits.back().id = "near-" + std::to_string(i);
    if (dice.OneIn(2)) continue;
    plan.permissions.push_back({.id = "near-" + std::to_string(i),
                                .zone = {},
                                .site = dice.Pick(world.sites).name,
                                .valid_to = MaybeDayBeside(dice, world.today),
                                .premises_limit = plan.premises_limits.back().id});
  }
}

}  // namespace

void AddPremises(Dice& dice, PlainWorld& world) {
  for (Site& site : world.sites) {
    if (dice.OneIn(8)) site.terms.premises_kinds = MaskOf(PremisesKind::kSchool);
  }
  for (int i = 0; i < kPremises; ++i) world.premises.push_back(BesideSome(dice, world, i));
  for (std::optional<RiskPlanTerms>& plan : world.plans) {
    if (plan && dice.OneIn(4)) AddLimits(dice, world, *plan);
  }
}

}  // namespace throughgate::oracle
