// Requests of clients that are newer than the server: every method, through a generic client, so
// that a method cannot be forgotten.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/unknown_field_set.h>

#include <string>

#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using google::protobuf::Reflection;

constexpr int kUnknown = 1999;

void AddUnknown(Message& message) {
  message.GetReflection()->MutableUnknownFields(&message)->AddVarint(kUnknown, 1);
}

class UnknownFields : public testing::Test {
 protected:
  // Sends one message, as the first role that is let in.
  grpc::Status Send(const MethodDescriptor& method, const Message& request) {
    const std::string name = "/" + method.service()->full_name() + "/" + method.name();
    grpc::Status status;
    for (const Party& party : {kEngagement, kBroker, kProbation, kAdministrator}) {
      status = CallRaw(server_.channel(), name, request.SerializeAsString(), CallerMetadata(party))
                   .status;
      if (Decode(status).reason != "ROLE_NOT_PERMITTED") break;
    }
    return status;
  }

  void ExpectRefused(const MethodDescriptor& method, const Message& request,
                     const std::string& path) {
    const grpc::Status status = Send(method, request);
    EXPECT_THAT(status, Refuses(Fields{path}));
    EXPECT_THAT(status.error_message(), testing::HasSubstr("the client is newer"));
  }

  TestServer server_;
};

TEST_F(UnknownFields, AreRefusedByEveryMethodAndInEveryPartOfItsRequest) {
  int methods = 0;
  for (const char* noun : {"Employer", "Vacancy", "Candidate", "RiskPlan", "Match", "Reference"}) {
    const auto* service = DescriptorPool::generated_pool()->FindServiceByName(
        std::string("throughgate.v1.") + noun + "Service");
    for (int i = 0; i < service->method_count(); ++i, ++methods) {
      const MethodDescriptor& method = *service->method(i);
      SCOPED_TRACE(method.full_name());
      google::protobuf::DynamicMessageFactory factory;
      const Descriptor& type = *method.input_type();
      const auto make = [&] {
        return std::unique_ptr<Message>(factory.GetPrototype(&type)->New());
      };
      const auto request = make();
      AddUnknown(*request);
      ExpectRefused(method, *request, std::to_string(kUnknown));
      for (int f = 0; f < type.field_count(); ++f) {
        const FieldDescriptor& field = *type.field(f);
        if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
        const auto nested = make();
        const Reflection& reflection = *nested->GetReflection();
        AddUnknown(field.is_repeated() ? *reflection.AddMessage(nested.get(), &field)
                                       : *reflection.MutableMessage(nested.get(), &field));
        ExpectRefused(
            method, *nested,
            field.name() + (field.is_repeated() ? "[0]." : ".") + std::to_string(kUnknown));
      }
    }
  }
  EXPECT_GT(methods, 30);
}

// What the newer client added to the zone might be all of it.
TEST_F(UnknownFields, OfAZoneKeepTheWholePlanFromBeingSet) {
  LoadSamples(server_);
  auto request = RiskPlanRequest("candidates/first");
  AddUnknown(*request.mutable_risk_plan()->mutable_zones(0));
  EXPECT_THAT(server_.Call(kProbation, &RiskPlans::SetRiskPlan, request),
              Refuses(Fields{"risk_plan.zones[0].1999"}));
  v1::GetRiskPlanRequest get;
  get.set_name("candidates/first/riskPlan");
  EXPECT_THAT(server_.Call(kProbation, &RiskPlans::GetRiskPlan, get),
              Fails(grpc::StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

class UnknownFieldsOfImports : public testing::Test {
 protected:
  UnknownFieldsOfImports() {
    LoadSamples(server_);
    SetCaller(kProbation, context_);
    stream_ = server_.stub<RiskPlans>().ImportRiskPlans(&context_);
    v1::ImportRiskPlansRequest header;
    header.mutable_header()->set_import_id("one");
    Ask(header);
  }
  v1::ImportProgress Ask(const v1::ImportRiskPlansRequest& request) {
    v1::ImportRiskPlansResponse response;
    EXPECT_TRUE(stream_->Write(request));
    stream_->Read(&response);
    return response.progress();
  }
  // Plans of as many candidates, of whom the last is there.
  static v1::ImportRiskPlansRequest Batch(int rows) {
    v1::ImportRiskPlansRequest request;
    for (int row = 1; row <= rows; ++row) {
      v1::ImportRiskPlansRow& entry = *request.mutable_batch()->add_rows();
      entry.set_row(row);
      const std::string candidate =
          row == rows ? "candidates/first" : "candidates/other-" + std::to_string(row);
      *entry.mutable_risk_plan() = RiskPlanRequest(candidate).risk_plan();
    }
    return request;
  }

  TestServer server_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ImportRiskPlansRequest, v1::ImportRiskPlansResponse>>
      stream_;
};

TEST_F(UnknownFieldsOfImports, RefuseTheRowThatHasThem) {
  auto request = Batch(3);
  AddUnknown(*request.mutable_batch()->mutable_rows(0));
  AddUnknown(*request.mutable_batch()->mutable_rows(1)->mutable_risk_plan()->mutable_zones(0));
  const v1::ImportProgress progress = Ask(request);
  ASSERT_EQ(progress.rejected_size(), 2);
  EXPECT_EQ(progress.rejected(0).field(), "1999");
  EXPECT_EQ(progress.rejected(1).field(), "risk_plan.zones[0].1999");
  EXPECT_THAT(progress.rejected(1).message(), testing::HasSubstr("the client is newer"));
  EXPECT_EQ(progress.created(), 1);
  EXPECT_EQ(progress.applied_through_row(), 3);
}

TEST_F(UnknownFieldsOfImports, OutsideRowsEndTheCall) {
  auto request = Batch(1);
  AddUnknown(*request.mutable_batch());
  Ask(request);
  EXPECT_THAT(stream_->Finish(), Refuses(Fields{"batch.1999"}));
}

TEST_F(UnknownFieldsOfImports, OfALaterMessageEndTheCall) {
  EXPECT_EQ(Ask(Batch(1)).created(), 1);
  v1::ImportRiskPlansRequest request;
  AddUnknown(request);
  Ask(request);
  EXPECT_THAT(stream_->Finish(), Refuses(Fields{"1999"}));
}

// A reference stream that ends there must not be put in use without its rest.
TEST_F(UnknownFields, OfALaterMessageKeepATaxonomyFromBeingUsed) {
  server_.LoadReferenceData();
  grpc::ClientContext context;
  SetCaller(kEngagement, context);
  v1::ImportTaxonomyResponse response;
  auto stream = server_.stub<Reference>().ImportTaxonomy(&context, &response);
  auto request = Parse<v1::ImportTaxonomyRequest>(
      "taxonomy: 'newer' "
      "concepts { code: 'occupation/x' kind: CONCEPT_KIND_OCCUPATION label: 'x' }");
  stream->Write(request);
  request.mutable_concepts(0)->set_code("occupation/y");
  AddUnknown(*request.mutable_concepts(0));
  stream->Write(request);
  stream->WritesDone();
  EXPECT_THAT(stream->Finish(), Refuses(Fields{"concepts[1].1999"}));
  EXPECT_EQ(server_.Call(kBroker, &Reference::GetReferenceData, v1::GetReferenceDataRequest())
                ->taxonomy(),
            "small-1");
}

}  // namespace
}  // namespace throughgate
