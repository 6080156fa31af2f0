#include "tests/support/disclosure_generators.h"

#include <set>

#include "tests/support/generator_parts.h"

namespace throughgate::generators {
namespace {

constexpr int kApprovalDaysMax = 366;

// Of types of work or of one vacancy, never of both or of nothing.
matcher::WorkApproval AnyApproval(int i) {
  matcher::WorkApproval approval;
  approval.id = IdNumber(i);
  if (*rc::gen::arbitrary<bool>()) {
    approval.vacancy = *rc::gen::arbitrary<matcher::VacancyName>();
  } else {
    approval.occupations = SomeGroups(1, 3);
  }
  approval.conditions = *Text();
  approval.approved_on = AnyDay();
  approval.valid_to = {approval.approved_on.since_epoch + *Between(0, kApprovalDaysMax)};
  return approval;
}

matcher::NameDigest AnyDigest() {
  matcher::NameDigest digest;
  for (std::uint8_t& byte : digest) byte = static_cast<std::uint8_t>(*Between(0, 255));
  return digest;
}

matcher::NoContact AnyNoContact(int i) {
  std::set<matcher::NameDigest> names;
  for (int more = *Between(1, 4); more > 0; --more) names.insert(AnyDigest());
  return {.id = IdNumber(i),
          .kind = *EnumUpTo(matcher::NoContactKind::kGroup),
          .names = {names.begin(), names.end()}};
}

matcher::SharedArea AnyArea(int i) {
  return {.id = IdNumber(i),
          .centre = *rc::gen::arbitrary<matcher::GeoPoint>(),
          .radius = {500 * *Between<std::int64_t>(1, 200)}};
}

}  // namespace

void SetApprovals(matcher::RiskPlanTerms& plan) {
  plan.work_approvals = Few(2, AnyApproval);
  plan.no_contact = Few(2, AnyNoContact);
}

}  // namespace throughgate::generators

namespace rc {

namespace matcher = throughgate::matcher;
namespace generators = throughgate::generators;

Gen<matcher::SharedEffects> Arbitrary<matcher::SharedEffects>::arbitrary() {
  return gen::exec([] {
    constexpr std::uint32_t kEveryAttribute = ~std::uint32_t{1};
    return matcher::SharedEffects{.attributes = generators::SomeBitsOf(kEveryAttribute),
                                  .occupations = generators::SomeGroups(0, 3),
                                  .hours = *gen::arbitrary<matcher::WeekPattern>(),
                                  .areas = generators::Few(2, generators::AnyArea)};
  });
}

}  // namespace rc
