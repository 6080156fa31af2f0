#include "services/edge/shared_effects.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "matcher/rules/suggestions.h"
#include "services/convert/disclosure.h"
#include "services/convert/shared_area.h"
#include "services/edge/kept_names.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"
#include "storage/secrets/secrets.h"

namespace throughgate::services {
namespace {

using matcher::CandidateEffects;
using matcher::RiskPlan;
using matcher::RiskPlanTerms;
using matcher::SharedEffects;

absl::StatusOr<storage::KeyedHash> HashOfAreas(const storage::Store& store) {
  return HashUnder(store, std::string(storage::kSharedAreasSecret));
}

// The plan; one that states nothing where there is none, or none that can be read.
absl::StatusOr<RiskPlanTerms> PlanAsFarAsRead(const storage::Store& store,
                                              const matcher::CandidateName& candidate) {
  const auto found = Find<RiskPlan>(store, candidate);
  if (absl::IsDataLoss(found.status()) || absl::IsFailedPrecondition(found.status())) {
    return RiskPlanTerms();
  }
  RETURN_IF_ERROR(found.status());
  return *found ? (*found)->record.terms : RiskPlanTerms();
}

// All that could be disclosed, together.
struct Suggested {
  SharedEffects effects;
  std::set<std::string> zones;  // for which an area could be shown
};

Suggested AllSuggested(const RiskPlanTerms& plan, matcher::Day today) {
  Suggested all;
  for (const matcher::Suggestion& one : SuggestEffects(plan, today)) {
    all.effects.attributes |= one.effects.attributes;
    std::ranges::copy(one.effects.occupations, std::back_inserter(all.effects.occupations));
    if (one.effects.hours.stated()) all.effects.hours = one.effects.hours;
    if (!one.zone.empty()) all.zones.insert(one.zone);
  }
  return all;
}

}  // namespace

absl::StatusOr<std::optional<Stored<RiskPlan>>> PlanOfAreas(const storage::Store& store,
                                                            const matcher::CandidateName& candidate,
                                                            const v1::SharedEffects& wire) {
  if (wire.areas().empty()) return std::nullopt;
  return Read<RiskPlan>(store, candidate);
}

absl::StatusOr<SharedEffects> ReadEffects(const storage::Store& store,
                                          const std::optional<Stored<RiskPlan>>& plan,
                                          const v1::SharedEffects& wire, const Field& at) {
  std::optional<storage::KeyedHash> hash;
  std::vector<matcher::SharedArea> shown;
  if (!wire.areas().empty()) {
    ASSIGN_OR_RETURN(hash, HashOfAreas(store));
    ASSIGN_OR_RETURN(const auto disclosed, Find<CandidateEffects>(store, plan->record.candidate));
    if (disclosed) shown = disclosed->record.terms.areas;
  }
  const auto disc = [&](const matcher::Zone& zone) {
    const auto before = std::ranges::find(shown, zone.id, &matcher::SharedArea::id);
    std::optional<matcher::SharedArea> kept;
    if (before != shown.end()) kept = SharedAreaAbout(*before, zone);
    return kept ? *kept : SharedAreaFor(zone, *hash);
  };
  return ReadSharedEffects(wire, plan ? plan->record.terms : RiskPlanTerms(), disc, at);
}

absl::StatusOr<SharedEffects> OutdatedEffects(const storage::Store& store,
                                              const matcher::CandidateEffects& disclosed,
                                              matcher::Day today) {
  const SharedEffects& effects = disclosed.terms;
  SharedEffects outdated;
  if (effects == outdated) return outdated;
  ASSIGN_OR_RETURN(const RiskPlanTerms plan, PlanAsFarAsRead(store, disclosed.candidate));
  const Suggested now = AllSuggested(plan, today);
  outdated.attributes = effects.attributes & ~now.effects.attributes;
  std::ranges::copy_if(
      effects.occupations, std::back_inserter(outdated.occupations), [&](const auto& group) {
        return std::ranges::find(now.effects.occupations, group) == now.effects.occupations.end();
      });
  if (effects.hours != now.effects.hours) outdated.hours = effects.hours;

  // A disc that still holds its zone stands, and so does its middle when it is shared again.
  const auto stands = [&](const matcher::SharedArea& area) {
    const auto zone = std::ranges::find(plan.zones, area.id, &matcher::Zone::id);
    return zone != plan.zones.end() && now.zones.contains(area.id) &&
           SharedAreaAbout(area, *zone) == area;
  };
  std::ranges::remove_copy_if(effects.areas, std::back_inserter(outdated.areas), stands);
  return outdated;
}

}  // namespace throughgate::services
