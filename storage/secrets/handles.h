// What an organisation calls a candidate for whom it has no word of its own.
//
// A handle is the candidate's id, encrypted under a key of the organisation's. It gives the id back
// to the server alone; two organisations' handles of one person have nothing in common.
#ifndef THROUGHGATE_STORAGE_SECRETS_HANDLES_H_
#define THROUGHGATE_STORAGE_SECRETS_HANDLES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "matcher/model/names.h"
#include "storage/format/secret.h"

namespace throughgate::storage {

// The longest handle: that of an id from before there were links. Those of random ids have 53.
inline constexpr std::size_t kHandleMax = 128;

// A random id for a candidate: 32 lower-case hexadecimal digits.
inline constexpr std::size_t kRandomIdDigits = 32;

// Threads   any, without a lock: each keeps the keys of the organisations that it last worked for.
// Lifetime  of the secret that it is made of: under another all handles are others.
// Cost      less than a microsecond a handle; some ten for an organisation that the thread has not
//           worked for lately.
class Handles {
 public:
  explicit Handles(const format::Secret& secret);

  // Of [a-z2-7], and long enough to look like nothing else. Its length says whether the id is
  // random, and no more: that is, whether the person was registered since there are links, which
  // the day of registration says as well.
  std::string HandleOf(const matcher::OrganisationId& organisation, std::string_view id) const;
  // nullopt: no handle of this organisation's.
  std::optional<std::string> InternalOf(const matcher::OrganisationId& organisation,
                                        std::string_view handle) const;

  // An etag of a record about a candidate, 32 hexadecimal digits, as the organisation sees it:
  // versions are the same for all, and would tell the same person.
  std::string SealEtag(const matcher::OrganisationId& organisation, std::string_view etag) const;
  // nullopt: no etag that this organisation was given.
  std::optional<std::string> OpenEtag(const matcher::OrganisationId& organisation,
                                      std::string_view sealed) const;

  // A page token, of 16 bytes or more, and what was one of `scope`.
  std::string SealToken(std::string_view scope, std::string_view token) const;
  std::optional<std::string> OpenToken(std::string_view scope, std::string_view sealed) const;

  // Under which a link code is kept, in hexadecimal digits.
  std::string DigestOfCode(std::string_view code) const;

 private:
  format::Secret secret_;
  std::uint64_t number_;  // of this object: another may come to have its address
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_SECRETS_HANDLES_H_
