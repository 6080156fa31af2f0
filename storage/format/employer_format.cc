#include <limits>

#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

matcher::Pledge ReadPledge(const v1::Pledge& stored, Reader& reader) {
  matcher::Pledge pledge;
  pledge.code = reader.UpTo(matcher::kPledgeCodes, stored.code());
  pledge.state = reader.UpTo(matcher::PledgeState::kSuspended, stored.state());
  if (stored.has_valid_to_day()) pledge.valid_to = matcher::Day{stored.valid_to_day()};
  return pledge;
}

void StoreCheck(const matcher::SiteCheck& check, v1::SiteCheck& stored) {
  stored.set_method(static_cast<std::uint32_t>(check.method));
  stored.set_checked_on_day(check.checked_on.since_epoch);
  stored.set_organisation(check.organisation.value);
  stored.set_verifier(check.verifier);
}

matcher::SiteCheck ReadCheck(const v1::SiteCheck& stored, Reader& reader) {
  return {.method = reader.UpTo(matcher::VerificationMethod::kWorkplaceCheck, stored.method()),
          .checked_on = {stored.checked_on_day()},
          .organisation = {stored.organisation()},
          .verifier = stored.verifier()};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::EmployerTerms& record) {
  v1::EmployerTerms stored;
  for (const matcher::Pledge& pledge : record.pledges) {
    v1::Pledge& entry = *stored.add_pledges();
    entry.set_code(pledge.code);
    entry.set_state(static_cast<std::uint32_t>(pledge.state));
    if (pledge.valid_to) entry.set_valid_to_day(pledge.valid_to->since_epoch);
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::EmployerTerms& record) {
  v1::EmployerTerms stored;
  Reader reader(key, value, stored);
  record.pledges = reader.Each(stored.pledges(), ReadPledge);
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::EmployerDetail& record) {
  v1::EmployerDetail stored;
  stored.set_display_name(record.display_name);
  stored.set_sector(record.sector);
  stored.set_corrected(record.corrected);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::EmployerDetail& record) {
  v1::EmployerDetail stored;
  Reader reader(key, value, stored);
  record.display_name = stored.display_name();
  // Sectors are the API's; no rule reads them.
  record.sector = reader.UpTo(std::numeric_limits<std::uint8_t>::max(), stored.sector());
  record.corrected = stored.corrected();
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::SiteTerms& record) {
  v1::SiteTerms stored;
  if (record.place) StorePlace(*record.place, *stored.mutable_place());
  stored.set_verification(static_cast<std::uint32_t>(record.verification));
  stored.set_premises_kinds(record.premises_kinds);
  if (record.check) StoreCheck(*record.check, *stored.mutable_check());
  stored.set_registered_by(record.registered_by.value);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::SiteTerms& record) {
  v1::SiteTerms stored;
  Reader reader(key, value, stored);
  if (stored.has_place()) record.place = reader.Place(stored.place());
  record.verification = reader.UpTo(matcher::SiteVerification::kVerified, stored.verification());
  record.premises_kinds = reader.BitsUpTo(matcher::kPremisesKindLast, stored.premises_kinds());
  if (stored.has_check()) record.check = reader.One(stored.check(), ReadCheck);
  record.registered_by = {stored.registered_by()};
  return reader.status();
}

std::string Encode(std::string_view key, const matcher::SiteDetail& record) {
  v1::SiteDetail stored;
  stored.set_display_name(record.display_name);
  stored.set_corrected(record.corrected);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::SiteDetail& record) {
  v1::SiteDetail stored;
  const Reader reader(key, value, stored);
  record.display_name = stored.display_name();
  record.corrected = stored.corrected();
  return reader.status();
}

}  // namespace throughgate::format
