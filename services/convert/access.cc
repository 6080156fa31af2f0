#include "services/convert/access.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/convert/instant.h"
#include "services/convert/names.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr TextLimits kDisplayName{.max = 200, .required = true};
constexpr std::size_t kSubjectMax = 200;
constexpr absl::Duration kStandingMax = absl::Hours(366 * 24);

// Who work with people, a caseload of them or all.
constexpr format::RoleMask kCaseworkers =
    format::MaskOf(format::Role::kBroker) | format::MaskOf(format::Role::kCustody) |
    format::MaskOf(format::Role::kProbation) | format::MaskOf(format::Role::kSeniorProbation);

bool IsVisible(char c) { return '!' <= c && c <= '~'; }

absl::Time WholeSeconds(absl::Time time) {
  return absl::FromUnixSeconds(absl::ToUnixSeconds(time));
}

}  // namespace

void ReadOrganisation(const v1::Organisation& wire, const FieldSet& fields, const Field& at,
                      format::Organisation& organisation) {
  if (fields.Has("display_name")) {
    organisation.detail.display_name =
        ReadText(wire.display_name(), kDisplayName, at["display_name"]);
  }
  if (fields.Has("roles")) {
    if (wire.roles().empty()) at["roles"].Refuse("Is required.");
    organisation.terms.roles = ReadSet<format::Role, v1::GrantRole>(wire.roles(), at["roles"]);
  }
  if (fields.Has("suspended")) organisation.terms.suspended = wire.suspended();
}

v1::Organisation WriteOrganisation(const Stored<format::Organisation>& stored) {
  const auto& [name, terms, detail] = stored.record;
  v1::Organisation wire;
  wire.set_name(name.ToString());
  wire.set_display_name(detail.display_name);
  *wire.mutable_roles() = WriteSet(terms.roles);
  wire.set_suspended(terms.suspended);
  wire.set_operates(terms.operates);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

std::string ReadSubject(const std::string& wire, const Field& at) {
  const bool fits =
      !wire.empty() && wire.size() <= kSubjectMax && std::ranges::all_of(wire, IsVisible);
  if (!fits) at.Refuse("Must be 1 to 200 visible characters without spaces, as in their tokens.");
  return wire;
}

template <typename Wire>
GrantTime ReadGrantTime(const Wire& wire, absl::Time now, absl::Duration longest, const Field& at) {
  GrantTime time{.from = WholeSeconds(now), .until = WholeSeconds(now)};
  if (wire.has_from()) time.from = WholeSeconds(ReadInstant(wire.from(), at["from"]));
  if (!wire.has_until()) {
    at["until"].Refuse("Is required.");
    return time;
  }
  time.until = WholeSeconds(ReadInstant(wire.until(), at["until"]));
  if (time.until <= std::max(time.from, now)) at["until"].Refuse("Is past, or not after `from`.");
  if (time.until - time.from > longest) {
    at["until"].Refuse(
        absl::StrCat("Must be at most ", longest / absl::Hours(24), " days after `from`."));
  }
  return time;
}
template GrantTime ReadGrantTime(const v1::Grant&, absl::Time, absl::Duration, const Field&);
template GrantTime ReadGrantTime(const v1::CoverCaseloadRequest&, absl::Time, absl::Duration,
                                 const Field&);

format::GrantTerms ReadGrant(const v1::Grant& wire, absl::Time now, const Field& at) {
  format::GrantTerms terms;
  terms.subject = ReadSubject(wire.subject(), at["subject"]);
  terms.role = ReadRequiredEnum<format::Role>(wire.role(), at["role"]);
  if (!wire.caseload().empty()) {
    terms.caseload = ReadId(wire.caseload(), at["caseload"]);
    // Or it would look as if it limited them.
    const bool has_caseloads = (kCaseworkers & format::MaskOf(terms.role)) != 0;
    if (terms.role != format::Role::kUnspecified && !has_caseloads)
      at["caseload"].Refuse("No caseload: the role works with none.");
  }
  terms.kind = format::GrantKind::kStanding;
  const GrantTime time = ReadGrantTime(wire, now, kStandingMax, at);
  terms.from = time.from;
  terms.until = time.until;
  return terms;
}

v1::Grant WriteGrant(const Stored<format::Grant>& stored) {
  const format::GrantTerms& terms = stored.record.terms;
  v1::Grant wire;
  wire.set_name(stored.record.name.ToString());
  wire.set_subject(terms.subject);
  wire.set_role(WriteEnum<v1::GrantRole>(terms.role));
  wire.set_caseload(terms.caseload);
  wire.set_kind(WriteEnum<v1::GrantKind>(terms.kind));
  *wire.mutable_from() = WriteInstant(terms.from);
  *wire.mutable_until() = WriteInstant(terms.until);
  wire.set_granted_by(terms.granted_by);
  wire.set_revoked_by(terms.revoked_by);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace throughgate::services
