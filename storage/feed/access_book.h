// Who may do what, as the store has it: what every call is admitted by.
#ifndef THROUGHGATE_STORAGE_FEED_ACCESS_BOOK_H_
#define THROUGHGATE_STORAGE_FEED_ACCESS_BOOK_H_

#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/format/access.h"
#include "storage/store.h"

namespace throughgate::storage {

// A grant at the version at which it was read.
struct HeldGrant {
  format::Grant grant;
  Revision version = 0;
};

// Holds every grant that there ever was; whether one is in force depends on the instant, and is
// for the reader to ask.
//
// Threads  any number of readers; one writer, of a copy that nobody reads yet.
class AccessBook {
 public:
  // Reads organisations and grants as of `revision`.
  //
  // Errors  those of the store and of the format, naming the key.
  static absl::StatusOr<AccessBook> Load(const Store& store, Revision revision);

  // Those of one subject, in the order of names.
  std::span<const HeldGrant> GrantsOf(const std::string& subject) const;
  // Null when there is none of that name. Lifetime: of the book.
  const format::OrganisationTerms* Find(const matcher::OrganisationId& organisation) const;

  // Takes one write of a change at `revision`; whether it was about who may do what.
  //
  // Errors  those of the format.
  absl::StatusOr<bool> Take(const Write& write, Revision revision);

 private:
  using Grants = std::vector<HeldGrant>;

  absl::Status Put(const std::string& key, const std::string& value, Revision version);
  void PutGrant(HeldGrant held);
  void Remove(const matcher::GrantName& name);

  // Copies of the book share what has not changed.
  std::unordered_map<std::string, std::shared_ptr<const Grants>> grants_;
  std::map<matcher::GrantName, std::string> subjects_;  // who has which
  std::map<matcher::OrganisationId, format::OrganisationTerms> organisations_;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_FEED_ACCESS_BOOK_H_
