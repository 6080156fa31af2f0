#include "services/first_administrator.h"

#include "absl/strings/str_cat.h"
#include "services/convert/access.h"
#include "services/convert/names.h"
#include "services/edge/edit.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

constexpr absl::Duration kFirstTerm = absl::Hours(366 * 24);
constexpr char kFirstGrant[] = "first-administrator";

format::RoleMask EveryRole() {
  format::RoleMask roles = 0;
  for (int role = 1; role <= format::kRoles; ++role) {
    roles |= format::MaskOf(static_cast<format::Role>(role));
  }
  return roles;
}

}  // namespace

absl::StatusOr<FirstAdministrator> ParseFirstAdministrator(std::string_view text) {
  const std::size_t slash = text.find('/');
  FirstAdministrator first{.organisation = {std::string(text.substr(0, slash))}, .subject = {}};
  if (slash != text.npos) first.subject = text.substr(slash + 1);
  Violations violations;
  ReadId(first.organisation.value, Field(violations));
  ReadSubject(first.subject, Field(violations));
  if (violations.empty()) return first;
  return absl::InvalidArgumentError(
      "the first administrator must be given as ORGANISATION/SUBJECT: an id of 1 to 63 of "
      "[a-z0-9-], and 1 to 200 visible characters, as in their tokens");
}

absl::Status EnsureFirstAdministrator(storage::Store& store, const FirstAdministrator& first,
                                      absl::Time now, const storage::Report& report) {
  ASSIGN_OR_RETURN(const storage::Page any,
                   store.List(format::kOrganisationsPrefix, {.after = {}, .limit = 1}));
  if (!any.records.empty()) return absl::OkStatus();
  const absl::Time from = absl::FromUnixSeconds(absl::ToUnixSeconds(now));
  const format::Organisation organisation{
      .name = first.organisation,
      .terms = {.roles = EveryRole(), .operates = true, .suspended = false},
      .detail = {.display_name = first.organisation.value}};
  const format::Grant grant{.name = {first.organisation, kFirstGrant},
                            .terms = {.subject = first.subject,
                                      .role = format::Role::kAdministrator,
                                      .caseload = {},
                                      .kind = format::GrantKind::kStanding,
                                      .from = from,
                                      .until = from + kFirstTerm,
                                      .granted_by = {},
                                      .revoked_by = {}}};
  Edit edit;
  edit.Put<format::Organisation>(std::nullopt, organisation);
  edit.Put<format::Grant>(std::nullopt, grant);
  const auto committed = store.Commit(edit.transaction());
  // Another server of this store was quicker.
  if (absl::IsAborted(committed.status())) return absl::OkStatus();
  RETURN_IF_ERROR(committed.status());
  report(absl::StrCat(first.organisation.ToString(),
                      " operates the service, and has its first administrator"));
  return absl::OkStatus();
}

}  // namespace throughgate::services
