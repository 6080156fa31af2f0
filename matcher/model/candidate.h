// Candidates: pseudonymous people, in codes. Nothing here is sealed; the sealed plan is a record
// of its own (risk_plan.h).
#ifndef THROUGHGATE_MATCHER_MODEL_CANDIDATE_H_
#define THROUGHGATE_MATCHER_MODEL_CANDIDATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/readiness.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

struct CandidateSkill {
  std::string code;
  SkillLevel level = SkillLevel::kWorking;
  SkillEvidence evidence = SkillEvidence::kSelfDeclared;
  bool operator==(const CandidateSkill&) const = default;
};

// Values are stored; never renumber.
enum class OccupationRelation : std::uint8_t { kUnspecified, kSought, kHeld };

struct CandidateOccupation {
  std::string code;
  OccupationRelation relation = OccupationRelation::kSought;
  bool operator==(const CandidateOccupation&) const = default;
};

// On what ground others than the custodian and probation may have the person in their lists. Values
// are stored; never renumber.
enum class ConsentBasis : std::uint8_t {
  kUnspecified,  // none is recorded
  kConsent,
  kPublicTask,
  kLegitimateInterests,
  kLegalObligation,
};

// What the custodian has recorded of that. Without one in force the person is in no list beyond
// the custodian's and probation's, and in no count.
struct Consent {
  ConsentBasis basis = ConsentBasis::kUnspecified;
  bool lists = false;                  // of other organisations that are linked
  bool counts = false;                 // that are shown to engagement
  Day given_on = {};                   // the first day
  std::optional<Day> expires_on = {};  // the last day
  auto operator<=>(const Consent&) const = default;

  bool InForce(Day today) const {
    return basis != ConsentBasis::kUnspecified && given_on <= today && !HasEnded(expires_on, today);
  }
  bool AllowsLists(Day today) const { return lists && InForce(today); }
  bool AllowsCounts(Day today) const { return counts && InForce(today); }
};

// What rules read.
struct CandidateTerms {
  OrganisationId custodian;  // the organisation that registered the person
  std::string release_area;  // a postcode district, "M13"
  Metres reach;
  TravelMode travel_mode = TravelMode::kUnspecified;
  std::optional<Day> available_from;
  Readiness readiness = Readiness::kUnknown;
  std::vector<Qualification> qualifications = {};  // ascending by kind, each once
  bool young_worker = false;  // over school age and under 18: the law limits the hours
  Consent consent = {};
  bool operator==(const CandidateTerms&) const = default;
};

// What only the score reads.
struct CandidateDetail {
  std::vector<CandidateSkill> skills;            // each code once
  std::vector<CandidateOccupation> occupations;  // each code once
  WeekPattern availability;                      // any time when empty
  PencePerHour pay_floor;
  Day registered_on;
  bool corrected = false;  // a person has entered or changed it since an import wrote it
  bool operator==(const CandidateDetail&) const = default;
};

struct Candidate {
  CandidateName name;
  CandidateTerms terms;
  CandidateDetail detail;
  bool operator==(const Candidate&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_CANDIDATE_H_
