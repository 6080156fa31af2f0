// The layers of places: premises, and areas by name.
#include "services/convert/area.h"
#include "services/convert/premises.h"
#include "services/convert/reference.h"
#include "services/convert/revision_token.h"
#include "services/import/layer_stream.h"

namespace throughgate::services {
namespace {

absl::StatusOr<v1::ImportPremisesResponse> ReplacePremises(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportPremisesRequest&)> read) {
  v1::ImportPremisesRequest request;
  RETURN_IF_ERROR(ReadFirst(read, request));
  Violations violations;
  const Field at(violations);
  format::PremisesManifest manifest;
  manifest.layer = ReadReferenceName(request.layer(), at["layer"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kPremisesPlace));
  ChunkWriter<format::PremisesChunk> writer(context, version);
  Keys ids;
  for (bool more = true; more;) {
    RETURN_IF_ERROR(
        AddAll(request.premises(), violations, at["premises"], ids, writer, ReadPremises));
    if (ids.size() > kPremisesMax) return LimitExceeded("premises", kPremisesMax);
    ASSIGN_OR_RETURN(more, ReadNext(read, request));
  }
  if (ids.empty()) return FieldInvalid("premises", "A layer has at least one of them.");
  RETURN_IF_ERROR(writer.Flush());
  ASSIGN_OR_RETURN(const InUse in_use,
                   Use(context, version, format::PremisesManifestKey(), manifest));

  v1::ImportPremisesResponse response;
  WritePremisesCounts(*in_use.catalogue->premises, *response.mutable_premises());
  response.set_revision(FormatRevision(context.backend.store.id(), in_use.revision));
  return response;
}

absl::StatusOr<v1::ImportAreasResponse> ReplaceAreas(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportAreasRequest&)> read) {
  v1::ImportAreasRequest request;
  RETURN_IF_ERROR(ReadFirst(read, request));
  Violations violations;
  const Field at(violations);
  format::AreaManifest manifest;
  manifest.layer = ReadReferenceName(request.layer(), at["layer"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kAreasPlace));
  ChunkWriter<format::AreaChunk> writer(context, version);
  Keys names;
  for (bool more = true; more;) {
    RETURN_IF_ERROR(AddAll(request.areas(), violations, at["areas"], names, writer, ReadNamedArea));
    if (names.size() > kAreasMax) return LimitExceeded("areas", kAreasMax);
    ASSIGN_OR_RETURN(more, ReadNext(read, request));
  }
  if (names.empty()) return FieldInvalid("areas", "A layer has at least one of them.");
  RETURN_IF_ERROR(writer.Flush());
  manifest.areas = static_cast<std::int32_t>(names.size());
  ASSIGN_OR_RETURN(const InUse in_use, Use(context, version, format::AreaManifestKey(), manifest));

  v1::ImportAreasResponse response;
  response.set_areas(manifest.areas);
  response.set_revision(FormatRevision(context.backend.store.id(), in_use.revision));
  return response;
}

}  // namespace

absl::StatusOr<v1::ImportPremisesResponse> ImportPremises(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportPremisesRequest&)> read) {
  return Named("premises", ReplacePremises(context, read));
}

absl::StatusOr<v1::ImportAreasResponse> ImportAreas(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportAreasRequest&)> read) {
  return Named("areas", ReplaceAreas(context, read));
}

}  // namespace throughgate::services
