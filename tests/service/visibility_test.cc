// The contract's own rules, read from its descriptors.
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/service/test_server.h"
#include "throughgate/v1/error_details.pb.h"
#include "throughgate/v1/visibility.pb.h"

namespace throughgate {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;

v1::Visibility VisibilityOf(const FieldDescriptor& field) {
  return field.options().GetExtension(v1::visibility);
}

// Calls `each(message)` for every message of the API, nested ones too.
template <typename Each>
void ForEachMessage(const Each& each) {
  std::set<const FileDescriptor*> files;
  const auto add = [&](const auto& self, const FileDescriptor& file) -> void {
    if (file.package() != "throughgate.v1" || !files.insert(&file).second) return;
    for (int i = 0; i < file.dependency_count(); ++i) self(self, *file.dependency(i));
  };
  for (const Descriptor* message :
       {v1::Employer::descriptor(), v1::Vacancy::descriptor(), v1::Candidate::descriptor(),
        v1::RiskPlan::descriptor(), v1::VacancyMatch::descriptor(), v1::Concept::descriptor(),
        v1::ErrorInfo::descriptor()}) {
    add(add, *message->file());
  }
  const auto visit = [&](const auto& self, const Descriptor& message) -> void {
    if (message.options().map_entry()) return;
    each(message);
    for (int i = 0; i < message.nested_type_count(); ++i) self(self, *message.nested_type(i));
  };
  for (const FileDescriptor* file : files) {
    for (int i = 0; i < file->message_type_count(); ++i) visit(visit, *file->message_type(i));
  }
}

TEST(Visibility, EveryFieldSaysWhoMaySeeIt) {
  int messages = 0;
  ForEachMessage([&](const Descriptor& message) {
    ++messages;
    for (int i = 0; i < message.field_count(); ++i) {
      EXPECT_NE(VisibilityOf(*message.field(i)), v1::VISIBILITY_UNSPECIFIED)
          << message.field(i)->full_name();
    }
  });
  EXPECT_GT(messages, 100);
}

TEST(Visibility, EveryFieldOfARiskPlanIsSealed) {
  std::set<const Descriptor*> seen;
  const auto visit = [&](const auto& self, const Descriptor& message) -> void {
    // What the other services share, dates and windows, is sealed by the field that holds it.
    if (message.file() != v1::RiskPlan::descriptor()->file()) return;
    if (!seen.insert(&message).second) return;
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      EXPECT_EQ(VisibilityOf(field), v1::VISIBILITY_SEALED) << field.full_name();
      if (field.message_type() != nullptr) self(self, *field.message_type());
    }
  };
  visit(visit, *v1::RiskPlan::descriptor());
  for (int i = 0; i < v1::RiskPlan::descriptor()->file()->message_type_count(); ++i) {
    visit(visit, *v1::RiskPlan::descriptor()->file()->message_type(i));
  }
  EXPECT_GT(seen.size(), 20u);
}

}  // namespace
}  // namespace throughgate
