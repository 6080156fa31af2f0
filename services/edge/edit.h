// What one request would have written, with everything that the decision rests on.
#ifndef THROUGHGATE_SERVICES_EDGE_EDIT_H_
#define THROUGHGATE_SERVICES_EDGE_EDIT_H_

#include <map>
#include <optional>
#include <string>

#include "services/edge/records.h"
#include "storage/store.h"

namespace throughgate::services {

// Collects writes and guards; nothing happens before they are committed.
//
//   ASSIGN_OR_RETURN(const auto employer, Read<matcher::Employer>(store, name));
//   edit.Require(employer);             // the decision rests on its terms
//   edit.Put(std::nullopt, new_site);   // must not exist
//
// Model is as in records.h.
class Edit {
 public:
  // Makes the record under NameOf(after) be `after`. `before` is what was found there, nullopt for
  // nothing; it is guarded, and only the parts that differ from it are written. Returns whether any
  // does.
  template <typename Model>
  bool Put(const std::optional<Stored<Model>>& before, const Model& after);

  // Rests the commit on the terms of `found` being what they are.
  template <typename Model>
  void Require(const Stored<Model>& found);

  // The same for any key. A key that is guarded twice keeps the version that it was first found
  // at: if that has changed since, the commit must fail.
  void Guard(std::string key, storage::Revision version);
  void Write(std::string key, std::string value);

  bool empty() const { return writes_.empty(); }
  // What counts against storage::kCommitOperationsMax and kCommitBytesMax.
  std::size_t operations() const { return guards_.size() + writes_.size(); }
  std::size_t bytes() const { return bytes_; }

  storage::Transaction transaction() const;

 private:
  std::map<std::string, storage::Revision> guards_;
  std::map<std::string, std::string> writes_;
  std::size_t bytes_ = 0;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_EDIT_H_
