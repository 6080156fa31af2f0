#include "tests/scenario/parser.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "tests/scenario/ground.h"
#include "tests/scenario/reading.h"
#include "tests/scenario/scenario_text.h"

namespace throughgate::scenario {
namespace {

constexpr absl::string_view kName = " NAME";

constexpr matcher::GeoPoint kManchester{534'800'000, -22'400'000};
constexpr Offset kToTheSite{.east_m = 5'000, .north_m = 0};  // where neither map nor line places it
// The least that a gazetteer can say of a district.
constexpr matcher::Metres kHomeKnownTo{1};

std::vector<Key> AllKeys() {
  std::vector<Key> keys;
  for (const auto some : {CandidateKeys(), PlaceKeys(), VacancyKeys(), RoleKeys(), PlanKeys(),
                          LimitKeys(), RecordKeys(), HoursKeys(), PremisesKeys(), DisclosureKeys(),
                          ConditionKeys(), ExpectationKeys()}) {
    keys.insert(keys.end(), some.begin(), some.end());
  }
  return keys;
}

// What a scenario says without saying it: the facts that raise no question.
Scenario Unremarkable() {
  Scenario scenario;
  scenario.today = {
      static_cast<std::int32_t>(absl::CivilDay(2026, 11, 23) - absl::CivilDay(1970, 1, 1))};
  scenario.places = {{'H', kManchester}};
  scenario.vacancy.kind = matcher::VacancyKind::kJob;
  scenario.vacancy.site_mode = matcher::SiteMode::kChooseOne;
  scenario.vacancy.sites = {"s"};
  scenario.candidate.reach = {100'000};
  scenario.candidate.travel_mode = matcher::TravelMode::kCar;
  scenario.plan.supervision = matcher::Supervision::kOnLicence;
  scenario.plan.reviewed_on = scenario.today;
  scenario.plan.rosh = {matcher::RoshLevel::kLow, matcher::RoshLevel::kLow,
                        matcher::RoshLevel::kLow, matcher::RoshLevel::kLow};
  scenario.plan.mappa_level = matcher::MappaLevel::kNotApplicable;
  scenario.plan.barred_lists = {matcher::Known::kNo, matcher::Known::kNo};
  return scenario;
}

// The name in "exclusion zone park" for the key "exclusion zone NAME"; nullopt when `text` is not
// of that key.
std::optional<std::string> NameIn(absl::string_view text, absl::string_view key) {
  if (!absl::ConsumeSuffix(&key, kName)) {
    return text == key ? std::optional<std::string>("") : std::nullopt;
  }
  if (!absl::ConsumePrefix(&text, key) || !absl::ConsumePrefix(&text, " ")) return std::nullopt;
  if (text.empty() || absl::StrContains(text, " ")) return std::nullopt;
  return std::string(text);
}

// Reads one line; returns what is wrong with it, if anything.
std::string ReadLine(const Line& line, Scenario& scenario, std::set<std::string>& stated) {
  static const std::vector<Key> kKeys = AllKeys();
  for (const Key& key : kKeys) {
    const std::optional<std::string> name = NameIn(line.key, key.key);
    if (!name) continue;
    if (!key.repeats && !stated.insert(line.key).second) {
      return absl::StrCat("\"", line.key, "\" is stated twice");
    }
    Reading reading(scenario, line, *name);
    key.read(reading);
    if (reading.complaint().empty()) return "";
    return absl::StrCat(reading.complaint(), "\n  allowed: ", key.key, ": ", key.form);
  }
  return absl::StrCat("there is no \"", line.key, "\"; allowed are:\n  ",
                      absl::StrJoin(kKeys, "\n  ", [](std::string* out, const Key& key) {
                        absl::StrAppend(out, key.key, ": ", key.form);
                      }));
}

// Settles what depends on several lines; returns what is wrong, if anything.
std::string Finish(Scenario& scenario, const std::set<std::string>& stated) {
  if (!scenario.expected.full || !scenario.expected.may_be_proposed) {
    return "a scenario needs \"expect full\" and \"expect shared\"";
  }
  if (*scenario.expected.full != matcher::Verdict::kEligible && scenario.expected.because.empty()) {
    return "a verdict that is not ELIGIBLE needs its reasons: \"because\"";
  }
  if ((scenario.vacancy.attributes_avoidable & ~scenario.vacancy.attributes_present) != 0) {
    return "what the work can be arranged without must be among what it involves";
  }
  if (!stated.contains("release area")) {
    const auto home = scenario.places.find('H');
    if (home == scenario.places.end()) return "the map needs the release area, H";
    scenario.home = matcher::Place{home->second, kHomeKnownTo};
  }
  if (!stated.contains("map")) {
    scenario.places.try_emplace('s', Moved(scenario.places.at('H'), kToTheSite));
  }
  for (const std::string& site : scenario.vacancy.sites) {
    const auto place = scenario.places.find(site[0]);
    if (place == scenario.places.end()) return absl::StrCat("the map needs the site, ", site);
    scenario.sites.try_emplace(site[0],
                               matcher::SiteTerms{.place = matcher::Place{place->second, {0}}});
  }
  return "";
}

absl::StatusOr<Scenario> Parse(ScenarioText text) {
  Scenario scenario = Unremarkable();
  scenario.file = text.file;
  scenario.line = text.line;
  scenario.title = text.title;
  // Other days are counted from the day asked about, wherever it is stated.
  std::stable_partition(text.lines.begin(), text.lines.end(),
                        [](const Line& line) { return line.key == "day"; });
  std::set<std::string> stated;
  for (const Line& line : text.lines) {
    const std::string wrong = ReadLine(line, scenario, stated);
    if (!wrong.empty()) return ErrorAt(text.file, line.number, wrong);
  }
  const std::string wrong = Finish(scenario, stated);
  if (!wrong.empty()) return ErrorAt(text.file, text.line, wrong);
  return scenario;
}

}  // namespace

absl::StatusOr<std::vector<Scenario>> ParseScenarios(absl::string_view file,
                                                     absl::string_view contents) {
  absl::StatusOr<std::vector<ScenarioText>> texts = SplitScenarios(file, contents);
  if (!texts.ok()) return texts.status();
  std::vector<Scenario> scenarios;
  for (ScenarioText& text : *texts) {
    absl::StatusOr<Scenario> scenario = Parse(std::move(text));
    if (!scenario.ok()) return scenario.status();
    scenarios.push_back(*std::move(scenario));
  }
  return scenarios;
}

}  // namespace throughgate::scenario
