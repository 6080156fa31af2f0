#include "services/convert/role.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

using matcher::ContactDegree;
using matcher::WorkAttribute;

void ReadContact(const v1::Role& wire, const Field& at, matcher::Role& role) {
  role.children = ReadEnum<ContactDegree>(wire.children(), at["children"]);
  role.adults_at_risk = ReadEnum<ContactDegree>(wire.adults_at_risk(), at["adults_at_risk"]);
  role.regulated_with_children =
      ReadEnum<matcher::Known>(wire.regulated_with_children(), at["regulated_with_children"]);
  role.regulated_with_adults =
      ReadEnum<matcher::Known>(wire.regulated_with_adults(), at["regulated_with_adults"]);
}

void ReadDisclosure(const v1::Role& wire, const Field& at, matcher::Role& role) {
  role.dbs_level = ReadEnum<matcher::DbsLevel>(wire.dbs_level(), at["dbs_level"]);
  role.exempt = ReadEnum<matcher::Known>(wire.exempt(), at["exempt"]);
  role.disclosure_stage =
      ReadEnum<matcher::DisclosureStage>(wire.disclosure_stage(), at["disclosure_stage"]);
}

matcher::OffenceMask ReadOffences(const WireEnums& wire, const Field& at) {
  return ReadSet<matcher::OffenceCategory, v1::OffenceCategory>(wire, at);
}

// Offences are listed with LISTED, and with nothing else: what an employer means by an empty list,
// or by a list beside another answer, is for them to say.
void CheckLists(const matcher::Role& role, const Field& at) {
  if (role.offence_policy == matcher::OffencePolicy::kListed) {
    if ((role.excluded_offences | role.case_by_case_offences) == 0) {
      at["offence_policy"].Refuse(
          "Is LISTED and nothing is listed. List offences, or say NO_EXCLUSIONS or CASE_BY_CASE.");
    }
    if (role.excluded_offences & role.case_by_case_offences) {
      at["case_by_case_offences"].Refuse("Lists an offence that excluded_offences lists too.");
    }
    return;
  }
  const char* const needs_listed = "May be listed with the offence_policy LISTED only.";
  if (role.excluded_offences != 0) at["excluded_offences"].Refuse(needs_listed);
  if (role.case_by_case_offences != 0) at["case_by_case_offences"].Refuse(needs_listed);
}

void ReadPolicy(const v1::Role& wire, const Field& at, matcher::Role& role) {
  role.offence_policy =
      ReadEnum<matcher::OffencePolicy>(wire.offence_policy(), at["offence_policy"]);
  role.excluded_offences = ReadOffences(wire.excluded_offences(), at["excluded_offences"]);
  role.case_by_case_offences =
      ReadOffences(wire.case_by_case_offences(), at["case_by_case_offences"]);
  CheckLists(role, at);
}

bool Lists(matcher::AttributeMask mask, WorkAttribute attribute) {
  return (mask & MaskOf(attribute)) != 0;
}

// `attribute` is present where people work with the group, absent where they meet it as anywhere.
void CheckDegree(ContactDegree degree, WorkAttribute attribute,
                 const matcher::VacancyTerms& vacancy, const Field& at) {
  if (degree == ContactDegree::kUnknown) return;
  const bool with_them = degree >= ContactDegree::kSupervised;
  const std::string& name = v1::WorkAttribute_Name(WriteEnum<v1::WorkAttribute>(attribute));
  if (with_them && Lists(vacancy.attributes_absent, attribute)) {
    at.Refuse(absl::StrCat("Is SUPERVISED or UNSUPERVISED, and attributes_absent lists ", name,
                           ". Mend one of them."));
  }
  if (!with_them && Lists(vacancy.attributes_present, attribute)) {
    at.Refuse(absl::StrCat("Is NONE or INCIDENTAL, and attributes_present lists ", name,
                           ". Mend one of them."));
  }
}

// Regulated activity with a group is work with it.
void CheckRegulated(matcher::Known regulated, ContactDegree degree, WorkAttribute attribute,
                    const matcher::VacancyTerms& vacancy, const Field& at) {
  if (regulated != matcher::Known::kYes) return;
  if (degree == ContactDegree::kNone || degree == ContactDegree::kIncidental) {
    at.Refuse("Is YES, and the contact is NONE or INCIDENTAL. Mend one of them.");
  }
  if (Lists(vacancy.attributes_absent, attribute)) {
    const std::string& name = v1::WorkAttribute_Name(WriteEnum<v1::WorkAttribute>(attribute));
    at.Refuse(absl::StrCat("Is YES, and attributes_absent lists ", name, ". Mend one of them."));
  }
}

}  // namespace

matcher::Role ReadRole(const v1::Role& wire, const Field& at) {
  matcher::Role role;
  ReadContact(wire, at, role);
  role.vehicles = ReadSet<matcher::VehicleType, v1::VehicleType>(wire.vehicles(), at["vehicles"]);
  if (wire.has_cash_handled_pounds()) {
    role.cash_handled = ReadNumber(wire.cash_handled_pounds(), kCash, at["cash_handled_pounds"]);
  }
  ReadDisclosure(wire, at, role);
  ReadPolicy(wire, at, role);
  return role;
}

void CheckRole(const matcher::VacancyTerms& vacancy, const Field& at) {
  const matcher::Role& role = vacancy.role;
  CheckDegree(role.children, WorkAttribute::kChildren, vacancy, at["children"]);
  CheckDegree(role.adults_at_risk, WorkAttribute::kVulnerableAdults, vacancy, at["adults_at_risk"]);
  if (role.vehicles != 0 && !Lists(vacancy.attributes_present, WorkAttribute::kDriving)) {
    at["vehicles"].Refuse("Needs DRIVING in attributes_present. Add it there, or list no vehicle.");
  }
  CheckRegulated(role.regulated_with_children, role.children, WorkAttribute::kChildren, vacancy,
                 at["regulated_with_children"]);
  CheckRegulated(role.regulated_with_adults, role.adults_at_risk, WorkAttribute::kVulnerableAdults,
                 vacancy, at["regulated_with_adults"]);
  if (role.cash_handled.value_or(0) > 0 && Lists(vacancy.attributes_absent, WorkAttribute::kCash)) {
    at["cash_handled_pounds"].Refuse(
        "Is more than 0, and attributes_absent lists CASH. Mend one of them.");
  }
}

v1::Role WriteRole(const matcher::Role& role) {
  v1::Role wire;
  wire.set_children(WriteEnum<v1::ContactDegree>(role.children));
  wire.set_adults_at_risk(WriteEnum<v1::ContactDegree>(role.adults_at_risk));
  wire.set_regulated_with_children(WriteEnum<v1::Known>(role.regulated_with_children));
  wire.set_regulated_with_adults(WriteEnum<v1::Known>(role.regulated_with_adults));
  *wire.mutable_vehicles() = WriteSet(role.vehicles);
  if (role.cash_handled) wire.set_cash_handled_pounds(*role.cash_handled);
  wire.set_dbs_level(WriteEnum<v1::DbsLevel>(role.dbs_level));
  wire.set_exempt(WriteEnum<v1::Known>(role.exempt));
  wire.set_disclosure_stage(WriteEnum<v1::DisclosureStage>(role.disclosure_stage));
  wire.set_offence_policy(WriteEnum<v1::OffencePolicy>(role.offence_policy));
  *wire.mutable_excluded_offences() = WriteSet(role.excluded_offences);
  *wire.mutable_case_by_case_offences() = WriteSet(role.case_by_case_offences);
  return wire;
}

}  // namespace throughgate::services
