// Enumerators of clients that are newer than the server: every one that a request can state, so
// that none can be forgotten.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr int kUnknown = 77;

// Output only, so that whatever a request says is passed over.
const std::set<std::string> kOutputOnly = {
    "throughgate.v1.Site.verification", "throughgate.v1.Site.verification_method",
    "throughgate.v1.Vacancy.state", "throughgate.v1.WorkTrialSlot.state",
    "throughgate.v1.RiskPlan.work_approvals"};

// What a request must say before its other fields are looked at.
const std::map<std::string, std::string> kNeeded = {
    {"PreviewSharedEffectsRequest", "shared_effects { name: 'candidates/first/sharedEffects' }"},
    {"ImportTaxonomyRequest", "taxonomy: 'ours' concepts { code: 'skill/x' label: 'x' }"},
    {"ImportPremisesRequest", "layer: 'ours'"},
    {"SetRiskPlanRequest",
     "risk_plan { conditions { policy_version: '4.0' "
     "code: '0f9a20f4-35c7-4c77-8af8-f200f153fa11' } }"},
    {"SetSharedEffectsRequest", "shared_effects { name: 'candidates/first/sharedEffects' }"}};

using Path = std::vector<const FieldDescriptor*>;

// Calls `each(path)` for every enumeration below `type`.
template <class Each>
void ForEachEnum(const Descriptor& type, Path& path, const Each& each) {
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (kOutputOnly.contains(field.full_name())) continue;
    path.push_back(&field);
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) each(path);
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      ForEachEnum(*field.message_type(), path, each);
    }
    path.pop_back();
  }
}

// Makes the enumeration at the end of the path be unknown, as the first of every list on the way,
// and returns the path as errors have it.
std::string SetUnknown(Message& request, const Path& path) {
  std::string name;
  Message* message = &request;
  for (const FieldDescriptor* field : path) {
    const auto& reflection = *message->GetReflection();
    absl::StrAppend(&name, name.empty() ? "" : ".", field->name(),
                    field->is_repeated() ? "[0]" : "");
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      field->is_repeated() ? reflection.AddEnumValue(message, field, kUnknown)
                           : reflection.SetEnumValue(message, field, kUnknown);
    } else if (!field->is_repeated()) {
      message = reflection.MutableMessage(message, field);
    } else {
      message = reflection.FieldSize(*message, field) > 0
                    ? reflection.MutableRepeatedMessage(message, field, 0)
                    : reflection.AddMessage(message, field);
    }
  }
  return name;
}

class UnknownValues : public testing::Test {
 protected:
  UnknownValues() { LoadSamples(server_); }

  // As the first role that is let in.
  WireError Send(const MethodDescriptor& method, const Message& request) {
    const std::string name = "/" + method.service()->full_name() + "/" + method.name();
    WireError error;
    for (const Party& party : {kEngagement, kBroker, kProbation, kAdministrator}) {
      error = Decode(
          CallRaw(server_.channel(), name, request.SerializeAsString(), CallerMetadata(party))
              .status);
      if (error.reason != "ROLE_NOT_PERMITTED") break;
    }
    return error;
  }

  // How many enumerations the request has.
  int ExpectRefused(const MethodDescriptor& method) {
    google::protobuf::DynamicMessageFactory factory;
    const Descriptor& type = *method.input_type();
    int enumerations = 0;
    Path path;
    ForEachEnum(type, path, [&](const Path& to_enum) {
      const std::unique_ptr<Message> request(factory.GetPrototype(&type)->New());
      if (const auto needed = kNeeded.find(type.name()); needed != kNeeded.end()) {
        EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(needed->second, request.get()));
      }
      const std::string name = SetUnknown(*request, to_enum);
      const WireError error = Send(method, *request);
      EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT) << name;
      EXPECT_THAT(error.fields, testing::Contains(name));
      ++enumerations;
    });
    return enumerations;
  }

  TestServer server_;
};

// Rows of imports are read by the functions that read the records of the other methods.
TEST_F(UnknownValues, AreRefusedWhereverARequestStatesOne) {
  int enumerations = 0;
  for (const char* noun : {"Employer", "Vacancy", "Candidate", "RiskPlan", "Match", "Reference"}) {
    const auto* service = DescriptorPool::generated_pool()->FindServiceByName(
        std::string("throughgate.v1.") + noun + "Service");
    for (int i = 0; i < service->method_count(); ++i) {
      const MethodDescriptor& method = *service->method(i);
      if (method.client_streaming() && method.server_streaming()) continue;
      SCOPED_TRACE(method.full_name());
      enumerations += ExpectRefused(method);
    }
  }
  EXPECT_GT(enumerations, 80);
}

}  // namespace
}  // namespace throughgate
