// What the work demands of whoever does it, as far as a licence, an order or a record may bear on
// it. Enumerator values are stored (FORMAT.md) and equal those of the API. Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_ROLE_H_
#define THROUGHGATE_MATCHER_MODEL_ROLE_H_

#include <compare>
#include <cstdint>
#include <optional>

namespace throughgate::matcher {

// Whether something is so. Unknown is never "no".
enum class Known : std::uint8_t { kUnknown, kNo, kYes };

// How near the work brings people to a group, from not at all to alone with them.
enum class ContactDegree : std::uint8_t {
  kUnknown,
  kNone,
  kIncidental,
  kSupervised,
  kUnsupervised
};

// Value n is bit n of a mask.
enum class VehicleType : std::uint8_t {
  kUnspecified,
  kCar,
  kVan,
  kMotorcycle,
  kLorry,
  kPassenger,  // buses, minibuses and taxis
  kPlant,      // fork-lift trucks and other vehicles that stay on a site
};
inline constexpr int kVehicleTypeLast = static_cast<int>(VehicleType::kPlant);
using VehicleMask = std::uint32_t;
inline constexpr VehicleMask kEveryVehicle = (VehicleMask{1} << (kVehicleTypeLast + 1)) - 2;
constexpr VehicleMask MaskOf(VehicleType type) { return VehicleMask{1} << static_cast<int>(type); }

// The check of criminal records that the role is subject to.
enum class DbsLevel : std::uint8_t {
  kUnknown,
  kNone,
  kBasic,             // unspent convictions
  kStandard,          // spent ones too
  kEnhanced,          // and what the police add
  kEnhancedWithList,  // and the barred lists
};

// When an employer asks about a criminal record.
enum class DisclosureStage : std::uint8_t { kUnknown, kApplication, kInterview, kAfterOffer };

// Groups of offences, as employers exclude them and plans record them. Value n is bit n of a mask.
enum class OffenceCategory : std::uint8_t {
  kUnspecified,
  kArson,
  kCriminalDamage,
  kDriving,
  kDrugs,
  kFraud,
  kHateCrime,
  kMurder,
  kPublicOrder,
  kRobbery,
  kSexual,
  kTerrorism,
  kTheft,
  kViolence,
  kWeapons,
  kOther,
};
inline constexpr int kOffenceCategoryLast = static_cast<int>(OffenceCategory::kOther);
using OffenceMask = std::uint32_t;
constexpr OffenceMask MaskOf(OffenceCategory category) {
  return OffenceMask{1} << static_cast<int>(category);
}

// What the employer says of offences for this role.
enum class OffencePolicy : std::uint8_t {
  kUnknown,
  kNoExclusions,
  kCaseByCase,  // each person's is weighed
  kListed,      // as the two masks say
};

// Nothing is stated when it is as it begins.
struct Role {
  ContactDegree children = ContactDegree::kUnknown;
  ContactDegree adults_at_risk = ContactDegree::kUnknown;
  Known regulated_with_children = Known::kUnknown;
  Known regulated_with_adults = Known::kUnknown;
  VehicleMask vehicles = 0;                       // types driven; none: not stated
  std::optional<std::int32_t> cash_handled = {};  // pounds, at most, at one time
  DbsLevel dbs_level = DbsLevel::kUnknown;
  Known exempt = Known::kUnknown;  // from the rule that spent convictions need not be told
  DisclosureStage disclosure_stage = DisclosureStage::kUnknown;
  OffencePolicy offence_policy = OffencePolicy::kUnknown;
  OffenceMask excluded_offences = 0;      // kListed only
  OffenceMask case_by_case_offences = 0;  // kListed only; disjoint from excluded
  auto operator<=>(const Role&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_ROLE_H_
