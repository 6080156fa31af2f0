#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {

std::string Encode(std::string_view key, const OrganisationTerms& record) {
  v1::OrganisationTerms stored;
  stored.set_roles(record.roles);
  stored.set_operates(record.operates);
  stored.set_suspended(record.suspended);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, OrganisationTerms& record) {
  v1::OrganisationTerms stored;
  Reader reader(key, value, stored);
  record.roles = reader.BitsUpTo(kRoles, stored.roles());
  record.operates = stored.operates();
  record.suspended = stored.suspended();
  return reader.status();
}

std::string Encode(std::string_view key, const OrganisationDetail& record) {
  v1::OrganisationDetail stored;
  stored.set_display_name(record.display_name);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, OrganisationDetail& record) {
  v1::OrganisationDetail stored;
  const Reader reader(key, value, stored);
  record.display_name = stored.display_name();
  return reader.status();
}

std::string Encode(std::string_view key, const GrantTerms& record) {
  v1::GrantTerms stored;
  stored.set_subject(record.subject);
  stored.set_role(static_cast<std::uint32_t>(record.role));
  stored.set_caseload(record.caseload);
  stored.set_kind(static_cast<std::uint32_t>(record.kind));
  stored.set_from_s(absl::ToUnixSeconds(record.from));
  stored.set_until_s(absl::ToUnixSeconds(record.until));
  stored.set_granted_by(record.granted_by);
  stored.set_revoked_by(record.revoked_by);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, GrantTerms& record) {
  v1::GrantTerms stored;
  Reader reader(key, value, stored);
  record.subject = stored.subject();
  record.role = reader.UpTo(Role::kAdministrator, stored.role());
  record.caseload = stored.caseload();
  record.kind = reader.UpTo(GrantKind::kDuty, stored.kind());
  record.from = absl::FromUnixSeconds(stored.from_s());
  record.until = absl::FromUnixSeconds(stored.until_s());
  record.granted_by = stored.granted_by();
  record.revoked_by = stored.revoked_by();
  return reader.status();
}

}  // namespace throughgate::format
