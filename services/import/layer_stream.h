// How reference data comes in, whatever it is: a stream of messages becomes the chunks of a new
// version, which is then put in use. The imports include it.
#ifndef THROUGHGATE_SERVICES_IMPORT_LAYER_STREAM_H_
#define THROUGHGATE_SERVICES_IMPORT_LAYER_STREAM_H_

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "absl/strings/ascii.h"
#include "matcher/model/premises.h"
#include "matcher/model/reference.h"
#include "services/convert/values.h"
#include "services/edge/errors.h"
#include "services/edge/standing.h"
#include "services/edge/status_macros.h"
#include "services/edge/unknown_fields.h"
#include "services/import/import_context.h"
#include "services/import/reference_import.h"
#include "services/import/reference_version.h"
#include "storage/format/records.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::services {

// The most bytes of a chunk as it is stored; its envelope takes some of them.
inline constexpr std::size_t kChunkBytesMax = std::size_t{256} << 10;
inline constexpr std::size_t kEnvelopeBytes = 1024;

// No less than the bytes that an item takes in a chunk: each text has its length before it.
inline std::size_t BytesOf(const std::string& text) { return text.size() + 4; }
inline std::size_t BytesOf(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += BytesOf(text);
  return bytes;
}
inline std::size_t BytesOf(const matcher::Concept& item) {
  return 8 + BytesOf(item.code) + BytesOf(item.label) + BytesOf(item.other_labels) +
         BytesOf(item.broader) + BytesOf(item.essential_skills) + BytesOf(item.optional_skills);
}
inline std::size_t BytesOf(const matcher::District& item) {
  return 40 + BytesOf(item.code) + BytesOf(item.town) + BytesOf(item.region) +
         BytesOf(item.wider_region);
}
inline std::size_t BytesOf(const matcher::Premises& item) { return 40 + BytesOf(item.id); }
inline std::size_t BytesOf(const matcher::NamedArea& item) {
  std::size_t bytes = 16 + BytesOf(item.name);
  for (const matcher::Polygon& polygon : item.area.polygons) {
    bytes += 8;
    for (const matcher::Ring& ring : polygon.rings) bytes += 16 + 10 * ring.size();
  }
  return bytes;
}

inline std::vector<matcher::Concept>& ItemsOf(format::TaxonomyChunk& chunk) {
  return chunk.concepts;
}
inline std::vector<matcher::District>& ItemsOf(format::GazetteerChunk& chunk) {
  return chunk.districts;
}
inline std::vector<matcher::Premises>& ItemsOf(format::PremisesChunk& chunk) {
  return chunk.premises;
}
inline std::vector<matcher::NamedArea>& ItemsOf(format::AreaChunk& chunk) { return chunk.areas; }

// What no two items of one import may share, and the field that says it.
struct ItemKey {
  std::string key;
  const char* field;
};
inline ItemKey KeyOf(const v1::Concept& wire) { return {wire.code(), "code"}; }
inline ItemKey KeyOf(const v1::District& wire) { return {wire.code(), "code"}; }
inline ItemKey KeyOf(const v1::Premises& wire) { return {wire.premises_id(), "premises_id"}; }
inline ItemKey KeyOf(const v1::NamedArea& wire) {
  return {absl::AsciiStrToLower(wire.name()), "name"};
}
using Keys = absl::flat_hash_set<std::string>;

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
      return LimitExceeded("bytes of one item", kChunkBytesMax);
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

// Reads the first message, as far as there is one.
template <class Request>
absl::Status ReadFirst(absl::FunctionRef<bool(Request&)> read, Request& request) {
  return read(request) ? RefuseUnknownFields(request) : absl::OkStatus();
}

// Reads the next message; whether there was one. AddAll looks into its items.
template <class Request>
absl::StatusOr<bool> ReadNext(absl::FunctionRef<bool(Request&)> read, Request& request) {
  if (!read(request)) return false;
  RETURN_IF_ERROR(RefuseUnknownFieldsOf(request, ""));
  return true;
}

// Converts and writes the items of one message, `wire`; `at` is where the items of the whole stream
// stand, which are counted from its first message on.
template <class Items, class Chunk, class Read>
absl::Status AddAll(const Items& wire, const Violations& violations, const Field& at, Keys& keys,
                    ChunkWriter<Chunk>& writer, Read read) {
  CheckCount(static_cast<std::size_t>(wire.size()), kReferenceItemsPerMessageMax, at);
  // Each item before has a key of its own, or there would be no next message.
  std::size_t place = keys.size();
  auto items = ReadEach(wire, at, [&](const auto& item, const Field&) {
    const Field here = at[place++];
    for (const FieldViolation& unknown : FieldViolationsOf(RefuseUnknownFields(item))) {
      here[unknown.field].Refuse(unknown.description);
    }
    const ItemKey key = KeyOf(item);
    CheckOnce(keys, key.key, here[key.field]);
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
  Edit edit;
  RETURN_IF_ERROR(RestOnGrant(context.backend.store, context.caller, context.method,
                              context.backend.clock(), edit));
  ASSIGN_OR_RETURN(const storage::Revision revision,
                   version.Use(format::Encode(manifest_key, manifest), edit));
  ASSIGN_OR_RETURN(auto catalogue, AwaitCatalogue(context, revision));
  version.DeleteOthers().IgnoreError();  // what is left the next import deletes
  return InUse{revision, std::move(catalogue)};
}

// A conflict of the store is one between imports of the same.
template <class Response>
absl::StatusOr<Response> Named(const char* resource, absl::StatusOr<Response> result) {
  if (absl::IsAborted(result.status())) return WriteConflict(resource);
  return result;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_LAYER_STREAM_H_
