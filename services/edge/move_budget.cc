#include "services/edge/move_budget.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "matcher/geo/ecef.h"
#include "services/edge/errors.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"
#include "storage/format/bookkeeping.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

using matcher::Day;
using matcher::Place;
using Days = std::vector<Day>;

// One kind of change that is counted.
struct Allowance {
  const char* what;
  std::int32_t maximum;
  std::int32_t days;  // for which each counts
};
constexpr Allowance kMoves{"moves of an employer's sites by hand", kMovesMax, kMovesDays};
constexpr Allowance kPlacings{"new or corrected positions of an employer's sites by hand",
                              kPlacingsMax, kPlacingsDays};

constexpr std::size_t kHalves = 2;  // of a stored site
constexpr std::int64_t kCmPerMetre = 100;

void Forget(std::int32_t kept_days, Day today, Days& spent) {
  std::erase_if(spent, [&](Day day) { return today.since_epoch - day.since_epoch >= kept_days; });
}

std::string Words(Day day) {
  return absl::FormatCivilTime(absl::CivilDay(1970, 1, 1) + day.since_epoch);
}

absl::Status Spend(const Allowance& allowance, Day today, Days& spent) {
  Forget(allowance.days, today, spent);
  const auto maximum = static_cast<std::size_t>(allowance.maximum);
  if (spent.size() < maximum) {
    spent.insert(std::ranges::upper_bound(spent, today), today);
    return absl::OkStatus();
  }
  const Day frees{spent[spent.size() - maximum].since_epoch + allowance.days};
  return LimitExceeded(
      absl::StrCat(allowance.what, " in ", allowance.days, " days"), allowance.maximum,
      absl::StrCat("The budget frees on ", Words(frees), "; until then ask an administrator."));
}

// Of an employer for which imports have spent so many; beyond the most, its sites are not counted.
absl::StatusOr<Allowance> ImportMoves(const storage::Store& store,
                                      const matcher::EmployerName& employer, std::size_t spent) {
  constexpr char kWhat[] = "moves of an employer's sites by imports";
  if (spent >= kImportMovesMax) return Allowance{kWhat, kImportMovesMax, kImportMovesDays};
  constexpr std::size_t kRecordsMax = kHalves * kImportMovesMax * kSitesPerImportMove;
  ASSIGN_OR_RETURN(const storage::Page sites,
                   store.List(format::SitesPrefix(employer), {.after = {}, .limit = kRecordsMax}));
  const auto tenth =
      static_cast<std::int32_t>(sites.records.size() / kHalves / kSitesPerImportMove);
  return Allowance{kWhat, std::clamp(tenth, kImportMovesMin, kImportMovesMax), kImportMovesDays};
}

absl::Status SpendByImport(const storage::Store& store, const matcher::EmployerName& employer,
                           Day today, Days& spent) {
  constexpr Allowance kFirst{"", kImportMovesMin, kImportMovesDays};
  Forget(kFirst.days, today, spent);
  if (spent.size() < static_cast<std::size_t>(kFirst.maximum)) return Spend(kFirst, today, spent);
  ASSIGN_OR_RETURN(const Allowance allowance, ImportMoves(store, employer, spent.size()));
  return Spend(allowance, today, spent);
}

}  // namespace

PlaceChange ChangeOf(const std::optional<Place>& before, const std::optional<Place>& after) {
  if (!before) return after ? PlaceChange::kPlacing : PlaceChange::kNone;
  if (!after) return PlaceChange::kMove;
  const std::int64_t apart_cm =
      matcher::ChordCm(matcher::ToEcef(before->at), matcher::ToEcef(after->at));
  const std::int64_t beyond_cm =
      apart_cm + (after->uncertainty - before->uncertainty).value * kCmPerMetre;
  if (beyond_cm <= 0) return PlaceChange::kNone;
  return apart_cm <= kCorrectionMax.value * kCmPerMetre ? PlaceChange::kPlacing
                                                        : PlaceChange::kMove;
}

absl::Status SpendOnPlace(const storage::Store& store, const matcher::EmployerName& employer,
                          const std::optional<Place>& before, const std::optional<Place>& after,
                          PlacedBy by, Day today, Edit& edit) {
  const PlaceChange change = ChangeOf(before, after);
  const bool moves = change == PlaceChange::kMove;
  if (change == PlaceChange::kNone || (by == PlacedBy::kImport && !moves)) return absl::OkStatus();
  const std::string key = format::MoveBudgetKey(employer);
  format::MoveBudget budget;
  ASSIGN_OR_RETURN(const storage::Revision version, ReadPart(store, key, 0, budget));
  if (by == PlacedBy::kImport) {
    RETURN_IF_ERROR(SpendByImport(store, employer, today, budget.import_moved_on));
  } else if (moves) {
    RETURN_IF_ERROR(Spend(kMoves, today, budget.moved_on));
  } else {
    RETURN_IF_ERROR(Spend(kPlacings, today, budget.placed_on));
  }
  edit.Guard(key, version);
  edit.Write(key, format::Encode(key, budget));
  return absl::OkStatus();
}

}  // namespace throughgate::services
