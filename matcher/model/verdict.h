// What rules say of a pair.
#ifndef THROUGHGATE_MATCHER_MODEL_VERDICT_H_
#define THROUGHGATE_MATCHER_MODEL_VERDICT_H_

#include <algorithm>
#include <cstdint>
#include <vector>

namespace throughgate::matcher {

// The strictest rule wins, so verdicts are ordered. ELIGIBLE means "no known bar", never
// "cleared".
enum class Verdict : std::uint8_t { kEligible, kReview, kNotAvailable };

// From what an answer is computed. SHARED never reads the sealed plan.
enum class View : std::uint8_t { kShared, kFull };

enum class RuleId : std::uint8_t {
  kReach,
  kDates,
  kExclusionZone,
  kRestrictionZone,
  kCurfew,
  kWorkAttributes,
  kRelease,
  kRiskData,
};

// Stable codes; reasons.cc words them and RANKING.md lists them.
enum class Reason : std::uint8_t {
  // reach
  kWithinReach,
  kOutOfReach,
  kReachUncertain,
  kPlaceUnknown,
  kWorkMovesAbout,
  // dates
  kDatesFit,
  kVacancyClosed,
  kNotYetOpen,
  kClosingDatePassed,
  kAvailableTooLate,
  // exclusion-zone, restriction-zone
  kOutsideExclusionZone,
  kInsideExclusionZone,
  kExclusionZoneUncertain,
  kInsideRestrictionZone,
  kOutsideRestrictionZone,
  kRestrictionZoneUncertain,
  kPermittedInSpiteOfZone,
  kZonePlaceUnknown,
  kZoneMobileWork,
  kZoneNoSiteList,
  // curfew
  kOutsideCurfew,
  kCurfewBroken,
  kCurfewUncertain,
  kShiftsNotStated,
  kCurfewPlaceUnknown,
  kCurfewNotRecorded,
  // work-attributes
  kAttributeBarred,
  kAttributeNeedsApproval,
  kAttributeUnknown,
  // release
  kReleasedInTime,
  kReleaseUnknown,
  kStartNotStated,
  kReleasedTooLate,
  kInCustodyWorkTrial,
  // risk-data
  kRiskPlanMissing,
  kSupervisionUnknown,
  kRoshUnknown,
  kMappaUnknown,
  kRiskPlanStale,
  kConditionNotUnderstood,
};

// One thing that one rule found. Plain numbers, so that finding costs nothing; the words are made
// only when somebody asks to be told.
//
// Units   of `amount` and `limit` depend on the reason (metres, minutes or days); reasons.cc says
//         which. `subject` is an index into what the reason is about (zones, curfews, sites) or
//         the value of a WorkAttribute; -1 when it is about none.
struct Finding {
  RuleId rule = RuleId::kReach;
  Verdict verdict = Verdict::kEligible;
  Reason reason = Reason::kWithinReach;
  std::int32_t subject = -1;
  std::int64_t amount = 0;
  std::int64_t limit = 0;
  bool operator==(const Finding&) const = default;
};

// Collects what rules find: always the strictest verdict, and each finding when asked to keep
// them. The scan keeps none, the explanation keeps all: the same rules, run the same way.
class Findings {
 public:
  explicit Findings(std::vector<Finding>* kept = nullptr) : kept_(kept) {}

  void Add(const Finding& finding) {
    verdict_ = std::max(verdict_, finding.verdict);
    if (kept_ != nullptr) kept_->push_back(finding);
  }
  Verdict verdict() const { return verdict_; }
  // Whether somebody will read the findings, not just the verdict.
  bool keeps() const { return kept_ != nullptr; }
  // Whether there is no use in asking further rules.
  bool settled() const { return verdict_ == Verdict::kNotAvailable && kept_ == nullptr; }

 private:
  Verdict verdict_ = Verdict::kEligible;
  std::vector<Finding>* kept_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_VERDICT_H_
