// What a licence or a court limits of a person's work and time. Enumerator values are stored
// (FORMAT.md) and equal those of the API. Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_LIMITS_H_
#define THROUGHGATE_MATCHER_MODEL_LIMITS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/absence.h"
#include "matcher/model/place.h"
#include "matcher/model/premises.h"
#include "matcher/model/role.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

enum class WorkLimitEffect : std::uint8_t { kUnspecified, kBarred, kNeedsApproval };
enum class ContactGroup : std::uint8_t { kUnspecified, kChildren, kAdultsAtRisk };
enum class TagKind : std::uint8_t { kUnspecified, kCurfew, kLocation, kAlcohol };
enum class CommitmentKind : std::uint8_t {
  kUnspecified,
  kReporting,
  kAppointment,
  kProgramme,
  kTesting,
};
enum class ReleaseClass : std::uint8_t {
  kUnknown,
  kStandard,
  kRestricted,
  kYouth,
  kExcluded,  // never: category A, escape list, extradition, unsentenced, remanded
};
enum class OrderKind : std::uint8_t {
  kUnspecified,
  kSexualHarmPrevention,
  kSexualRisk,
  kRestraining,
  kStalkingProtection,
  kCriminalBehaviour,
  kSeriousCrimePrevention,
  kTerrorism,
  kDirectorDisqualification,
  kDrivingDisqualification,
  kOther,
};

// Hours to be at the approved address.
struct Curfew {
  std::string id;
  WeekPattern windows = {};
  std::optional<Day> ends_on = {};  // the last day
  bool variation_sought = false;    // other hours have been asked for, so that the person can work
  bool operator==(const Curfew&) const = default;
};

// When the person must be somewhere else: reporting, an appointment, a programme.
struct Commitment {
  std::string id;
  CommitmentKind kind = CommitmentKind::kUnspecified;
  WeekPattern windows = {};
  std::optional<Place> where = {};    // not known
  std::optional<Day> starts_on = {};  // the first day; not stated: it has begun
  std::optional<Day> ends_on = {};    // the last day
  bool operator==(const Commitment&) const = default;
};

// What the prison says of temporary release. Never computed here.
struct TemporaryRelease {
  ReleaseClass release_class = ReleaseClass::kUnknown;
  std::optional<Day> eligible_from = {};       // the prison's own date
  AbsenceMask sub_types = 0;                   // for which the person is eligible; none: not stated
  Known paid_work = Known::kUnknown;           // whether paid work is among the reasons
  std::optional<std::int32_t> out_at = {};     // minute of the day, not before
  std::optional<std::int32_t> return_by = {};  // minute of the day, not after
  Known nights = Known::kUnknown;              // whether nights away are allowed
  bool operator==(const TemporaryRelease&) const = default;
};

struct WorkLimit {
  WorkAttribute attribute = WorkAttribute::kUnspecified;
  WorkLimitEffect effect = WorkLimitEffect::kUnspecified;
  bool operator==(const WorkLimit&) const = default;
};

// Limits contact with a group from a degree upwards.
struct ContactLimit {
  ContactGroup group = ContactGroup::kUnspecified;
  ContactDegree from = ContactDegree::kUnknown;  // kIncidental, kSupervised or kUnsupervised
  WorkLimitEffect effect = WorkLimitEffect::kUnspecified;
  bool operator==(const ContactLimit&) const = default;
};

// Limits driving, of some types or of all, always or in some hours, anywhere or in a zone.
struct VehicleLimit {
  std::string id;
  VehicleMask types = 0;         // none: every type
  WeekPattern windows = {};      // not stated: always
  std::string within_zone = {};  // the id of a zone of this plan; empty: anywhere
  WorkLimitEffect effect = WorkLimitEffect::kUnspecified;
  bool operator==(const VehicleLimit&) const = default;
};

// Types of premises to stay away from, always or in some hours.
struct PremisesLimit {
  std::string id;
  PremisesMask kinds = 0;    // at least one
  Metres distance = {};      // 0 to kPremisesDistanceMax; 0: at them
  WeekPattern windows = {};  // not stated: always
  WorkLimitEffect effect = WorkLimitEffect::kUnspecified;
  std::optional<Day> ends_on = {};  // the last day
  bool operator==(const PremisesLimit&) const = default;
};

// A device worn on the body.
struct Tag {
  TagKind kind = TagKind::kUnspecified;
  std::optional<Day> ends_on = {};  // the last day
  bool operator==(const Tag&) const = default;
};

// On the lists of those who must not do regulated activity.
struct BarredLists {
  Known children = Known::kUnknown;
  Known adults = Known::kUnknown;
  bool operator==(const BarredLists&) const = default;
};

struct Offence {
  OffenceCategory category = OffenceCategory::kUnspecified;
  std::optional<Day> spent_on =
      {};  // from this day it is spent; not stated: not, as far as is known
  bool operator==(const Offence&) const = default;
};

// An order of a court. Nobody but the court may vary it.
struct CourtOrder {
  std::string id;
  OrderKind kind = OrderKind::kUnspecified;
  std::vector<WorkAttribute> barred_attributes = {};  // each once
  std::vector<std::string> barred_occupations = {};   // ISCO group codes, "isco/23"; each once
  bool read_in_full = false;                          // the two lists are all that bears on work
  std::optional<Day> ends_on = {};                    // the last day
  bool operator==(const CourtOrder&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_LIMITS_H_
