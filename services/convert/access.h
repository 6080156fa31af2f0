// Organisations and grants.
#ifndef THROUGHGATE_SERVICES_CONVERT_ACCESS_H_
#define THROUGHGATE_SERVICES_CONVERT_ACCESS_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "services/convert/field.h"
#include "services/convert/field_set.h"
#include "services/convert/stored.h"
#include "storage/format/access.h"
#include "throughgate/v1/access_service.pb.h"

namespace throughgate::services {

inline constexpr std::string_view kOrganisationFields[] = {"display_name", "roles", "suspended"};

// Takes `fields` of `wire` into `organisation`, whose other fields stay. Never its name.
void ReadOrganisation(const v1::Organisation& wire, const FieldSet& fields, const Field& at,
                      format::Organisation& organisation);
v1::Organisation WriteOrganisation(const Stored<format::Organisation>& stored);

// 1 to 200 visible characters.
std::string ReadSubject(const std::string& wire, const Field& at);

// Refused: an end that is missing, past, or more than `longest` after the begin, which is now when
// it is not stated.
struct GrantTime {
  absl::Time from;
  absl::Time until;
};
template <typename Wire>
GrantTime ReadGrantTime(const Wire& wire, absl::Time now, absl::Duration longest, const Field& at);

// A standing grant, as an administrator asks for it.
format::GrantTerms ReadGrant(const v1::Grant& wire, absl::Time now, const Field& at);
v1::Grant WriteGrant(const Stored<format::Grant>& stored);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ACCESS_H_
