// VacancyService: vacancies and their work-trial slots.
#ifndef THROUGHGATE_SERVICES_VACANCY_SERVICE_H_
#define THROUGHGATE_SERVICES_VACANCY_SERVICE_H_

#include "services/edge/backend.h"
#include "throughgate/v1/vacancy_service.grpc.pb.h"

namespace throughgate::services {

// Threads  any. Lifetime: the backend outlives it.
class VacancyService final : public v1::VacancyService::Service {
 public:
  explicit VacancyService(const Backend& backend) : backend_(backend) {}

  grpc::Status CreateVacancy(grpc::ServerContext* context, const v1::CreateVacancyRequest* request,
                             v1::CreateVacancyResponse* response) override;
  grpc::Status GetVacancy(grpc::ServerContext* context, const v1::GetVacancyRequest* request,
                          v1::GetVacancyResponse* response) override;
  grpc::Status UpdateVacancy(grpc::ServerContext* context, const v1::UpdateVacancyRequest* request,
                             v1::UpdateVacancyResponse* response) override;
  grpc::Status ListVacancies(grpc::ServerContext* context, const v1::ListVacanciesRequest* request,
                             v1::ListVacanciesResponse* response) override;
  grpc::Status CloseVacancy(grpc::ServerContext* context, const v1::CloseVacancyRequest* request,
                            v1::CloseVacancyResponse* response) override;
  grpc::Status ImportVacancies(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ImportVacanciesResponse, v1::ImportVacanciesRequest>* stream)
      override;
  grpc::Status CreateWorkTrialSlot(grpc::ServerContext* context,
                                   const v1::CreateWorkTrialSlotRequest* request,
                                   v1::CreateWorkTrialSlotResponse* response) override;
  grpc::Status ListWorkTrialSlots(grpc::ServerContext* context,
                                  const v1::ListWorkTrialSlotsRequest* request,
                                  v1::ListWorkTrialSlotsResponse* response) override;
  grpc::Status CancelWorkTrialSlot(grpc::ServerContext* context,
                                   const v1::CancelWorkTrialSlotRequest* request,
                                   v1::CancelWorkTrialSlotResponse* response) override;

 private:
  const Backend& backend_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_VACANCY_SERVICE_H_
