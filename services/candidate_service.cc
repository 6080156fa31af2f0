#include "services/candidate_service.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "services/candidate_shown.h"
#include "services/convert/candidate.h"
#include "services/convert/dates.h"
#include "services/convert/name_cursor.h"
#include "services/convert/personal_data.h"
#include "services/edge/candidate_links.h"
#include "services/edge/corrections.h"
#include "services/edge/opening.h"
#include "services/edge/random_id.h"
#include "services/edge/serve_named.h"
#include "services/serve_import.h"

namespace throughgate::services {
namespace {

using matcher::Candidate;
using matcher::CandidateName;

// A candidate that may stand in a list, by the caller's own name.
struct Listed {
  std::string name;
  matcher::Ordinal candidate = matcher::kNoOrdinal;
  auto operator<=>(const Listed&) const = default;
};

// Those behind `after`, in the order of their names.
//
// Why  the caller's names: in any order that is the same for two organisations, their lists would
//      tell them whom they have in common.
std::vector<Listed> ListedFor(const ReadPoint& point, const Caseload& caseload,
                              const CandidateNames& names, const std::string& after) {
  const matcher::Catalogue& catalogue = *point.catalogue;
  std::vector<Listed> listed;
  for (matcher::Ordinal i = 0; i < catalogue.candidate_count; ++i) {
    const bool appears =
        caseload.MayAppear(catalogue.CandidateBlockOf(i), i % matcher::kCardsPerBlock, point.today);
    if (!appears) continue;
    Listed one{names.ShownId(catalogue.candidate_names[i]->candidate), i};
    if (one.name > after) listed.push_back(std::move(one));
  }
  std::ranges::sort(listed);
  return listed;
}

}  // namespace

// Its names are new, so that there are none to look up.
grpc::Status CandidateService::CreateCandidate(grpc::ServerContext* context,
                                               const v1::CreateCandidateRequest* request,
                                               v1::CreateCandidateResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    const auto catalogue = backend_.feed.Latest();
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const std::string reference = ReadReference(request->candidate_id(), caller.organisation,
                                                *backend_.handles, field["candidate_id"]);
    const std::string caseload =
        ReadCaseload(request->caseload(), ReachOf(caller), field["caseload"]);
    Candidate candidate;
    ASSIGN_OR_RETURN(candidate.name.candidate, RandomId());
    candidate.terms.custodian = caller.organisation;
    candidate.detail.registered_on = LondonDay(backend_.clock());
    candidate.detail.corrected = true;
    ReadCandidate(request->candidate(), FieldSet(kCandidateFields), ReferenceData(*catalogue),
                  field["candidate"], candidate);
    RETURN_IF_ERROR(violations.status());
    const matcher::Link link =
        NewLink(caller.organisation, candidate.name, caseload, reference, backend_.clock());
    const auto link_it = [&](const Candidate&, Edit& edit) {
      return PutLink(backend_.store, link, edit);
    };
    ASSIGN_OR_RETURN(const auto written, Create<Candidate>(backend_, write, candidate, link_it));
    *response->mutable_candidate() = WriteCandidate(written.stored);
    SetRevision(backend_, written, *response);
    ShowNames(backend_, caller, *response);
    // Nobody has come to be called so.
    if (written.revision == 0 && !reference.empty()) {
      response->mutable_candidate()->set_name("candidates/" + reference);
    }
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::GetCandidate(grpc::ServerContext* context,
                                            const v1::GetCandidateRequest* request,
                                            v1::GetCandidateResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::GetCandidateRequest& request) -> absl::Status {
        Violations violations;
        const auto name = ReadName<CandidateName>(request.name(), Field(violations)["name"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(const auto candidate, ReadNow<Candidate>(backend_.store, name));
        *response->mutable_candidate() = WriteCandidateFor(ReachOf(caller), candidate);
        return absl::OkStatus();
      },
      RefusePersonalData);
}

grpc::Status CandidateService::UpdateCandidate(grpc::ServerContext* context,
                                               const v1::UpdateCandidateRequest* request,
                                               v1::UpdateCandidateResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::UpdateCandidateRequest& request) -> absl::Status {
        const v1::Candidate& wire = request.candidate();
        const auto catalogue = backend_.feed.Latest();
        const ReferenceData reference(*catalogue);
        Violations violations;
        const Field field(violations);
        WriteRequest write = WriteRequestOf(*context, caller, request, field);
        write.etag = wire.etag();
        const auto name = ReadName<CandidateName>(wire.name(), field["candidate"]["name"]);
        const FieldSet fields(request.update_mask(), kCandidateFields, *wire.GetDescriptor(),
                              field["update_mask"]);
        const auto change = [&](Candidate& candidate) {
          const Candidate before = candidate;
          ReadCandidate(wire, fields, reference, field["candidate"], candidate);
          NoteCorrection(before, candidate);
          return violations.status();
        };
        const auto decide = [&](const Found<Candidate>& before,
                                Edit&) -> absl::StatusOr<Candidate> {
          // Others that are linked read it.
          if (!before || before->record.terms.custodian != caller.organisation) {
            return NotFound(name.ToString());
          }
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
      },
      RefusePersonalData);
}

grpc::Status CandidateService::ListCandidates(grpc::ServerContext* context,
                                              const v1::ListCandidatesRequest* request,
                                              v1::ListCandidatesResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    RETURN_IF_ERROR(RefusePersonalData(*request));
    Violations violations;
    const std::size_t limit = ReadPageSize(request->page_size(), Field(violations)["page_size"]);
    RETURN_IF_ERROR(violations.status());
    const std::string subject = SubjectOf(caller, "");
    const PageScope scope{*backend_.handles, backend_.store.id(),
                          MethodOf(*request->GetDescriptor()), subject};
    ASSIGN_OR_RETURN(const auto opening,
                     OpenPage(read_points_, caller.organisation, scope, request->page_token(),
                              ParseNameCursor, {}, DeadlineOf(*context)));
    const ReadPoint& point = opening.point;
    const matcher::Catalogue& catalogue = *point.catalogue;
    const CandidateNames names = NamesFor(backend_, catalogue, caller);
    const std::vector<Listed> listed = ListedFor(point, Caseload(catalogue, ReachOf(caller)), names,
                                                 opening.cursor ? opening.cursor->after : "");
    std::size_t shown = 0;
    std::size_t bytes = 0;
    for (; shown < std::min(limit, listed.size()); ++shown) {
      if (IsOver(*context)) return DeadlineExceeded();
      const CandidateName& name = *catalogue.candidate_names[listed[shown].candidate];
      auto candidate = Read<Candidate>(backend_.store, name, catalogue.revision);
      if (absl::IsOutOfRange(candidate.status())) return CursorExpired();
      RETURN_IF_ERROR(candidate.status());
      v1::Candidate wire = WriteCandidateFor(ReachOf(caller), *candidate);
      bytes += wire.ByteSizeLong();
      if (shown > 0 && bytes > kPageBytesMax) break;
      *response->add_candidates() = std::move(wire);
    }
    if (shown < listed.size()) {
      read_points_.Keep(caller.organisation, point);
      response->set_next_page_token(
          FormatNameCursor(scope, {catalogue.revision, point.as_of, listed[shown - 1].name}));
    }
    response->set_revision(FormatRevision(backend_.store.id(), catalogue.revision));
    names.ShowIn(*response);
    return absl::OkStatus();
  });
}

grpc::Status CandidateService::ImportCandidates(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportCandidatesResponse, v1::ImportCandidatesRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportCandidates);
}

}  // namespace throughgate::services
