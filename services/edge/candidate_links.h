// Links and references as they are stored and written: each change in one commit with what it is
// part of.
#ifndef THROUGHGATE_SERVICES_EDGE_CANDIDATE_LINKS_H_
#define THROUGHGATE_SERVICES_EDGE_CANDIDATE_LINKS_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/model/link.h"
#include "services/convert/field.h"
#include "services/edge/caseload.h"
#include "services/edge/edit.h"
#include "storage/secrets/handles.h"
#include "storage/store.h"

namespace throughgate::services {

// Whom an organisation means by a reference, as stored; nullopt: nobody. The edit rests on it.
//
// Errors  those of the store and of the format.
absl::StatusOr<std::optional<matcher::CandidateName>> FindCalled(const storage::Store& store,
                                                                 const matcher::ReferenceName& name,
                                                                 Edit& edit);

// Makes the link of `link.name` be like this, and its reference mean the candidate.
//
// Errors  RESOURCE_EXISTS  the organisation means somebody else by the reference.
//         and those of the store and of the format.
absl::Status PutLink(const storage::Store& store, const matcher::Link& link, Edit& edit);

// Takes the link back, and its reference; what is not there stays so.
//
// Errors  those of the store and of the format.
absl::Status DropLink(const storage::Store& store, const matcher::LinkName& name, Edit& edit);

// A reference as a caller gives one: an id, or empty. Refused at `at` also when it has the form of
// a handle of the organisation's, whose candidate it would hide.
std::string ReadReference(const std::string& wire, const matcher::OrganisationId& organisation,
                          const storage::Handles& handles, const Field& at);

// The caseload of a new link: the one asked for, or that of a caller who works with one only.
// Refused at `at`: one that the caller does not work with, and none where the caller must say.
std::string ReadCaseload(const std::string& wire, const Reach& reach, const Field& at);

// A link of this moment.
matcher::Link NewLink(const matcher::OrganisationId& organisation,
                      const matcher::CandidateName& candidate, std::string caseload,
                      std::string reference, absl::Time now);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_CANDIDATE_LINKS_H_
