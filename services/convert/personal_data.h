// Patterns of what identifies a person, none of which belongs in a record about candidates.
#ifndef THROUGHGATE_SERVICES_CONVERT_PERSONAL_DATA_H_
#define THROUGHGATE_SERVICES_CONVERT_PERSONAL_DATA_H_

#include <google/protobuf/message.h>

#include <optional>
#include <string_view>

#include "absl/status/status.h"

namespace throughgate::services {

// What a part of `text` looks like ("prison number", "CRN", "National Insurance number", "PNC id",
// "birth date", "postcode"), or nullopt. Only whole runs of letters and digits count, so that codes
// of a taxonomy and random ids pass; of eight digits only those that are somebody's birthday, and
// do not begin a UUID.
std::optional<std::string_view> FindPersonalData(std::string_view text);

// Looks into every string field of `request`, however deep, ids and tokens included.
//
// Errors  PERSONAL_DATA_REFUSED  names the first field, by its path from `request`, and the kind.
absl::Status RefusePersonalData(const google::protobuf::Message& request);

// Looks into what people word in a risk plan, or in the part of one at `path`: the ids of its
// items, but not of licence conditions, which are a system's; the home county; the conditions of
// approvals.
//
// Errors  as RefusePersonalData.
absl::Status RefusePersonalDataInPlan(const google::protobuf::Message& part,
                                      const std::string& path);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_PERSONAL_DATA_H_
