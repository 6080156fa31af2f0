// What the conversions of all records share; nobody else includes it.
#ifndef THROUGHGATE_STORAGE_FORMAT_CODEC_H_
#define THROUGHGATE_STORAGE_FORMAT_CODEC_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "matcher/model/place.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"
#include "throughgate/record/v1/record.pb.h"

namespace throughgate::format {

namespace v1 = throughgate::record::v1;

// The value to store under `key`. Records have no maps, so equal messages give equal bytes.
std::string Write(std::string_view key, const google::protobuf::Message& stored);

// Reads one value. Conversions ask it for whatever may be beyond this program's understanding and
// need not look at errors: the first one is kept for the end, and what stands in for the value
// until then is never used.
//
//   v1::SiteDetail stored;
//   Reader reader(key, value, stored);
//   record.display_name = stored.display_name();
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

  matcher::AttributeMask Attributes(std::uint32_t mask);

  // Notes that the value is intact as a message, but cannot be a record.
  void Damaged(std::string_view what);

 private:
  std::string_view key_;
  absl::Status status_;
};

using Numbers = google::protobuf::RepeatedField<std::int32_t>;

// A week pattern as pairs of begin and length.
void StoreWeek(const matcher::WeekPattern& pattern, Numbers& stored);
matcher::WeekPattern ReadWeek(const Numbers& stored, Reader& reader);

void StorePoint(const matcher::GeoPoint& point, v1::Point& stored);
matcher::GeoPoint ReadPoint(const v1::Point& stored);

}  // namespace throughgate::format

#endif  // THROUGHGATE_STORAGE_FORMAT_CODEC_H_
