#ifndef THROUGHGATE_SERVICES_ACCESS_SERVICE_H_
#define THROUGHGATE_SERVICES_ACCESS_SERVICE_H_

#include "services/edge/backend.h"
#include "throughgate/v1/access_service.grpc.pb.h"

namespace throughgate::services {

// See access_service.proto.
class AccessService final : public v1::AccessService::Service {
 public:
  explicit AccessService(const Backend& backend) : backend_(backend) {}

  grpc::Status GetCaller(grpc::ServerContext* context, const v1::GetCallerRequest* request,
                         v1::GetCallerResponse* response) override;
  grpc::Status CreateOrganisation(grpc::ServerContext* context,
                                  const v1::CreateOrganisationRequest* request,
                                  v1::CreateOrganisationResponse* response) override;
  grpc::Status GetOrganisation(grpc::ServerContext* context,
                               const v1::GetOrganisationRequest* request,
                               v1::GetOrganisationResponse* response) override;
  grpc::Status UpdateOrganisation(grpc::ServerContext* context,
                                  const v1::UpdateOrganisationRequest* request,
                                  v1::UpdateOrganisationResponse* response) override;
  grpc::Status ListOrganisations(grpc::ServerContext* context,
                                 const v1::ListOrganisationsRequest* request,
                                 v1::ListOrganisationsResponse* response) override;
  grpc::Status CreateGrant(grpc::ServerContext* context, const v1::CreateGrantRequest* request,
                           v1::CreateGrantResponse* response) override;
  grpc::Status CoverCaseload(grpc::ServerContext* context, const v1::CoverCaseloadRequest* request,
                             v1::CoverCaseloadResponse* response) override;
  grpc::Status RevokeGrant(grpc::ServerContext* context, const v1::RevokeGrantRequest* request,
                           v1::RevokeGrantResponse* response) override;
  grpc::Status GetGrant(grpc::ServerContext* context, const v1::GetGrantRequest* request,
                        v1::GetGrantResponse* response) override;
  grpc::Status ListGrants(grpc::ServerContext* context, const v1::ListGrantsRequest* request,
                          v1::ListGrantsResponse* response) override;

 private:
  const Backend& backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_ACCESS_SERVICE_H_
