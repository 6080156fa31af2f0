// Lines about who is ready and qualified, and about what probation approves, keeps apart and
// discloses.
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/scenario/attribute_words.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::QualificationKind;
using matcher::Readiness;
using matcher::WorkBase;

void ReadReadiness(Reading& reading) {
  static constexpr std::array<Word<Readiness>, 5> kWords = {
      {{"UNKNOWN", Readiness::kUnknown},
       {"READY_TO_WORK", Readiness::kReadyToWork},
       {"SUPPORT_NEEDED", Readiness::kSupportNeeded},
       {"SUPPORT_DECLINED", Readiness::kSupportDeclined},
       {"NO_RIGHT_TO_WORK", Readiness::kNoRightToWork}}};
  reading.scenario().candidate.readiness = reading.WordOf<Readiness>(reading.value(), kWords);
}

void ReadAge(Reading& reading) {
  if (reading.value() != "16 or 17") reading.Complain("an age is \"16 or 17\", or not told");
  reading.scenario().candidate.young_worker = true;
}

QualificationKind KindOf(Reading& reading, absl::string_view text) {
  static constexpr std::array<Word<QualificationKind>, 3> kWords = {
      {{"CSCS_CARD", QualificationKind::kCscsCard},
       {"FORK_LIFT", QualificationKind::kForkLift},
       {"FOOD_HYGIENE", QualificationKind::kFoodHygiene}}};
  return reading.WordOf<QualificationKind>(text, kWords);
}

// "CSCS_CARD until 2026-12-01".
void ReadHolds(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    const std::vector<std::string> words = absl::StrSplit(part, " until ");
    matcher::Qualification held{.kind = KindOf(reading, words[0])};
    if (words.size() > 1) held.expires_on = reading.DayOf(words[1]);
    reading.scenario().candidate.qualifications.push_back(held);
  }
}

// "FORK_LIFT by law".
void ReadAsksFor(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    absl::string_view text = part;
    const bool by_law = absl::ConsumeSuffix(&text, " by law");
    reading.scenario().vacancy.qualifications.push_back(
        {.kind = KindOf(reading, text), .by_law = by_law});
  }
}

void ReadWorkBase(Reading& reading) {
  static constexpr std::array<Word<WorkBase>, 3> kWords = {{{"WORKPLACE", WorkBase::kWorkplace},
                                                            {"HYBRID", WorkBase::kHybrid},
                                                            {"HOME", WorkBase::kHome}}};
  matcher::VacancyTerms& vacancy = reading.scenario().vacancy;
  vacancy.work_base = reading.WordOf<WorkBase>(reading.value(), kWords);
  if (vacancy.work_base != WorkBase::kHome) return;
  vacancy.site_mode = matcher::SiteMode::kUnknown;
  vacancy.sites.clear();
}

// "isco/51, last day 2026-12-31" or "this vacancy, last day …".
void ReadApproval(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  absl::string_view last_day = parts.back();
  if (parts.size() != 2 || !absl::ConsumePrefix(&last_day, "last day ")) {
    return reading.Complain("an approval is such as \"isco/51, last day 2026-12-31\"");
  }
  matcher::WorkApproval approval{.id = reading.name(),
                                 .approved_on = {reading.scenario().today.since_epoch - 7},
                                 .valid_to = reading.DayOf(last_day)};
  if (parts[0] == "this vacancy") {
    approval.vacancy = matcher::VacancyName{kEmployer, kVacancy};
  } else {
    approval.occupations = {parts[0]};
  }
  reading.scenario().plan.work_approvals.push_back(std::move(approval));
}

// "the employer", "site s" or "elsewhere".
void ReadNoContact(Reading& reading) {
  absl::string_view where = reading.value();
  std::string name = "employers/elsewhere";
  if (where == "the employer") {
    name = matcher::EmployerName{kEmployer}.ToString();
  } else if (absl::ConsumePrefix(&where, "site ")) {
    name = matcher::SiteName{kEmployer, std::string(where)}.ToString();
  } else if (where != "elsewhere") {
    return reading.Complain("such as \"the employer\", \"site s\" or \"elsewhere\"");
  }
  reading.scenario().plan.no_contact.push_back(
      {.id = reading.name(), .kind = matcher::NoContactKind::kVictim, .names = {DigestOf(name)}});
}
void ReadNoKey(Reading& reading) {
  if (reading.value() != "lost") reading.Complain("a key is \"lost\", or there");
  reading.scenario().has_key = false;
}

void ReadDisclosedWork(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    if (absl::StartsWith(part, "isco/")) {
      reading.scenario().effects.occupations.push_back(part);
    } else {
      reading.scenario().effects.attributes |= MaskOf(AttributeOf(reading, part));
    }
  }
}
void ReadDisclosedHours(Reading& reading) {
  reading.scenario().effects.hours = reading.WeekOf(reading.value());
}
// "3 km round c".
void ReadDisclosedArea(Reading& reading) {
  const std::vector<std::string> parts = absl::StrSplit(reading.value(), " round ");
  if (parts.size() != 2) return reading.Complain("an area is such as \"3 km round c\"");
  reading.scenario().effects.areas.push_back({.id = reading.name(),
                                              .centre = reading.PlaceOf(parts[1]),
                                              .radius = reading.MetresOf(parts[0])});
}

constexpr std::array kKeys = {
    Key{"readiness",
        "READY_TO_WORK | SUPPORT_NEEDED | SUPPORT_DECLINED | NO_RIGHT_TO_WORK | UNKNOWN",
        ReadReadiness},
    Key{"age", "16 or 17", ReadAge},
    Key{"holds", "CSCS_CARD until 2026-12-01, FORK_LIFT", ReadHolds},
    Key{"asks for", "CSCS_CARD, FORK_LIFT by law", ReadAsksFor},
    Key{"work base", "WORKPLACE | HYBRID | HOME", ReadWorkBase},
    Key{"work approval NAME", "isco/51 | this vacancy, last day 2026-12-31", ReadApproval},
    Key{"no contact NAME", "the employer | site s | elsewhere", ReadNoContact},
    Key{"key for names", "lost", ReadNoKey},
    Key{"disclosed against work", "driving, isco/23", ReadDisclosedWork},
    Key{"disclosed hours", "Mon-Fri 08:00-18:00", ReadDisclosedHours},
    Key{"disclosed area NAME", "3 km round c", ReadDisclosedArea},
};

}  // namespace

std::span<const Key> DisclosureKeys() { return kKeys; }

}  // namespace throughgate::scenario
