// Bytes that are read once, front to back.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_BYTE_STREAM_H_
#define THROUGHGATE_SERVICES_CLI_FILES_BYTE_STREAM_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// Threads   one thread at a time.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // The next bytes; empty at the end.
  //
  // Errors    kDataLoss           the file is damaged or cut off.
  //           kResourceExhausted  it unpacks to more than is allowed.
  //           kInvalidArgument    it is not text.
  // Lifetime  valid until the next call.
  virtual absl::StatusOr<absl::string_view> Read() = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_BYTE_STREAM_H_
