#include "services/vacancy_service.h"

#include <optional>
#include <string>

#include "services/convert/dates.h"
#include "services/convert/slot.h"
#include "services/convert/vacancy.h"
#include "services/edge/corrections.h"
#include "services/edge/serve.h"
#include "services/serve_import.h"

namespace throughgate::services {
namespace {

using matcher::EmployerName;
using matcher::SlotName;
using matcher::Vacancy;
using matcher::VacancyName;
using matcher::VacancyState;
using matcher::WorkTrialSlot;

// "employers/-" stands for all of them.
constexpr std::string_view kAllEmployers = "employers/-";

// Nullopt for all of them.
std::optional<EmployerName> ReadParent(const std::string& wire, const Field& at) {
  if (wire == kAllEmployers) return std::nullopt;
  Violations of_name;
  EmployerName parent = ReadName<EmployerName>(wire, Field(of_name));
  if (!of_name.empty()) at.Refuse("Must be \"employers/{employer}\", or \"employers/-\" for all.");
  return parent;
}

// Rests an edit on the sites that a vacancy lists.
absl::Status RequireSites(const Backend& backend, const Vacancy& vacancy, Edit& edit) {
  for (const matcher::SiteName& site : SitesOf(vacancy)) {
    RETURN_IF_ERROR(RequireRecord<matcher::Site>(backend, site, edit));
  }
  return absl::OkStatus();
}

}  // namespace

grpc::Status VacancyService::CreateVacancy(grpc::ServerContext* context,
                                           const v1::CreateVacancyRequest* request,
                                           v1::CreateVacancyResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    const auto catalogue = backend_.feed.Latest();
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const auto parent = ReadName<EmployerName>(request->parent(), field["parent"]);
    Vacancy vacancy;
    vacancy.name = {.employer = parent.employer,
                    .vacancy = ReadId(request->vacancy_id(), field["vacancy_id"])};
    vacancy.detail.posted_on = LondonDay(backend_.clock());
    ReadVacancy(request->vacancy(), FieldSet(kVacancyFields), ReferenceData(*catalogue),
                field["vacancy"], vacancy);
    CheckVacancy(vacancy.terms, field["vacancy"]);
    RETURN_IF_ERROR(violations.status());
    const auto require = [&](const Vacancy&, Edit& edit) -> absl::Status {
      RETURN_IF_ERROR(RequireRecord<matcher::Employer>(backend_, parent, edit));
      return RequireSites(backend_, vacancy, edit);
    };
    ASSIGN_OR_RETURN(const auto written, Create<Vacancy>(backend_, write, vacancy, require));
    *response->mutable_vacancy() = WriteVacancy(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::GetVacancy(grpc::ServerContext* context,
                                        const v1::GetVacancyRequest* request,
                                        v1::GetVacancyResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<VacancyName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto vacancy, ReadNow<Vacancy>(backend_.store, name));
    *response->mutable_vacancy() = WriteVacancy(vacancy);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::UpdateVacancy(grpc::ServerContext* context,
                                           const v1::UpdateVacancyRequest* request,
                                           v1::UpdateVacancyResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    const v1::Vacancy& wire = request->vacancy();
    const auto catalogue = backend_.feed.Latest();
    const ReferenceData reference(*catalogue);
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = wire.etag();
    const auto name = ReadName<VacancyName>(wire.name(), field["vacancy"]["name"]);
    const FieldSet fields(request->update_mask(), kVacancyFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    const auto change = [&](Vacancy& vacancy) -> absl::Status {
      if (vacancy.terms.state == VacancyState::kClosed) return ResourceClosed(name.ToString());
      const Vacancy before = vacancy;
      ReadVacancy(wire, fields, reference, field["vacancy"], vacancy);
      NoteCorrection(before, vacancy);
      return violations.status();
    };
    const auto require = [&](const Vacancy& vacancy, Edit& edit) -> absl::Status {
      CheckVacancy(vacancy.terms, field["vacancy"]);
      RETURN_IF_ERROR(violations.status());
      return fields.Has("sites") ? RequireSites(backend_, vacancy, edit) : absl::OkStatus();
    };
    ASSIGN_OR_RETURN(const auto written, Update<Vacancy>(backend_, write, name, change, require));
    *response->mutable_vacancy() = WriteVacancy(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::ListVacancies(grpc::ServerContext* context,
                                           const v1::ListVacanciesRequest* request,
                                           v1::ListVacanciesResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    ListQuery query = ListQueryOf(backend_, caller, *request, request->parent(), field);
    const auto parent = ReadParent(request->parent(), field["parent"]);
    RETURN_IF_ERROR(violations.status());
    if (parent) RETURN_IF_ERROR(Read<matcher::Employer>(backend_.store, *parent).status());
    query.prefix =
        parent ? format::VacanciesPrefix(*parent) : std::string(format::kVacanciesPrefix);
    ASSIGN_OR_RETURN(const auto page,
                     List<Vacancy>(backend_, query, [&] { return IsOver(*context); }));
    for (const auto& vacancy : page.records) *response->add_vacancies() = WriteVacancy(vacancy);
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::CloseVacancy(grpc::ServerContext* context,
                                          const v1::CloseVacancyRequest* request,
                                          v1::CloseVacancyResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto name = ReadName<VacancyName>(request->name(), field["name"]);
    const auto change = [&](Vacancy& vacancy) {
      vacancy.terms.state = VacancyState::kClosed;
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Update<Vacancy>(backend_, write, name, change));
    *response->mutable_vacancy() = WriteVacancy(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::ImportVacancies(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportVacanciesResponse, v1::ImportVacanciesRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportVacancies);
}

grpc::Status VacancyService::CreateWorkTrialSlot(grpc::ServerContext* context,
                                                 const v1::CreateWorkTrialSlotRequest* request,
                                                 v1::CreateWorkTrialSlotResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const auto parent = ReadName<VacancyName>(request->parent(), field["parent"]);
    WorkTrialSlot slot;
    slot.name = {.vacancy = parent, .slot = ReadId(request->slot_id(), field["slot_id"])};
    ReadSlot(request->slot(), field["slot"], slot);
    RETURN_IF_ERROR(violations.status());
    const auto require = [&](const WorkTrialSlot&, Edit& edit) -> absl::Status {
      ASSIGN_OR_RETURN(const auto vacancy, Read<Vacancy>(backend_.store, parent));
      edit.Require(vacancy);
      const matcher::VacancyTerms& terms = vacancy.record.terms;
      if (terms.state == VacancyState::kClosed) return ResourceClosed(parent.ToString());
      CheckSlotSite(slot, terms, field["slot"]);
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Create<WorkTrialSlot>(backend_, write, slot, require));
    *response->mutable_slot() = WriteSlot(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::ListWorkTrialSlots(grpc::ServerContext* context,
                                                const v1::ListWorkTrialSlotsRequest* request,
                                                v1::ListWorkTrialSlotsResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const auto parent = ReadName<VacancyName>(request->parent(), field["parent"]);
    ListQuery query = ListQueryOf(backend_, caller, *request, request->parent(), field);
    RETURN_IF_ERROR(violations.status());
    RETURN_IF_ERROR(Read<Vacancy>(backend_.store, parent).status());
    query.prefix = format::SlotsPrefix(parent);
    ASSIGN_OR_RETURN(const auto page,
                     List<WorkTrialSlot>(backend_, query, [&] { return IsOver(*context); }));
    for (const auto& slot : page.records) *response->add_slots() = WriteSlot(slot);
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status VacancyService::CancelWorkTrialSlot(grpc::ServerContext* context,
                                                 const v1::CancelWorkTrialSlotRequest* request,
                                                 v1::CancelWorkTrialSlotResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto name = ReadName<SlotName>(request->name(), field["name"]);
    const auto change = [&](WorkTrialSlot& slot) {
      slot.terms.state = matcher::SlotState::kCancelled;
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Update<WorkTrialSlot>(backend_, write, name, change));
    *response->mutable_slot() = WriteSlot(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

}  // namespace throughgate::services
