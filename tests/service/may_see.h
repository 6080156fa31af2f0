// What a caller may see, read from the contract: a second opinion on services/edge/guard, of which
// it knows nothing.
#ifndef THROUGHGATE_TESTS_SERVICE_MAY_SEE_H_
#define THROUGHGATE_TESTS_SERVICE_MAY_SEE_H_

#include <google/protobuf/message.h>

#include <string>

namespace throughgate {

// Fails the test for each field of `message` that somebody of `role` and `organisation` may not
// see. Probation may see all.
void ExpectMaySee(const std::string& role, const std::string& organisation,
                  const google::protobuf::Message& message);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_MAY_SEE_H_
