#include "services/import/reference_import.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "services/convert/reference.h"
#include "services/convert/revision_token.h"
#include "services/convert/values.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"
#include "services/import/layer_stream.h"
#include "services/import/reference_version.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

using matcher::ConceptKind;

// How many concepts of each kind a taxonomy has.
using Kinds = std::array<std::size_t, 5>;

absl::Status CheckKinds(const Kinds& kinds) {
  const auto count = [&](ConceptKind kind) { return kinds[static_cast<std::size_t>(kind)]; };
  constexpr std::size_t kMax = matcher::kTaxonomyIndicesMax;
  if (count(ConceptKind::kOccupation) + count(ConceptKind::kOccupationGroup) > kMax) {
    return LimitExceeded("occupations", kMax);
  }
  if (count(ConceptKind::kSkill) > kMax) return LimitExceeded("skills", kMax);
  if (count(ConceptKind::kSkillGroup) > kMax) return LimitExceeded("groups of skills", kMax);
  return absl::OkStatus();
}

absl::StatusOr<v1::ImportTaxonomyResponse> ReplaceTaxonomy(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportTaxonomyRequest&)> read) {
  v1::ImportTaxonomyRequest request;
  RETURN_IF_ERROR(ReadFirst(read, request));
  Violations violations;
  const Field at(violations);
  format::TaxonomyManifest manifest;
  manifest.taxonomy = ReadReferenceName(request.taxonomy(), at["taxonomy"]);
  manifest.attribution = ReadAttribution(request.attribution(), at["attribution"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kTaxonomyPlace));
  ChunkWriter<format::TaxonomyChunk> writer(context, version);
  Keys codes;
  Kinds kinds{};
  for (bool more = true; more;) {
    RETURN_IF_ERROR(AddAll(request.concepts(), violations, at["concepts"], codes, writer,
                           [&](const v1::Concept& wire, const Field& here) {
                             matcher::Concept item = ReadConcept(wire, here);
                             ++kinds[static_cast<std::size_t>(item.kind)];
                             return item;
                           }));
    RETURN_IF_ERROR(CheckKinds(kinds));
    ASSIGN_OR_RETURN(more, ReadNext(read, request));
  }
  const std::size_t occupations = kinds[static_cast<std::size_t>(ConceptKind::kOccupation)];
  if (occupations == 0) return FieldInvalid("concepts", "A taxonomy has at least one occupation.");
  RETURN_IF_ERROR(writer.Flush());
  ASSIGN_OR_RETURN(const InUse in_use,
                   Use(context, version, format::TaxonomyManifestKey(), manifest));

  v1::ImportTaxonomyResponse response;
  response.set_occupations(static_cast<std::int32_t>(occupations));
  response.set_skills(
      static_cast<std::int32_t>(kinds[static_cast<std::size_t>(ConceptKind::kSkill)]));
  response.set_dangling_references(
      static_cast<std::int32_t>(in_use.catalogue->taxonomy->dangling_references()));
  response.set_revision(FormatRevision(context.backend.store.id(), in_use.revision));
  return response;
}

absl::StatusOr<v1::ImportGazetteerResponse> ReplaceGazetteer(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportGazetteerRequest&)> read) {
  v1::ImportGazetteerRequest request;
  RETURN_IF_ERROR(ReadFirst(read, request));
  Violations violations;
  const Field at(violations);
  format::GazetteerManifest manifest;
  manifest.gazetteer = ReadReferenceName(request.gazetteer(), at["gazetteer"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kGazetteerPlace));
  ChunkWriter<format::GazetteerChunk> writer(context, version);
  Keys codes;
  for (bool more = true; more;) {
    RETURN_IF_ERROR(AddAll(
        request.districts(), violations, at["districts"], codes, writer,
        [](const v1::District& wire, const Field& here) { return ReadDistrict(wire, here); }));
    if (codes.size() > kDistrictsMax) return LimitExceeded("districts", kDistrictsMax);
    ASSIGN_OR_RETURN(more, ReadNext(read, request));
  }
  if (codes.empty()) return FieldInvalid("districts", "A gazetteer has at least one district.");
  RETURN_IF_ERROR(writer.Flush());
  ASSIGN_OR_RETURN(const InUse in_use,
                   Use(context, version, format::GazetteerManifestKey(), manifest));

  v1::ImportGazetteerResponse response;
  response.set_districts(static_cast<std::int32_t>(codes.size()));
  response.set_revision(FormatRevision(context.backend.store.id(), in_use.revision));
  return response;
}

}  // namespace

absl::StatusOr<v1::ImportTaxonomyResponse> ImportTaxonomy(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportTaxonomyRequest&)> read) {
  return Named("taxonomy", ReplaceTaxonomy(context, read));
}

absl::StatusOr<v1::ImportGazetteerResponse> ImportGazetteer(
    const ImportContext& context, absl::FunctionRef<bool(v1::ImportGazetteerRequest&)> read) {
  return Named("gazetteer", ReplaceGazetteer(context, read));
}

}  // namespace throughgate::services
