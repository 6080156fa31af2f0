#include "tests/service/wire.h"

#include "throughgate/v1/error_details.pb.h"

namespace throughgate {

WireError Decode(const grpc::Status& status) {
  WireError error;
  error.code = status.error_code();
  error.message = status.error_message();
  v1::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  for (const google::protobuf::Any& detail : details.details()) {
    v1::ErrorInfo info;
    v1::BadRequest request;
    if (detail.type_url() == "type.googleapis.com/google.rpc.ErrorInfo") {
      EXPECT_TRUE(info.ParseFromString(detail.value()));
      EXPECT_EQ(info.domain(), "throughgate");
      EXPECT_EQ(details.code(), status.error_code());
      EXPECT_EQ(details.message(), status.error_message());
      error.reason = info.reason();
      error.metadata = {info.metadata().begin(), info.metadata().end()};
    } else if (detail.type_url() == "type.googleapis.com/google.rpc.BadRequest") {
      EXPECT_TRUE(request.ParseFromString(detail.value()));
      for (const auto& violation : request.field_violations()) {
        EXPECT_FALSE(violation.description().empty());
        error.fields.push_back(violation.field());
      }
    } else {
      ADD_FAILURE() << "a detail of an unknown type: " << detail.type_url();
    }
  }
  return error;
}

void PrintTo(const WireError& error, std::ostream* os) {
  if (os == nullptr) return;
  *os << error.code << " " << error.reason << " \"" << error.message << "\"";
  for (const auto& [key, value] : error.metadata) *os << " " << key << "=" << value;
  for (const std::string& field : error.fields) *os << " field " << field;
}

}  // namespace throughgate
