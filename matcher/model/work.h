// What work involves, what it needs and how people get to it: the vocabulary that vacancies,
// candidates and plans share.
//
// Enumerator values are stored (FORMAT.md) and equal those of the API. Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_WORK_H_
#define THROUGHGATE_MATCHER_MODEL_WORK_H_

#include <cstdint>
#include <string>

namespace throughgate::matcher {

enum class TravelMode : std::uint8_t { kUnspecified, kWalk, kCycle, kPublicTransport, kCar };

enum class SkillLevel : std::uint8_t { kUnspecified, kAwareness, kWorking, kProficient, kExpert };

enum class SkillEvidence : std::uint8_t { kUnspecified, kSelfDeclared, kWitnessed, kVerified };

// What the work involves that a licence or an order may bear on. Value n is bit n of a mask.
enum class WorkAttribute : std::uint8_t {
  kUnspecified,
  kChildren,
  kVulnerableAdults,
  kInternet,
  kDriving,
  kCash,
  kKeys,
  kLicensedPremises,
  kLoneWork,
  kCustomerHomes,
  kNightsAway,
  kBladesAndTools,
  kSupervisesOthers,
  kGambling,
  kPublicEvents,
  kPersonalData,
  kControlledDrugs,
  kWorkPhone,
  kRemoteAccess,
  kPublishing,
  kStock,
  kFinancialControl,
  kAlcohol,
  kTagConflict,
  kLiveIn,
  kWorkAbroad,
  kWithPrisoners,
  kPrisonService,
  kTeaching,
  kPhotography,
  kWorship,
  kSexualServices,
};
inline constexpr int kWorkAttributeLast = static_cast<int>(WorkAttribute::kSexualServices);

// A set of attributes, one bit each.
using AttributeMask = std::uint32_t;

constexpr AttributeMask MaskOf(WorkAttribute attribute) {
  return AttributeMask{1} << static_cast<int>(attribute);
}

// Where in a text a code was inferred from: bytes [begin, end) of `field`.
struct InferenceEvidence {
  std::string label;
  std::string field;
  std::int32_t begin = 0;
  std::int32_t end = 0;
  bool operator==(const InferenceEvidence&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_WORK_H_
