// What it takes of an employer's budget to give one of its sites another place.
//
// Why  whoever could put work wherever they like, see who may be proposed for it, and put it
//      elsewhere, would find out where somebody must not be. Sites of real establishments hardly
//      ever move.
#ifndef THROUGHGATE_SERVICES_EDGE_MOVE_BUDGET_H_
#define THROUGHGATE_SERVICES_EDGE_MOVE_BUDGET_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "matcher/model/names.h"
#include "matcher/model/place.h"
#include "matcher/model/units.h"
#include "services/edge/edit.h"
#include "storage/store.h"

namespace throughgate::services {

// By hand, of all sites of an employer together.
inline constexpr std::int32_t kMovesMax = 3;
inline constexpr std::int32_t kMovesDays = 365;
inline constexpr std::int32_t kPlacingsMax = 20;
inline constexpr std::int32_t kPlacingsDays = 30;
// By imports: one in so many sites of the employer, within these.
inline constexpr std::int32_t kSitesPerImportMove = 10;
inline constexpr std::int32_t kImportMovesMin = 3;
inline constexpr std::int32_t kImportMovesMax = 100;
inline constexpr std::int32_t kImportMovesDays = 30;
// As far as a place may be put right without having moved.
inline constexpr matcher::Metres kCorrectionMax{100};

enum class PlaceChange : std::uint8_t {
  kNone,     // where the site may be now, it may have been before: stated more exactly, or the same
  kPlacing,  // a first place, or a correction
  kMove,     // further, or taken away: a place that could be taken away and given anew would move
};
PlaceChange ChangeOf(const std::optional<matcher::Place>& before,
                     const std::optional<matcher::Place>& after);

// Who gives the place.
enum class PlacedBy : std::uint8_t { kHand, kImport };

// Puts into the edit what the change, made on `today`, takes of the employer's budget, and guards
// it: what is left is decided by the commit. An import has as many first places and corrections as
// it likes, since it may make as many sites.
//
// Errors  LIMIT_EXCEEDED  none is left; says on which day one will be.
//         and those of the store and of the format.
// Cost    reads one record; an import's fourth move and later ones list the employer's sites, up to
//         a thousand. Sites are never deleted, so those that are seen are there at the commit too.
absl::Status SpendOnPlace(const storage::Store& store, const matcher::EmployerName& employer,
                          const std::optional<matcher::Place>& before,
                          const std::optional<matcher::Place>& after, PlacedBy by,
                          matcher::Day today, Edit& edit);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_MOVE_BUDGET_H_
