// Lines about premises that licences speak of: where they are, what sites are themselves, and what
// the plan says of them.
#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {
namespace {

using matcher::PremisesKind;
using matcher::WorkLimitEffect;

constexpr std::array<Word<PremisesKind>, 12> kKinds = {
    {{"school", PremisesKind::kSchool},
     {"nursery", PremisesKind::kNursery},
     {"play area", PremisesKind::kPlayArea},
     {"swimming pool", PremisesKind::kSwimmingPool},
     {"drinking place", PremisesKind::kDrinkingPlace},
     {"gambling", PremisesKind::kGambling},
     {"place of worship", PremisesKind::kPlaceOfWorship},
     {"library", PremisesKind::kLibrary},
     {"care home", PremisesKind::kCareHome},
     {"hospital", PremisesKind::kHospital},
     {"youth centre", PremisesKind::kYouthCentre},
     {"other", PremisesKind::kOther}}};

PremisesKind KindOf(Reading& reading, absl::string_view text) {
  return reading.WordOf<PremisesKind>(text, kKinds);
}

matcher::PremisesMask KindsOf(Reading& reading) {
  matcher::PremisesMask kinds = 0;
  for (const std::string& part : reading.Parts()) kinds |= MaskOf(KindOf(reading, part));
  return kinds;
}

// "school at p, known to 50 m".
void ReadPremises(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  const std::vector<absl::string_view> kind_and_place = absl::StrSplit(parts.front(), " at ");
  absl::string_view extent = parts.back();
  if (parts.size() != 2 || kind_and_place.size() != 2 ||
      !absl::ConsumePrefix(&extent, "known to ")) {
    return reading.Complain("premises are such as \"school at p, known to 50 m\"");
  }
  reading.scenario().premises.push_back(
      {.id = reading.name(),
       .kind = KindOf(reading, kind_and_place[0]),
       .place = {reading.PlaceOf(kind_and_place[1]), reading.MetresOf(extent)}});
}

void ReadNotImported(Reading& reading) {
  reading.scenario().premises_not_imported = KindsOf(reading);
}

void ReadKindOfSite(Reading& reading) {
  reading.scenario().kinds_of_sites[reading.LetterOf(reading.name())] = KindsOf(reading);
}

// "school, play area, within 300 m, Mon-Fri 08:00-16:00, last day 2026-12-31, barred": hours and
// last day may be left out, and "at them" stands for "within 0 m".
void ReadPremisesLimit(Reading& reading) {
  static constexpr std::array<Word<WorkLimitEffect>, 2> kEffects = {
      {{"barred", WorkLimitEffect::kBarred}, {"needs approval", WorkLimitEffect::kNeedsApproval}}};
  matcher::PremisesLimit limit;
  limit.id = reading.name();
  std::vector<std::string> parts = reading.Parts();
  limit.effect = reading.WordOf<WorkLimitEffect>(parts.back(), kEffects);
  parts.pop_back();
  for (const std::string& part : parts) {
    absl::string_view text = part;
    if (absl::ConsumePrefix(&text, "within ")) {
      limit.distance = reading.MetresOf(text);
    } else if (absl::ConsumePrefix(&text, "last day ")) {
      limit.ends_on = reading.DayOf(text);
    } else if (absl::StrContains(text, ":")) {
      limit.windows = reading.WeekOf(text);
    } else if (text != "at them") {
      limit.kinds |= MaskOf(KindOf(reading, text));
    }
  }
  reading.scenario().plan.premises_limits.push_back(std::move(limit));
}

constexpr std::array kKeys = {
    Key{"premises NAME", "school at p, known to 50 m", ReadPremises},
    Key{"premises not imported", "school, swimming pool, …", ReadNotImported},
    Key{"kind of site NAME", "school, play area, …", ReadKindOfSite},
    Key{"premises limit NAME",
        "school, play area, within 300 m | at them[, Mon-Fri 08:00-16:00][, last day 2026-12-31], "
        "barred | needs approval",
        ReadPremisesLimit},
};

}  // namespace

std::span<const Key> PremisesKeys() { return kKeys; }

}  // namespace throughgate::scenario
