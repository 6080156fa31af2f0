// default  "format" -> decimal    "id" -> 16 hex digits    "oldest" -> revision    "clean" -> ""
// records  key 00 ~revision -> 01 value | 00       01 is "put", 00 "deleted"; do not renumber
// log      revision -> milliseconds key {00 key}
//
// `revision` and `milliseconds` (since 1970, UTC) are 8 bytes, most significant first; ~ inverts
// every bit, so that newer versions sort first. A key has no zero byte: the 00 behind it ends it,
// and makes it sort before every longer key that starts with it.
#include "storage/rocks/rocks_layout.h"

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace throughgate::storage {
namespace {

constexpr char kDeleted = 0;
constexpr char kPut = 1;
constexpr char kEndOfKey = 0;
constexpr char kAfterEndOfKey = 1;

std::string EncodeNumber(std::uint64_t number) {
  std::string bytes(kRevisionBytes, '\0');
  for (std::size_t i = kRevisionBytes; i-- > 0; number >>= 8) bytes[i] = static_cast<char>(number);
  return bytes;
}

// `bytes` are kRevisionBytes.
std::uint64_t DecodeNumber(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

std::string EncodeKeyVersion(const KeyVersion& key_version) {
  return FirstVersion(key_version.key) + EncodeNumber(~key_version.version);
}

absl::StatusOr<KeyVersion> DecodeKeyVersion(std::string_view bytes) {
  const std::size_t end = bytes.find(kEndOfKey);
  if (end == bytes.npos || bytes.size() != end + 1 + kRevisionBytes) {
    return absl::DataLossError("a record's key cannot be read");
  }
  return KeyVersion{bytes.substr(0, end), ~DecodeNumber(bytes.substr(end + 1))};
}

std::string FirstVersion(std::string_view key) { return std::string(key) + kEndOfKey; }

std::string EndOfVersions(std::string_view key) { return std::string(key) + kAfterEndOfKey; }

std::string EndOfPrefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xff') end.pop_back();
  if (!end.empty()) ++end.back();
  return end;
}

std::string EncodeValue(const std::optional<std::string>& value) {
  return value ? kPut + *value : std::string(1, kDeleted);
}

absl::StatusOr<std::optional<std::string>> DecodeValue(std::string_view bytes) {
  if (!bytes.empty() && bytes[0] == kPut) return std::string(bytes.substr(1));
  if (bytes.size() == 1 && bytes[0] == kDeleted) return std::nullopt;
  return absl::DataLossError("a record's value cannot be read");
}

std::string EncodeRevision(Revision revision) { return EncodeNumber(revision); }

absl::StatusOr<Revision> DecodeRevision(std::string_view bytes) {
  if (bytes.size() != kRevisionBytes) return absl::DataLossError("a revision cannot be read");
  return DecodeNumber(bytes);
}

std::string EncodeLogEntry(const LogEntry& entry) {
  return EncodeNumber(absl::ToUnixMillis(entry.committed)) +
         absl::StrJoin(entry.keys, std::string(1, kEndOfKey));
}

absl::StatusOr<LogEntry> DecodeLogEntry(std::string_view bytes) {
  if (bytes.size() <= kRevisionBytes)
    return absl::DataLossError("a commit in the log cannot be read");
  const auto millis = static_cast<std::int64_t>(DecodeNumber(bytes.substr(0, kRevisionBytes)));
  return LogEntry{.committed = absl::FromUnixMillis(millis),
                  .keys = absl::StrSplit(std::string(bytes.substr(kRevisionBytes)), kEndOfKey)};
}

}  // namespace throughgate::storage
