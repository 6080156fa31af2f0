// The door: who calls, whether they may, and as whom they act. Nothing gets past it otherwise.
#ifndef THROUGHGATE_SERVICES_EDGE_ADMISSION_H_
#define THROUGHGATE_SERVICES_EDGE_ADMISSION_H_

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>

#include "absl/status/statusor.h"
#include "services/edge/backend.h"
#include "services/edge/caller.h"

namespace throughgate::services {

// In which of their roles, and for which of their organisations, a caller acts. Either may be left
// out where one grant alone fits.
inline constexpr char kRoleHeader[] = "throughgate-role";
inline constexpr char kOrganisationHeader[] = "throughgate-organisation";

// Admits the caller of the method that takes `request`, or a stream of messages of its kind; then
// `request` is an empty one.
//
// Errors  CALLER_UNKNOWN       no token or certificate, or none that is valid; a header is repeated
//                              or malformed; several grants fit, and nothing says which is meant.
//         ROLE_NOT_PERMITTED   no grant in force fits the method, or the one meant does not; or
//                              only grants to stand in, without one of their own.
//         GRANT_NOT_PERMITTED  the method is about an organisation, and it is another.
absl::StatusOr<Caller> Admit(const Backend& backend, const grpc::ServerContextBase& context,
                             const google::protobuf::Message& request);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_ADMISSION_H_
