// MatchService: ranked and explained matches.
#ifndef THROUGHGATE_SERVICES_MATCH_SERVICE_H_
#define THROUGHGATE_SERVICES_MATCH_SERVICE_H_

#include "services/edge/backend.h"
#include "services/edge/read_point.h"
#include "services/edge/search_meter.h"
#include "throughgate/v1/match_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class MatchService final : public v1::MatchService::Service {
 public:
  explicit MatchService(const Backend& backend) : backend_(backend), read_points_(backend) {}

  grpc::Status FindVacancies(grpc::ServerContext* context, const v1::FindVacanciesRequest* request,
                             v1::FindVacanciesResponse* response) override;
  grpc::Status PreviewSharedEffects(grpc::ServerContext* context,
                                    const v1::PreviewSharedEffectsRequest* request,
                                    v1::PreviewSharedEffectsResponse* response) override;
  grpc::Status FindCandidates(grpc::ServerContext* context,
                              const v1::FindCandidatesRequest* request,
                              v1::FindCandidatesResponse* response) override;
  grpc::Status FindVacanciesBatch(
      grpc::ServerContext* context, const v1::FindVacanciesBatchRequest* request,
      grpc::ServerWriter<v1::FindVacanciesBatchResponse>* writer) override;
  grpc::Status ExplainMatch(grpc::ServerContext* context, const v1::ExplainMatchRequest* request,
                            v1::ExplainMatchResponse* response) override;

 private:
  const Backend& backend_;
  ReadPoints read_points_;
  SearchMeter vacancy_searches_{"FindVacancies"};
  SearchMeter candidate_searches_{"FindCandidates"};
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_MATCH_SERVICE_H_
