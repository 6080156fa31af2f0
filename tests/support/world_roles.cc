// What the work of a small world demands.
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::EnumUpTo;
using namespace matcher;  // NOLINT: every word here is one of the model's

// Never against what the attribute says.
ContactDegree DegreeFor(const VacancyTerms& terms, WorkAttribute attribute) {
  if (terms.attributes_present & MaskOf(attribute)) {
    return OneOf(
        {ContactDegree::kUnknown, ContactDegree::kSupervised, ContactDegree::kUnsupervised});
  }
  if (terms.attributes_absent & MaskOf(attribute)) {
    return OneOf({ContactDegree::kUnknown, ContactDegree::kNone, ContactDegree::kIncidental});
  }
  return *EnumUpTo(ContactDegree::kUnsupervised);
}

VehicleMask SomeVehicles() {
  VehicleMask vehicles = 0;
  for (const VehicleType type : {VehicleType::kCar, VehicleType::kVan}) {
    if (OneIn(3)) vehicles |= MaskOf(type);
  }
  return vehicles;
}

std::optional<std::int32_t> CashFor(const VacancyTerms& terms) {
  if (OneIn(2)) return std::nullopt;
  if (terms.attributes_absent & MaskOf(WorkAttribute::kCash)) return 0;
  return OneOf({20, 50, 200});
}

void SetOffencePolicy(Role& role) {
  role.offence_policy = *EnumUpTo(OffencePolicy::kListed);
  if (role.offence_policy != OffencePolicy::kListed) return;
  for (const OffenceCategory category :
       {OffenceCategory::kTheft, OffenceCategory::kArson, OffenceCategory::kOther}) {
    if (OneIn(3)) continue;
    (OneIn(2) ? role.excluded_offences : role.case_by_case_offences) |= MaskOf(category);
  }
  if ((role.excluded_offences | role.case_by_case_offences) != 0) return;
  role.excluded_offences = MaskOf(OffenceCategory::kTheft);
}

}  // namespace

Role RoleFor(const VacancyTerms& terms) {
  Role role;
  if (OneIn(2)) return role;
  role.children = DegreeFor(terms, WorkAttribute::kChildren);
  role.adults_at_risk = DegreeFor(terms, WorkAttribute::kVulnerableAdults);
  role.regulated_with_children = *EnumUpTo(Known::kYes);
  role.regulated_with_adults = *EnumUpTo(Known::kYes);
  if (terms.attributes_present & MaskOf(WorkAttribute::kDriving)) role.vehicles = SomeVehicles();
  role.cash_handled = CashFor(terms);
  role.dbs_level = *EnumUpTo(DbsLevel::kEnhancedWithList);
  role.exempt = *EnumUpTo(Known::kYes);
  role.disclosure_stage = *EnumUpTo(DisclosureStage::kAfterOffer);
  SetOffencePolicy(role);
  return role;
}

}  // namespace throughgate
