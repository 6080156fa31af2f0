// The records of the golden files. Invented.
//
// A file of a released version is never written again, so a record that grows gets another golden
// record, in a file of its own, with what is new in it; the old one must go on giving the old
// bytes.
#ifndef THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_
#define THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "storage/format/records.h"
#include "tests/support/stored_fields.h"

namespace throughgate::golden {

struct GoldenRecord {
  std::string key;
  // As today's program encodes it.
  std::string value;
  // Whether today's program decodes `value` to the record that is meant; what went wrong if not.
  std::function<absl::Status(std::string_view value)> check;
  // The fields of record.proto, by their full names, that the record's message has, and that it
  // sets.
  std::set<std::string> fields;
  std::set<std::string> fields_set;
};

struct GoldenFile {
  const char* name;
  std::vector<GoldenRecord> records;  // in the order of keys
};

// Every kind, with every optional part that it had at first, set and unset. The database of the
// golden files holds these.
std::vector<GoldenRecord> FirstRecords();

// Vacancies with roles and with what can be arranged away; plans with limits, tags and orders.
std::vector<GoldenRecord> RecordsWithRolesAndLimits();

// Zones with hours and days, commitments, temporary release, home counties; work at home; people
// under 18.
std::vector<GoldenRecord> RecordsWithHoursAndHomes();

// Readiness and qualifications; approvals, no contact, shared effects, and a secret.
std::vector<GoldenRecord> RecordsWithDisclosure();
// Plans with licence conditions as they were written.
std::vector<GoldenRecord> RecordsWithLicenceConditions();

// Premises and limits that speak of them, areas by name, and what sites are themselves.
std::vector<GoldenRecord> RecordsWithPlaces();

// What a person has entered or changed since an import wrote it.
std::vector<GoldenRecord> RecordsWithCorrections();

// Sites that somebody has checked, what is left of a budget of moves, and a flag.
std::vector<GoldenRecord> RecordsWithChecks();
// Links, references and link codes; what people have consented to.
std::vector<GoldenRecord> RecordsWithLinks();

// Organisations and grants, of every role and kind.
std::vector<GoldenRecord> RecordsWithAccess();

// All of them, oldest first.
std::vector<GoldenFile> GoldenFiles();

template <typename Record>
GoldenRecord Golden(const std::string& key, const Record& record) {
  const auto check = [=](std::string_view value) {
    const auto decoded = format::Decode<Record>(key, value);
    if (!decoded.ok()) return decoded.status();
    if (*decoded != record) return absl::InternalError("decoded to another record: " + key);
    return absl::OkStatus();
  };
  GoldenRecord golden = {.key = key,
                         .value = format::Encode(key, record),
                         .check = check,
                         .fields = {},
                         .fields_set = {}};
  format::AddFieldsOf(*format::StoredAs<Record>::descriptor(), golden.fields);
  format::AddFieldsSet(format::StoredMessage<Record>(key, golden.value), golden.fields_set);
  return golden;
}

}  // namespace throughgate::golden

#endif  // THROUGHGATE_TESTS_GOLDEN_GOLDEN_RECORDS_H_
