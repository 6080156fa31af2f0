#include "services/import/reference_import.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/convert/reference.h"
#include "services/convert/revision_token.h"
#include "services/convert/values.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"
#include "services/edge/unknown_fields.h"
#include "services/import/reference_version.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

using matcher::ConceptKind;

// The most bytes of a chunk as it is stored; its envelope takes some of them.
constexpr std::size_t kChunkBytesMax = std::size_t{256} << 10;
constexpr std::size_t kEnvelopeBytes = 1024;

// No less than the bytes that an item takes in a chunk: each text has its length before it.
std::size_t BytesOf(const std::string& text) { return text.size() + 4; }
std::size_t BytesOf(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += BytesOf(text);
  return bytes;
}
std::size_t BytesOf(const matcher::Concept& item) {
  return 8 + BytesOf(item.code) + BytesOf(item.label) + BytesOf(item.other_labels) +
         BytesOf(item.broader) + BytesOf(item.essential_skills) + BytesOf(item.optional_skills);
}
std::size_t BytesOf(const matcher::District& item) {
  return 40 + BytesOf(item.code) + BytesOf(item.town) + BytesOf(item.region) +
         BytesOf(item.wider_region);
}

std::vector<matcher::Concept>& ItemsOf(format::TaxonomyChunk& chunk) { return chunk.concepts; }
std::vector<matcher::District>& ItemsOf(format::GazetteerChunk& chunk) { return chunk.districts; }

// Writes items into the chunks of a version as they come.
template <class Chunk>
class ChunkWriter {
 public:
  ChunkWriter(const ImportContext& context, ReferenceVersion& version)
      : context_(context), version_(version) {}

  template <class Item>
  absl::Status Add(Item item) {
    const std::size_t bytes = BytesOf(item);
    if (bytes_ + bytes > kChunkBytesMax - kEnvelopeBytes) RETURN_IF_ERROR(Flush());
    if (bytes > kChunkBytesMax - kEnvelopeBytes) {
      return LimitExceeded("bytes of one concept", kChunkBytesMax);
    }
    bytes_ += bytes;
    ItemsOf(chunk_).push_back(std::move(item));
    return absl::OkStatus();
  }

  // Writes what has not been written yet.
  absl::Status Flush() {
    if (ItemsOf(chunk_).empty()) return absl::OkStatus();
    RETURN_IF_ERROR(CheckGoingOn(context_));
    RETURN_IF_ERROR(version_.Write(format::Encode(version_.next_key(), chunk_)));
    chunk_ = {};
    bytes_ = 0;
    return absl::OkStatus();
  }

 private:
  const ImportContext& context_;
  ReferenceVersion& version_;
  Chunk chunk_;
  std::size_t bytes_ = 0;  // of chunk_
};

// Reads the next message; whether there was one.
template <class Request>
absl::StatusOr<bool> ReadNext(absl::FunctionRef<bool(Request&)> read, Request& request) {
  if (!read(request)) return false;
  RETURN_IF_ERROR(RefuseUnknownFields(request));
  return true;
}

using Codes = absl::flat_hash_set<std::string>;

// Converts and writes the items of one message, `wire`, which stand at `at`.
template <class Items, class Chunk, class Read>
absl::Status AddAll(const Items& wire, const Violations& violations, const Field& at, Codes& codes,
                    ChunkWriter<Chunk>& writer, Read read) {
  CheckCount(static_cast<std::size_t>(wire.size()), kReferenceItemsPerMessageMax, at);
  auto items = ReadEach(wire, at, [&](const auto& item, const Field& here) {
    CheckOnce(codes, item.code(), here["code"]);
    return read(item, here);
  });
  RETURN_IF_ERROR(violations.status());
  for (auto& item : items) RETURN_IF_ERROR(writer.Add(std::move(item)));
  return absl::OkStatus();
}

struct InUse {
  storage::Revision revision;
  std::shared_ptr<const matcher::Catalogue> catalogue;
};

// Puts `version` in use and waits for it. A stream whose caller is gone ends like any other, so
// that is asked once more.
template <class Manifest>
absl::StatusOr<InUse> Use(const ImportContext& context, ReferenceVersion& version,
                          const std::string& manifest_key, Manifest manifest) {
  RETURN_IF_ERROR(CheckGoingOn(context));
  manifest.version = version.name();
  manifest.chunks = version.chunks();
  ASSIGN_OR_RETURN(const storage::Revision revision,
                   version.Use(format::Encode(manifest_key, manifest)));
  ASSIGN_OR_RETURN(auto catalogue, AwaitCatalogue(context, revision));
  version.DeleteOthers().IgnoreError();  // what is left the next import deletes
  return InUse{revision, std::move(catalogue)};
}

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
  RETURN_IF_ERROR(ReadNext(read, request).status());
  Violations violations;
  const Field at(violations);
  format::TaxonomyManifest manifest;
  manifest.taxonomy = ReadReferenceName(request.taxonomy(), at["taxonomy"]);
  manifest.attribution = ReadAttribution(request.attribution(), at["attribution"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kTaxonomyPlace));
  ChunkWriter<format::TaxonomyChunk> writer(context, version);
  Codes codes;
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
  RETURN_IF_ERROR(ReadNext(read, request).status());
  Violations violations;
  const Field at(violations);
  format::GazetteerManifest manifest;
  manifest.gazetteer = ReadReferenceName(request.gazetteer(), at["gazetteer"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(ReferenceVersion version,
                   ReferenceVersion::Begin(context.backend.store, kGazetteerPlace));
  ChunkWriter<format::GazetteerChunk> writer(context, version);
  Codes codes;
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

// A conflict of the store is one between imports of the same.
template <class Response>
absl::StatusOr<Response> Named(const char* resource, absl::StatusOr<Response> result) {
  if (absl::IsAborted(result.status())) return WriteConflict(resource);
  return result;
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
