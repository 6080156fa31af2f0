// The premises of a small world, and what its plans say of them. Libraries are in no layer.
#include "absl/strings/str_cat.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::Between;
using namespace matcher;  // NOLINT: every word here is one of the model's

}  // namespace

std::vector<Premises> AnyPremises() {
  std::vector<Premises> premises;
  for (int i = *Between(2, 12); i > 0; --i) {
    premises.push_back({.id = absl::StrCat("p", i),
                        .kind = i % 2 == 0 ? PremisesKind::kSchool : PremisesKind::kSwimmingPool,
                        .place = {PointNearby(), {OneOf<std::int64_t>({0, 50, 50, 400})}}});
  }
  return premises;
}

PremisesLimit AnyPremisesLimit() {
  PremisesLimit limit;
  limit.id = "premises";
  limit.kinds = OneOf({MaskOf(PremisesKind::kSchool),
                       MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kSwimmingPool),
                       MaskOf(PremisesKind::kSwimmingPool) | MaskOf(PremisesKind::kLibrary)});
  limit.distance = {OneOf<std::int64_t>({0, 700, 1'400, 2'000})};
  if (OneIn(4)) limit.windows = EveryDay(OneOf({8, 17, 20}), 8);
  limit.effect = OneIn(3) ? WorkLimitEffect::kNeedsApproval : WorkLimitEffect::kBarred;
  limit.ends_on = MaybeDayNearby();
  return limit;
}

PremisesMask AnyPremisesKinds() {
  return OneOf<PremisesMask>({0, 0, 0, 0, 0, MaskOf(PremisesKind::kSchool)});
}

void AddPremisesLimits(const std::vector<Site>& sites, RiskPlanTerms& terms) {
  for (int i = OneOf({0, 0, 0, 1, 2}); i > 0; --i) {
    terms.premises_limits.push_back(AnyPremisesLimit());
    terms.premises_limits.back().id = absl::StrCat("premises-", i);
    if (sites.empty() || OneIn(2)) continue;
    terms.permissions.push_back({.id = absl::StrCat("for-premises-", i),
                                 .zone = {},
                                 .site = (*rc::gen::elementOf(sites)).name,
                                 .valid_to = MaybeDayNearby(),
                                 .premises_limit = terms.premises_limits.back().id});
  }
}

}  // namespace throughgate
