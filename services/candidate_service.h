// CandidateService: pseudonymous people.
#ifndef THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_
#define THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_

#include "services/edge/backend.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class CandidateService final : public v1::CandidateService::Service {
 public:
  explicit CandidateService(const Backend& backend) : backend_(backend) {}

  grpc::Status CreateCandidate(grpc::ServerContext* context,
                               const v1::CreateCandidateRequest* request,
                               v1::CreateCandidateResponse* response) override;
  grpc::Status GetCandidate(grpc::ServerContext* context, const v1::GetCandidateRequest* request,
                            v1::GetCandidateResponse* response) override;
  grpc::Status UpdateCandidate(grpc::ServerContext* context,
                               const v1::UpdateCandidateRequest* request,
                               v1::UpdateCandidateResponse* response) override;
  grpc::Status ListCandidates(grpc::ServerContext* context,
                              const v1::ListCandidatesRequest* request,
                              v1::ListCandidatesResponse* response) override;
  grpc::Status ImportCandidates(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ImportCandidatesResponse, v1::ImportCandidatesRequest>* stream)
      override;

 private:
  const Backend& backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_
