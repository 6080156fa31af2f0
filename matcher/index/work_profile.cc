#include "matcher/index/work_profile.h"

#include <array>

namespace throughgate::matcher {
namespace {

// What whoever works at such premises meets, whatever their job. What only some jobs there involve
// (teaching, controlled drugs) is the employer's to say.
struct PremisesWork {
  PremisesKind kind;
  AttributeMask involves;
};
constexpr AttributeMask kWithChildren = MaskOf(WorkAttribute::kChildren);
constexpr AttributeMask kWithAdults = MaskOf(WorkAttribute::kVulnerableAdults);
constexpr std::array<PremisesWork, 10> kPremisesWork = {{
    {PremisesKind::kSchool, kWithChildren},
    {PremisesKind::kNursery, kWithChildren},
    {PremisesKind::kPlayArea, kWithChildren},
    {PremisesKind::kYouthCentre, kWithChildren},
    {PremisesKind::kCareHome, kWithAdults},
    {PremisesKind::kHospital, kWithAdults | kWithChildren},
    {PremisesKind::kSwimmingPool, kWithChildren},
    {PremisesKind::kDrinkingPlace,
     MaskOf(WorkAttribute::kLicensedPremises) | MaskOf(WorkAttribute::kAlcohol)},
    {PremisesKind::kGambling, MaskOf(WorkAttribute::kGambling)},
    {PremisesKind::kPlaceOfWorship, MaskOf(WorkAttribute::kWorship)},
}};

void DoubtDegree(ContactDegree& degree) {
  if (degree < ContactDegree::kSupervised) degree = ContactDegree::kUnknown;
}

// Contact with one group: its degree, the attribute for it and whether the activity is regulated.
void SettleContact(AttributeMask group, Known regulated, ContactDegree& degree, WorkProfile& work) {
  if (regulated == Known::kYes) work.absent &= ~group;
  const bool with_them = regulated == Known::kYes || (work.present & group) != 0;
  if (with_them && degree < ContactDegree::kSupervised) degree = ContactDegree::kUnsupervised;
}

}  // namespace

WorkProfile ProfileOf(const VacancyTerms& terms) {
  WorkProfile work = {.present = terms.attributes_present,
                      .absent = terms.attributes_absent,
                      .avoidable = terms.attributes_avoidable,
                      .role = terms.role,
                      .work_base = terms.work_base,
                      .qualifications = terms.qualifications};
  Role& role = work.role;
  SettleContact(kWithChildren, role.regulated_with_children, role.children, work);
  SettleContact(kWithAdults, role.regulated_with_adults, role.adults_at_risk, work);
  if ((work.present & MaskOf(WorkAttribute::kCash)) != 0 && role.cash_handled == 0) {
    role.cash_handled.reset();
  }
  return work;
}

PersonProfile ProfileOf(const CandidateTerms& terms) {
  return {.readiness = terms.readiness, .qualifications = terms.qualifications};
}

WorkProfile AtPremises(WorkProfile work, PremisesMask kinds) {
  for (const auto& [kind, involves] : kPremisesWork) {
    if ((kinds & MaskOf(kind)) != 0) work.met_there |= involves;
  }
  work.absent &= ~work.met_there;
  if ((work.met_there & kWithChildren) != 0) DoubtDegree(work.role.children);
  if ((work.met_there & kWithAdults) != 0) DoubtDegree(work.role.adults_at_risk);
  return work;
}

}  // namespace throughgate::matcher
