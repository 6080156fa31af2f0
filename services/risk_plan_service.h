// RiskPlanService: what probation knows and nobody else may.
#ifndef THROUGHGATE_SERVICES_RISK_PLAN_SERVICE_H_
#define THROUGHGATE_SERVICES_RISK_PLAN_SERVICE_H_

#include "services/edge/backend.h"
#include "services/edge/read_point.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class RiskPlanService final : public v1::RiskPlanService::Service {
 public:
  explicit RiskPlanService(const Backend& backend) : backend_(backend), read_points_(backend) {}

  grpc::Status GetRiskPlan(grpc::ServerContext* context, const v1::GetRiskPlanRequest* request,
                           v1::GetRiskPlanResponse* response) override;
  grpc::Status SetRiskPlan(grpc::ServerContext* context, const v1::SetRiskPlanRequest* request,
                           v1::SetRiskPlanResponse* response) override;
  grpc::Status ReviewRiskPlan(grpc::ServerContext* context,
                              const v1::ReviewRiskPlanRequest* request,
                              v1::ReviewRiskPlanResponse* response) override;
  grpc::Status SetWorkApproval(grpc::ServerContext* context,
                               const v1::SetWorkApprovalRequest* request,
                               v1::SetWorkApprovalResponse* response) override;
  grpc::Status SetZone(grpc::ServerContext* context, const v1::SetZoneRequest* request,
                       v1::SetZoneResponse* response) override;
  grpc::Status GetSharedEffects(grpc::ServerContext* context,
                                const v1::GetSharedEffectsRequest* request,
                                v1::GetSharedEffectsResponse* response) override;
  grpc::Status SetSharedEffects(grpc::ServerContext* context,
                                const v1::SetSharedEffectsRequest* request,
                                v1::SetSharedEffectsResponse* response) override;
  grpc::Status SuggestSharedEffects(grpc::ServerContext* context,
                                    const v1::SuggestSharedEffectsRequest* request,
                                    v1::SuggestSharedEffectsResponse* response) override;
  grpc::Status ListRiskPlansDue(grpc::ServerContext* context,
                                const v1::ListRiskPlansDueRequest* request,
                                v1::ListRiskPlansDueResponse* response) override;
  grpc::Status ImportRiskPlans(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ImportRiskPlansResponse, v1::ImportRiskPlansRequest>* stream)
      override;

 private:
  const Backend& backend_;
  ReadPoints read_points_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_RISK_PLAN_SERVICE_H_
