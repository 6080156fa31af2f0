#include "services/edge/admission.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/log.h"
#include "services/edge/policy.h"
#include "services/edge/standing.h"
#include "services/edge/status_macros.h"
#include "services/identity/authenticator.h"
#include "services/identity/server_credentials.h"

namespace throughgate::services {
namespace {

using storage::AccessBook;
using storage::HeldGrant;

// As what somebody says that they act.
struct Meant {
  std::optional<Role> role;
  std::optional<matcher::OrganisationId> organisation;
};

// Nullopt when it is left out. A header that is sent twice says nothing.
absl::StatusOr<std::optional<std::string>> ReadHeader(const grpc::ServerContextBase& context,
                                                      const char* name) {
  const auto [begin, end] = context.client_metadata().equal_range(name);
  if (begin == end) return std::nullopt;
  if (std::next(begin) != end) return CallerUnknown(name);
  return std::string(begin->second.data(), begin->second.size());
}

absl::StatusOr<Meant> ReadMeant(const grpc::ServerContextBase& context) {
  Meant meant;
  ASSIGN_OR_RETURN(const auto role, ReadHeader(context, kRoleHeader));
  ASSIGN_OR_RETURN(const auto organisation, ReadHeader(context, kOrganisationHeader));
  if (role && !(meant.role = RoleOf(*role))) return CallerUnknown(kRoleHeader);
  if (organisation && !IsId(*organisation)) return CallerUnknown(kOrganisationHeader);
  if (organisation) meant.organisation = {*organisation};
  return meant;
}

absl::StatusOr<identity::Identity> Authenticate(const Backend& backend,
                                                const grpc::ServerContextBase& context,
                                                std::string_view method) {
  std::vector<std::string_view> authorizations;
  const auto [begin, end] = context.client_metadata().equal_range("authorization");
  for (auto it = begin; it != end; ++it) {
    authorizations.emplace_back(it->second.data(), it->second.size());
  }
  const std::shared_ptr<const grpc::AuthContext> auth = context.auth_context();
  absl::StatusOr<identity::Identity> identity = backend.authenticator->Authenticate(
      authorizations, identity::PeerSpiffeIds(*auth), absl::Now());
  if (identity.ok()) return identity;
  // Whoever sent it is told no more than that it will not do.
  Log(absl::StrCat(std::string(method), ": not admitted: ", identity.status().message()));
  return CallerUnknown("authorization");
}

// Grants as of now, though the feed should lag behind: then they are read from the store.
absl::StatusOr<std::shared_ptr<const AccessBook>> BookOf(const Backend& backend) {
  if (backend.feed.Current().ok()) return backend.feed.Access();
  ASSIGN_OR_RETURN(AccessBook book, AccessBook::Load(backend.store, backend.store.latest()));
  return std::make_shared<const AccessBook>(std::move(book));
}

absl::Status Refused(const PolicyRow& row, const Meant& meant) {
  return RoleNotPermitted(std::string(row.method),
                          std::string(RoleName(meant.role.value_or(Role::kUnspecified))));
}

// The caller by the grants that fit: all of them of one role in one organisation.
absl::StatusOr<Caller> ChooseGrants(const AccessBook& book, const std::string& subject,
                                    const PolicyRow& row, const Meant& meant, absl::Time now) {
  Caller caller{.subject = subject};
  for (const HeldGrant& held : book.GrantsOf(subject)) {
    const format::GrantTerms& terms = held.grant.terms;
    const matcher::OrganisationId& organisation = held.grant.name.organisation;
    if ((row.roles & format::MaskOf(terms.role)) == 0) continue;
    if (meant.role.value_or(terms.role) != terms.role) continue;
    if (meant.organisation.value_or(organisation) != organisation) continue;
    const format::OrganisationTerms* of = book.Find(organisation);
    if (of == nullptr || !IsInForce(terms, *of, now)) continue;
    if (!caller.grants.empty()) {
      if (caller.organisation != organisation) return CallerUnknown(kOrganisationHeader);
      if (caller.role != terms.role) return CallerUnknown(kRoleHeader);
    }
    caller.role = terms.role;
    caller.organisation = organisation;
    caller.operates = of->operates;
    caller.grants.push_back(held);
  }
  // Whoever stands in for others does so beside work of their own, and no longer than that.
  const bool stands = std::ranges::any_of(caller.grants, [](const HeldGrant& held) {
    return held.grant.terms.kind == format::GrantKind::kStanding;
  });
  if (!stands) return Refused(row, meant);
  return caller;
}

}  // namespace

absl::StatusOr<Caller> Admit(const Backend& backend, const grpc::ServerContextBase& context,
                             const google::protobuf::Message& request) {
  const PolicyRow& row = RowOf(*request.GetDescriptor());
  ASSIGN_OR_RETURN(const identity::Identity identity, Authenticate(backend, context, row.method));
  if (row.scope == Scope::kAnybody) return Caller{.subject = identity.subject};
  ASSIGN_OR_RETURN(const Meant meant, ReadMeant(context));
  ASSIGN_OR_RETURN(const auto book, BookOf(backend));
  ASSIGN_OR_RETURN(Caller caller,
                   ChooseGrants(*book, identity.subject, row, meant, backend.clock()));
  RETURN_IF_ERROR(CheckScope(row, caller, request));
  return caller;
}

}  // namespace throughgate::services
