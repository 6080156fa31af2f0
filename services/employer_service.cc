#include "services/employer_service.h"

#include <optional>

#include "services/convert/dates.h"
#include "services/convert/employer.h"
#include "services/edge/corrections.h"
#include "services/edge/move_budget.h"
#include "services/edge/serve.h"
#include "services/postings/posting_flags.h"
#include "services/serve_import.h"

namespace throughgate::services {

using matcher::Employer;
using matcher::EmployerName;
using matcher::Site;
using matcher::SiteName;

namespace {

absl::Status CheckPlaceIsExact(const Site& site) {
  if (site.terms.place && site.terms.place->uncertainty <= kVerifiableWithin) {
    return absl::OkStatus();
  }
  return FieldInvalid("name",
                      "To verify needs an exact position, known to 150 m or better. Set that of "
                      "the site first.");
}

}  // namespace

grpc::Status EmployerService::CreateEmployer(grpc::ServerContext* context,
                                             const v1::CreateEmployerRequest* request,
                                             v1::CreateEmployerResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    Employer employer;
    employer.name = {.employer = ReadId(request->employer_id(), field["employer_id"])};
    ReadEmployer(request->employer(), FieldSet(kEmployerFields), field["employer"], employer);
    employer.detail.corrected = true;
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto written, Create<Employer>(backend_, write, employer));
    *response->mutable_employer() = WriteEmployer(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::GetEmployer(grpc::ServerContext* context,
                                          const v1::GetEmployerRequest* request,
                                          v1::GetEmployerResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<EmployerName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto employer, ReadNow<Employer>(backend_.store, name));
    *response->mutable_employer() = WriteEmployer(employer);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::UpdateEmployer(grpc::ServerContext* context,
                                             const v1::UpdateEmployerRequest* request,
                                             v1::UpdateEmployerResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    const v1::Employer& wire = request->employer();
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = wire.etag();
    const auto name = ReadName<EmployerName>(wire.name(), field["employer"]["name"]);
    const FieldSet fields(request->update_mask(), kEmployerFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    const auto change = [&](Employer& employer) {
      const Employer before = employer;
      ReadEmployer(wire, fields, field["employer"], employer);
      NoteCorrection(before, employer);
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Update<Employer>(backend_, write, name, change));
    *response->mutable_employer() = WriteEmployer(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::ListEmployers(grpc::ServerContext* context,
                                            const v1::ListEmployersRequest* request,
                                            v1::ListEmployersResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    ListQuery query = ListQueryOf(backend_, caller, *request, "", Field(violations));
    RETURN_IF_ERROR(violations.status());
    query.prefix = format::kEmployersPrefix;
    ASSIGN_OR_RETURN(const auto page,
                     List<Employer>(backend_, query, [&] { return IsOver(*context); }));
    for (const auto& employer : page.records) *response->add_employers() = WriteEmployer(employer);
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::ImportEmployers(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportEmployersResponse, v1::ImportEmployersRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportEmployers);
}

grpc::Status EmployerService::CreateSite(grpc::ServerContext* context,
                                         const v1::CreateSiteRequest* request,
                                         v1::CreateSiteResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const auto parent = ReadName<EmployerName>(request->parent(), field["parent"]);
    Site site;
    site.name = {.employer = parent.employer, .site = ReadId(request->site_id(), field["site_id"])};
    ReadSite(request->site(), FieldSet(kSiteFields), field["site"], site);
    site.detail.corrected = true;
    site.terms.registered_by = caller.organisation;
    RETURN_IF_ERROR(violations.status());
    const auto require = [&](const Site& made, Edit& edit) -> absl::Status {
      RETURN_IF_ERROR(RequireRecord<Employer>(backend_, parent, edit));
      return SpendOnPlace(backend_.store, parent, std::nullopt, made.terms.place, PlacedBy::kHand,
                          LondonDay(backend_.clock()), edit);
    };
    ASSIGN_OR_RETURN(const auto written, Create<Site>(backend_, write, site, require));
    *response->mutable_site() = WriteSite(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::GetSite(grpc::ServerContext* context,
                                      const v1::GetSiteRequest* request,
                                      v1::GetSiteResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<SiteName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto site, ReadNow<Site>(backend_.store, name));
    *response->mutable_site() = WriteSite(site);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::UpdateSite(grpc::ServerContext* context,
                                         const v1::UpdateSiteRequest* request,
                                         v1::UpdateSiteResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    const v1::Site& wire = request->site();
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = wire.etag();
    const auto name = ReadName<SiteName>(wire.name(), field["site"]["name"]);
    const FieldSet fields(request->update_mask(), kSiteFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    std::optional<matcher::Place> was;
    const auto change = [&](Site& site) {
      const Site before = site;
      was = before.terms.place;
      ReadSite(wire, fields, field["site"], site);
      NoteCorrection(before, site);
      return violations.status();
    };
    const auto require = [&](const Site& site, Edit& edit) {
      return SpendOnPlace(backend_.store, {name.employer}, was, site.terms.place, PlacedBy::kHand,
                          LondonDay(backend_.clock()), edit);
    };
    ASSIGN_OR_RETURN(const auto written, Update<Site>(backend_, write, name, change, require));
    *response->mutable_site() = WriteSite(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::VerifySite(grpc::ServerContext* context,
                                         const v1::VerifySiteRequest* request,
                                         v1::VerifySiteResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto name = ReadName<SiteName>(request->name(), field["name"]);
    matcher::SiteCheck check = ReadSiteCheck(*request, LondonDay(backend_.clock()), field);
    check.organisation = caller.organisation;
    check.verifier = caller.subject;
    // No correction: what a feed says of the site stays the feed's.
    const auto change = [&](Site& site) {
      site.terms.verification = matcher::SiteVerification::kVerified;
      site.terms.check = check;
      return violations.status();
    };
    const auto require = [](const Site& site, Edit&) { return CheckPlaceIsExact(site); };
    ASSIGN_OR_RETURN(const auto written, Update<Site>(backend_, write, name, change, require));
    *response->mutable_site() = WriteSite(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::ListSites(grpc::ServerContext* context,
                                        const v1::ListSitesRequest* request,
                                        v1::ListSitesResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const auto parent = ReadName<EmployerName>(request->parent(), field["parent"]);
    ListQuery query = ListQueryOf(backend_, caller, *request, request->parent(), field);
    RETURN_IF_ERROR(violations.status());
    RETURN_IF_ERROR(Read<Employer>(backend_.store, parent).status());
    query.prefix = format::SitesPrefix(parent);
    ASSIGN_OR_RETURN(const auto page,
                     List<Site>(backend_, query, [&] { return IsOver(*context); }));
    for (const auto& site : page.records) *response->add_sites() = WriteSite(site);
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status EmployerService::ListPostingFlags(grpc::ServerContext* context,
                                               const v1::ListPostingFlagsRequest* request,
                                               v1::ListPostingFlagsResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const ListQuery query = ListQueryOf(backend_, caller, *request, "", Field(violations));
    RETURN_IF_ERROR(violations.status());
    return ListFlags(
        backend_, query, [&] { return IsOver(*context); }, *response);
  });
}

}  // namespace throughgate::services
