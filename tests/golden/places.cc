// Every enumerator of premises stands here by itself, so that none can change its value.
#include "storage/format/keys.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

using matcher::MaskOf;
using matcher::PremisesKind;
using matcher::WorkLimitEffect;

matcher::Premises At(const char* id, PremisesKind kind, std::int64_t uncertainty_m) {
  return {.id = id, .kind = kind, .place = {{534'670'000, -22'330'000}, {uncertainty_m}}};
}

format::PremisesChunk EveryKind() {
  return {.premises = {
              At("0", PremisesKind::kUnspecified, 1), At("school/1", PremisesKind::kSchool, 120),
              At("nursery", PremisesKind::kNursery, 30), At("swings", PremisesKind::kPlayArea, 40),
              At("pool", PremisesKind::kSwimmingPool, 50),
              At("pub", PremisesKind::kDrinkingPlace, 20), At("bets", PremisesKind::kGambling, 20),
              At("church", PremisesKind::kPlaceOfWorship, 35),
              At("library", PremisesKind::kLibrary, 25), At("home", PremisesKind::kCareHome, 60),
              At("infirmary", PremisesKind::kHospital, 400),
              At("youth", PremisesKind::kYouthCentre, 25),
              At("other", PremisesKind::kOther, 1'000'000)}};
}

matcher::PremisesLimit Limit(const char* id, matcher::PremisesMask kinds, WorkLimitEffect effect) {
  matcher::PremisesLimit limit;
  limit.id = id;
  limit.kinds = kinds;
  limit.effect = effect;
  return limit;
}

matcher::RiskPlanTerms WithPlaces() {
  matcher::RiskPlanTerms terms;
  terms.premises_limits = {
      Limit("sight", MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kOther),
            WorkLimitEffect::kBarred),
      Limit("pubs", MaskOf(PremisesKind::kDrinkingPlace), WorkLimitEffect::kNeedsApproval)};
  terms.premises_limits[0].distance = {300};
  terms.premises_limits[0].windows = {{{.begin = 480, .length = 480}}};
  terms.premises_limits[0].ends_on = matcher::Day{20'700};
  terms.permissions = {{.id = "kitchen",
                        .zone = {},
                        .site = {"acme", "leeds"},
                        .valid_to = std::nullopt,
                        .premises_limit = "sight"}};
  matcher::Zone zone;
  zone.id = "town";
  zone.kind = matcher::ZoneKind::kExclusion;
  zone.shape = matcher::Circle{.centre = {534'600'000, -22'150'000}, .radius = {2'000}};
  zone.named_area = "district/M13";
  terms.zones = {zone};
  terms.conditions = {
      {.policy_version = "4.0",
       .code = "c-condition",
       .expressed_by = {{.kind = matcher::PlanItemKind::kPremisesLimit, .id = "sight"}}}};
  return terms;
}

format::AreaChunk OneArea() {
  const matcher::Ring ring = {{534'000'000, -22'000'000},
                              {534'000'000, -21'000'000},
                              {535'000'000, -21'000'000},
                              {534'000'000, -22'000'000}};
  return {
      .areas = {{.name = "local-authority/Somewhere", .area = {.polygons = {{.rings = {ring}}}}}}};
}

}  // namespace

std::vector<GoldenRecord> RecordsWithPlaces() {
  matcher::SiteTerms school;
  school.premises_kinds = MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kPlayArea) |
                          MaskOf(PremisesKind::kOther);
  return {Golden(format::AreaChunkKey({"areas-1-4f", 0}), OneArea()),
          Golden(format::AreaManifestKey(),
                 format::AreaManifest{
                     .version = "areas-1-4f", .layer = "areas-1", .chunks = 1, .areas = 1}),
          Golden(format::PremisesManifestKey(),
                 format::PremisesManifest{
                     .version = "premises-1-4f", .layer = "premises-1", .chunks = 1}),
          Golden(format::PremisesChunkKey({"premises-1-4f", 0}), EveryKind()),
          Golden(format::RiskPlanKey({"p-1"}), WithPlaces()),
          Golden(format::TermsKey(matcher::SiteName{"acme", "school"}), school)};
}

}  // namespace throughgate::golden
