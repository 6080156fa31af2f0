#include "storage/secrets/secrets.h"

#include <openssl/rand.h>

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::storage {
namespace {

std::string KeyOf(std::string_view name) { return format::SecretKey({std::string(name)}); }

absl::StatusOr<format::Secret> NewSecret() {
  format::Secret secret{.key = std::string(format::kSecretBytes, '\0')};
  auto* bytes = reinterpret_cast<unsigned char*>(secret.key.data());
  if (RAND_bytes(bytes, static_cast<int>(secret.key.size())) != 1) {
    return absl::UnavailableError("the source of random numbers gives none");
  }
  return secret;
}

// Whether the plan keeps names. One of a newer program may, whatever it is that is new in it.
bool MayKeepNames(const Record& record) {
  const auto plan = format::Decode<matcher::RiskPlanTerms>(record.key, record.value);
  if (!plan.ok()) return absl::IsFailedPrecondition(plan.status());
  return !plan->no_contact.empty();
}

absl::StatusOr<bool> AnyPlanMayKeepNames(const Store& store) {
  PageRequest request{.after = "", .limit = kPageRecordsMax};
  Revision revision = 0;
  do {
    const absl::StatusOr<Page> page = store.List(format::kRiskPlansPrefix, request, revision);
    if (!page.ok()) return page.status();
    if (std::ranges::any_of(page->records, MayKeepNames)) return true;
    request.after = page->next;
    revision = page->revision;
  } while (!request.after.empty());
  return false;
}

absl::Status Make(Store& store, const std::string& key) {
  const absl::StatusOr<format::Secret> secret = NewSecret();
  if (!secret.ok()) return secret.status();
  const Transaction absent_so_far = {.guards = {{key, /*version=*/0}},
                                     .writes = {{key, format::Encode(key, *secret)}}};
  const absl::Status status = store.Commit(absent_so_far).status();
  // Another server has made it meanwhile.
  return absl::IsAborted(status) ? absl::OkStatus() : status;
}

absl::Status Ensure(Store& store, std::string_view name, const Report& report) {
  const std::string key = KeyOf(name);
  const absl::StatusOr<std::optional<Record>> found = store.Get(key);
  if (!found.ok()) return found.status();
  if (*found) return absl::OkStatus();
  if (name == kNoContactSecret) {
    const absl::StatusOr<bool> lost = AnyPlanMayKeepNames(store);
    if (!lost.ok()) return lost.status();
    if (*lost) {
      report(absl::StrCat("record \"", key,
                          "\" is lost, and risk plans keep names under it; their ",
                          "matches are REVIEW (see storage/FORMAT.md, Secrets)"));
      return absl::OkStatus();
    }
  }
  if (name == kHandlesSecret) {
    const absl::StatusOr<Page> links = store.List(format::kLinksPrefix, {.after = "", .limit = 1});
    if (!links.ok()) return links.status();
    if (!links->records.empty()) {
      report(absl::StrCat("record \"", key,
                          "\" is lost, and is made anew; candidates have other handles from now ",
                          "on (see storage/FORMAT.md, Secrets)"));
    }
  }
  return Make(store, key);
}

}  // namespace

absl::Status EnsureSecrets(Store& store, const Report& report) {
  for (const std::string_view name : {kNoContactSecret, kSharedAreasSecret, kHandlesSecret}) {
    if (absl::Status status = Ensure(store, name, report); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::StatusOr<format::Secret> ReadSecret(const Store& store, std::string_view name,
                                          Revision revision) {
  const std::string key = KeyOf(name);
  const absl::StatusOr<std::optional<Record>> found = store.Get(key, revision);
  if (!found.ok()) return found.status();
  if (!*found) return absl::NotFoundError(absl::StrCat("there is no record \"", key, "\""));
  absl::StatusOr<format::Secret> secret = format::Decode<format::Secret>(key, (*found)->value);
  if (secret.ok() && secret->key.size() != format::kSecretBytes) {
    return absl::DataLossError(absl::StrCat("record \"", key, "\" is damaged: not a key"));
  }
  return secret;
}

}  // namespace throughgate::storage
