// What CandidateService does about links.
#include <optional>
#include <utility>

#include "services/candidate_service.h"
#include "services/candidate_shown.h"
#include "services/convert/instant.h"
#include "services/convert/personal_data.h"
#include "services/edge/candidate_links.h"
#include "services/edge/link_code.h"
#include "services/edge/serve_named.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;
using matcher::Link;

// A write of a request that cannot be tried only.
template <typename Request>
WriteRequest LinkWriteOf(const grpc::ServerContextBase& context, const Caller& caller,
                         const Request& request, const Field& at) {
  CheckRequestId(request.request_id(), at["request_id"]);
  return {.method = MethodOf(*Request::descriptor()),
          .caller = caller,
          .request_id = request.request_id(),
          .etag = {},
          .sha256 = Sha256(request.SerializeAsString()),
          .validate_only = false,
          .deadline = DeadlineOf(context)};
}

// The candidate, as the caller sees it now.
absl::StatusOr<v1::Candidate> Shown(const Backend& backend, const Caller& caller,
                                    const std::string& name, storage::Revision revision) {
  ASSIGN_OR_RETURN(const auto stored,
                   Read<Candidate>(backend.store, NameIn<Candidate>(name), revision));
  return WriteCandidateFor(ReachOf(caller), stored);
}

// Whether the organisation that made a code still has to do with the candidate: its custodian, by a
// link, or as who keeps the plan. The edit rests on it.
absl::StatusOr<bool> StillHolds(const storage::Store& store, const format::LinkCode& code,
                                Edit& edit) {
  ASSIGN_OR_RETURN(const auto candidate, Find<Candidate>(store, code.candidate));
  if (!candidate) return false;
  if (candidate->record.terms.custodian == code.issued_by) return true;
  ASSIGN_OR_RETURN(const auto link, Find<Link>(store, {code.issued_by, code.candidate}));
  if (link) {
    edit.Require(*link);
    return true;
  }
  ASSIGN_OR_RETURN(const auto plan, Find<matcher::RiskPlan>(store, code.candidate));
  if (plan) edit.Require(*plan);
  return plan && plan->record.terms.supervised_by == code.issued_by;
}

// What the caller's link is to be: as it is already, but for what is asked for.
absl::StatusOr<Link> LinkAskedFor(const storage::Store& store, Link wanted) {
  ASSIGN_OR_RETURN(const auto before, Find<Link>(store, wanted.name));
  if (!before) return wanted;
  Link link = before->record;
  if (!wanted.terms.reference.empty()) link.terms.reference = wanted.terms.reference;
  if (!wanted.terms.caseload.empty()) link.terms.caseload = wanted.terms.caseload;
  return link;
}

}  // namespace

grpc::Status CandidateService::CreateLinkCode(grpc::ServerContext* context,
                                              const v1::CreateLinkCodeRequest* request,
                                              v1::CreateLinkCodeResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::CreateLinkCodeRequest& request) -> absl::Status {
        Violations violations;
        const auto name =
            ReadName<CandidateName>(request.candidate(), Field(violations)["candidate"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(const std::string code, NewLinkCode());
        const std::string key = format::LinkCodeKey({backend_.handles->DigestOfCode(code)});
        // Whole seconds, as they are kept.
        const absl::Time now = absl::FromUnixSeconds(absl::ToUnixSeconds(backend_.clock()));
        const format::LinkCode record{
            .candidate = name, .issued_by = caller.organisation, .expires_at = now + kLinkCodeLife};
        const WriteRequest write{.method = MethodOf(*request.GetDescriptor()),
                                 .caller = caller,
                                 .request_id = "",
                                 .etag = {},
                                 .sha256 = {},
                                 .validate_only = false,
                                 .deadline = DeadlineOf(*context)};
        const auto put = [&](Edit& edit) -> absl::Status {
          RETURN_IF_ERROR(RequireRecord<Candidate>(backend_, name, edit));
          edit.Guard(key, 0);
          edit.Write(key, format::Encode(key, record));
          return absl::OkStatus();
        };
        ASSIGN_OR_RETURN(const Outcome outcome, Mutate(backend_, write, name.ToString(), put));
        response->set_code(ShowLinkCode(code));
        *response->mutable_expires_at() = WriteInstant(record.expires_at);
        response->set_revision(FormatRevision(backend_.store.id(), outcome.revision));
        return absl::OkStatus();
      },
      RefusePersonalData);
}

// The candidate is named by the code alone.
grpc::Status CandidateService::LinkCandidate(grpc::ServerContext* context,
                                             const v1::LinkCandidateRequest* request,
                                             v1::LinkCandidateResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    Violations violations;
    const Field field(violations);
    const WriteRequest write = LinkWriteOf(*context, caller, *request, field);
    const std::optional<std::string> code = ReadLinkCode(request->code());
    if (!code) {
      field["code"].Refuse("Is mistyped: it has 14 letters and digits. Look at it again.");
    }
    const std::string reference = ReadReference(request->reference(), caller.organisation,
                                                *backend_.handles, field["reference"]);
    const std::string caseload =
        ReadCaseload(request->caseload(), ReachOf(caller), field["caseload"]);
    RETURN_IF_ERROR(violations.status());
    RETURN_IF_ERROR(backend_.link_attempts->Check(caller.organisation));

    const std::string key = format::LinkCodeKey({backend_.handles->DigestOfCode(*code)});
    // Whose it is; a request that is repeated finds it used up, and is told by its request id.
    format::LinkCode record;
    RETURN_IF_ERROR(ReadPart(backend_.store, key, 0, record).status());
    const std::string resource = record.candidate.ToString();
    const auto decide = [&](Edit& edit) -> absl::Status {
      format::LinkCode code_now;
      ASSIGN_OR_RETURN(const storage::Revision version, ReadPart(backend_.store, key, 0, code_now));
      if (version == 0 || code_now != record || record.expires_at <= backend_.clock()) {
        return LinkCodeInvalid();
      }
      edit.Guard(key, version);
      edit.Delete(key);
      ASSIGN_OR_RETURN(const bool holds, StillHolds(backend_.store, record, edit));
      if (!holds) return LinkCodeInvalid();
      ASSIGN_OR_RETURN(
          const Link link,
          LinkAskedFor(backend_.store, NewLink(caller.organisation, record.candidate, caseload,
                                               reference, backend_.clock())));
      return PutLink(backend_.store, link, edit);
    };
    const absl::StatusOr<Outcome> outcome = Mutate(backend_, write, resource, decide);
    if (ReasonOf(outcome.status()) == v1::ERROR_REASON_LINK_CODE_INVALID) {
      backend_.link_attempts->Failed(caller.organisation);
    }
    RETURN_IF_ERROR(outcome.status());
    ASSIGN_OR_RETURN(*response->mutable_candidate(),
                     Shown(backend_, caller, outcome->repeats.value_or(resource), 0));
    response->set_revision(FormatRevision(backend_.store.id(), outcome->revision));
    ShowNames(backend_, caller, *response);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::SetCandidateReference(
    grpc::ServerContext* context, const v1::SetCandidateReferenceRequest* request,
    v1::SetCandidateReferenceResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::SetCandidateReferenceRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const WriteRequest write = LinkWriteOf(*context, caller, request, field);
        const auto name = ReadName<CandidateName>(request.candidate(), field["candidate"]);
        const std::string reference = ReadReference(request.reference(), caller.organisation,
                                                    *backend_.handles, field["reference"]);
        RETURN_IF_ERROR(violations.status());
        const auto put = [&](Edit& edit) -> absl::Status {
          ASSIGN_OR_RETURN(Link link,
                           LinkAskedFor(backend_.store, NewLink(caller.organisation, name, "", "",
                                                                backend_.clock())));
          link.terms.reference = reference;
          return PutLink(backend_.store, link, edit);
        };
        ASSIGN_OR_RETURN(const Outcome outcome, Mutate(backend_, write, name.ToString(), put));
        ASSIGN_OR_RETURN(*response->mutable_candidate(),
                         Shown(backend_, caller, name.ToString(), 0));
        response->set_revision(FormatRevision(backend_.store.id(), outcome.revision));
        return absl::OkStatus();
      },
      RefusePersonalData);
}

grpc::Status CandidateService::UnlinkCandidate(grpc::ServerContext* context,
                                               const v1::UnlinkCandidateRequest* request,
                                               v1::UnlinkCandidateResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::UnlinkCandidateRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const WriteRequest write = LinkWriteOf(*context, caller, request, field);
        const auto name = ReadName<CandidateName>(request.candidate(), field["candidate"]);
        RETURN_IF_ERROR(violations.status());
        const auto drop = [&](Edit& edit) -> absl::Status {
          ASSIGN_OR_RETURN(const auto candidate, Read<Candidate>(backend_.store, name));
          if (candidate.record.terms.custodian == caller.organisation) {
            field["candidate"].Refuse("Is in your custody: the custodian cannot be unlinked.");
            return violations.status();
          }
          return DropLink(backend_.store, {caller.organisation, name}, edit);
        };
        ASSIGN_OR_RETURN(const Outcome outcome, Mutate(backend_, write, name.ToString(), drop));
        response->set_revision(FormatRevision(backend_.store.id(), outcome.revision));
        return absl::OkStatus();
      },
      RefusePersonalData);
}

}  // namespace throughgate::services
