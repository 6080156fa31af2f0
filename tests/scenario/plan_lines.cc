// Lines about the risk plan: the person's supervision and risk, zones and hours.
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::MappaLevel;
using matcher::RoshLevel;
using matcher::Supervision;
using matcher::ZoneKind;

void ReadPlanState(Reading& reading) {
  static constexpr std::array<Word<PlanState>, 2> kStates = {
      {{"none", PlanState::kNone}, {"cannot be read", PlanState::kUnreadable}}};
  reading.scenario().plan_state = reading.WordOf<PlanState>(reading.value(), kStates);
}

void ReadSupervision(Reading& reading) {
  static constexpr std::array<Word<Supervision>, 6> kSupervisions = {
      {{"UNKNOWN", Supervision::kUnknown},
       {"IN_CUSTODY", Supervision::kInCustody},
       {"HDC", Supervision::kHdc},
       {"ON_LICENCE", Supervision::kOnLicence},
       {"COMMUNITY", Supervision::kCommunity},
       {"NOT_SUPERVISED", Supervision::kNotSupervised}}};
  reading.scenario().plan.supervision = reading.WordOf<Supervision>(reading.value(), kSupervisions);
}

void ReadRelease(Reading& reading) {
  reading.scenario().plan.release_on = reading.DayOf(reading.value());
}

void ReadReviewed(Reading& reading) {
  reading.scenario().plan.reviewed_on = reading.DayOf(reading.value());
}

void ReadRosh(Reading& reading) {
  static constexpr std::array<Word<RoshLevel>, 5> kLevels = {{{"UNKNOWN", RoshLevel::kUnknown},
                                                              {"LOW", RoshLevel::kLow},
                                                              {"MEDIUM", RoshLevel::kMedium},
                                                              {"HIGH", RoshLevel::kHigh},
                                                              {"VERY_HIGH", RoshLevel::kVeryHigh}}};
  static constexpr std::array<Word<RoshLevel matcher::Rosh::*>, 4> kGroups = {
      {{"children", &matcher::Rosh::children},
       {"public", &matcher::Rosh::to_public},
       {"known-adult", &matcher::Rosh::known_adult},
       {"staff", &matcher::Rosh::staff}}};
  const auto group = reading.WordOf<RoshLevel matcher::Rosh::*>(reading.name(), kGroups);
  reading.scenario().plan.rosh.*group = reading.WordOf<RoshLevel>(reading.value(), kLevels);
}

void ReadMappa(Reading& reading) {
  static constexpr std::array<Word<MappaLevel>, 5> kLevels = {
      {{"UNKNOWN", MappaLevel::kUnknown},
       {"NOT_APPLICABLE", MappaLevel::kNotApplicable},
       {"LEVEL_1", MappaLevel::kLevel1},
       {"LEVEL_2", MappaLevel::kLevel2},
       {"LEVEL_3", MappaLevel::kLevel3}}};
  reading.scenario().plan.mappa_level = reading.WordOf<MappaLevel>(reading.value(), kLevels);
}

// "A B C D without E F G": corners in order, then those of holes.
matcher::Polygon PolygonOf(Reading& reading, absl::string_view text) {
  matcher::Polygon polygon;
  for (absl::string_view corners : absl::StrSplit(text, " without ")) {
    matcher::Ring ring = reading.PlacesOf(corners);
    if (ring.size() < 3) {
      reading.Complain(absl::StrCat("\"", corners, "\" has fewer than three corners"));
      return polygon;
    }
    ring.push_back(ring.front());
    polygon.rings.push_back(std::move(ring));
  }
  return polygon;
}

// "A B C D", "A B C D and E F G" or "2 km round c"; an exclusion zone may add ", buffer 500 m".
void ReadZone(Reading& reading, ZoneKind kind) {
  matcher::Zone zone{reading.name(), kind, {}, {0}};
  const std::vector<std::string> parts = reading.Parts();
  const std::vector<absl::string_view> radius_and_centre = absl::StrSplit(parts[0], " round ");
  if (radius_and_centre.size() == 2) {
    zone.shape = matcher::Circle{reading.PlaceOf(radius_and_centre[1]),
                                 reading.MetresOf(radius_and_centre[0])};
  } else {
    matcher::MultiPolygon area;
    for (absl::string_view polygon : absl::StrSplit(parts[0], " and ")) {
      area.polygons.push_back(PolygonOf(reading, polygon));
    }
    zone.shape = std::move(area);
  }
  if (parts.size() > 1) {
    absl::string_view buffer = parts[1];
    if (parts.size() > 2 || kind != ZoneKind::kExclusion ||
        !absl::ConsumePrefix(&buffer, "buffer ")) {
      return reading.Complain("only an exclusion zone may add \", buffer 500 m\"");
    }
    zone.buffer = reading.MetresOf(buffer);
  }
  reading.scenario().plan.zones.push_back(std::move(zone));
}
void ReadExclusionZone(Reading& reading) { ReadZone(reading, ZoneKind::kExclusion); }
void ReadRestrictionZone(Reading& reading) { ReadZone(reading, ZoneKind::kRestriction); }
void ReadZoneOfNoKind(Reading& reading) { ReadZone(reading, ZoneKind::kUnspecified); }

// "Mon-Fri 19:00-07:00, last day 2026-12-31" or "hours not stated".
void ReadCurfew(Reading& reading) {
  matcher::Curfew curfew{reading.name(), {}, {}};
  absl::string_view hours = reading.value();
  const std::size_t last_day = hours.find(", last day ");
  if (last_day != absl::string_view::npos) {
    curfew.ends_on = reading.DayOf(absl::StripPrefix(hours.substr(last_day), ", last day "));
    hours = hours.substr(0, last_day);
  }
  if (hours != "hours not stated") curfew.windows = reading.WeekOf(hours);
  reading.scenario().plan.curfews.push_back(std::move(curfew));
}

// "zone park, site s, last day 2026-12-31", or "premises limit schools, site s"; the last day may
// be left out.
void ReadPermission(Reading& reading) {
  matcher::PlacePermission permission{reading.name(), "", {kEmployer, ""}, {}};
  for (const std::string& text : reading.Parts()) {
    absl::string_view part = text;
    if (absl::ConsumePrefix(&part, "zone ")) {
      permission.zone = std::string(part);
    } else if (absl::ConsumePrefix(&part, "premises limit ")) {
      permission.premises_limit = std::string(part);
    } else if (absl::ConsumePrefix(&part, "site ")) {
      permission.site.site = std::string(1, reading.LetterOf(part));
    } else if (absl::ConsumePrefix(&part, "last day ")) {
      permission.valid_to = reading.DayOf(part);
    } else {
      reading.Complain("a permission is such as \"zone park, site s, last day 2026-12-31\"");
    }
  }
  reading.scenario().plan.permissions.push_back(std::move(permission));
}

constexpr std::array kKeys = {
    Key{"risk plan", "none | cannot be read", ReadPlanState},
    Key{"supervision", "IN_CUSTODY | HDC | ON_LICENCE | COMMUNITY | NOT_SUPERVISED | UNKNOWN",
        ReadSupervision},
    Key{"release", "a day", ReadRelease},
    Key{"reviewed", "a day", ReadReviewed},
    Key{"rosh NAME", "LOW | MEDIUM | HIGH | VERY_HIGH | UNKNOWN", ReadRosh},
    Key{"mappa", "NOT_APPLICABLE | LEVEL_1 | LEVEL_2 | LEVEL_3 | UNKNOWN", ReadMappa},
    Key{"exclusion zone NAME", "A B C D | A B C D without E F G | 2 km round c [, buffer 500 m]",
        ReadExclusionZone},
    Key{"restriction zone NAME", "A B C D and E F G | 2 km round c", ReadRestrictionZone},
    Key{"zone of no stated kind NAME", "A B C D", ReadZoneOfNoKind},
    Key{"curfew NAME", "Mon-Sun 19:00-07:00[, last day 2026-12-31] | hours not stated", ReadCurfew},
    Key{"permission NAME", "zone park | premises limit schools, site s[, last day 2026-12-31]",
        ReadPermission},
};

}  // namespace

std::span<const Key> PlanKeys() { return kKeys; }

}  // namespace throughgate::scenario
