// What every stored value is wrapped in. The layout is in envelope.cc.
#ifndef THROUGHGATE_STORAGE_FORMAT_ENVELOPE_H_
#define THROUGHGATE_STORAGE_FORMAT_ENVELOPE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace throughgate::format {

// The value to store under `key` for `payload`. Equal arguments give equal bytes.
std::string Wrap(std::string_view key, std::string_view payload);

// The payload of a value found under `key`.
//
// Errors    each names the key.
//           kDataLoss            the bytes are not what was stored, or were stored under another
//                                key.
//           kFailedPrecondition  intact, but written by a newer Throughgate, or sealed with a key
//                                that this program does not have.
// Lifetime  the payload points into `value`.
// Why       the engine's block checksums do not notice an intact value in the wrong place.
absl::StatusOr<std::string_view> Unwrap(std::string_view key, std::string_view value);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_ENVELOPE_H_
