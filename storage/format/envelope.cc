// value  = version kind check payload
// version  1 byte   1. Another version may change everything behind `check`.
// kind     1 byte   0 plain, 1 sealed: reserved for payloads under a key of their own
// check    4 bytes  CRC-32 (zlib's) of key, version, kind and payload; least significant first
// payload  a message of throughgate.record.v1
//
// Never move, resize or redefine the first three in any version: they are checked before they are
// believed.
#include "storage/format/envelope.h"

#include <zlib.h>

#include <cstddef>
#include <cstdint>

#include "storage/format/faults.h"

namespace throughgate::format {
namespace {

constexpr char kVersion = 1;
constexpr char kPlain = 0;
constexpr char kSealed = 1;

constexpr std::size_t kTagBytes = 2;  // version and kind
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kHeaderBytes = kTagBytes + kCheckBytes;

std::string Check(std::string_view key, std::string_view tag, std::string_view payload) {
  uLong crc = 0;
  for (const std::string_view part : {key, tag, payload}) {
    // zlib starts anew when given no address.
    if (part.empty()) continue;
    crc = crc32_z(crc, reinterpret_cast<const Bytef*>(part.data()), part.size());
  }
  std::string bytes;
  for (std::size_t i = 0; i < kCheckBytes; ++i) bytes += static_cast<char>(crc >> (8 * i));
  return bytes;
}

}  // namespace

std::string Wrap(std::string_view key, std::string_view payload) {
  const std::string tag = {kVersion, kPlain};
  return (tag + Check(key, tag, payload)).append(payload);
}

absl::StatusOr<std::string_view> Unwrap(std::string_view key, std::string_view value) {
  if (value.size() < kHeaderBytes) return Damaged(key, "too short");
  const std::string_view tag = value.substr(0, kTagBytes);
  const std::string_view payload = value.substr(kHeaderBytes);
  if (value.substr(kTagBytes, kCheckBytes) != Check(key, tag, payload)) {
    return Damaged(key, "its checksum differs");
  }
  if (tag[0] != kVersion) return TooNew(key, "envelope version");
  if (tag[1] == kSealed) {
    return absl::FailedPreconditionError(
        AboutRecord(key, "is sealed with a key that this program does not have"));
  }
  if (tag[1] != kPlain) return TooNew(key, "envelope kind");
  return payload;
}

}  // namespace throughgate::format
