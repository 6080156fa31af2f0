#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {

std::string Encode(std::string_view key, const matcher::LinkTerms& record) {
  v1::Link stored;
  stored.set_caseload(record.caseload);
  stored.set_reference(record.reference);
  stored.set_linked_at_s(record.linked_at_s);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::LinkTerms& record) {
  v1::Link stored;
  const Reader reader(key, value, stored);
  record.caseload = stored.caseload();
  record.reference = stored.reference();
  record.linked_at_s = stored.linked_at_s();
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::ReferenceTerms& record) {
  v1::Reference stored;
  stored.set_candidate(record.candidate.candidate);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::ReferenceTerms& record) {
  v1::Reference stored;
  const Reader reader(key, value, stored);
  record.candidate = {stored.candidate()};
  return reader.status();
}

std::string Encode(std::string_view key, const LinkCode& record) {
  v1::LinkCode stored;
  stored.set_candidate(record.candidate.candidate);
  stored.set_issued_by(record.issued_by.value);
  stored.set_expires_at_s(absl::ToUnixSeconds(record.expires_at));
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, LinkCode& record) {
  v1::LinkCode stored;
  const Reader reader(key, value, stored);
  record.candidate = {stored.candidate()};
  record.issued_by = {stored.issued_by()};
  record.expires_at = absl::FromUnixSeconds(stored.expires_at_s());
  return reader.status();
}

}  // namespace throughgate::format
