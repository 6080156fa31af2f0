#include "services/edge/candidate_links.h"

#include <utility>

#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;
using matcher::Link;
using matcher::Reference;
using matcher::ReferenceName;

// A custodian that has no link calls the candidate by the id. New ones have a link from the start,
// so that nobody comes to be called so, and what is found here need not be guarded.
absl::StatusOr<bool> IsCalledByItsId(const storage::Store& store, const ReferenceName& name) {
  const CandidateName candidate{name.reference};
  ASSIGN_OR_RETURN(const auto found, Find<Candidate>(store, candidate));
  if (!found || found->record.terms.custodian != name.organisation) return false;
  ASSIGN_OR_RETURN(const auto link, Find<Link>(store, {name.organisation, candidate}));
  return !link.has_value();
}

absl::Status Release(const storage::Store& store, const ReferenceName& name, Edit& edit) {
  if (name.reference.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const auto found, Find<Reference>(store, name));
  if (!found) return absl::OkStatus();
  edit.Require(*found);
  edit.Delete(format::TermsKey(name));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::optional<CandidateName>> FindCalled(const storage::Store& store,
                                                        const ReferenceName& name, Edit& edit) {
  ASSIGN_OR_RETURN(const auto found, Find<Reference>(store, name));
  edit.Guard(format::TermsKey(name), found ? found->versions.terms : 0);
  if (found) return found->record.terms.candidate;
  ASSIGN_OR_RETURN(const bool by_id, IsCalledByItsId(store, name));
  if (by_id) return CandidateName{name.reference};
  return std::nullopt;
}

absl::Status PutLink(const storage::Store& store, const Link& link, Edit& edit) {
  ASSIGN_OR_RETURN(const auto before, Find<Link>(store, link.name));
  const std::string had = before ? before->record.terms.reference : "";
  if (had != link.terms.reference) {
    RETURN_IF_ERROR(Release(store, {link.name.organisation, had}, edit));
    if (const std::string& wanted = link.terms.reference; !wanted.empty()) {
      const ReferenceName name{link.name.organisation, wanted};
      ASSIGN_OR_RETURN(const auto whom, FindCalled(store, name, edit));
      if (whom && *whom != link.name.candidate) return AlreadyExists("candidates/" + wanted);
      const std::string key = format::TermsKey(name);
      edit.Write(key, format::Encode(key, matcher::ReferenceTerms{link.name.candidate}));
    }
  }
  edit.Put(before, link);
  return absl::OkStatus();
}

absl::Status DropLink(const storage::Store& store, const matcher::LinkName& name, Edit& edit) {
  ASSIGN_OR_RETURN(const auto before, Find<Link>(store, name));
  if (!before) return absl::OkStatus();
  edit.Require(*before);
  edit.Delete(format::TermsKey(name));
  return Release(store, {name.organisation, before->record.terms.reference}, edit);
}

std::string ReadReference(const std::string& wire, const matcher::OrganisationId& organisation,
                          const storage::Handles& handles, const Field& at) {
  if (wire.empty()) return "";
  std::string reference = ReadId(wire, at);
  if (handles.InternalOf(organisation, reference)) {
    at.Refuse("Is the handle of a candidate. Give a reference of your own.");
  }
  return reference;
}

std::string ReadCaseload(const std::string& wire, const Reach& reach, const Field& at) {
  const bool all = !reach.caseloads;
  if (wire.empty() && !all && reach.caseloads->size() == 1) return *reach.caseloads->begin();
  if (!all && !reach.caseloads->contains(wire)) {
    at.Refuse(wire.empty() ? "Is required: say which of your caseloads."
                           : "Is not a caseload of yours.");
  }
  return wire.empty() ? "" : ReadId(wire, at);
}

Link NewLink(const matcher::OrganisationId& organisation, const CandidateName& candidate,
             std::string caseload, std::string reference, absl::Time now) {
  return {.name = {organisation, candidate},
          .terms = {.caseload = std::move(caseload),
                    .reference = std::move(reference),
                    .linked_at_s = absl::ToUnixSeconds(now)}};
}

}  // namespace throughgate::services
