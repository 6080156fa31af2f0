#include "services/access_service.h"

#include <optional>
#include <string>
#include <utility>

#include "services/convert/access.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/edge/random_id.h"
#include "services/edge/serve.h"
#include "services/edge/standing.h"
#include "services/grant_rules.h"

namespace throughgate::services {

using format::Grant;
using format::Organisation;
using matcher::GrantName;
using matcher::OrganisationId;

namespace {

constexpr int kOwnGrantsMax = 100;
constexpr absl::Duration kCoverMax = absl::Hours(92 * 24);
constexpr absl::Duration kDutyMax = absl::Hours(8 * 24);

// `written` with its revision, as any of the methods that write one answers.
template <typename Response>
void AnswerGrant(const Backend& backend, const Written<Grant>& written, Response& response) {
  *response.mutable_grant() = WriteGrant(written.stored);
  SetRevision(backend, written, response);
}

// Of the caller's own organisation: nobody would be left to take it back.
void KeepAdministrators(const FieldSet& fields, const Field& at, const Organisation& organisation) {
  if (organisation.terms.suspended) {
    at["suspended"].Refuse("You cannot suspend your own organisation.");
  }
  const bool administers = (organisation.terms.roles & format::MaskOf(Role::kAdministrator)) != 0;
  if (fields.Has("roles") && !administers) {
    at["roles"].Refuse("You cannot take its administrators from your own organisation.");
  }
}

Grant ReadCover(const v1::CoverCaseloadRequest& wire, absl::Time now, const Field& at) {
  Grant cover;
  cover.name.organisation = ReadName<OrganisationId>(wire.parent(), at["parent"]);
  format::GrantTerms& terms = cover.terms;
  terms.subject = ReadSubject(wire.subject(), at["subject"]);
  terms.role = ReadRequiredEnum<Role>(wire.role(), at["role"]);
  if (!wire.caseload().empty()) terms.caseload = ReadId(wire.caseload(), at["caseload"]);
  const bool on_duty = terms.caseload.empty();
  terms.kind = on_duty ? format::GrantKind::kDuty : format::GrantKind::kCover;
  const GrantTime time = ReadGrantTime(wire, now, on_duty ? kDutyMax : kCoverMax, at);
  terms.from = time.from;
  terms.until = time.until;
  return cover;
}

}  // namespace

grpc::Status AccessService::GetCaller(grpc::ServerContext* context,
                                      const v1::GetCallerRequest* request,
                                      v1::GetCallerResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) {
    response->set_subject(caller.subject);
    const auto book = backend_.feed.Access();
    const absl::Time now = backend_.clock();
    for (const storage::HeldGrant& held : book->GrantsOf(caller.subject)) {
      const auto* organisation = book->Find(held.grant.name.organisation);
      if (organisation == nullptr || !IsInForce(held.grant.terms, *organisation, now)) continue;
      if (response->grants_size() == kOwnGrantsMax) break;
      *response->add_grants() = WriteGrant({held.grant, {.terms = held.version, .detail = 0}});
    }
    return absl::OkStatus();
  });
}

grpc::Status AccessService::CreateOrganisation(grpc::ServerContext* context,
                                               const v1::CreateOrganisationRequest* request,
                                               v1::CreateOrganisationResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    Organisation organisation;
    organisation.name = {ReadId(request->organisation_id(), field["organisation_id"])};
    ReadOrganisation(request->organisation(), FieldSet(kOrganisationFields), field["organisation"],
                     organisation);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto written, Create<Organisation>(backend_, write, organisation));
    *response->mutable_organisation() = WriteOrganisation(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::GetOrganisation(grpc::ServerContext* context,
                                            const v1::GetOrganisationRequest* request,
                                            v1::GetOrganisationResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<OrganisationId>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto organisation, ReadNow<Organisation>(backend_.store, name));
    *response->mutable_organisation() = WriteOrganisation(organisation);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::UpdateOrganisation(grpc::ServerContext* context,
                                               const v1::UpdateOrganisationRequest* request,
                                               v1::UpdateOrganisationResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    const v1::Organisation& wire = request->organisation();
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = wire.etag();
    const Field at = field["organisation"];
    const auto name = ReadName<OrganisationId>(wire.name(), at["name"]);
    const FieldSet fields(request->update_mask(), kOrganisationFields, *wire.GetDescriptor(),
                          field["update_mask"]);
    const auto change = [&](Organisation& organisation) {
      ReadOrganisation(wire, fields, at, organisation);
      if (organisation.name == caller.organisation) KeepAdministrators(fields, at, organisation);
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Update<Organisation>(backend_, write, name, change));
    *response->mutable_organisation() = WriteOrganisation(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::ListOrganisations(grpc::ServerContext* context,
                                              const v1::ListOrganisationsRequest* request,
                                              v1::ListOrganisationsResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    ListQuery query = ListQueryOf(backend_, caller, *request, "", Field(violations));
    RETURN_IF_ERROR(violations.status());
    query.prefix = format::kOrganisationsPrefix;
    ASSIGN_OR_RETURN(const auto page,
                     List<Organisation>(backend_, query, [&] { return IsOver(*context); }));
    for (const auto& organisation : page.records) {
      *response->add_organisations() = WriteOrganisation(organisation);
    }
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::CreateGrant(grpc::ServerContext* context,
                                        const v1::CreateGrantRequest* request,
                                        v1::CreateGrantResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    Grant grant;
    grant.name.organisation = ReadName<OrganisationId>(request->parent(), field["parent"]);
    if (request->grant_id().empty()) {
      ASSIGN_OR_RETURN(grant.name.grant, RandomId());
    } else {
      grant.name.grant = ReadId(request->grant_id(), field["grant_id"]);
    }
    grant.terms = ReadGrant(request->grant(), backend_.clock(), field["grant"]);
    grant.terms.granted_by = caller.subject;
    RETURN_IF_ERROR(violations.status());
    const auto require = [&](const Grant& given, Edit& edit) {
      return CheckGiving(backend_.store, caller, given, edit);
    };
    ASSIGN_OR_RETURN(const auto written, Create<Grant>(backend_, write, grant, require));
    AnswerGrant(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::CoverCaseload(grpc::ServerContext* context,
                                          const v1::CoverCaseloadRequest* request,
                                          v1::CoverCaseloadResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const absl::Time now = backend_.clock();
    Grant cover = ReadCover(*request, now, field);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(cover.name.grant, RandomId());
    cover.terms.granted_by = caller.subject;
    const auto require = [&](const Grant& given, Edit& edit) -> absl::Status {
      RETURN_IF_ERROR(CheckCover(backend_.store, caller, given, now, edit));
      RETURN_IF_ERROR(CheckGiving(backend_.store, caller, given, edit));
      const auto book = backend_.feed.Access();
      return RequireColleague(backend_.store, book->GrantsOf(given.terms.subject), given, now,
                              edit);
    };
    ASSIGN_OR_RETURN(const auto written, Create<Grant>(backend_, write, cover, require));
    AnswerGrant(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::RevokeGrant(grpc::ServerContext* context,
                                        const v1::RevokeGrantRequest* request,
                                        v1::RevokeGrantResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto name = ReadName<GrantName>(request->name(), field["name"]);
    RETURN_IF_ERROR(violations.status());
    const absl::Time now = backend_.clock();
    const auto decide = [&](const Found<Grant>& before, Edit&) -> absl::StatusOr<Grant> {
      if (!before) return NotFound(name.ToString());
      RETURN_IF_ERROR(CheckEtag(write.etag, before, name.ToString()));
      Grant grant = before->record;
      RETURN_IF_ERROR(CheckRevoking(caller, grant.terms));
      if (grant.terms.until <= now) return ResourceClosed(name.ToString());
      grant.terms.until = absl::FromUnixSeconds(absl::ToUnixSeconds(now));
      grant.terms.revoked_by = caller.subject;
      return grant;
    };
    ASSIGN_OR_RETURN(const auto written, Put<Grant>(backend_, write, name, decide));
    AnswerGrant(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::GetGrant(grpc::ServerContext* context,
                                     const v1::GetGrantRequest* request,
                                     v1::GetGrantResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadName<GrantName>(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto grant, ReadNow<Grant>(backend_.store, name));
    *response->mutable_grant() = WriteGrant(grant);
    return absl::OkStatus();
  });
}

grpc::Status AccessService::ListGrants(grpc::ServerContext* context,
                                       const v1::ListGrantsRequest* request,
                                       v1::ListGrantsResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const auto parent = ReadName<OrganisationId>(request->parent(), field["parent"]);
    const std::string listed = parent.value + (request->show_ended() ? " ended too" : "");
    ListQuery query = ListQueryOf(backend_, caller, *request, listed, field);
    RETURN_IF_ERROR(violations.status());
    query.prefix = format::GrantsPrefix(parent);
    const absl::Time now = backend_.clock();
    const auto wanted = [&](const Grant& grant) {
      return request->show_ended() || now < grant.terms.until;
    };
    ASSIGN_OR_RETURN(const auto page,
                     List<Grant>(
                         backend_, query, [&] { return IsOver(*context); }, wanted));
    for (const auto& grant : page.records) *response->add_grants() = WriteGrant(grant);
    SetPage(backend_, page, *response);
    return absl::OkStatus();
  });
}

}  // namespace throughgate::services
