// Lines about what the work demands of whoever does it.
#include <array>

#include "absl/strings/strip.h"
#include "tests/scenario/role_words.h"

namespace throughgate::scenario {
namespace {

using matcher::ContactDegree;
using matcher::DbsLevel;
using matcher::DisclosureStage;
using matcher::Known;
using matcher::OffencePolicy;
using matcher::Role;

Role& RoleOf(Reading& reading) { return reading.scenario().vacancy.role; }

template <ContactDegree Role::*degree>
void ReadContact(Reading& reading) {
  RoleOf(reading).*degree = DegreeOf(reading, reading.value());
}

template <Known Role::*known>
void ReadKnown(Reading& reading) {
  RoleOf(reading).*known = KnownOf(reading, reading.value());
}

// Work that needs vehicles involves driving.
void ReadDrives(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    RoleOf(reading).vehicles |= MaskOf(VehicleOf(reading, part));
  }
  reading.scenario().vacancy.attributes_present |= MaskOf(matcher::WorkAttribute::kDriving);
}

void ReadCash(Reading& reading) {
  RoleOf(reading).cash_handled = reading.PoundsOf(reading.value());
}

void ReadDbs(Reading& reading) {
  static constexpr std::array<Word<DbsLevel>, 6> kLevels = {
      {{"NONE", DbsLevel::kNone},
       {"BASIC", DbsLevel::kBasic},
       {"STANDARD", DbsLevel::kStandard},
       {"ENHANCED", DbsLevel::kEnhanced},
       {"ENHANCED_WITH_LIST", DbsLevel::kEnhancedWithList},
       {"not known", DbsLevel::kUnknown}}};
  RoleOf(reading).dbs_level = reading.WordOf<DbsLevel>(reading.value(), kLevels);
}

void ReadStage(Reading& reading) {
  static constexpr std::array<Word<DisclosureStage>, 4> kStages = {
      {{"APPLICATION", DisclosureStage::kApplication},
       {"INTERVIEW", DisclosureStage::kInterview},
       {"AFTER_OFFER", DisclosureStage::kAfterOffer},
       {"not known", DisclosureStage::kUnknown}}};
  RoleOf(reading).disclosure_stage = reading.WordOf<DisclosureStage>(reading.value(), kStages);
}

matcher::OffenceMask OffencesOf(Reading& reading, absl::string_view text) {
  matcher::OffenceMask offences = 0;
  for (const std::string& part : Reading::PartsOf(text)) {
    offences |= MaskOf(OffenceOf(reading, part));
  }
  return offences;
}

// "none excluded", "case by case" or "excludes arson, sexual; weighs theft".
void ReadOffences(Reading& reading) {
  Role& role = RoleOf(reading);
  if (reading.value() == "none excluded") {
    role.offence_policy = OffencePolicy::kNoExclusions;
    return;
  }
  if (reading.value() == "case by case") {
    role.offence_policy = OffencePolicy::kCaseByCase;
    return;
  }
  role.offence_policy = OffencePolicy::kListed;
  for (const std::string& clause : reading.Clauses()) {
    absl::string_view text = clause;
    if (absl::ConsumePrefix(&text, "excludes ")) {
      role.excluded_offences |= OffencesOf(reading, text);
    } else if (absl::ConsumePrefix(&text, "weighs ")) {
      role.case_by_case_offences |= OffencesOf(reading, text);
    } else {
      reading.Complain("an employer says \"excludes arson, sexual\", \"weighs theft\" or both");
    }
  }
}

constexpr std::array kKeys = {
    Key{"contact with children", "NONE | INCIDENTAL | SUPERVISED | UNSUPERVISED",
        ReadContact<&Role::children>},
    Key{"contact with adults at risk", "NONE | INCIDENTAL | SUPERVISED | UNSUPERVISED",
        ReadContact<&Role::adults_at_risk>},
    Key{"regulated activity with children", "YES | NO | not known",
        ReadKnown<&Role::regulated_with_children>},
    Key{"regulated activity with adults", "YES | NO | not known",
        ReadKnown<&Role::regulated_with_adults>},
    Key{"drives", "car, van, motorcycle, lorry, passenger vehicle, plant", ReadDrives},
    Key{"cash handled", "£200", ReadCash},
    Key{"dbs", "NONE | BASIC | STANDARD | ENHANCED | ENHANCED_WITH_LIST | not known", ReadDbs},
    Key{"exempt from spent rule", "YES | NO | not known", ReadKnown<&Role::exempt>},
    Key{"asks about record", "APPLICATION | INTERVIEW | AFTER_OFFER | not known", ReadStage},
    Key{"offences", "none excluded | case by case | excludes arson, sexual; weighs theft",
        ReadOffences},
};

}  // namespace

std::span<const Key> RoleKeys() { return kKeys; }

}  // namespace throughgate::scenario
