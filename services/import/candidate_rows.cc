#include <optional>

#include "services/convert/candidate.h"
#include "services/convert/names.h"
#include "services/convert/personal_data.h"
#include "services/edge/candidate_links.h"
#include "services/edge/errors.h"
#include "services/edge/random_id.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;

// Whom a row is about.
struct Whom {
  CandidateName name = {};     // internal
  std::string reference = {};  // of one who is new
  bool is_new = false;
};

// A reference is looked up in the store, where earlier rows of the commit are pending; a handle is
// of somebody whom the caller has been told of.
absl::StatusOr<Whom> WhomOf(const std::string& wire_name, const Field& at, const RowWork& work) {
  Violations none;
  if (!IsCandidateName(wire_name)) {
    ReadName<CandidateName>(wire_name, at);
    return Whom{};
  }
  const std::string id = wire_name.substr(wire_name.find('/') + 1);
  if (work.handles.InternalOf(work.organisation, id)) {
    const std::optional<std::string> internal = work.names.Resolve(wire_name);
    if (!internal) return NotFound(wire_name);
    return Whom{.name = ReadName<CandidateName>(*internal, Field(none))};
  }
  Whom whom{.reference = ReadId(id, at)};
  if (whom.reference.empty()) return whom;
  ASSIGN_OR_RETURN(const auto called,
                   FindCalled(work.store, {work.organisation, whom.reference}, work.edit));
  whom.is_new = !called.has_value();
  if (called) {
    whom.name = *called;
  } else {
    ASSIGN_OR_RETURN(whom.name.candidate, RandomId());
  }
  return whom;
}

}  // namespace

RowResult DecideCandidate(const v1::ImportCandidatesRow& row, const RowWork& work) {
  RETURN_IF_ERROR(RefusePersonalData(row));
  Violations violations;
  const Field at(violations, "candidate");
  const std::string& wire_name = row.candidate().name();
  ASSIGN_OR_RETURN(const Whom whom, WhomOf(wire_name, at["name"], work));
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<Candidate>(work.store, whom.name));
  if (before && before->record.terms.custodian != work.organisation) {
    return AlreadyExists(wire_name);
  }
  if (KeepsCorrected(before, work)) return RowOutcome::kKept;
  Candidate after = RecordOr(before, whom.name);
  after.detail.corrected = false;
  if (!before) {
    after.terms.custodian = work.organisation;
    after.detail.registered_on = work.today;
  }
  ReadCandidate(row.candidate(), FieldSet(kCandidateFields), ReferenceData(work.catalogue), at,
                after);
  const std::string caseload = whom.is_new ? ReadCaseload("", work.reach, at["name"]) : "";
  RETURN_IF_ERROR(violations.status());
  if (whom.is_new) {
    RETURN_IF_ERROR(PutLink(
        work.store, NewLink(work.organisation, whom.name, caseload, whom.reference, work.now),
        work.edit));
  }
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
