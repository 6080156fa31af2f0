#include "storage/feed/reference_loader.h"

#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::storage {
namespace {

// The record under `key`, or nullopt when there is none.
template <class T>
absl::StatusOr<std::optional<T>> Read(const Store& store, const std::string& key,
                                      Revision revision) {
  absl::StatusOr<std::optional<Record>> record = store.Get(key, revision);
  if (!record.ok()) return record.status();
  if (!*record) return std::optional<T>();
  absl::StatusOr<T> decoded = format::Decode<T>(key, (*record)->value);
  if (!decoded.ok()) return decoded.status();
  return std::optional<T>(*std::move(decoded));
}

// All items of all chunks of a version, in order.
template <class Chunk, class Item>
absl::StatusOr<std::vector<Item>> ReadChunks(const Store& store, Revision revision,
                                             const std::string& version, std::int32_t chunks,
                                             std::string (*key_of)(const format::ChunkName&),
                                             std::vector<Item> Chunk::*items) {
  std::vector<Item> all;
  for (std::int32_t i = 0; i < chunks; ++i) {
    const std::string key = key_of({version, i});
    absl::StatusOr<std::optional<Chunk>> chunk = Read<Chunk>(store, key, revision);
    if (!chunk.ok()) return chunk.status();
    if (!*chunk) return absl::DataLossError(absl::StrCat("record \"", key, "\" is missing"));
    std::vector<Item>& read = (**chunk).*items;
    all.insert(all.end(), std::make_move_iterator(read.begin()),
               std::make_move_iterator(read.end()));
  }
  return all;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const matcher::Taxonomy>> LoadTaxonomy(const Store& store,
                                                                      Revision revision) {
  auto manifest = Read<format::TaxonomyManifest>(store, format::TaxonomyManifestKey(), revision);
  if (!manifest.ok()) return manifest.status();
  if (!*manifest) return matcher::Taxonomy::Build("", "", {});
  auto concepts = ReadChunks(store, revision, (*manifest)->version, (*manifest)->chunks,
                             format::TaxonomyChunkKey, &format::TaxonomyChunk::concepts);
  if (!concepts.ok()) return concepts.status();
  return matcher::Taxonomy::Build((*manifest)->taxonomy, (*manifest)->attribution,
                                  *std::move(concepts));
}

absl::StatusOr<std::shared_ptr<const matcher::Gazetteer>> LoadGazetteer(const Store& store,
                                                                        Revision revision) {
  auto manifest = Read<format::GazetteerManifest>(store, format::GazetteerManifestKey(), revision);
  if (!manifest.ok()) return manifest.status();
  if (!*manifest) return matcher::Gazetteer::Build("", {});
  auto districts = ReadChunks(store, revision, (*manifest)->version, (*manifest)->chunks,
                              format::GazetteerChunkKey, &format::GazetteerChunk::districts);
  if (!districts.ok()) return districts.status();
  return matcher::Gazetteer::Build((*manifest)->gazetteer, *std::move(districts));
}

absl::StatusOr<std::shared_ptr<const matcher::PremisesLayer>> LoadPremises(const Store& store,
                                                                           Revision revision) {
  auto manifest = Read<format::PremisesManifest>(store, format::PremisesManifestKey(), revision);
  if (!manifest.ok()) return manifest.status();
  if (!*manifest) return matcher::PremisesLayer::Build("", {});
  auto premises = ReadChunks(store, revision, (*manifest)->version, (*manifest)->chunks,
                             format::PremisesChunkKey, &format::PremisesChunk::premises);
  if (!premises.ok()) return premises.status();
  return matcher::PremisesLayer::Build((*manifest)->layer, *premises);
}

}  // namespace throughgate::storage
