// The four import streams, one mechanism: what a service calls, and nothing of gRPC.
//
//   const ImportContext context{store, feed, caller.organisation, today, deadline, cancelled};
//   return ImportEmployers(context, {[&](auto& request) { return stream->Read(&request); },
//                                    [&](const auto& response) { return stream->Write(response);
//                                    }});
//
// An import is many commits, each with as many rows as fit and with the mark of how far it has
// come, so that a kill at any instant loses no acknowledged row and doubles none. It is resumable,
// not atomic as a whole.
#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORTS_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORTS_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "matcher/matcher.h"
#include "matcher/model/names.h"
#include "matcher/model/units.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/store.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// What an import needs of the server and of its call. The caller's role has been checked.
struct ImportContext {
  storage::Store& store;
  const storage::CatalogueFeed& feed;
  matcher::OrganisationId organisation;  // that the caller acts for; its import ids are its own
  matcher::Day today;
  absl::Time deadline;              // of the call
  matcher::ShouldStop should_stop;  // the call was cancelled, or its deadline has passed
};

// The two directions of a call: whether there was another message, and whether one was taken.
template <class Request, class Response>
struct ImportStream {
  absl::FunctionRef<bool(Request&)> read;
  absl::FunctionRef<bool(const Response&)> write;
};

// Serve one call from its first message to its last. An answer to a batch is written once all of
// it is durable and in the catalogue. A refused row is part of an answer, not an error; what has
// been committed before an error stays, and the same import id resumes after it.
//
// Errors  FIELD_INVALID         the header, the size of a batch or the order of its rows.
//         WRITE_CONFLICT        other writers kept coming first.
//         DEADLINE_EXCEEDED     or kCancelled: noticed between commits.
//         and those of the store and of the feed.
// Memory  one batch.
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
