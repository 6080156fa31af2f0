#include "services/convert/instant.h"

#include "services/convert/dates.h"

namespace throughgate::services {

bool IsInRange(std::int64_t seconds) {
  constexpr std::int64_t kSecondsPerDay = 24 * 60 * 60;
  return seconds >= kDayMin.since_epoch * kSecondsPerDay &&
         seconds < (kDayMax.since_epoch + 1) * kSecondsPerDay;
}

absl::Time ReadInstant(const google::protobuf::Timestamp& wire, const Field& at) {
  if (!IsInRange(wire.seconds())) at.Refuse("Must be within the years 1900 to 2200.");
  if (wire.nanos() < 0 || wire.nanos() >= kNanosPerSecond) {
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
