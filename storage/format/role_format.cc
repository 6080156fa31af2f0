#include "storage/format/role_format.h"

namespace throughgate::format {

void StoreRole(const matcher::Role& role, v1::Role& stored) {
  stored.set_children(static_cast<std::uint32_t>(role.children));
  stored.set_adults_at_risk(static_cast<std::uint32_t>(role.adults_at_risk));
  stored.set_regulated_with_children(static_cast<std::uint32_t>(role.regulated_with_children));
  stored.set_regulated_with_adults(static_cast<std::uint32_t>(role.regulated_with_adults));
  stored.set_vehicles(role.vehicles);
  if (role.cash_handled) stored.set_cash_handled(*role.cash_handled);
  stored.set_dbs_level(static_cast<std::uint32_t>(role.dbs_level));
  stored.set_exempt(static_cast<std::uint32_t>(role.exempt));
  stored.set_disclosure_stage(static_cast<std::uint32_t>(role.disclosure_stage));
  stored.set_offence_policy(static_cast<std::uint32_t>(role.offence_policy));
  stored.set_excluded_offences(role.excluded_offences);
  stored.set_case_by_case_offences(role.case_by_case_offences);
}

matcher::Role ReadRole(const v1::Role& stored, Reader& reader) {
  constexpr auto kDegreeLast = matcher::ContactDegree::kUnsupervised;
  constexpr auto kKnownLast = matcher::Known::kYes;
  constexpr int kOffenceLast = matcher::kOffenceCategoryLast;
  matcher::Role role;
  role.children = reader.UpTo(kDegreeLast, stored.children());
  role.adults_at_risk = reader.UpTo(kDegreeLast, stored.adults_at_risk());
  role.regulated_with_children = reader.UpTo(kKnownLast, stored.regulated_with_children());
  role.regulated_with_adults = reader.UpTo(kKnownLast, stored.regulated_with_adults());
  role.vehicles = reader.BitsUpTo(matcher::kVehicleTypeLast, stored.vehicles());
  if (stored.has_cash_handled()) role.cash_handled = stored.cash_handled();
  role.dbs_level = reader.UpTo(matcher::DbsLevel::kEnhancedWithList, stored.dbs_level());
  role.exempt = reader.UpTo(kKnownLast, stored.exempt());
  role.disclosure_stage =
      reader.UpTo(matcher::DisclosureStage::kAfterOffer, stored.disclosure_stage());
  role.offence_policy = reader.UpTo(matcher::OffencePolicy::kListed, stored.offence_policy());
  role.excluded_offences = reader.BitsUpTo(kOffenceLast, stored.excluded_offences());
  role.case_by_case_offences = reader.BitsUpTo(kOffenceLast, stored.case_by_case_offences());
  return role;
}

}  // namespace throughgate::format
