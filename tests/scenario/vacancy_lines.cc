// Lines about the vacancy and its sites.
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/scenario/attribute_words.h"
#include "tests/scenario/occupations.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::SiteMode;
using matcher::VacancyKind;
using matcher::VacancyState;

void ReadKind(Reading& reading) {
  static constexpr std::array<Word<VacancyKind>, 4> kKinds = {
      {{"JOB", VacancyKind::kJob},
       {"APPRENTICESHIP", VacancyKind::kApprenticeship},
       {"WORK_TRIAL", VacancyKind::kWorkTrial},
       {"SELF_EMPLOYMENT", VacancyKind::kSelfEmployment}}};
  reading.scenario().vacancy.kind = reading.WordOf<VacancyKind>(reading.value(), kKinds);
}

void ReadState(Reading& reading) {
  static constexpr std::array<Word<VacancyState>, 2> kStates = {
      {{"OPEN", VacancyState::kOpen}, {"CLOSED", VacancyState::kClosed}}};
  reading.scenario().vacancy.state = reading.WordOf<VacancyState>(reading.value(), kStates);
}

void ReadSiteMode(Reading& reading) {
  static constexpr std::array<Word<SiteMode>, 4> kModes = {{{"CHOOSE_ONE", SiteMode::kChooseOne},
                                                            {"ALL", SiteMode::kAll},
                                                            {"MOBILE", SiteMode::kMobile},
                                                            {"UNKNOWN", SiteMode::kUnknown}}};
  reading.scenario().vacancy.site_mode = reading.WordOf<SiteMode>(reading.value(), kModes);
}

void ReadSites(Reading& reading) {
  std::vector<std::string>& sites = reading.scenario().vacancy.sites;
  sites.clear();
  if (reading.value() == "none listed") return;
  for (absl::string_view site : absl::StrSplit(reading.value(), ' ', absl::SkipEmpty())) {
    reading.PlaceOf(site);
    sites.emplace_back(site);
  }
}

// "known to 200 m" or "position not known".
void ReadSite(Reading& reading) {
  matcher::SiteTerms& terms = reading.scenario().sites[reading.LetterOf(reading.name())];
  const matcher::GeoPoint at = reading.PlaceOf(reading.name());
  absl::string_view text = reading.value();
  if (text == "position not known") {
    terms.place.reset();
  } else if (absl::ConsumePrefix(&text, "known to ")) {
    terms.place = {at, reading.MetresOf(text)};
  } else {
    reading.Complain("a site is \"known to 200 m\" or its \"position not known\"");
  }
}

void ReadShifts(Reading& reading) {
  reading.scenario().vacancy.shifts = reading.WeekOf(reading.value());
}

void ReadPresent(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    reading.scenario().vacancy.attributes_present |= MaskOf(AttributeOf(reading, part));
  }
}

void ReadAbsent(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    reading.scenario().vacancy.attributes_absent |= MaskOf(AttributeOf(reading, part));
  }
}

void ReadAvoidable(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    reading.scenario().vacancy.attributes_avoidable |= MaskOf(AttributeOf(reading, part));
  }
}

void ReadWork(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    reading.scenario().vacancy.occupations.push_back({OccupationCodeOf(reading, part), {}});
  }
}

void ReadOpens(Reading& reading) {
  reading.scenario().vacancy.opens_on = reading.DayOf(reading.value());
}
void ReadCloses(Reading& reading) {
  reading.scenario().vacancy.closes_on = reading.DayOf(reading.value());
}
void ReadStarts(Reading& reading) {
  reading.scenario().vacancy.starts_on = reading.DayOf(reading.value());
}

constexpr std::array kKeys = {
    Key{"kind", "JOB | APPRENTICESHIP | WORK_TRIAL | SELF_EMPLOYMENT", ReadKind},
    Key{"state", "OPEN | CLOSED", ReadState},
    Key{"sites", "s t | none listed", ReadSites},
    Key{"site mode", "CHOOSE_ONE | ALL | MOBILE | UNKNOWN", ReadSiteMode},
    Key{"site NAME", "known to 200 m | position not known", ReadSite},
    Key{"shifts", "Mon-Fri 08:00-16:30, Sun 22:00-06:00", ReadShifts},
    Key{"work involves", "driving, cash, …", ReadPresent, true},
    Key{"work does not involve", "driving, cash, …", ReadAbsent, true},
    Key{"can be arranged without", "driving, cash, …", ReadAvoidable, true},
    Key{"work", "cook | cook, cleaner | isco/51", ReadWork},
    Key{"opens", "a day", ReadOpens},
    Key{"closes", "a day, the last", ReadCloses},
    Key{"work starts", "a day", ReadStarts},
};

}  // namespace

std::span<const Key> VacancyKeys() { return kKeys; }

}  // namespace throughgate::scenario
