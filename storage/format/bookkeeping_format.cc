#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {

std::string Encode(std::string_view key, const RequestRecord& record) {
  v1::RequestRecord stored;
  stored.set_method(record.method);
  stored.set_request_sha256(record.request_sha256);
  stored.set_resource(record.resource);
  stored.set_created_at_s(absl::ToUnixSeconds(record.created_at));
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, RequestRecord& record) {
  v1::RequestRecord stored;
  const Reader reader(key, value, stored);
  record.method = stored.method();
  record.request_sha256 = stored.request_sha256();
  record.resource = stored.resource();
  record.created_at = absl::FromUnixSeconds(stored.created_at_s());
  return reader.status();
}

std::string Encode(std::string_view key, const ImportProgress& record) {
  v1::ImportProgress stored;
  stored.set_applied_through_row(record.applied_through_row);
  stored.set_created(record.created);
  stored.set_updated(record.updated);
  stored.set_unchanged(record.unchanged);
  stored.set_kept(record.kept);
  stored.set_rejected(record.rejected);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, ImportProgress& record) {
  v1::ImportProgress stored;
  const Reader reader(key, value, stored);
  record.applied_through_row = stored.applied_through_row();
  record.created = stored.created();
  record.updated = stored.updated();
  record.unchanged = stored.unchanged();
  record.kept = stored.kept();
  record.rejected = stored.rejected();
  return reader.status();
}

}  // namespace throughgate::format
