#include "storage/format/hours_format.h"

namespace throughgate::format {
namespace {

void StoreCurfew(const matcher::Curfew& curfew, v1::Curfew& stored) {
  stored.set_id(curfew.id);
  StoreWeek(curfew.windows, *stored.mutable_windows());
  if (curfew.ends_on) stored.set_ends_on_day(curfew.ends_on->since_epoch);
  stored.set_variation_sought(curfew.variation_sought);
}

matcher::Curfew ReadCurfew(const v1::Curfew& stored, Reader& reader) {
  matcher::Curfew curfew;
  curfew.id = stored.id();
  curfew.windows = reader.Week(stored.windows());
  if (stored.has_ends_on_day()) curfew.ends_on = matcher::Day{stored.ends_on_day()};
  curfew.variation_sought = stored.variation_sought();
  return curfew;
}

void StoreCommitment(const matcher::Commitment& commitment, v1::Commitment& stored) {
  stored.set_id(commitment.id);
  stored.set_kind(static_cast<std::uint32_t>(commitment.kind));
  StoreWeek(commitment.windows, *stored.mutable_windows());
  if (commitment.where) StorePlace(*commitment.where, *stored.mutable_where());
  if (commitment.starts_on) stored.set_starts_on_day(commitment.starts_on->since_epoch);
  if (commitment.ends_on) stored.set_ends_on_day(commitment.ends_on->since_epoch);
}

matcher::Commitment ReadCommitment(const v1::Commitment& stored, Reader& reader) {
  matcher::Commitment commitment;
  commitment.id = stored.id();
  commitment.kind = reader.UpTo(matcher::CommitmentKind::kTesting, stored.kind());
  commitment.windows = reader.Week(stored.windows());
  if (stored.has_where()) commitment.where = reader.Place(stored.where());
  if (stored.has_starts_on_day()) commitment.starts_on = matcher::Day{stored.starts_on_day()};
  if (stored.has_ends_on_day()) commitment.ends_on = matcher::Day{stored.ends_on_day()};
  return commitment;
}

void StoreRelease(const matcher::TemporaryRelease& release, v1::TemporaryRelease& stored) {
  stored.set_release_class(static_cast<std::uint32_t>(release.release_class));
  if (release.eligible_from) stored.set_eligible_from_day(release.eligible_from->since_epoch);
  stored.set_sub_types(release.sub_types);
  stored.set_paid_work(static_cast<std::uint32_t>(release.paid_work));
  if (release.out_at) stored.set_out_at(*release.out_at);
  if (release.return_by) stored.set_return_by(*release.return_by);
  stored.set_nights(static_cast<std::uint32_t>(release.nights));
}

matcher::TemporaryRelease ReadRelease(const v1::TemporaryRelease& stored, Reader& reader) {
  matcher::TemporaryRelease release;
  release.release_class = reader.UpTo(matcher::ReleaseClass::kExcluded, stored.release_class());
  if (stored.has_eligible_from_day()) {
    release.eligible_from = matcher::Day{stored.eligible_from_day()};
  }
  release.sub_types = reader.BitsUpTo(matcher::kAbsenceSubTypeLast, stored.sub_types());
  release.paid_work = reader.UpTo(matcher::Known::kYes, stored.paid_work());
  if (stored.has_out_at()) release.out_at = stored.out_at();
  if (stored.has_return_by()) release.return_by = stored.return_by();
  release.nights = reader.UpTo(matcher::Known::kYes, stored.nights());
  return release;
}

}  // namespace

void StoreHours(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& curfew : plan.curfews) StoreCurfew(curfew, *stored.add_curfews());
  for (const auto& commitment : plan.commitments) {
    StoreCommitment(commitment, *stored.add_commitments());
  }
  if (plan.temporary_release != matcher::TemporaryRelease()) {
    StoreRelease(plan.temporary_release, *stored.mutable_temporary_release());
  }
}

void ReadHours(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.curfews = reader.Each(stored.curfews(), ReadCurfew);
  plan.commitments = reader.Each(stored.commitments(), ReadCommitment);
  plan.temporary_release = reader.One(stored.temporary_release(), ReadRelease);
}

}  // namespace throughgate::format
