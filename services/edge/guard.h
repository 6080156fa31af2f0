// The second line of promise 2: whatever the code before it has put into a message, nothing leaves
// that its recipient may not see. What that is stands with each field of the API, as an option of
// visibility.proto.
#ifndef THROUGHGATE_SERVICES_EDGE_GUARD_H_
#define THROUGHGATE_SERVICES_EDGE_GUARD_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/model/verdict.h"

namespace throughgate::services {

// To whom a message goes. Without more said: to anybody.
struct Recipient {
  matcher::View view = matcher::View::kShared;
  std::string_view organisation = {};
};

// Looks into messages of one type, and into everything within them.
//
// In the FULL view everything may be seen. In the SHARED view
//   a SHARED field       may be set, and is looked into;
//   an OWNER field       that is a text may be set if it names the recipient's own organisation:
//                        such a field says whose the record is ("custodian"), and is its own proof;
//                        any other may be set, with all OWNER fields within it, beside one that
//                        does;
//   any other            may not be set: SEALED, without the option, or not known to this program;
//   an entry of a map    is what the map is;
//   a google.protobuf.Any  may hold what error_details.proto describes, and nothing else.
// Of Google's own messages, whose fields have no option, Timestamp and FieldMask may be sent.
//
// Threads   any; nothing is locked.
// Cost      a few nanoseconds for each message within, and for each field that is not SHARED.
// Why       it reads neither the plan nor the rules, only the contract: a mistake in them does not
//           make it wrong as well.
class Guard {
 public:
  explicit Guard(const google::protobuf::Descriptor& type);
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // The path of a field of `message`, which is of that type, that `to` may not see; nullopt if
  // there is none. Names and numbers of fields and their positions, never what they hold.
  std::optional<std::string> FindWithheld(const google::protobuf::Message& message,
                                          const Recipient& to) const;

 private:
  struct Plan;
  // What is to be done about a field that is set.
  enum class Look { kRefuse, kOwner, kOwned, kAny, kWithin };
  struct Step {
    const google::protobuf::FieldDescriptor* field;
    Look look;
    const Plan* within;  // of kWithin, and of kOwned if it is of messages
  };
  // The fields of a type that are not plain SHARED values.
  struct Plan {
    std::vector<Step> steps;
    const google::protobuf::FieldDescriptor* owner = nullptr;  // says whose the message is
  };

  const Plan& PlanOf(const google::protobuf::Descriptor& type);
  std::optional<Step> StepFor(const google::protobuf::FieldDescriptor& field);
  // Whether the message says that it is the recipient's.
  static bool IsOf(const google::protobuf::Message& message, const Plan& plan, const Recipient& to);
  // `owned`: it stands in an OWNER field of a message that is the recipient's.
  static std::optional<std::string> Find(const google::protobuf::Message& message, const Plan& plan,
                                         const Recipient& to, bool owned = false);
  static std::optional<std::string> FindWithin(const google::protobuf::Message& message,
                                               const Step& step, int count, const Recipient& to,
                                               bool owned);

  std::map<const google::protobuf::Descriptor*, Plan> plans_;
  const Plan& plan_;
};

// The one guard of a generated type, made when it is first asked for.
template <class Generated>
const Guard& GuardOf() {
  static const Guard& guard = *new Guard(*Generated::descriptor());
  return guard;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_GUARD_H_
