// Messages and errors as they are on the wire.
#ifndef THROUGHGATE_TESTS_SERVICE_WIRE_H_
#define THROUGHGATE_TESTS_SERVICE_WIRE_H_

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <grpcpp/support/status.h>
#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "throughgate/v1/error_reason.pb.h"

namespace throughgate {

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

// What a standard client makes of `grpc-status-details-bin`.
struct WireError {
  grpc::StatusCode code = grpc::StatusCode::OK;
  std::string message;
  std::string reason;  // "ETAG_MISMATCH"; empty when there are no details
  std::map<std::string, std::string> metadata;
  std::vector<std::string> fields;
};
WireError Decode(const grpc::Status& status);
void PrintTo(const WireError& error, std::ostream* os);

inline const grpc::Status& StatusOf(const grpc::Status& status) { return status; }
template <typename Answer>
const grpc::Status& StatusOf(const Answer& answer) {
  return answer.status;
}

MATCHER(Succeeds, "succeeds") {
  PrintTo(Decode(StatusOf(arg)), result_listener->stream());
  return StatusOf(arg).ok();
}

// EXPECT_THAT(answer, Fails(grpc::StatusCode::ABORTED, "ETAG_MISMATCH"));
MATCHER_P2(Fails, code, reason, std::string("fails with ") + reason) {
  const WireError error = Decode(StatusOf(arg));
  PrintTo(error, result_listener->stream());
  return error.code == code && error.reason == reason;
}

// EXPECT_THAT(answer, Refuses(Fields{"vacancy.title", "vacancy.kind"}));
using Fields = std::vector<std::string>;
MATCHER_P(Refuses, fields, "refuses " + testing::PrintToString(fields)) {
  const WireError error = Decode(StatusOf(arg));
  PrintTo(error, result_listener->stream());
  return error.code == grpc::StatusCode::INVALID_ARGUMENT && error.reason == "FIELD_INVALID" &&
         testing::ExplainMatchResult(testing::UnorderedElementsAreArray(fields), error.fields,
                                     result_listener);
}

// EXPECT_THAT(answer->employer(), Is(expected));
MATCHER_P(Is, expected, "is\n" + expected.DebugString()) {
  *result_listener << arg.DebugString();
  return google::protobuf::util::MessageDifferencer::Equals(arg, expected);
}

// Whether the error names `resource`.
MATCHER_P(Names, resource, std::string("names ") + resource) {
  const WireError error = Decode(StatusOf(arg));
  PrintTo(error, result_listener->stream());
  const auto found = error.metadata.find("resource");
  return found != error.metadata.end() && found->second == resource;
}

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_WIRE_H_
