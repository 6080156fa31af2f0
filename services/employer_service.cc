#include "services/employer_service.h"

#include "services/convert/employer.h"
#include "services/edge/listing.h"
#include "services/edge/serve.h"
#include "services/serve_import.h"

namespace throughgate::services {

using matcher::Employer;
using matcher::EmployerName;
using matcher::Site;
using matcher::SiteName;

grpc::Status EmployerService::CreateEmployer(grpc::ServerContext* context,
                                             const v1::CreateEmployerRequest* request,
                                             v1::CreateEmployerResponse* response) {
  return Serve<v1::CreateEmployerRequest>(*context, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    Employer employer;
    employer.name = {.employer = ReadId(request->employer_id(), field["employer_id"])};
    ReadEmployer(request->employer(), FieldSet(kEmployerFields), field["employer"], employer);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto written, Create(backend_, write, employer));
    *response->mutable_employer() = WriteEmployer(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::GetEmployer(grpc::ServerContext* context,
                                          const v1::GetEmployerRequest* request,
                                          v1::GetEmployerResponse* response) {
  return Serve<v1::GetEmployerRequest>(*context, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<EmployerName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto stored,
                     Read<Employer>(backend_.store, name, backend_.store.latest()));
    *response->mutable_employer() = WriteEmployer(stored);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::UpdateEmployer(grpc::ServerContext* context,
                                             const v1::UpdateEmployerRequest* request,
                                             v1::UpdateEmployerResponse* response) {
  return Serve<v1::UpdateEmployerRequest>(*context, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const v1::Employer& wire = request->employer();
    const auto name = ReadName<EmployerName>(wire.name(), field["employer"]["name"]);
    const FieldSet fields(request->update_mask(), kEmployerFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    const auto change = [&](Employer& employer, Edit&) {
      ReadEmployer(wire, fields, field["employer"], employer);
      return violations.status();
    };
    RETURN_IF_ERROR(CheckAlone<Employer>(name, change));
    ASSIGN_OR_RETURN(const auto written,
                     Update<Employer>(backend_, write, name, wire.etag(), change));
    *response->mutable_employer() = WriteEmployer(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}
}
