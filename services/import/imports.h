// The four import streams: what their services call, with nothing of gRPC.
//
//   const ImportContext context{backend, method, caller, deadline, cancelled};
//   return ImportEmployers(context,
//                          {[&](auto& request) { return stream->Read(&request); },
//                           [&](const auto& response) { return outlet.Send(streams, response); }});
//
// An import is many commits, each with as many rows as fit and with the mark of how far it has
// come, so that a kill at any instant loses no acknowledged row and doubles none. It is resumable,
// not atomic as a whole.
#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORTS_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORTS_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "services/import/import_session.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// The two directions of a call: whether there was another message, and whether one was taken.
template <class Request, class Response>
struct ImportStream {
  absl::FunctionRef<bool(Request&)> read;
  absl::FunctionRef<bool(const Response&)> write;
};

// Each serves one call from its first message to its last. The answer to a batch is written once
// all of the batch is durable and in the catalogue. A refused row is part of an answer, not an
// error; what was committed before an error stays, and the same import id resumes after it.
//
// Errors  FIELD_INVALID           the header, the size of a batch, the order of its rows, or a
//                                 field outside of rows that is not known here.
//         REFERENCE_DATA_MISSING  a row uses codes, or is an advert, before there is a taxonomy or
//                                 a gazetteer.
//         WRITE_CONFLICT          other writers kept coming first, or the same import is running
//                                 twice.
//         LIMIT_EXCEEDED          a dry run that would write more than kDryRunBytesMax, or beside
//                                 too many others.
//         DEADLINE_EXCEEDED       or kCancelled: noticed between commits.
//         REVISION_NOT_REACHED    durable, but not in the catalogue by the deadline or in good
//                                 time.
//         and those of the store and of the feed.
// Memory  one batch; a dry run also keeps what it would have written.
absl::Status ImportEmployers(
    const ImportContext& context,
    const ImportStream<v1::ImportEmployersRequest, v1::ImportEmployersResponse>& stream);
absl::Status ImportVacancies(
    const ImportContext& context,
    const ImportStream<v1::ImportVacanciesRequest, v1::ImportVacanciesResponse>& stream);
absl::Status ImportCandidates(
    const ImportContext& context,
    const ImportStream<v1::ImportCandidatesRequest, v1::ImportCandidatesResponse>& stream);
absl::Status ImportRiskPlans(
    const ImportContext& context,
    const ImportStream<v1::ImportRiskPlansRequest, v1::ImportRiskPlansResponse>& stream);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_IMPORTS_H_
