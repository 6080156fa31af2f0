#include "storage/format/approval_format.h"
#include "storage/format/codec.h"
#include "storage/format/condition_format.h"
#include "storage/format/hours_format.h"
#include "storage/format/limit_format.h"
#include "storage/format/order_format.h"
#include "storage/format/records.h"
#include "storage/format/zone_format.h"

namespace throughgate::format {
namespace {

void StoreRosh(const matcher::Rosh& rosh, v1::Rosh& stored) {
  stored.set_children(static_cast<std::uint32_t>(rosh.children));
  stored.set_to_public(static_cast<std::uint32_t>(rosh.to_public));
  stored.set_known_adult(static_cast<std::uint32_t>(rosh.known_adult));
  stored.set_staff(static_cast<std::uint32_t>(rosh.staff));
}

matcher::Rosh ReadRosh(const v1::Rosh& stored, Reader& reader) {
  constexpr auto kLast = matcher::RoshLevel::kVeryHigh;
  return {.children = reader.UpTo(kLast, stored.children()),
          .to_public = reader.UpTo(kLast, stored.to_public()),
          .known_adult = reader.UpTo(kLast, stored.known_adult()),
          .staff = reader.UpTo(kLast, stored.staff())};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::RiskPlanTerms& record) {
  v1::RiskPlanTerms stored;
  stored.set_supervision(static_cast<std::uint32_t>(record.supervision));
  stored.set_supervised_by(record.supervised_by.value);
  if (record.release_on) stored.set_release_on_day(record.release_on->since_epoch);
  stored.set_reviewed_on_day(record.reviewed_on.since_epoch);
  if (record.corrected_on) stored.set_corrected_on_day(record.corrected_on->since_epoch);
  StoreRosh(record.rosh, *stored.mutable_rosh());
  stored.set_mappa_level(static_cast<std::uint32_t>(record.mappa_level));
  StoreZones(record, stored);
  StoreHours(record, stored);
  StoreLimits(record, stored);
  StoreOrders(record, stored);
  StoreApprovals(record, stored);
  stored.set_home_county(record.home_county);
  StoreConditions(record, stored);
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::RiskPlanTerms& record) {
  v1::RiskPlanTerms stored;
  Reader reader(key, value, stored);
  record.supervision = reader.UpTo(matcher::Supervision::kNotSupervised, stored.supervision());
  record.supervised_by = {stored.supervised_by()};
  if (stored.has_release_on_day()) record.release_on = matcher::Day{stored.release_on_day()};
  record.reviewed_on = {stored.reviewed_on_day()};
  if (stored.has_corrected_on_day()) record.corrected_on = matcher::Day{stored.corrected_on_day()};
  record.rosh = reader.One(stored.rosh(), ReadRosh);
  record.mappa_level = reader.UpTo(matcher::MappaLevel::kLevel3, stored.mappa_level());
  ReadZones(stored, reader, record);
  ReadHours(stored, reader, record);
  ReadLimits(stored, reader, record);
  ReadOrders(stored, reader, record);
  ReadApprovals(stored, reader, record);
  record.home_county = stored.home_county();
  ReadConditions(stored, reader, record);
  return reader.status();
}

}  // namespace throughgate::format
