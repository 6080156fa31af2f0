// Which fields of a resource a write takes.
#ifndef THROUGHGATE_SERVICES_CONVERT_FIELD_SET_H_
#define THROUGHGATE_SERVICES_CONVERT_FIELD_SET_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/field_mask.pb.h>

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "services/convert/field.h"

namespace throughgate::services {

// Fields of a resource that callers may write: those that are neither its name, nor its etag, nor
// output only.
using WritableFields = std::span<const std::string_view>;

class FieldSet {
 public:
  // All of `writable`: for a creation, and for an import.
  explicit FieldSet(WritableFields writable);

  // What `update_mask` of an update names; all of `writable` when it names nothing.
  //
  // Errors  refused at `at`: a path that the resource does not have, one inside a field, or one
  //         that callers may not write.
  FieldSet(const google::protobuf::FieldMask& update_mask, WritableFields writable,
           const google::protobuf::Descriptor& resource, const Field& at);

  // Whether the field is taken. `name` must be one of the writable ones.
  bool Has(std::string_view name) const;

 private:
  WritableFields writable_;
  std::set<std::string_view> taken_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_FIELD_SET_H_
