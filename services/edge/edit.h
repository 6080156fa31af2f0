// What one request would have written, with everything that the decision rests on.
#ifndef THROUGHGATE_SERVICES_EDGE_EDIT_H_
#define THROUGHGATE_SERVICES_EDGE_EDIT_H_

#include <cstddef>
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
  // nothing; all of it is guarded, and only the parts that differ are written. Returns whether
  // any does.
  template <typename Model>
  bool Put(const std::optional<Stored<Model>>& before, const Model& after) {
    const Versions versions = before ? before->versions : Versions{};
    bool changed = PutPart(TermsKeyOf<Model>(NameOf(after)), versions.terms,
                           before ? &before->record.terms : nullptr, after.terms);
    if constexpr (kHasDetail<Model>) {
      changed |= PutPart(format::DetailKey(NameOf(after)), versions.detail,
                         before ? &before->record.detail : nullptr, after.detail);
    }
    return changed;
  }

  // Rests the commit on the terms of `found`.
  template <typename Model>
  void Require(const Stored<Model>& found) {
    Guard(TermsKeyOf<Model>(NameOf(found.record)), found.versions.terms);
  }

  // Rests the commit on `key` being at `version`. A key that is guarded twice keeps the version
  // that it was first seen at: if it has moved since, the commit must fail.
  void Guard(std::string key, storage::Revision version);
  void Write(std::string key, std::string value);
  void Delete(std::string key);

  bool empty() const { return writes_.empty(); }
  // What counts against storage::kCommitOperationsMax and kCommitBytesMax.
  std::size_t operations() const { return guards_.size() + writes_.size(); }
  std::size_t bytes() const;

  storage::Transaction transaction() const;

 private:
  template <typename Part>
  bool PutPart(const std::string& key, storage::Revision version, const Part* before,
               const Part& after) {
    Guard(key, version);
    const bool changed = before == nullptr || *before != after;
    if (changed) Write(key, format::Encode(key, after));
    return changed;
  }

  std::map<std::string, storage::Revision> guards_;
  std::map<std::string, std::optional<std::string>> writes_;  // nullopt: is deleted
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_EDIT_H_
