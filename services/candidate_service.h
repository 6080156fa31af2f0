// CandidateService: pseudonymous people.
#ifndef THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_
#define THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_

#include "services/edge/backend.h"
#include "services/edge/read_point.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class CandidateService final : public v1::CandidateService::Service {
 public:
  explicit CandidateService(const Backend& backend) : backend_(backend), read_points_(backend) {}

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

  // In candidate_links.cc.
  grpc::Status CreateLinkCode(grpc::ServerContext* context,
                              const v1::CreateLinkCodeRequest* request,
                              v1::CreateLinkCodeResponse* response) override;
  grpc::Status LinkCandidate(grpc::ServerContext* context, const v1::LinkCandidateRequest* request,
                             v1::LinkCandidateResponse* response) override;
  grpc::Status SetCandidateReference(grpc::ServerContext* context,
                                     const v1::SetCandidateReferenceRequest* request,
                                     v1::SetCandidateReferenceResponse* response) override;
  grpc::Status UnlinkCandidate(grpc::ServerContext* context,
                               const v1::UnlinkCandidateRequest* request,
                               v1::UnlinkCandidateResponse* response) override;

 private:
  const Backend& backend_;
  ReadPoints read_points_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CANDIDATE_SERVICE_H_
