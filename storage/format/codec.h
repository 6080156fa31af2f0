// What the conversions of all records share; nobody else includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_CODEC_H_
#define THROUGHGATE_STORAGE_FORMAT_CODEC_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "matcher/model/place.h"
#include "matcher/model/week_pattern.h"
#include "throughgate/record/v1/record.pb.h"

namespace throughgate::format {

namespace v1 = throughgate::record::v1;

using Numbers = google::protobuf::RepeatedField<std::int32_t>;

// The value to store under `key`. Records have no maps, so equal messages give equal bytes.
std::string Write(std::string_view key, const google::protobuf::Message& stored);

// Reads one value. Conversions ask it for whatever may be beyond this program's understanding and
// need not look at errors: the first one is kept for the end, and what stands in for the value
// until then is never used.
//
//   v1::SlotTerms stored;
//   Reader reader(key, value, stored);
//   record.site = stored.site();
//   record.windows = reader.Each(stored.windows(), ReadWindow);
//   record.state = reader.UpTo(matcher::SlotState::kCancelled, stored.state());
//   return reader.status();
class Reader {
 public:
  // Parses `value` into `stored`, which is left empty on an error.
  //
  // Lifetime  `key` must outlive the reader.
  Reader(std::string_view key, std::string_view value, google::protobuf::Message& stored);

  // Errors  as Decode in records.h.
  const absl::Status& status() const { return status_; }

  // `number`, which means nothing to this program above `last`.
  std::uint8_t UpTo(std::uint8_t last, std::uint32_t number);

  // The enumerator of value `number`; `last` is the greatest that this program knows.
  template <typename Enum>
  Enum UpTo(Enum last, std::uint32_t number) {
    return static_cast<Enum>(UpTo(static_cast<std::uint8_t>(last), number));
  }

  // `mask`, of which bits 1 to `last` mean something to this program. Bit 0 would be "unspecified".
  std::uint32_t BitsUpTo(int last, std::uint32_t mask);

  matcher::WeekPattern Week(const Numbers& pairs);
  matcher::GeoPoint Point(const v1::Point& stored);
  matcher::Place Place(const v1::Place& stored);

  // What `read(part, *this)` makes of a message within the record. Every one is read through here
  // or Each, because here unknown fields are noticed. (Walking the message by reflection would
  // find them too, and take longer than all the rest of decoding.)
  template <typename Part, typename Read>
  auto One(const Part& part, Read read) {
    CheckUnknown(part);
    return read(part, *this);
  }

  template <typename Part, typename Read>
  auto Each(const google::protobuf::RepeatedPtrField<Part>& parts, Read read) {
    std::vector<std::invoke_result_t<Read, const Part&, Reader&>> all;
    all.reserve(parts.size());
    for (const Part& part : parts) all.push_back(One(part, read));
    return all;
  }

  // Notes that the value is a message, but cannot be a record.
  void Damaged(std::string_view what);

 private:
  void CheckUnknown(const google::protobuf::Message& stored);

  std::string_view key_;
  absl::Status status_;
};

void StoreWeek(const matcher::WeekPattern& pattern, Numbers& pairs);
void StorePoint(const matcher::GeoPoint& point, v1::Point& stored);
void StorePlace(const matcher::Place& place, v1::Place& stored);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_CODEC_H_
