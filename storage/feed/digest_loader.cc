#include "storage/feed/digest_loader.h"

#include "absl/strings/str_cat.h"
#include "storage/secrets/keyed_hash.h"
#include "storage/secrets/secrets.h"

namespace throughgate::storage {

absl::StatusOr<NameDigester> LoadDigester(const Store& store, Revision revision,
                                          const Report& report) {
  const absl::StatusOr<format::Secret> secret = ReadSecret(store, kNoContactSecret, revision);
  if (secret.ok()) {
    return [hash = KeyedHash(*secret)](const std::string& name) { return DigestOf(name, hash); };
  }
  if (absl::IsNotFound(secret.status())) return NameDigester();
  const bool unreadable =
      absl::IsDataLoss(secret.status()) || absl::IsFailedPrecondition(secret.status());
  if (!unreadable) return secret.status();
  report(absl::StrCat("the key for the names in no-contact entries cannot be read (",
                      absl::StatusCodeToString(secret.status().code()),
                      "); matches of plans with such entries are REVIEW"));
  return NameDigester();
}

}  // namespace throughgate::storage
