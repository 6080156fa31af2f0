#include "services/edge/kept_names.h"

#include <set>

#include "services/convert/disclosure.h"
#include "services/edge/errors.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"
#include "storage/secrets/secrets.h"

namespace throughgate::services {
namespace {

using WireNames = google::protobuf::RepeatedPtrField<std::string>;

template <typename Model>
absl::Status CheckExist(const storage::Store& store, const WireNames& wire, const Field& at) {
  for (std::size_t i = 0; const std::string& name : wire) {
    ASSIGN_OR_RETURN(const auto found, store.Get(TermsKeyOf<Model>(NameIn<Model>(name))));
    if (!found) at[i].Refuse("Does not exist. Give the name of one that is registered.");
    ++i;
  }
  return absl::OkStatus();
}

// As WriteNoContact shows them.
std::set<std::string> NamesKept(const matcher::RiskPlanTerms& plan) {
  std::set<std::string> kept;
  for (const matcher::NoContact& entry : plan.no_contact) {
    const v1::NoContact shown = WriteNoContact(entry);
    kept.insert(shown.names().begin(), shown.names().end());
  }
  return kept;
}

}  // namespace

absl::StatusOr<storage::KeyedHash> HashUnder(const storage::Store& store,
                                             const std::string& secret) {
  const auto key = storage::ReadSecret(store, secret);
  if (key.ok()) return storage::KeyedHash(*key);
  const bool is_lost = absl::IsNotFound(key.status()) || absl::IsDataLoss(key.status()) ||
                       absl::IsFailedPrecondition(key.status());
  return is_lost ? NameKeyMissing(secret) : key.status();
}

absl::Status ReadKeptNames(const storage::Store& store, const v1::RiskPlan& wire, const Field& at,
                           matcher::RiskPlanTerms& terms) {
  if (wire.no_contact().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const storage::KeyedHash hash,
                   HashUnder(store, std::string(storage::kNoContactSecret)));
  const auto digest = [&](const std::string& name) { return storage::DigestOf(name, hash); };
  terms.no_contact = ReadNoContact(wire.no_contact(), digest, at["no_contact"]);
  return absl::OkStatus();
}

absl::Status CheckKeptNames(const storage::Store& store, const v1::RiskPlan& wire,
                            const matcher::RiskPlanTerms& stored, const Field& at) {
  const std::set<std::string> kept = NamesKept(stored);
  for (std::size_t i = 0; const v1::NoContact& entry : wire.no_contact()) {
    const Field here = at["no_contact"][i++];
    RETURN_IF_ERROR(CheckExist<matcher::Employer>(store, entry.employers(), here["employers"]));
    RETURN_IF_ERROR(CheckExist<matcher::Site>(store, entry.sites(), here["sites"]));
    for (std::size_t k = 0; const std::string& name : entry.names()) {
      if (!kept.contains(name)) {
        here["names"][k].Refuse("Is not kept in this plan. Give the employer or site again.");
      }
      ++k;
    }
  }
  return absl::OkStatus();
}

}  // namespace throughgate::services
