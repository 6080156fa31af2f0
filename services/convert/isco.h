// Types of work as ISCO groups.
#ifndef THROUGHGATE_SERVICES_CONVERT_ISCO_H_
#define THROUGHGATE_SERVICES_CONVERT_ISCO_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <cstddef>
#include <string>
#include <vector>

#include "services/convert/field.h"

namespace throughgate::services {

// Groups of any taxonomy of ISCO, the one in use or another: what a court orders or an officer
// approves stands, whatever is loaded. Refused: more than `max`, the same twice, and what is not
// "isco/" with 1 to 4 digits.
std::vector<std::string> ReadIscoGroups(const google::protobuf::RepeatedPtrField<std::string>& wire,
                                        std::size_t max, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_ISCO_H_
