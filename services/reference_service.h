#ifndef THROUGHGATE_SERVICES_REFERENCE_SERVICE_H_
#define THROUGHGATE_SERVICES_REFERENCE_SERVICE_H_

#include "services/edge/backend.h"
#include "throughgate/v1/reference_service.grpc.pb.h"

namespace throughgate::services {

// See reference_service.proto.
class ReferenceService final : public v1::ReferenceService::Service {
 public:
  explicit ReferenceService(const Backend& backend) : backend_(backend) {}

  grpc::Status GetReferenceData(grpc::ServerContext* context,
                                const v1::GetReferenceDataRequest* request,
                                v1::GetReferenceDataResponse* response) override;
  grpc::Status FindConcepts(grpc::ServerContext* context, const v1::FindConceptsRequest* request,
                            v1::FindConceptsResponse* response) override;
  grpc::Status ImportTaxonomy(grpc::ServerContext* context,
                              grpc::ServerReader<v1::ImportTaxonomyRequest>* reader,
                              v1::ImportTaxonomyResponse* response) override;
  grpc::Status ImportGazetteer(grpc::ServerContext* context,
                               grpc::ServerReader<v1::ImportGazetteerRequest>* reader,
                               v1::ImportGazetteerResponse* response) override;
  grpc::Status ImportPremises(grpc::ServerContext* context,
                              grpc::ServerReader<v1::ImportPremisesRequest>* reader,
                              v1::ImportPremisesResponse* response) override;
  grpc::Status ImportAreas(grpc::ServerContext* context,
                           grpc::ServerReader<v1::ImportAreasRequest>* reader,
                           v1::ImportAreasResponse* response) override;

 private:
  const Backend& backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_REFERENCE_SERVICE_H_
