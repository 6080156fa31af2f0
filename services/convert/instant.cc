#include "services/convert/instant.h"

#include "services/convert/dates.h"

namespace throughgate::services {

absl::Time ReadInstant(const google::protobuf::Timestamp& wire, const Field& at) {
  constexpr std::int64_t kSecondsPerDay = 24 * 60 * 60;
  const bool in_range = wire.seconds() >= kDayMin.since_epoch * kSecondsPerDay &&
                        wire.seconds() < (kDayMax.since_epoch + 1) * kSecondsPerDay;
  if (!in_range) at.Refuse("Must be within the years 1900 to 2200.");
  if (wire.nanos() < 0 || wire.nanos() > 999'999'999) {
    at.Refuse("Must have nanoseconds from 0 to 999,999,999.");
  }
  return absl::FromUnixSeconds(wire.seconds()) + absl::Nanoseconds(wire.nanos());
}

google::protobuf::Timestamp WriteInstant(absl::Time instant) {
  google::protobuf::Timestamp wire;
  const std::int64_t seconds = absl::ToUnixSeconds(instant);
  wire.set_seconds(seconds);
  wire.set_nanos(static_cast<std::int32_t>(
      absl::ToInt64Nanoseconds(instant - absl::FromUnixSeconds(seconds))));
  return wire;
}

}  // namespace throughgate::services
