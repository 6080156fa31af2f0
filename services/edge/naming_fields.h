// Which fields of a message have names of candidates in them: see naming.proto.
#ifndef THROUGHGATE_SERVICES_EDGE_NAMING_FIELDS_H_
#define THROUGHGATE_SERVICES_EDGE_NAMING_FIELDS_H_

#include <google/protobuf/descriptor.h>

#include <utility>
#include <vector>

namespace throughgate::services {

struct NamingFields {
  std::vector<const google::protobuf::FieldDescriptor*> names;
  std::vector<const google::protobuf::FieldDescriptor*> etags;
  // Fields with messages that have any, at whatever depth.
  std::vector<std::pair<const google::protobuf::FieldDescriptor*, const NamingFields*>> inside;
  bool empty() const { return names.empty() && etags.empty() && inside.empty(); }
};

// Worked out once for each type of message in each thread, without a lock.
//
// Lifetime  of the thread.
const NamingFields& NamingFieldsOf(const google::protobuf::Descriptor& message);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_NAMING_FIELDS_H_
