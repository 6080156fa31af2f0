// How one licence condition is read: a line of conditions.csv.
#ifndef THROUGHGATE_MATCHER_LICENCE_CONDITION_READING_H_
#define THROUGHGATE_MATCHER_LICENCE_CONDITION_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/model/licence_condition.h"
#include "matcher/model/limits.h"
#include "matcher/model/role.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// Of a licence, or of the supervision after a sentence.
enum class ConditionSet : std::uint8_t { kLicence, kSupervision };

// On every licence, or added to one.
enum class ConditionKind : std::uint8_t { kStandard, kAdditional };

// What may stand in a place that is filled in when a licence is written.
enum class InputKind : std::uint8_t {
  kChoice,   // one of the policy's options
  kChoices,  // some of them
  kYears,    // an age, 1 to 18
  kPounds,   // an amount
  kTime,     // of the day
  kDate,
  kLastDay,  // a date after which the condition is over
  kText,     // names and other words: never kept
  kAddress,  // never kept
  kMap,      // a picture: never kept
};

struct ConditionInput {
  std::string name;  // as published
  InputKind kind = InputKind::kText;
  bool operator==(const ConditionInput&) const = default;
};

enum class ReadAs : std::uint8_t {
  kNoBearing,  // on work
  kNotice,     // bars nothing; whoever clears the work is told of it; its limits apply besides
  kClearance,  // met by the clearance for which every start waits
  kLimit,      // limits work by itself, unless an item of the plan expresses it
  kItem,       // an item of the plan must express it; its limits apply besides
  kPerson,     // always a person's decision
};

// What an item must hold to express the condition, besides what it was filled in with.
struct ItemDemands {
  // An exclusion zone may hold for the days of an event alone.
  bool event = false;
  // What a tag must be for; unspecified: whatever was filled in.
  TagKind tag = TagKind::kUnspecified;
  // The degree from which, or from below which, contact must be limited.
  ContactDegree contact_from = ContactDegree::kUnsupervised;
  WeekPattern hours = {};  // of curfews
  bool operator==(const ItemDemands&) const = default;
};

struct ConditionReading {
  std::vector<std::string> versions;  // of the policy, in which it means this
  std::string code;                   // as published
  ConditionSet set = ConditionSet::kLicence;
  ConditionKind kind = ConditionKind::kStandard;
  std::string category;  // the policy's; empty for standard conditions
  std::vector<ConditionInput> inputs;
  std::string about;  // our words, to stand after "on"
  ReadAs read_as = ReadAs::kPerson;
  AttributeMask barred = 0;
  AttributeMask needs_approval = 0;
  PlanItemKinds items = 0;  // any of which can express it
  ItemDemands demands;
  std::string bearing;  // on work, in our words; empty when there is none
};

// Whether what is filled in may be kept. Names, addresses and pictures are not.
constexpr bool IsKept(InputKind kind) {
  return kind != InputKind::kText && kind != InputKind::kAddress && kind != InputKind::kMap;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_CONDITION_READING_H_
