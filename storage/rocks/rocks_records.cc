#include "storage/rocks/rocks_records.h"

#include <rocksdb/iterator.h>
#include <rocksdb/options.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_status.h"

namespace throughgate::storage {

RecordCursor::RecordCursor(const RocksTables& tables, Range range)
    : range_(std::move(range)), end_(range_.end) {
  rocksdb::ReadOptions options;
  options.auto_prefix_mode = true;  // the filter, where both bounds are of one key
  if (!range_.end.empty()) options.iterate_upper_bound = &end_;
  versions_.reset(tables.db->NewIterator(options, tables.records.get()));
  versions_->Seek(range_.begin);
  Settle();
}

void RecordCursor::Next() {
  LeaveKey(record_->key);
  Settle();
}

// Stops at the first key from here on that has a value as of `at`. Versions are met newest first,
// so the first that is not too new decides about its key.
void RecordCursor::Settle() {
  record_.reset();
  while (versions_->Valid()) {
    const auto found = DecodeKeyVersion(versions_->key().ToStringView());
    if (!found.ok()) {
      status_ = found.status();
      return;
    }
    std::string key(found->key);
    if (found->version > range_.at) {
      versions_->Seek(EncodeKeyVersion({key, range_.at}));
      continue;
    }
    auto value = DecodeValue(versions_->value().ToStringView());
    if (!value.ok()) {
      status_ = value.status();
      return;
    }
    if (*value) {
      record_ = Record{std::move(key), **std::move(value), found->version};
      return;
    }
    LeaveKey(key);
  }
  status_ = FromRocks(versions_->status());
}

// Most keys have one version, so that one step leaves them; a seek passes any number of others.
void RecordCursor::LeaveKey(const std::string& key) {
  versions_->Next();
  if (versions_->Valid() && versions_->key().starts_with(FirstVersion(key))) {
    versions_->Seek(EndOfVersions(key));
  }
}

absl::StatusOr<std::optional<Record>> ReadRecord(const RocksTables& tables, std::string_view key,
                                                 Revision at) {
  const RecordCursor cursor(
      tables, {.begin = EncodeKeyVersion({key, at}), .end = EncodeKeyVersion({key, 0}), .at = at});
  if (cursor.Valid()) return cursor.record();
  if (!cursor.status().ok()) return cursor.status();
  return std::nullopt;
}

absl::StatusOr<Page> ReadPage(const RocksTables& tables, std::string_view prefix,
                              const PageRequest& request, Revision at) {
  Page page{.records = {}, .next = {}, .revision = at};
  RecordCursor cursor(tables, {.begin = std::max(std::string(prefix), EndOfVersions(request.after)),
                               .end = EndOfPrefix(prefix),
                               .at = at});
  for (; cursor.Valid(); cursor.Next()) {
    if (page.records.size() == request.limit) {
      page.next = page.records.back().key;
      break;
    }
    page.records.push_back(cursor.record());
  }
  if (!cursor.status().ok()) return cursor.status();
  return page;
}

absl::StatusOr<LogEntry> ReadLogEntry(const RocksTables& tables, Revision revision) {
  const auto bytes = ReadKey(tables, *tables.log, EncodeRevision(revision));
  if (!bytes.ok()) return bytes.status();
  if (!*bytes) return absl::DataLossError(absl::StrCat("commit ", revision, " is not in the log"));
  return DecodeLogEntry(**bytes);
}

absl::StatusOr<Change> ReadChange(const RocksTables& tables, Revision revision) {
  absl::StatusOr<LogEntry> entry = ReadLogEntry(tables, revision);
  if (!entry.ok()) return entry.status();
  Change change{.revision = revision, .writes = {}};
  for (std::string& key : entry->keys) {
    const auto bytes = ReadKey(tables, *tables.records, EncodeKeyVersion({key, revision}));
    if (!bytes.ok()) return bytes.status();
    if (!*bytes) {
      return absl::DataLossError(absl::StrCat(key, " of commit ", revision, " is missing"));
    }
    auto value = DecodeValue(**bytes);
    if (!value.ok()) return value.status();
    change.writes.push_back({std::move(key), *std::move(value)});
  }
  return change;
}

}  // namespace throughgate::storage
