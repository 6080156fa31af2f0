// Who calls in tests: invented people with tokens of a key made for the test, and grants.
#ifndef THROUGHGATE_TESTS_SUPPORT_PARTIES_H_
#define THROUGHGATE_TESTS_SUPPORT_PARTIES_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/edge/caller.h"
#include "services/trust.h"
#include "storage/store.h"

namespace throughgate::identity {
class SigningKey;
}  // namespace throughgate::identity

namespace throughgate {

// A role in an organisation. An empty part is left out of the metadata.
struct Party {
  std::string role;
  std::string organisation;
  bool operator==(const Party&) const = default;
};

// Whoever has that one role in that one organisation: "broker@first-steps".
std::string SubjectOf(const Party& party);

// Trusts the tokens of TokenOf.
services::Trust TrustInTests();
// "Bearer …". Made once for each subject.
const std::string& TokenOf(const std::string& subject);
// What such tokens are signed with and what they claim, for tests that make others.
const identity::SigningKey& KeyInTests();
nlohmann::json ClaimsInTests(const std::string& subject);

// The organisation that operates the service.
inline constexpr char kOperatorInTests[] = "operations";

// An organisation that may have every role, and a grant of each to the SubjectOf it, for a year
// from `now`.
format::Organisation OrganisationInTests(const std::string& id);
std::vector<format::Grant> EveryGrantInTests(const std::string& organisation, absl::Time now);
// Writes them, unless the organisation is there.
void PutAccess(storage::Store& store, const format::Organisation& organisation,
               const std::vector<format::Grant>& grants);

// Makes each organisation that is not there yet, which may have every role, and grants every role
// in it to the SubjectOf that role, for a year from `now`.
void GrantEveryRole(storage::Store& store, const std::vector<std::string>& organisations,
                    absl::Time now);

// The caller that a server would admit as `party` by what GrantEveryRole has granted.
services::Caller CallerOf(const storage::Store& store, const Party& party);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_PARTIES_H_
