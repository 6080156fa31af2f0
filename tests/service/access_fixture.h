// Grants as administrators and colleagues make and end them, for tests.
#ifndef THROUGHGATE_TESTS_SERVICE_ACCESS_FIXTURE_H_
#define THROUGHGATE_TESTS_SERVICE_ACCESS_FIXTURE_H_

#include <string>

#include "services/convert/instant.h"
#include "tests/service/test_server.h"
#include "tests/service/wire.h"

namespace throughgate {

// Of the organisation of kBroker.
inline const Party kOwnAdministrator{"administrator", kBroker.organisation};

// Calls of one server. Who calls is a subject who acts as a party; of most tests the party's own.
class AccessCalls {
 public:
  explicit AccessCalls(TestServer& server) : server_(server) {}

  google::protobuf::Timestamp In(absl::Duration after) const {
    return services::WriteInstant(server_.Now() + after);
  }

  // A grant for 30 days from now in the organisation of kBroker.
  v1::CreateGrantRequest GrantRequest(const std::string& subject,
                                      v1::GrantRole role = v1::GRANT_ROLE_BROKER,
                                      const std::string& caseload = "") const {
    v1::CreateGrantRequest request;
    request.set_parent("organisations/" + kBroker.organisation);
    request.mutable_grant()->set_subject(subject);
    request.mutable_grant()->set_role(role);
    request.mutable_grant()->set_caseload(caseload);
    *request.mutable_grant()->mutable_until() = In(absl::Hours(30 * 24));
    return request;
  }
  auto Give(const v1::CreateGrantRequest& request, const Party& by = kOwnAdministrator) const {
    return server_.Call(by, &Access::CreateGrant, request);
  }
  // Its name.
  std::string Give(const std::string& subject, v1::GrantRole role = v1::GRANT_ROLE_BROKER,
                   const std::string& caseload = "") const {
    const auto given = Give(GrantRequest(subject, role, caseload));
    EXPECT_THAT(given, Succeeds());
    return given->grant().name();
  }

  // For seven days from now in the organisation of kBroker.
  v1::CoverCaseloadRequest CoverRequest(const std::string& subject, const std::string& caseload,
                                        v1::GrantRole role = v1::GRANT_ROLE_BROKER) const {
    v1::CoverCaseloadRequest request;
    request.set_parent("organisations/" + kBroker.organisation);
    request.set_subject(subject);
    request.set_caseload(caseload);
    request.set_role(role);
    *request.mutable_until() = In(absl::Hours(7 * 24));
    return request;
  }
  auto Cover(const v1::CoverCaseloadRequest& request, const std::string& by,
             const Party& as = kBroker) const {
    return server_.CallAs(by, as, &Access::CoverCaseload, request);
  }

  auto Revoke(const std::string& grant, const std::string& by, const Party& as) const {
    v1::RevokeGrantRequest request;
    request.set_name(grant);
    return server_.CallAs(by, as, &Access::RevokeGrant, request);
  }
  auto Revoke(const std::string& grant, const Party& by = kOwnAdministrator) const {
    return Revoke(grant, SubjectOf(by), by);
  }
  auto Get(const std::string& grant, const Party& by = kOwnAdministrator) const {
    v1::GetGrantRequest request;
    request.set_name(grant);
    return server_.Call(by, &Access::GetGrant, request);
  }
  // The grant of GrantEveryRole.
  static std::string NameOf(const Party& party) {
    return "organisations/" + party.organisation + "/grants/" + party.role;
  }

  // A call that any role may make, as whoever it is.
  auto Ask(const std::string& subject, const Party& as = kBroker) const {
    return server_.CallAs(subject, as, &Vacancies::ListVacancies, EveryVacancy());
  }
  static v1::ListVacanciesRequest EveryVacancy() {
    v1::ListVacanciesRequest request;
    request.set_parent("employers/-");
    return request;
  }

 private:
  TestServer& server_;
};

class AccessTest : public OnEveryStore {
 protected:
  AccessCalls access{server};
};

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_ACCESS_FIXTURE_H_
