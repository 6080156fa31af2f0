// handle = base32 of Siv(key of the organisation, plain)
// plain  = 00, 16 bytes                          an id of 32 hexadecimal digits
//        | 01, the id, zeros up to 63 bytes      any other id
//        | 02, 16 bytes                          an etag
// token  = hexadecimal digits of Siv(key of the scope, token)
#include "storage/secrets/handles.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <list>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "storage/secrets/base32.h"
#include "storage/secrets/keyed_hash.h"
#include "storage/secrets/siv.h"

namespace throughgate::storage {
namespace {

constexpr char kRandom = 0;
constexpr char kOther = 1;
constexpr char kEtag = 2;
constexpr std::size_t kOtherIdMax = 63;
static_assert((kSivBytes + 1 + kOtherIdMax) * 8 == kHandleMax * 5);

// What a thread keeps: a few kilobytes for each.
constexpr std::size_t kOrganisationsKept = 16;

struct Kept {
  std::uint64_t number = 0;  // of the Handles
  std::string organisation;
  Siv siv;
};

// The cipher of an organisation. Valid until this thread asks again.
Siv& SivOf(std::uint64_t number, const format::Secret& secret, const std::string& organisation) {
  thread_local std::list<Kept> kept;  // the last one used in front
  const auto found = std::ranges::find_if(kept, [&](const Kept& one) {
    return one.number == number && one.organisation == organisation;
  });
  if (found != kept.end()) {
    kept.splice(kept.begin(), kept, found);
  } else {
    kept.push_front({number, organisation, Siv(secret, absl::StrCat("handles/", organisation))});
    if (kept.size() > kOrganisationsKept) kept.pop_back();
  }
  return kept.front().siv;
}

bool IsHexDigits(std::string_view text) {
  return text.size() == kRandomIdDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string FromHex(std::string_view digits) {
  return absl::HexStringToBytes(absl::string_view(digits.data(), digits.size()));
}

std::string Plain(std::string_view id) {
  if (IsHexDigits(id)) return kRandom + FromHex(id);
  assert(id.size() <= kOtherIdMax);
  std::string plain = kOther + std::string(id);
  plain.resize(1 + kOtherIdMax);
  return plain;
}

// A purpose of its own beside "handles/…".
Siv SivOfTokens(const format::Secret& secret, std::string_view scope) {
  return Siv(secret, std::string("tokens/").append(scope));
}

std::uint64_t NextNumber() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

Handles::Handles(const format::Secret& secret) : secret_(secret), number_(NextNumber()) {}

std::string Handles::HandleOf(const matcher::OrganisationId& organisation,
                              std::string_view id) const {
  return ToBase32(SivOf(number_, secret_, organisation.value).Seal(Plain(id)));
}

std::optional<std::string> Handles::InternalOf(const matcher::OrganisationId& organisation,
                                               std::string_view handle) const {
  // Most of what is asked is no handle at all.
  if (handle.size() > kHandleMax) return std::nullopt;
  const std::optional<std::string> sealed = FromBase32(handle);
  if (!sealed) return std::nullopt;
  std::optional<std::string> plain = SivOf(number_, secret_, organisation.value).Open(*sealed);
  if (!plain) return std::nullopt;
  const std::string_view rest = std::string_view(*plain).substr(1);
  if (plain->front() == kRandom) return absl::BytesToHexString({rest.data(), rest.size()});
  if (plain->front() == kOther) return std::string(rest.substr(0, rest.find('\0')));
  return std::nullopt;
}

std::string Handles::SealEtag(const matcher::OrganisationId& organisation,
                              std::string_view etag) const {
  assert(IsHexDigits(etag));
  return ToBase32(SivOf(number_, secret_, organisation.value).Seal(kEtag + FromHex(etag)));
}

std::optional<std::string> Handles::OpenEtag(const matcher::OrganisationId& organisation,
                                             std::string_view sealed) const {
  const std::optional<std::string> bytes = FromBase32(sealed);
  if (!bytes) return std::nullopt;
  const std::optional<std::string> plain = SivOf(number_, secret_, organisation.value).Open(*bytes);
  if (!plain || plain->front() != kEtag) return std::nullopt;
  return absl::BytesToHexString(plain->substr(1));
}

std::string Handles::SealToken(std::string_view scope, std::string_view token) const {
  return absl::BytesToHexString(SivOfTokens(secret_, scope).Seal(token));
}

std::optional<std::string> Handles::OpenToken(std::string_view scope,
                                              std::string_view sealed) const {
  const std::string bytes = FromHex(sealed);
  // Anything but hexadecimal digits comes back as something else.
  if (absl::BytesToHexString(bytes) != absl::string_view(sealed.data(), sealed.size())) {
    return std::nullopt;
  }
  return SivOfTokens(secret_, scope).Open(bytes);
}

std::string Handles::DigestOfCode(std::string_view code) const {
  const KeyedHash hash(secret_);
  const std::array<std::uint8_t, 32> digest = hash(std::string("linkcodes/").append(code));
  return absl::BytesToHexString({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace throughgate::storage
