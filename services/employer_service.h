// EmployerService: employers and their sites.
#ifndef THROUGHGATE_SERVICES_EMPLOYER_SERVICE_H_
#define THROUGHGATE_SERVICES_EMPLOYER_SERVICE_H_

#include "services/edge/backend.h"
#include "throughgate/v1/employer_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class EmployerService final : public v1::EmployerService::Service {
 public:
  explicit EmployerService(const Backend& backend) : backend_(backend) {}

  grpc::Status CreateEmployer(grpc::ServerContext* context,
                              const v1::CreateEmployerRequest* request,
                              v1::CreateEmployerResponse* response) override;
  grpc::Status GetEmployer(grpc::ServerContext* context, const v1::GetEmployerRequest* request,
                           v1::GetEmployerResponse* response) override;
  grpc::Status UpdateEmployer(grpc::ServerContext* context,
                              const v1::UpdateEmployerRequest* request,
                              v1::UpdateEmployerResponse* response) override;
  grpc::Status ListEmployers(grpc::ServerContext* context, const v1::ListEmployersRequest* request,
                             v1::ListEmployersResponse* response) override;
  grpc::Status ImportEmployers(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ImportEmployersResponse, v1::ImportEmployersRequest>* stream)
      override;
  grpc::Status CreateSite(grpc::ServerContext* context, const v1::CreateSiteRequest* request,
                          v1::CreateSiteResponse* response) override;
  grpc::Status GetSite(grpc::ServerContext* context, const v1::GetSiteRequest* request,
                       v1::GetSiteResponse* response) override;
  grpc::Status UpdateSite(grpc::ServerContext* context, const v1::UpdateSiteRequest* request,
                          v1::UpdateSiteResponse* response) override;
  grpc::Status VerifySite(grpc::ServerContext* context, const v1::VerifySiteRequest* request,
                          v1::VerifySiteResponse* response) override;
  grpc::Status ListSites(grpc::ServerContext* context, const v1::ListSitesRequest* request,
                         v1::ListSitesResponse* response) override;
  grpc::Status ListPostingFlags(grpc::ServerContext* context,
                                const v1::ListPostingFlagsRequest* request,
                                v1::ListPostingFlagsResponse* response) override;

 private:
  const Backend& backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EMPLOYER_SERVICE_H_
