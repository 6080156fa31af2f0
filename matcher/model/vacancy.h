// Vacancies and their work-trial slots. See employer.h for what terms and detail are.
#ifndef THROUGHGATE_MATCHER_MODEL_VACANCY_H_
#define THROUGHGATE_MATCHER_MODEL_VACANCY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/model/names.h"
#include "matcher/model/readiness.h"
#include "matcher/model/role.h"
#include "matcher/model/units.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// The values of these enumerations are stored; never renumber.
enum class VacancyKind : std::uint8_t {
  kUnspecified,
  kJob,
  kApprenticeship,
  kWorkTrial,
  kSelfEmployment
};
enum class VacancyState : std::uint8_t { kUnspecified, kOpen, kClosed };
enum class SiteMode : std::uint8_t { kUnspecified, kChooseOne, kAll, kMobile, kUnknown };
// Where the work is done. At home there is no site to go to.
enum class WorkBase : std::uint8_t { kUnspecified, kWorkplace, kHybrid, kHome };
// Home-based work that moves about is out on the road.
inline bool IsDoneAtHome(WorkBase base, SiteMode mode) {
  return base == WorkBase::kHome && mode != SiteMode::kMobile;
}
enum class SlotState : std::uint8_t { kUnspecified, kOpen, kCancelled };

inline constexpr int kVacancySitesMax = 50;
inline constexpr int kVacancySkillsMax = 50;
inline constexpr int kVacancyOccupationsMax = 4;

struct VacancyOccupation {
  std::string code;
  std::optional<InferenceEvidence> inferred_from;
  bool operator==(const VacancyOccupation&) const = default;
};

struct RequiredSkill {
  std::string code;
  SkillLevel level = SkillLevel::kWorking;
  bool essential = false;
  std::optional<InferenceEvidence> inferred_from;
  bool operator==(const RequiredSkill&) const = default;
};

struct VacancyTerms {
  VacancyKind kind = VacancyKind::kUnspecified;
  VacancyState state = VacancyState::kOpen;
  SiteMode site_mode = SiteMode::kUnspecified;
  std::vector<std::string> sites;  // the last part of the names of the employer's own sites
  WeekPattern shifts;              // not stated when empty
  AttributeMask attributes_present = 0;
  AttributeMask attributes_absent = 0;     // disjoint from present; in neither: unknown
  AttributeMask attributes_avoidable = 0;  // of those present, what can be arranged away
  Role role;
  std::vector<RequiredQualification> qualifications = {};  // ascending by kind, each once
  WorkBase work_base = WorkBase::kUnspecified;             // unspecified: as kWorkplace
  std::optional<Day> opens_on;
  std::optional<Day> closes_on;  // the last day, inclusive
  std::optional<Day> starts_on;
  std::vector<VacancyOccupation> occupations;  // best first
  bool operator==(const VacancyTerms&) const = default;
};

struct VacancyDetail {
  std::string title;
  std::string description;
  std::vector<RequiredSkill> skills;  // each code once
  PencePerHour pay;
  std::int32_t positions = 1;
  Day posted_on;
  std::string feed;         // empty: entered by a person
  std::string external_id;  // within the feed
  bool corrected = false;   // a person has changed it since it was imported
  bool operator==(const VacancyDetail&) const = default;
};

struct Vacancy {
  VacancyName name;
  VacancyTerms terms;
  VacancyDetail detail;
  bool operator==(const Vacancy&) const = default;
};

// One dated window of a slot: from `start_minute` of `date`, for `length` minutes, local time.
struct SlotWindow {
  Day date;
  std::int32_t start_minute = 0;
  std::int32_t length = 0;
  bool operator==(const SlotWindow&) const = default;
};

// A slot has terms only: all of it bears on whether a booking is right.
struct SlotTerms {
  std::string site;                 // the last part of the site's name
  std::vector<SlotWindow> windows;  // ascending, not overlapping
  std::int32_t capacity = 0;        // people per window
  std::string absence_sub_type;     // RDR, ROR, SPL
  std::string absence_reason;       // R10 … R25
  SlotState state = SlotState::kOpen;
  bool operator==(const SlotTerms&) const = default;
};

struct WorkTrialSlot {
  SlotName name;
  SlotTerms terms;
  bool operator==(const WorkTrialSlot&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_VACANCY_H_
