// Which roles may call which method, and about what: one table, asked before any handler runs.
//
// Of whom a caller may speak is enforced here for organisations, and where names of candidates are
// read for people: one who is out of reach is RESOURCE_NOT_FOUND, not a refusal.
#ifndef THROUGHGATE_SERVICES_EDGE_POLICY_H_
#define THROUGHGATE_SERVICES_EDGE_POLICY_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "services/edge/caller.h"

namespace throughgate::services {

// What of it a role that may call a method reaches.
enum class Scope : std::uint8_t {
  kAnybody,       // needs no grant: about the caller alone
  kAll,           // nobody's in particular: employers, vacancies, reference data
  kOrganisation,  // about an organisation: the caller's own; any, for the operating one's
                  // administrators
  kOperator,      // administrators of the operating organisation alone
  kCaseload,      // about people: those of the organisation, in the caller's caseloads
};

struct PolicyRow {
  std::string_view method;  // "/throughgate.v1.VacancyService/CreateVacancy"
  RoleMask roles = 0;
  Scope scope = Scope::kAll;
  // kOrganisation: the field of the request whose name begins with the organisation's.
  std::string_view names = {};
};

// All rows, in the order of the services.
std::span<const PolicyRow> Policy();

// A method is known by the message that it takes, which no other method takes, so that a handler
// cannot name another by mistake.
const PolicyRow& RowOf(const google::protobuf::Descriptor& request);

// "/throughgate.v1.VacancyService/CreateVacancy". Lives as long as the program.
std::string_view MethodOf(const google::protobuf::Descriptor& request);

// Errors  GRANT_NOT_PERMITTED  the request is about another organisation.
absl::Status CheckScope(const PolicyRow& row, const Caller& caller,
                        const google::protobuf::Message& request);

// Whether every method of `services`, and nothing else, has a row.
//
// Errors  kFailedPrecondition  names the method; the server must not start.
absl::Status CheckPolicy(std::span<const std::string_view> services);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_POLICY_H_
