#include "tests/oracle/words.h"

namespace throughgate::oracle {

using matcher::OffenceCategory;
using matcher::PremisesKind;
using matcher::WorkAttribute;

std::string NameOf(WorkAttribute attribute) {
  switch (attribute) {
    case WorkAttribute::kUnspecified:
      return "something unspecified";
    case WorkAttribute::kChildren:
      return "contact with children";
    case WorkAttribute::kVulnerableAdults:
      return "adults at risk";
    case WorkAttribute::kInternet:
      return "the internet";
    case WorkAttribute::kDriving:
      return "driving";
    case WorkAttribute::kCash:
      return "cash";
    case WorkAttribute::kKeys:
      return "keys";
    case WorkAttribute::kLicensedPremises:
      return "licensed premises";
    case WorkAttribute::kLoneWork:
      return "lone work";
    case WorkAttribute::kCustomerHomes:
      return "customers' homes";
    case WorkAttribute::kNightsAway:
      return "nights away";
    case WorkAttribute::kBladesAndTools:
      return "blades and tools";
    case WorkAttribute::kSupervisesOthers:
      return "supervising others";
    case WorkAttribute::kGambling:
      return "gambling";
    case WorkAttribute::kPublicEvents:
      return "public events";
    case WorkAttribute::kPersonalData:
      return "personal data";
    case WorkAttribute::kControlledDrugs:
      return "controlled drugs";
    case WorkAttribute::kWorkPhone:
      return "a work telephone";
    case WorkAttribute::kRemoteAccess:
      return "private networks or cloud storage";
    case WorkAttribute::kPublishing:
      return "publishing on the internet";
    case WorkAttribute::kStock:
      return "responsibility for stock";
    case WorkAttribute::kFinancialControl:
      return "control of money";
    case WorkAttribute::kAlcohol:
      return "alcohol";
    case WorkAttribute::kTagConflict:
      return "places or tasks that a tag does not bear";
    case WorkAttribute::kLiveIn:
      return "living at the work";
    case WorkAttribute::kWorkAbroad:
      return "work abroad";
    case WorkAttribute::kWithPrisoners:
      return "serving prisoners";
    case WorkAttribute::kPrisonService:
      return "the prison or probation service";
    case WorkAttribute::kTeaching:
      return "teaching or talks";
    case WorkAttribute::kPhotography:
      return "pictures of people";
    case WorkAttribute::kWorship:
      return "places of worship";
    case WorkAttribute::kSexualServices:
      return "commercial sexual services";
  }
  return "";
}

std::string NameOf(PremisesKind kind) {
  switch (kind) {
    case PremisesKind::kUnspecified:
      return "premises of no known type";
    case PremisesKind::kSchool:
      return "a school";
    case PremisesKind::kNursery:
      return "a nursery";
    case PremisesKind::kPlayArea:
      return "a play area";
    case PremisesKind::kSwimmingPool:
      return "a swimming pool";
    case PremisesKind::kDrinkingPlace:
      return "a drinking place";
    case PremisesKind::kGambling:
      return "a place of gambling";
    case PremisesKind::kPlaceOfWorship:
      return "a place of worship";
    case PremisesKind::kLibrary:
      return "a library";
    case PremisesKind::kCareHome:
      return "a care home";
    case PremisesKind::kHospital:
      return "a hospital";
    case PremisesKind::kYouthCentre:
      return "a youth centre";
    case PremisesKind::kOther:
      return "premises of another type";
  }
  return "";
}

std::string NameOf(OffenceCategory category) {
  switch (category) {
    case OffenceCategory::kUnspecified:
      return "an unspecified kind";
    case OffenceCategory::kArson:
      return "arson";
    case OffenceCategory::kCriminalDamage:
      return "criminal damage";
    case OffenceCategory::kDriving:
      return "driving";
    case OffenceCategory::kDrugs:
      return "drugs";
    case OffenceCategory::kFraud:
      return "fraud";
    case OffenceCategory::kHateCrime:
      return "hate crime";
    case OffenceCategory::kMurder:
      return "murder";
    case OffenceCategory::kPublicOrder:
      return "public order";
    case OffenceCategory::kRobbery:
      return "robbery";
    case OffenceCategory::kSexual:
      return "sexual";
    case OffenceCategory::kTerrorism:
      return "terrorism";
    case OffenceCategory::kTheft:
      return "theft";
    case OffenceCategory::kViolence:
      return "violence";
    case OffenceCategory::kWeapons:
      return "weapons";
    case OffenceCategory::kOther:
      return "another kind";
  }
  return "";
}

}  // namespace throughgate::oracle
