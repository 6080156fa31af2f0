#include "services/edge/kept_names.h"

#include <string>

#include "services/convert/disclosure.h"
#include "services/convert/shared_area.h"
#include "services/edge/status_macros.h"
#include "storage/secrets/keyed_hash.h"
#include "storage/secrets/secrets.h"

namespace throughgate::services {

absl::Status ReadKeptNames(const storage::Store& store, const v1::RiskPlan& wire, const Field& at,
                           matcher::RiskPlanTerms& terms) {
  if (wire.no_contact().empty()) return absl::OkStatus();
  const auto secret = storage::ReadSecret(store, storage::kNoContactSecret);
  if (!secret.ok()) {
    return absl::UnavailableError(
        "the service has no key for the names in no_contact; tell whoever runs it");
  }
  const storage::KeyedHash hash(*secret);
  const auto digest = [&](const std::string& name) { return storage::DigestOf(name, hash); };
  terms.no_contact = ReadNoContact(wire.no_contact(), digest, at["no_contact"]);
  return absl::OkStatus();
}

absl::StatusOr<matcher::SharedEffects> ReadEffects(const storage::Store& store,
                                                   const matcher::RiskPlan& plan,
                                                   const v1::SharedEffects& wire, const Field& at) {
  const auto secret = storage::ReadSecret(store, storage::kSharedAreasSecret);
  if (!secret.ok() && !wire.areas().empty()) {
    return absl::UnavailableError(
        "the service has no key for areas; tell whoever runs it, or share no area");
  }
  const storage::KeyedHash hash(secret.value_or(format::Secret()));
  const auto disc = [&](const matcher::Zone& zone) {
    return SharedAreaFor(zone, hash(plan.candidate.ToString() + "/zones/" + zone.id));
  };
  return ReadSharedEffects(wire, plan.terms, disc, at);
}

}  // namespace throughgate::services
