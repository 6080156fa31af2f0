#include "services/import/reference_version.h"

#include <optional>
#include <utility>
#include <variant>

#include "services/edge/random_id.h"
#include "services/edge/status_macros.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

// Chunks that one page lists and one commit deletes. Their values come along: 5 MiB.
constexpr std::size_t kDeletedTogether = 20;

template <class Manifest>
absl::StatusOr<std::string> VersionOf(std::string_view key, std::string_view value) {
  ASSIGN_OR_RETURN(Manifest manifest, format::Decode<Manifest>(key, value));
  return std::move(manifest.version);
}

}  // namespace

const ReferencePlace kTaxonomyPlace = {format::kTaxonomiesPrefix, format::TaxonomyManifestKey,
                                       format::TaxonomyChunkKey,
                                       VersionOf<format::TaxonomyManifest>};
const ReferencePlace kGazetteerPlace = {format::kGazetteersPrefix, format::GazetteerManifestKey,
                                        format::GazetteerChunkKey,
                                        VersionOf<format::GazetteerManifest>};
const ReferencePlace kPremisesPlace = {format::kPremisesPrefix, format::PremisesManifestKey,
                                       format::PremisesChunkKey,
                                       VersionOf<format::PremisesManifest>};
const ReferencePlace kAreasPlace = {format::kAreasPrefix, format::AreaManifestKey,
                                    format::AreaChunkKey, VersionOf<format::AreaManifest>};

absl::StatusOr<ReferenceVersion> ReferenceVersion::Begin(storage::Store& store,
                                                         const ReferencePlace& place) {
  ASSIGN_OR_RETURN(std::string name, RandomId());
  ReferenceVersion version(store, place, std::move(name));
  const std::string key = place.manifest_key();
  ASSIGN_OR_RETURN(const std::optional<storage::Record> manifest, store.Get(key));
  if (manifest) version.manifest_ = manifest->version;
  RETURN_IF_ERROR(version.DeleteOthers());
  return version;
}

absl::Status ReferenceVersion::Write(std::string chunk) {
  const std::string key = next_key();
  ASSIGN_OR_RETURN(const storage::Revision revision,
                   store_->Commit({.guards = {{key, 0}}, .writes = {{key, std::move(chunk)}}}));
  if (chunks_++ == 0) first_chunk_ = revision;
  return absl::OkStatus();
}

absl::StatusOr<storage::Revision> ReferenceVersion::Use(std::string manifest, Edit edit) {
  const std::string key = place_->manifest_key();
  edit.Guard(key, manifest_);
  edit.Guard(place_->chunk_key({name_, 0}), first_chunk_);
  edit.Write(key, std::move(manifest));
  ASSIGN_OR_RETURN(manifest_, store_->Commit(edit.transaction()));
  return manifest_;
}

absl::Status ReferenceVersion::DeleteOthers() {
  const std::string manifest_key = place_->manifest_key();
  ASSIGN_OR_RETURN(const std::optional<storage::Record> manifest, store_->Get(manifest_key));
  std::string in_use;
  if (manifest) {
    ASSIGN_OR_RETURN(in_use, place_->version_of(manifest_key, manifest->value));
  }
  storage::PageRequest page{.after = {}, .limit = kDeletedTogether};
  do {
    ASSIGN_OR_RETURN(const storage::Page found, store_->List(place_->prefix, page));
    storage::Transaction deletion{.guards = {{manifest_key, manifest_}}, .writes = {}};
    for (const storage::Record& record : found.records) {
      const auto key = format::ParseKey(record.key);
      const auto* chunk = key ? std::get_if<format::ChunkName>(&key->name) : nullptr;
      if (chunk != nullptr && chunk->version != in_use) {
        deletion.writes.push_back({record.key, std::nullopt});
      }
    }
    if (!deletion.writes.empty()) RETURN_IF_ERROR(store_->Commit(deletion).status());
    page.after = found.next;
  } while (!page.after.empty());
  return absl::OkStatus();
}

}  // namespace throughgate::services
