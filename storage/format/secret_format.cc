#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {

std::string Encode(std::string_view key, const Secret& record) {
  v1::Secret stored;
  stored.set_key(record.key);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, Secret& record) {
  v1::Secret stored;
  const Reader reader(key, value, stored);
  record.key = stored.key();
  return reader.status();
}

}  // namespace throughgate::format
