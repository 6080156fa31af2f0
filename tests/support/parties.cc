#include "tests/support/parties.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "services/edge/edit.h"
#include "services/identity/authenticator.h"
#include "services/identity/key_set.h"
#include "services/identity/key_source.h"
#include "services/identity/local_key.h"
#include "services/identity/testing/signing_key.h"

namespace throughgate {
namespace {

using services::Role;

std::string Mint(const std::string& subject) {
  nlohmann::json claims = ClaimsInTests(subject);
  claims["exp"] = claims["iat"].get<std::int64_t>() + absl::ToInt64Seconds(absl::Hours(23));
  return "Bearer " + KeyInTests().Token(claims);
}

std::vector<Party> EveryRoleIn(const std::string& organisation) {
  std::vector<Party> parties;
  for (int role = 1; role <= format::kRoles; ++role) {
    parties.push_back({std::string(services::RoleName(static_cast<Role>(role))), organisation});
  }
  return parties;
}

}  // namespace

std::string SubjectOf(const Party& party) { return party.role + "@" + party.organisation; }

const identity::SigningKey& KeyInTests() {
  static const identity::SigningKey& key =
      *new identity::SigningKey(identity::SigningKey::Ec("tests"));
  return key;
}

nlohmann::json ClaimsInTests(const std::string& subject) {
  return identity::ClaimsOf(identity::kLocalIssuer, identity::kLocalAudience, subject, absl::Now());
}

services::Trust TrustInTests() {
  std::vector<identity::TrustedIssuer> issuers;
  issuers.push_back({.issuer = identity::kLocalIssuer,
                     .audience = identity::kLocalAudience,
                     .keys = std::make_unique<identity::FixedKeys>(
                         *identity::KeySet::Parse(identity::JwksOf({KeyInTests().Jwk()})))});
  return {.authenticator = *identity::Authenticator::Make(std::move(issuers)),
          .credentials = nullptr};
}

const std::string& TokenOf(const std::string& subject) {
  static absl::Mutex& mutex = *new absl::Mutex;
  static std::map<std::string, std::string>& tokens = *new std::map<std::string, std::string>;
  const absl::MutexLock lock(&mutex);
  std::string& token = tokens[subject];
  if (token.empty()) token = Mint(subject);
  return token;
}

format::Organisation OrganisationInTests(const std::string& id) {
  format::Organisation organisation{.name = {id}, .terms = {}, .detail = {.display_name = id}};
  organisation.terms.operates = id == kOperatorInTests;
  for (const Party& party : EveryRoleIn(id)) {
    organisation.terms.roles |= format::MaskOf(*services::RoleOf(party.role));
  }
  return organisation;
}

std::vector<format::Grant> EveryGrantInTests(const std::string& organisation, absl::Time now) {
  std::vector<format::Grant> grants;
  for (const Party& party : EveryRoleIn(organisation)) {
    format::Grant& grant = grants.emplace_back();
    grant.name = {{party.organisation}, party.role};
    grant.terms.subject = SubjectOf(party);
    grant.terms.role = *services::RoleOf(party.role);
    grant.terms.kind = format::GrantKind::kStanding;
    grant.terms.from = absl::FromUnixSeconds(absl::ToUnixSeconds(now));
    grant.terms.until = grant.terms.from + absl::Hours(366 * 24);
  }
  return grants;
}

void PutAccess(storage::Store& store, const format::Organisation& organisation,
               const std::vector<format::Grant>& grants) {
  services::Edit edit;
  edit.Put<format::Organisation>(std::nullopt, organisation);
  for (const format::Grant& grant : grants) edit.Put<format::Grant>(std::nullopt, grant);
  const absl::Status status = store.Commit(edit.transaction()).status();
  EXPECT_TRUE(status.ok() || absl::IsAborted(status)) << status;
}

void GrantEveryRole(storage::Store& store, const std::vector<std::string>& organisations,
                    absl::Time now) {
  for (const std::string& id : organisations) {
    PutAccess(store, OrganisationInTests(id), EveryGrantInTests(id, now));
  }
}

services::Caller CallerOf(const storage::Store& store, const Party& party) {
  const auto book = storage::AccessBook::Load(store, store.latest());
  services::Caller caller{.subject = SubjectOf(party)};
  for (const storage::HeldGrant& held : book->GrantsOf(caller.subject)) {
    caller.role = held.grant.terms.role;
    caller.organisation = held.grant.name.organisation;
    caller.grants.push_back(held);
  }
  return caller;
}

}  // namespace throughgate
