// Lines about what the plan limits of the work: what it may involve, contact, vehicles and cash;
// and about tags.
#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tests/scenario/attribute_words.h"
#include "tests/scenario/role_words.h"

namespace throughgate::scenario {
namespace {

using matcher::ContactGroup;
using matcher::TagKind;
using matcher::WorkLimitEffect;

WorkLimitEffect EffectOf(Reading& reading, absl::string_view text) {
  static constexpr std::array<Word<WorkLimitEffect>, 2> kEffects = {
      {{"barred", WorkLimitEffect::kBarred}, {"needs approval", WorkLimitEffect::kNeedsApproval}}};
  return reading.WordOf<WorkLimitEffect>(text, kEffects);
}

template <WorkLimitEffect effect>
void ReadAttributes(Reading& reading) {
  for (const std::string& part : reading.Parts()) {
    reading.scenario().plan.work_limits.push_back({AttributeOf(reading, part), effect});
  }
}

// "from SUPERVISED, barred".
template <ContactGroup group>
void ReadContactLimit(Reading& reading) {
  const std::vector<std::string> parts = reading.Parts();
  absl::string_view from = parts.front();
  if (parts.size() != 2 || !absl::ConsumePrefix(&from, "from ")) {
    return reading.Complain("a limit on contact is such as \"from SUPERVISED, barred\"");
  }
  reading.scenario().plan.contact_limits.push_back(
      {group, DegreeOf(reading, from), EffectOf(reading, parts[1])});
}

// "van, lorry, Mon-Fri 22:00-06:00, within zone park, barred": all but the effect may be left out.
void ReadVehicleLimit(Reading& reading) {
  matcher::VehicleLimit limit;
  limit.id = reading.name();
  std::vector<std::string> parts = reading.Parts();
  limit.effect = EffectOf(reading, parts.back());
  parts.pop_back();
  for (const std::string& part : parts) {
    absl::string_view text = part;
    if (absl::ConsumePrefix(&text, "within zone ")) {
      limit.within_zone = std::string(text);
    } else if (absl::StrContains(text, ":")) {
      const matcher::WeekPattern hours = reading.WeekOf(text);
      limit.windows.spans.insert(limit.windows.spans.end(), hours.spans.begin(), hours.spans.end());
    } else {
      limit.types |= MaskOf(VehicleOf(reading, text));
    }
  }
  std::sort(limit.windows.spans.begin(), limit.windows.spans.end());
  reading.scenario().plan.vehicle_limits.push_back(std::move(limit));
}

void ReadCashLimit(Reading& reading) {
  reading.scenario().plan.cash_limit = reading.PoundsOf(reading.value());
}

// "LOCATION, last day 2026-12-31"; the last day may be left out.
void ReadTag(Reading& reading) {
  static constexpr std::array<Word<TagKind>, 3> kKinds = {{{"CURFEW", TagKind::kCurfew},
                                                           {"LOCATION", TagKind::kLocation},
                                                           {"ALCOHOL", TagKind::kAlcohol}}};
  const std::vector<std::string> parts = reading.Parts();
  matcher::Tag tag{reading.WordOf<TagKind>(parts.front(), kKinds), {}};
  if (parts.size() > 1) {
    absl::string_view last_day = parts[1];
    if (parts.size() > 2 || !absl::ConsumePrefix(&last_day, "last day ")) {
      return reading.Complain("a tag is such as \"LOCATION, last day 2026-12-31\"");
    }
    tag.ends_on = reading.DayOf(last_day);
  }
  reading.scenario().plan.tags.push_back(tag);
}

constexpr std::array kKeys = {
    Key{"barred", "driving, cash, …", ReadAttributes<WorkLimitEffect::kBarred>, true},
    Key{"needs approval", "driving, cash, …", ReadAttributes<WorkLimitEffect::kNeedsApproval>,
        true},
    Key{"contact limit children", "from INCIDENTAL | SUPERVISED | UNSUPERVISED, barred",
        ReadContactLimit<ContactGroup::kChildren>},
    Key{"contact limit adults at risk", "from SUPERVISED, needs approval",
        ReadContactLimit<ContactGroup::kAdultsAtRisk>},
    Key{"vehicle limit NAME", "[van, lorry,] [Mon-Fri 22:00-06:00,] [within zone park,] barred",
        ReadVehicleLimit},
    Key{"cash limit", "£50", ReadCashLimit},
    Key{"tag", "CURFEW | LOCATION | ALCOHOL[, last day 2026-12-31]", ReadTag, true},
};

}  // namespace

std::span<const Key> LimitKeys() { return kKeys; }

}  // namespace throughgate::scenario
