// The bytes of a RocksDB store: what each column family holds. Its grammar is in rocks_layout.cc.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_LAYOUT_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_LAYOUT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "storage/store.h"

namespace throughgate::storage {

// The layout that this program writes and the only one it reads.
inline constexpr int kFormatVersion = 1;

// Keys of the column family `default`.
inline constexpr std::string_view kMetaFormat = "format";  // kFormatVersion in decimal
inline constexpr std::string_view kMetaId = "id";          // Store::id()
inline constexpr std::string_view kMetaOldest = "oldest";  // the oldest readable revision
inline constexpr std::string_view kMetaClean = "clean";    // present while properly closed

// A key at one of its versions: the keys of `records`, where the versions of a key stand together,
// newest first.
struct KeyVersion {
  std::string_view key;
  Revision version = 0;
};
inline constexpr std::size_t kRevisionBytes = 8;  // the end of an encoded KeyVersion
std::string EncodeKeyVersion(const KeyVersion& key_version);
// Errors    kDataLoss.
// Lifetime  the key points into `bytes`.
absl::StatusOr<KeyVersion> DecodeKeyVersion(std::string_view bytes);

// In `records`, all versions of `key` and nothing else are in [FirstVersion, EndOfVersions).
std::string FirstVersion(std::string_view key);
std::string EndOfVersions(std::string_view key);

// In `records`, all keys that start with `prefix` are before this one; empty: there is no end.
std::string EndOfPrefix(std::string_view prefix);

// A value, or nullopt for "deleted": the values of `records`.
std::string EncodeValue(const std::optional<std::string>& value);
// Errors  kDataLoss.
absl::StatusOr<std::optional<std::string>> DecodeValue(std::string_view bytes);

// The keys of `log`, ascending with the revision.
std::string EncodeRevision(Revision revision);
// Errors  kDataLoss.
absl::StatusOr<Revision> DecodeRevision(std::string_view bytes);

// One commit: the values of `log`. What was written is in `records` at the commit's revision.
struct LogEntry {
  absl::Time committed;  // whole milliseconds, rounded down
  std::vector<std::string> keys;
};
std::string EncodeLogEntry(const LogEntry& entry);
// Errors  kDataLoss.
absl::StatusOr<LogEntry> DecodeLogEntry(std::string_view bytes);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_LAYOUT_H_
