// Replaces the taxonomy, the gazetteer, the premises or the areas with what a stream sends.
//
// The chunks of the new version are written as they come, under a name of their own; one commit
// then makes the manifest name that version. Until then, and if that never happens, the old one
// stays in use. What a failed import has left behind, the next one deletes.
#ifndef THROUGHGATE_SERVICES_IMPORT_REFERENCE_IMPORT_H_
#define THROUGHGATE_SERVICES_IMPORT_REFERENCE_IMPORT_H_

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "services/import/import_session.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::services {

inline constexpr int kReferenceItemsPerMessageMax = 1'000;
inline constexpr std::size_t kDistrictsMax = 10'000;
inline constexpr std::size_t kPremisesMax = 200'000;
inline constexpr std::size_t kAreasMax = 10'000;

// Each reads messages until there is none, and answers once the new version is in the catalogue.
//
// Errors  FIELD_INVALID         items are counted over the whole stream: "concepts[1003].code".
//         LIMIT_EXCEEDED        more of what is imported than there may be.
//         WRITE_CONFLICT        another import of the same began or ended meanwhile.
//         DEADLINE_EXCEEDED     or kCancelled: before the new version was in use.
//         REVISION_NOT_REACHED  it is in use, but not here by the deadline.
//         and those of the store.
// Memory  one message and one chunk, and the codes so far.
absl::StatusOr<v1::ImportTaxonomyResponse> ImportTaxonomy(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportTaxonomyRequest&)> read);
absl::StatusOr<v1::ImportGazetteerResponse> ImportGazetteer(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportGazetteerRequest&)> read);
absl::StatusOr<v1::ImportPremisesResponse> ImportPremises(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportPremisesRequest&)> read);
absl::StatusOr<v1::ImportAreasResponse> ImportAreas(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportAreasRequest&)> read);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_REFERENCE_IMPORT_H_
