// One version of the reference data, from its first chunk until it is in use.
#ifndef THROUGHGATE_SERVICES_IMPORT_REFERENCE_VERSION_H_
#define THROUGHGATE_SERVICES_IMPORT_REFERENCE_VERSION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/edge/edit.h"
#include "storage/format/keys.h"
#include "storage/store.h"

namespace throughgate::services {

// Where the reference data of one kind is stored.
struct ReferencePlace {
  std::string_view prefix;  // of the keys of all of it
  std::string (*manifest_key)();
  std::string (*chunk_key)(const format::ChunkName&);
  // The version that the manifest under `key` names.
  absl::StatusOr<std::string> (*version_of)(std::string_view key, std::string_view value);
};
extern const ReferencePlace kTaxonomyPlace;
extern const ReferencePlace kGazetteerPlace;
extern const ReferencePlace kPremisesPlace;
extern const ReferencePlace kAreasPlace;

// Two imports at once cannot spoil each other: chunks are only ever deleted from number 0 on, in
// commits that rest on the manifest, and the commit that puts a version in use rests on the
// manifest and on its chunk 0. Whichever comes first makes the other fail.
//
// Errors    kAborted from every method: another import of this kind began or ended meanwhile.
// Lifetime  the store must outlive it.
class ReferenceVersion {
 public:
  // Begins a new version, and deletes all chunks that are not of the version in use.
  static absl::StatusOr<ReferenceVersion> Begin(storage::Store& store, const ReferencePlace& place);

  const std::string& name() const { return name_; }
  std::int32_t chunks() const { return chunks_; }
  std::string next_key() const { return place_->chunk_key({name_, chunks_}); }

  // Writes the next chunk, which was encoded for next_key().
  absl::Status Write(std::string chunk);

  // Puts this version in use, by a manifest that names it, and returns since when it is. `edit`
  // has what else that rests on.
  absl::StatusOr<storage::Revision> Use(std::string manifest, Edit edit = {});

  // Deletes all chunks that are not of the version in use.
  absl::Status DeleteOthers();

 private:
  ReferenceVersion(storage::Store& store, const ReferencePlace& place, std::string version)
      : store_(&store), place_(&place), name_(std::move(version)) {}
  absl::StatusOr<std::string> VersionInUse();

  storage::Store* store_;
  const ReferencePlace* place_;
  std::string name_;
  std::int32_t chunks_ = 0;
  storage::Revision first_chunk_ = 0;  // its version in the store
  storage::Revision manifest_ = 0;     // the manifest's version in the store; 0: there is none
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_REFERENCE_VERSION_H_
