#include "services/reference_service.h"

#include <memory>

#include "services/concept_search.h"
#include "services/convert/premises.h"
#include "services/convert/reference.h"
#include "services/convert/values.h"
#include "services/edge/errors.h"
#include "services/edge/named_areas.h"
#include "services/edge/serve.h"
#include "services/edge/status_macros.h"
#include "services/import/reference_import.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kTextMin = 2;
constexpr TextLimits kText{.max = 100, .required = true};
constexpr std::int32_t kLimitDefault = 20;
constexpr Range kLimit{.min = 0, .max = 100};

std::int32_t CountOccupations(const matcher::Taxonomy& taxonomy) {
  std::int32_t count = 0;
  for (std::size_t i = 0; i < taxonomy.occupation_count(); ++i) {
    const auto index = static_cast<matcher::OccupationIndex>(i);
    count += taxonomy.occupation(index).kind == matcher::ConceptKind::kOccupation ? 1 : 0;
  }
  return count;
}

absl::StatusOr<ConceptQuery> ReadQuery(const v1::FindConceptsRequest& request) {
  Violations violations;
  const Field at(violations);
  ReadText(request.text(), kText, at["text"]);
  if (request.text().size() < kTextMin) at["text"].Refuse("Must be at least 2 characters.");
  const auto kind = ReadEnum<matcher::ConceptKind>(request.kind(), at["kind"]);
  const std::int32_t limit = ReadNumber(request.limit(), kLimit, at["limit"]);
  RETURN_IF_ERROR(violations.status());
  return ConceptQuery{request.text(), kind,
                      static_cast<std::size_t>(limit == 0 ? kLimitDefault : limit)};
}

// Replaces what `import` replaces with what the stream sends.
template <class Request, class Response>
grpc::Status Replace(const Backend& backend, grpc::ServerContext& context,
                     grpc::ServerReader<Request>& reader,
                     absl::StatusOr<Response> (*import)(const ImportContext&,
                                                        absl::FunctionRef<bool(Request&)>),
                     Response& response) {
  return ServeStream<Request>(backend, context, response,
                              [&](const Caller& caller) -> absl::Status {
                                Streams& streams = *backend.streams;
                                ASSIGN_OR_RETURN(const Streams::Place place,
                                                 streams.Take(kStreamLimit, caller.organisation));
                                const auto is_over = [&context] { return IsOver(context); };
                                const ImportContext into{backend, MethodOf(*Request::descriptor()),
                                                         caller, DeadlineOf(context), is_over};
                                const auto read = [&](Request& next) {
                                  return streams.Await(context, [&] { return reader.Read(&next); });
                                };
                                ASSIGN_OR_RETURN(response, import(into, read));
                                return absl::OkStatus();
                              });
}

}  // namespace

grpc::Status ReferenceService::GetReferenceData(grpc::ServerContext* context,
                                                const v1::GetReferenceDataRequest* request,
                                                v1::GetReferenceDataResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    const std::shared_ptr<const matcher::Catalogue> catalogue = backend_.feed.Latest();
    response->set_taxonomy(catalogue->taxonomy->id());
    response->set_attribution(catalogue->taxonomy->attribution());
    response->set_occupations(CountOccupations(*catalogue->taxonomy));
    response->set_skills(static_cast<std::int32_t>(catalogue->taxonomy->skill_count()));
    response->set_gazetteer(catalogue->gazetteer->id());
    response->set_districts(static_cast<std::int32_t>(catalogue->gazetteer->district_count()));
    response->set_premises_layer(catalogue->premises->id());
    WritePremisesCounts(*catalogue->premises, *response->mutable_premises());
    ASSIGN_OR_RETURN(const AreasInUse areas, ReadAreasInUse(backend_.store));
    response->set_areas_layer(areas.layer);
    response->set_areas(areas.areas);
    return absl::OkStatus();
  });
}

grpc::Status ReferenceService::FindConcepts(grpc::ServerContext* context,
                                            const v1::FindConceptsRequest* request,
                                            v1::FindConceptsResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    ASSIGN_OR_RETURN(const ConceptQuery query, ReadQuery(*request));
    const std::shared_ptr<const matcher::Taxonomy> taxonomy = backend_.feed.Latest()->taxonomy;
    if (taxonomy->occupation_count() == 0) return ReferenceDataMissing("taxonomy");
    for (const matcher::Concept* found : services::FindConcepts(*taxonomy, query)) {
      *response->add_concepts() = WriteConcept(*found);
    }
    return absl::OkStatus();
  });
}

grpc::Status ReferenceService::ImportTaxonomy(grpc::ServerContext* context,
                                              grpc::ServerReader<v1::ImportTaxonomyRequest>* reader,
                                              v1::ImportTaxonomyResponse* response) {
  return Replace(backend_, *context, *reader, services::ImportTaxonomy, *response);
}

grpc::Status ReferenceService::ImportGazetteer(
    grpc::ServerContext* context, grpc::ServerReader<v1::ImportGazetteerRequest>* reader,
    v1::ImportGazetteerResponse* response) {
  return Replace(backend_, *context, *reader, services::ImportGazetteer, *response);
}

grpc::Status ReferenceService::ImportPremises(grpc::ServerContext* context,
                                              grpc::ServerReader<v1::ImportPremisesRequest>* reader,
                                              v1::ImportPremisesResponse* response) {
  return Replace(backend_, *context, *reader, services::ImportPremises, *response);
}

grpc::Status ReferenceService::ImportAreas(grpc::ServerContext* context,
                                           grpc::ServerReader<v1::ImportAreasRequest>* reader,
                                           v1::ImportAreasResponse* response) {
  return Replace(backend_, *context, *reader, services::ImportAreas, *response);
}

}  // namespace throughgate::services
