#include "services/convert/commitments.h"

#include <cstddef>
#include <set>
#include <string>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/position.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kCommitmentsMax = 50;
constexpr TextLimits kCounty{.max = 100};

// By value of AbsenceSubType.
constexpr const char* kSubTypes[] = {"", "RDR", "ROR", "SPL"};

matcher::Commitment ReadCommitment(const v1::Commitment& wire, const Field& at) {
  if (wire.windows().empty()) at["windows"].Refuse("Needs at least one window.");
  matcher::Commitment commitment;
  commitment.id = ReadId(wire.commitment_id(), at["commitment_id"]);
  commitment.kind = ReadRequiredEnum<matcher::CommitmentKind>(wire.kind(), at["kind"]);
  commitment.windows = ReadWeek(wire.windows(), at["windows"]);
  if (wire.has_where()) commitment.where = ReadPosition(wire.where(), at["where"]);
  commitment.starts_on = ReadOptionalDate(wire.has_starts_on(), wire.starts_on(), at["starts_on"]);
  commitment.ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"]);
  CheckOrder(commitment.starts_on, commitment.ends_on, at["ends_on"]);
  return commitment;
}

v1::Commitment WriteCommitment(const matcher::Commitment& commitment) {
  v1::Commitment wire;
  wire.set_commitment_id(commitment.id);
  wire.set_kind(WriteEnum<v1::CommitmentKind>(commitment.kind));
  *wire.mutable_windows() = WriteWeek(commitment.windows);
  if (commitment.where) *wire.mutable_where() = WritePosition(*commitment.where);
  if (commitment.starts_on) *wire.mutable_starts_on() = WriteDate(*commitment.starts_on);
  if (commitment.ends_on) *wire.mutable_ends_on() = WriteDate(*commitment.ends_on);
  return wire;
}

matcher::AbsenceMask ReadSubTypes(const google::protobuf::RepeatedPtrField<std::string>& wire,
                                  const Field& at) {
  matcher::AbsenceMask mask = 0;
  for (std::size_t i = 0; const std::string& code : wire) {
    const Field here = at[i++];
    const matcher::AbsenceSubType sub_type = matcher::SubTypeOf(code);
    if (sub_type == matcher::AbsenceSubType::kUnspecified) {
      here.Refuse("Must be RDR, ROR or SPL.");
    } else if (mask & MaskOf(sub_type)) {
      here.Refuse(kListedTwice);
    } else {
      mask |= MaskOf(sub_type);
    }
  }
  return mask;
}

matcher::TemporaryRelease ReadRelease(const v1::TemporaryRelease& wire, const Field& at) {
  matcher::TemporaryRelease release{
      .release_class = ReadEnum<matcher::ReleaseClass>(wire.release_class(), at["release_class"]),
      .eligible_from =
          ReadOptionalDate(wire.has_eligible_from(), wire.eligible_from(), at["eligible_from"]),
      .sub_types = ReadSubTypes(wire.sub_types(), at["sub_types"]),
      .paid_work = ReadEnum<matcher::Known>(wire.paid_work(), at["paid_work"]),
      .out_at = ReadTimeOfDay(wire.out_at(), at["out_at"]),
      .return_by = ReadTimeOfDay(wire.return_by(), at["return_by"]),
      .nights = ReadEnum<matcher::Known>(wire.nights(), at["nights"])};
  if (release.out_at && release.return_by && *release.return_by <= *release.out_at) {
    at["return_by"].Refuse("Is not after out_at. Both are times of one day.");
  }
  return release;
}

v1::TemporaryRelease WriteRelease(const matcher::TemporaryRelease& release) {
  v1::TemporaryRelease wire;
  wire.set_release_class(WriteEnum<v1::ReleaseClass>(release.release_class));
  if (release.eligible_from) *wire.mutable_eligible_from() = WriteDate(*release.eligible_from);
  for (int value = 1; value <= matcher::kAbsenceSubTypeLast; ++value) {
    if (release.sub_types & MaskOf(static_cast<matcher::AbsenceSubType>(value))) {
      wire.add_sub_types(kSubTypes[value]);
    }
  }
  wire.set_paid_work(WriteEnum<v1::Known>(release.paid_work));
  if (release.out_at) wire.set_out_at(WriteTimeOfDay(*release.out_at));
  if (release.return_by) wire.set_return_by(WriteTimeOfDay(*release.return_by));
  wire.set_nights(WriteEnum<v1::Known>(release.nights));
  return wire;
}

}  // namespace

void ReadCommitments(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  std::set<std::string> ids;
  CheckCount(static_cast<std::size_t>(wire.commitments_size()), kCommitmentsMax, at["commitments"]);
  terms.commitments = ReadEach(wire.commitments(), at["commitments"],
                               [&](const v1::Commitment& commitment, const Field& here) {
                                 CheckOnce(ids, commitment.commitment_id(), here["commitment_id"]);
                                 return ReadCommitment(commitment, here);
                               });
  terms.temporary_release = ReadRelease(wire.temporary_release(), at["temporary_release"]);
  terms.home_county = ReadText(wire.home_county(), kCounty, at["home_county"]);
}

void WriteCommitments(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  for (const auto& commitment : terms.commitments) {
    *wire.add_commitments() = WriteCommitment(commitment);
  }
  if (terms.temporary_release != matcher::TemporaryRelease{}) {
    *wire.mutable_temporary_release() = WriteRelease(terms.temporary_release);
  }
  wire.set_home_county(terms.home_county);
}

}  // namespace throughgate::services
