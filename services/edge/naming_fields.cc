#include "services/edge/naming_fields.h"

#include <memory>

#include "absl/container/flat_hash_map.h"
#include "throughgate/v1/naming.pb.h"

namespace throughgate::services {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

using Known = absl::flat_hash_map<const Descriptor*, std::unique_ptr<NamingFields>>;

const NamingFields& Find(const Descriptor& message, Known& known) {
  // A message that holds its like is found to have nothing there while it is looked into.
  const auto [entry, fresh] = known.try_emplace(&message, nullptr);
  if (!fresh) {
    static const NamingFields& nothing = *new NamingFields();
    return entry->second == nullptr ? nothing : *entry->second;
  }
  auto found = std::make_unique<NamingFields>();
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor* field = message.field(i);
    if (field->options().GetExtension(v1::names_candidate)) found->names.push_back(field);
    if (field->options().GetExtension(v1::etag_of_candidate)) found->etags.push_back(field);
    if (field->message_type() == nullptr) continue;
    const NamingFields& inside = Find(*field->message_type(), known);
    if (!inside.empty()) found->inside.emplace_back(field, &inside);
  }
  return *(known[&message] = std::move(found));
}

}  // namespace

const NamingFields& NamingFieldsOf(const Descriptor& message) {
  thread_local Known known;
  return Find(message, known);
}

}  // namespace throughgate::services
