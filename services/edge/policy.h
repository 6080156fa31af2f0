// Which roles may call which method: one table, asked before any handler runs.
//
// What a caller may reach of what a method serves (a broker its own candidates) is not here but
// where the record is read: such a record is RESOURCE_NOT_FOUND, not a refusal.
#ifndef THROUGHGATE_SERVICES_EDGE_POLICY_H_
#define THROUGHGATE_SERVICES_EDGE_POLICY_H_

#include <google/protobuf/descriptor.h>

#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/edge/caller.h"

namespace throughgate::services {

// A method is known by the message that it takes, which no other method takes, so that a handler
// cannot name another by mistake.

// "/throughgate.v1.VacancyService/CreateVacancy". Lives as long as the program.
std::string_view MethodOf(const google::protobuf::Descriptor& request);

bool MayCall(Role role, const google::protobuf::Descriptor& request);

// Errors  CALLER_UNKNOWN      as ReadCaller.
//         ROLE_NOT_PERMITTED  the role may not call the method.
absl::StatusOr<Caller> Admit(const grpc::ServerContextBase& context,
                             const google::protobuf::Descriptor& request);

// Whether every method of `services`, and nothing else, has a row.
//
// Errors  kFailedPrecondition  names the method; the server must not start.
absl::Status CheckPolicy(std::span<const std::string_view> services);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_POLICY_H_
