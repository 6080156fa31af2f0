#include "services/candidate_service.h"

#include "services/convert/candidate.h"
#include "services/convert/dates.h"
#include "services/convert/personal_data.h"
#include "services/edge/corrections.h"
#include "services/edge/random_id.h"
#include "services/edge/serve.h"
#include "services/serve_import.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;

// Probation reaches everybody, others their own. Whatever else there is, they are told that there
// is nothing.
bool Reaches(const Caller& caller, const Candidate& candidate) {
  return caller.is_probation() || candidate.terms.custodian == caller.organisation;
}

}  // namespace

grpc::Status CandidateService::CreateCandidate(grpc::ServerContext* context,
                                               const v1::CreateCandidateRequest* request,
                                               v1::CreateCandidateResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    const auto catalogue = backend_.feed.Latest();
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    Candidate candidate;
    if (request->candidate_id().empty()) {
      ASSIGN_OR_RETURN(candidate.name.candidate, RandomId());
    } else {
      candidate.name.candidate = ReadId(request->candidate_id(), field["candidate_id"]);
    }
    candidate.terms.custodian = caller.organisation;
    candidate.detail.registered_on = LondonDay(backend_.clock());
    candidate.detail.corrected = true;
    ReadCandidate(request->candidate(), FieldSet(kCandidateFields), ReferenceData(*catalogue),
                  field["candidate"], candidate);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto written, Create<Candidate>(backend_, write, candidate));
    *response->mutable_candidate() = WriteCandidate(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::GetCandidate(grpc::ServerContext* context,
                                            const v1::GetCandidateRequest* request,
                                            v1::GetCandidateResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    Violations violations;
    const auto name = ReadName<CandidateName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto candidate, ReadNow<Candidate>(backend_.store, name));
    if (!Reaches(caller, candidate.record)) return NotFound(name.ToString());
    *response->mutable_candidate() = WriteCandidate(candidate);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::UpdateCandidate(grpc::ServerContext* context,
                                               const v1::UpdateCandidateRequest* request,
                                               v1::UpdateCandidateResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    const v1::Candidate& wire = request->candidate();
    const auto catalogue = backend_.feed.Latest();
    const ReferenceData reference(*catalogue);
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = wire.etag();
    const auto name = ReadName<CandidateName>(wire.name(), field["candidate"]["name"]);
    const FieldSet fields(request->update_mask(), kCandidateFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    const auto change = [&](Candidate& candidate) {
      const Candidate before = candidate;
      ReadCandidate(wire, fields, reference, field["candidate"], candidate);
      NoteCorrection(before, candidate);
      return violations.status();
    };
    const auto decide = [&](const Found<Candidate>& before, Edit&) -> absl::StatusOr<Candidate> {
      if (!before || !Reaches(caller, before->record)) return NotFound(name.ToString());
      RETURN_IF_ERROR(CheckEtag(wire.etag(), before, name.ToString()));
      Candidate candidate = before->record;
      RETURN_IF_ERROR(change(candidate));
      return candidate;
    };
    // All that is wrong with the request is told at once, before anything is looked up.
    Candidate empty;
    RETURN_IF_ERROR(change(empty));
    ASSIGN_OR_RETURN(const auto written, Put<Candidate>(backend_, write, name, decide));
    *response->mutable_candidate() = WriteCandidate(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::ListCandidates(grpc::ServerContext* context,
                                              const v1::ListCandidatesRequest* request,
                                              v1::ListCandidatesResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    Violations violations;
    ListQuery query = ListQueryOf(backend_, caller, *request, "", Field(violations));
    RETURN_IF_ERROR(violations.status());
    query.prefix = format::kCandidatesPrefix;
    ASSIGN_OR_RETURN(const auto page,
                     List<Candidate>(
                         backend_.store, query, [&] { return IsOver(*context); },
                         [&](const Candidate& candidate) { return Reaches(caller, candidate); }));
    for (const auto& candidate : page.records) {
      *response->add_candidates() = WriteCandidate(candidate);
    }
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::ImportCandidates(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportCandidatesResponse, v1::ImportCandidatesRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportCandidates);
}

}  // namespace throughgate::services
