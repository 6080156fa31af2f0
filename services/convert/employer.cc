#include "services/convert/employer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "services/convert/dates.h"
#include "services/convert/position.h"
#include "services/convert/premises.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr std::int32_t kCheckDaysMax = 365;

constexpr TextLimits kDisplayName{.max = 200, .required = true};

// The number in "CP01" … "CP12"; 0 when it is none.
std::uint8_t ReadPledgeCode(const std::string& wire, const Field& at) {
  for (int code = 1; code <= matcher::kPledgeCodes; ++code) {
    if (wire == absl::StrFormat("CP%02d", code)) return static_cast<std::uint8_t>(code);
  }
  at.Refuse("Must be \"CP01\" to \"CP12\".");
  return 0;
}

matcher::Pledge ReadPledge(const v1::Pledge& wire, const Field& at) {
  return {.code = ReadPledgeCode(wire.code(), at["code"]),
          .state = ReadRequiredEnum<matcher::PledgeState>(wire.state(), at["state"]),
          .valid_to = ReadOptionalDate(wire.has_valid_to(), wire.valid_to(), at["valid_to"])};
}

std::vector<matcher::Pledge> ReadPledges(const google::protobuf::RepeatedPtrField<v1::Pledge>& wire,
                                         const Field& at) {
  std::set<std::string> seen;
  auto pledges = ReadEach(wire, at, [&](const v1::Pledge& pledge, const Field& here) {
    CheckOnce(seen, pledge.code(), here["code"]);
    return ReadPledge(pledge, here);
  });
  std::ranges::sort(pledges, {}, &matcher::Pledge::code);
  return pledges;
}

v1::Pledge WritePledge(const matcher::Pledge& pledge) {
  v1::Pledge wire;
  wire.set_code(absl::StrFormat("CP%02d", pledge.code));
  wire.set_state(WriteEnum<v1::PledgeState>(pledge.state));
  if (pledge.valid_to) *wire.mutable_valid_to() = WriteDate(*pledge.valid_to);
  return wire;
}

}  // namespace

void ReadEmployer(const v1::Employer& wire, const FieldSet& fields, const Field& at,
                  matcher::Employer& employer) {
  if (fields.Has("display_name")) {
    employer.detail.display_name = ReadText(wire.display_name(), kDisplayName, at["display_name"]);
  }
  if (fields.Has("sector")) {
    employer.detail.sector = ReadEnum<std::uint8_t>(wire.sector(), at["sector"]);
  }
  if (fields.Has("pledges")) {
    employer.terms.pledges = ReadPledges(wire.pledges(), at["pledges"]);
  }
}

v1::Employer WriteEmployer(const Stored<matcher::Employer>& stored) {
  const auto& [name, terms, detail] = stored.record;
  v1::Employer wire;
  wire.set_name(name.ToString());
  wire.set_display_name(detail.display_name);
  wire.set_sector(WriteEnum<v1::EmployerSector>(detail.sector));
  for (const matcher::Pledge& pledge : terms.pledges) {
    *wire.add_pledges() = WritePledge(pledge);
  }
  wire.set_corrected(detail.corrected);
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

void ReadSite(const v1::Site& wire, const FieldSet& fields, const Field& at, matcher::Site& site) {
  if (fields.Has("display_name")) {
    site.detail.display_name = ReadText(wire.display_name(), kDisplayName, at["display_name"]);
  }
  if (fields.Has("position")) {
    std::optional<matcher::Place> place;
    if (wire.has_position()) place = ReadPosition(wire.position(), at["position"]);
    // Whoever checked the establishment checked it where it was.
    if (place != site.terms.place) {
      site.terms.verification = matcher::SiteVerification::kUnverified;
      site.terms.check.reset();
    }
    site.terms.place = place;
  }
  if (fields.Has("premises_kinds")) {
    site.terms.premises_kinds = ReadPremisesKinds(wire.premises_kinds(), at["premises_kinds"]);
  }
}

v1::Site WriteSite(const Stored<matcher::Site>& stored) {
  const auto& [name, terms, detail] = stored.record;
  v1::Site wire;
  wire.set_name(name.ToString());
  wire.set_display_name(detail.display_name);
  if (terms.place) *wire.mutable_position() = WritePosition(*terms.place);
  wire.set_verification(WriteEnum<v1::SiteVerification>(terms.verification));
  *wire.mutable_premises_kinds() = WriteSet(terms.premises_kinds);
  wire.set_corrected(detail.corrected);
  wire.set_etag(FormatEtag(stored.versions));
  wire.set_registered_by(terms.registered_by.value);
  if (!terms.check) return wire;
  *wire.mutable_verified_on() = WriteDate(terms.check->checked_on);
  wire.set_verification_method(WriteEnum<v1::SiteVerificationMethod>(terms.check->method));
  wire.set_verified_by(terms.check->organisation.value);
  return wire;
}

matcher::SiteCheck ReadSiteCheck(const v1::VerifySiteRequest& wire, matcher::Day today,
                                 const Field& at) {
  matcher::SiteCheck check;
  check.method = ReadRequiredEnum<matcher::VerificationMethod>(wire.method(), at["method"]);
  const Field at_day = at["verified_on"];
  if (!wire.has_verified_on()) {
    at_day.Refuse("Is required.");
    return check;
  }
  check.checked_on = ReadDate(wire.verified_on(), at_day);
  const std::int32_t days = today.since_epoch - check.checked_on.since_epoch;
  if (days < 0) at_day.Refuse("Is after today.");
  if (days > kCheckDaysMax) at_day.Refuse("Is more than 365 days ago. Check the site again.");
  return check;
}

}  // namespace throughgate::services
