// What every verb shares: the server to talk to, what proves who asks, and where answers go.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_SESSION_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_SESSION_H_

#include <google/protobuf/message.h>
#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "services/cli/commands/credentials.h"
#include "services/cli/exit_status.h"

namespace throughgate::cli {

// The options that stand before or after any verb, and where the command runs.
struct GlobalOptions {
  std::string server = "127.0.0.1:7443";
  CredentialOptions credentials;
  // Which of the caller's grants is meant, where several fit.
  std::string role;
  std::string organisation;
  bool json = false;
  bool progress_bar = false;  // standard error is a terminal
  double deadline_s = 0;      // 0: kDefaultDeadlineSeconds for one question, none for streams
};

// How long one question may take unless told otherwise.
inline constexpr double kDefaultDeadlineSeconds = 30;

// Threads   one thread at a time.
class Session {
 public:
  // Lifetime  the streams must outlive the session.
  Session(std::ostream& out, std::ostream& err) : out_(out), err_(err) {}

  GlobalOptions options;
  // What the chosen verb does; set while the command line is read.
  std::function<ExitStatus()> action;

  std::ostream& out() { return out_; }
  std::ostream& err() { return err_; }

  // A context for one call that proves who asks. `default_deadline_s` applies unless --deadline was
  // given; 0 is none. The first makes the connection.
  //
  // Errors  those of MakeChannelCredentials and ReadToken: nothing was sent.
  absl::StatusOr<std::unique_ptr<grpc::ClientContext>> NewContext(double default_deadline_s);

  // The connection. Call NewContext first.
  const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }

  // Prints a message as proto3 JSON on a line of its own.
  void PrintJson(const google::protobuf::Message& message);

  // Prints a response: all its fields, or as JSON if that was asked for.
  void Show(const google::protobuf::Message& response);

 private:
  absl::Status Connect();

  std::ostream& out_;
  std::ostream& err_;
  std::shared_ptr<grpc::Channel> channel_;
};

// What ends a call that was never sent, for ReportError.
grpc::Status NotSent(const absl::Status& why);

// Asks one question.
//
//   Call(session, &v1::EmployerService::Stub::GetEmployer, request, response)
template <typename Stub, typename Request, typename Response>
grpc::Status Call(Session& session,
                  grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  const Request& request, Response& response) {
  const auto context = session.NewContext(kDefaultDeadlineSeconds);
  if (!context.ok()) return NotSent(context.status());
  Stub stub(session.channel());
  return (stub.*method)(context->get(), request, &response);
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_SESSION_H_
