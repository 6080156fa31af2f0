#include "tests/support/parties.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <utility>

#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "services/edge/edit.h"
#include "services/identity/authenticator.h"
#include "services/identity/key_set.h"
#include "services/identity/key_source.h"
#include "services/identity/local_key.h"
#include "tests/support/temp_directory.h"

namespace throughgate {
namespace {

using services::Role;

identity::LocalKey MakeKey() {
  const TempDirectory directory;
  const std::string path = directory.path("key.pem");
  EXPECT_TRUE(identity::LocalKey::Create(path).ok());
  return *identity::LocalKey::Load(path);
}

const identity::LocalKey& Key() {
  static const identity::LocalKey& key = *new identity::LocalKey(MakeKey());
  return key;
}

std::string Mint(const std::string& subject) {
  return "Bearer " + *Key().Mint(subject, absl::Now(), absl::Hours(23));
}

std::vector<Party> EveryRoleIn(const std::string& organisation) {
  std::vector<Party> parties;
  for (int role = 1; role <= format::kRoles; ++role) {
    parties.push_back({std::string(services::RoleName(static_cast<Role>(role))), organisation});
  }
  return parties;
}

format::Grant GrantOf(const Party& party, absl::Time now) {
  format::Grant grant{.name = {{party.organisation}, party.role}, .terms = {}};
  grant.terms.subject = SubjectOf(party);
  grant.terms.role = *services::RoleOf(party.role);
  grant.terms.kind = format::GrantKind::kStanding;
  grant.terms.from = absl::FromUnixSeconds(absl::ToUnixSeconds(now));
  grant.terms.until = grant.terms.from + absl::Hours(366 * 24);
  return grant;
}

}  // namespace

std::string SubjectOf(const Party& party) { return party.role + "@" + party.organisation; }

services::Trust TrustInTests() {
  std::vector<identity::TrustedIssuer> issuers;
  issuers.push_back(
      {.issuer = identity::kLocalIssuer,
       .audience = identity::kLocalAudience,
       .keys = std::make_unique<identity::FixedKeys>(*identity::KeySet::Parse(Key().jwks()))});
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

void GrantEveryRole(storage::Store& store, const std::vector<std::string>& organisations,
                    absl::Time now) {
  for (const std::string& id : organisations) {
    format::Organisation organisation{.name = {id}, .terms = {}, .detail = {.display_name = id}};
    organisation.terms.operates = id == kOperatorInTests;
    services::Edit edit;
    for (const Party& party : EveryRoleIn(id)) {
      organisation.terms.roles |= format::MaskOf(*services::RoleOf(party.role));
      edit.Put<format::Grant>(std::nullopt, GrantOf(party, now));
    }
    edit.Put<format::Organisation>(std::nullopt, organisation);
    const absl::Status status = store.Commit(edit.transaction()).status();
    EXPECT_TRUE(status.ok() || absl::IsAborted(status)) << status;
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
