#include <cstdint>
#include <vector>

#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

using Days = std::vector<matcher::Day>;

void StoreDays(const Days& days, Numbers& stored) {
  for (const matcher::Day day : days) stored.Add(day.since_epoch);
}

Days ReadDays(const Numbers& stored) {
  Days days;
  for (const std::int32_t day : stored) days.push_back({day});
  return days;
}

}  // namespace

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

std::string Encode(std::string_view key, const MoveBudget& record) {
  v1::MoveBudget stored;
  StoreDays(record.moved_on, *stored.mutable_moved_on_day());
  StoreDays(record.placed_on, *stored.mutable_placed_on_day());
  StoreDays(record.import_moved_on, *stored.mutable_import_moved_on_day());
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, MoveBudget& record) {
  v1::MoveBudget stored;
  const Reader reader(key, value, stored);
  record.moved_on = ReadDays(stored.moved_on_day());
  record.placed_on = ReadDays(stored.placed_on_day());
  record.import_moved_on = ReadDays(stored.import_moved_on_day());
  return reader.status();
}

std::string Encode(std::string_view key, const PostingFlag& record) {
  v1::PostingFlag stored;
  stored.set_first_seen_on_day(record.first_seen_on.since_epoch);
  stored.set_places(record.places);
  stored.set_example(record.example);
  stored.set_organisation(record.organisation.value);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, PostingFlag& record) {
  v1::PostingFlag stored;
  const Reader reader(key, value, stored);
  record.first_seen_on = {stored.first_seen_on_day()};
  record.places = stored.places();
  record.example = stored.example();
  record.organisation = {stored.organisation()};
  return reader.status();
}

}  // namespace throughgate::format
