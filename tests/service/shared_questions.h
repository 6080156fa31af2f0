// All that people without the FULL view can ask about the world of sealed_changes.h, and every byte
// that they are told.
#ifndef THROUGHGATE_TESTS_SERVICE_SHARED_QUESTIONS_H_
#define THROUGHGATE_TESTS_SERVICE_SHARED_QUESTIONS_H_

#include <google/protobuf/message.h>
#include <grpcpp/channel.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/service/test_server.h"

namespace throughgate {

struct Question {
  Party who;
  std::string method;  // "/throughgate.v1.MatchService/FindVacancies"
  std::shared_ptr<google::protobuf::Message> request;
};

// What was heard of one call.
struct Heard {
  std::vector<std::string> messages;
  std::string ending;  // status, details and all metadata of the call
  bool operator==(const Heard&) const = default;
};

// The questions, errors that one can provoke among them.
const std::vector<Question>& SharedQuestions();

Heard Ask(const std::shared_ptr<grpc::Channel>& channel, const Question& question);

// The same question for the page after that one; null when there is none, or no pages.
std::shared_ptr<Question> NextPage(const Question& question, const Heard& heard);

// `heard` without the revision, which tells that somebody has written something: revisions are left
// out, and of page tokens all but the place in the ranking.
Heard WithoutRevision(const Question& question, const Heard& heard);

// A message of the type that answers the question, read from `bytes`.
std::unique_ptr<google::protobuf::Message> ReadAnswer(const Question& question,
                                                      const std::string& bytes);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_SHARED_QUESTIONS_H_
