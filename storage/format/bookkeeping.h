// Records that services keep about their own work.
#ifndef THROUGHGATE_STORAGE_FORMAT_BOOKKEEPING_H_
#define THROUGHGATE_STORAGE_FORMAT_BOOKKEEPING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "matcher/model/names.h"
#include "matcher/model/units.h"

namespace throughgate::format {

// What came of a write that carried a request id. Written in the commit that it is about, so that
// the version of this record is the revision of the result.
struct RequestRecord {
  std::string method;          // "throughgate.v1.VacancyService/CreateVacancy"
  std::string request_sha256;  // 32 bytes
  std::string resource;        // the name of what was written
  absl::Time created_at;       // whole seconds
  bool operator==(const RequestRecord&) const = default;
};

// How far an import has come, since its first row.
struct ImportProgress {
  std::int64_t applied_through_row = 0;  // 1-based
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t kept = 0;
  std::int64_t rejected = 0;
  bool operator==(const ImportProgress&) const = default;
};

// When sites of one employer were given other places, each list ascending. Written in the commits
// that it is about, so that of two at once only one counts on what the other has left.
struct MoveBudget {
  std::vector<matcher::Day> moved_on;         // by hand, further than a correction
  std::vector<matcher::Day> placed_on;        // by hand: first places, and corrections
  std::vector<matcher::Day> import_moved_on;  // by imports, further than a correction
  bool operator==(const MoveBudget&) const = default;
};

// Postings of one employer that look as if somebody probed with them.
struct PostingFlag {
  matcher::Day first_seen_on;
  std::int32_t places = 0;               // the most that were seen together
  std::string example;                   // the name of a site or a vacancy
  matcher::OrganisationId organisation;  // that registered the example; empty: not known
  bool operator==(const PostingFlag&) const = default;
};

// A link code that may still be used once. It is kept under a keyed digest, and not itself.
struct LinkCode {
  matcher::CandidateName candidate;
  matcher::OrganisationId issued_by;
  absl::Time expires_at;  // whole seconds; from then on it is of no use
  bool operator==(const LinkCode&) const = default;
};

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_BOOKKEEPING_H_
