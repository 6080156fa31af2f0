// `get` and `list`, which are the same for every kind of record.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_VERBS_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_VERBS_H_

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/cli/commands/session.h"
#include "services/cli/names.h"
#include "services/cli/show/errors.h"

namespace throughgate::cli {

// A noun: one word that verbs stand behind.
CLI::App& AddNoun(CLI::App& app, const std::string& noun, const std::string& description);

// What the help of a verb says besides that has a --role of its own.
inline constexpr char kOwnRoleFooter[] =
    "The options of throughgate itself may stand here too: --server, --token-file, "
    "--organisation,\n"
    "--json and others; but --role, as one of them, stands before the verb. See throughgate "
    "--help.";

// A verb that names one record and sends one request about it.
struct NameVerb {
  std::string verb;
  std::string positional;  // as help shows it: "NAME"
  std::string description;
  absl::string_view pattern;      // see FullName
  absl::string_view suffix = "";  // follows the full name: "/riskPlan"
};

// Adds the verb and its positional; `ask` gets the full name.
CLI::App& AddNameVerb(CLI::App& noun, Session& session, const NameVerb& verb,
                      std::function<ExitStatus(const std::string& name)> ask);

// Asks and shows the response.
template <typename Stub, typename Request, typename Response>
ExitStatus AskAndShow(Session& session,
                      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                      const Request& request) {
  Response response;
  const grpc::Status status = Call(session, method, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  session.Show(response);
  return ExitStatus::kDone;
}

// A verb whose request is a name alone.
template <typename Stub, typename Request, typename Response>
void AddGet(CLI::App& noun, Session& session, const NameVerb& verb,
            grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*)) {
  AddNameVerb(noun, session, verb, [&session, method](const std::string& name) {
    Request request;
    request.set_name(name);
    return AskAndShow(session, method, request);
  });
}

// The columns of a list: header, path of the field.
using ListColumns = std::vector<std::pair<std::string, std::string>>;

// Prints the records of one page, the first or a later one, and returns how many they are: a table
// with long titles cut and names never, or JSON a line each.
int ShowPage(Session& session, const google::protobuf::Message& response,
             const ListColumns& columns, bool first = true);

// Says so, to people.
void SayNoneFound(Session& session);

// Asks for page after page and prints each.
template <typename Stub, typename Request, typename Response>
ExitStatus ListAll(Session& session, Request request, const ListColumns& columns,
                   grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*)) {
  constexpr int kPageSize = 1000;
  request.set_page_size(kPageSize);
  int shown = 0;
  do {
    Response response;
    const grpc::Status status = Call(session, method, request, response);
    if (!status.ok()) return ReportError(session.err(), status);
    shown += ShowPage(session, response, columns, shown == 0);
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  if (shown == 0) SayNoneFound(session);
  return ExitStatus::kDone;
}

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_RECORD_VERBS_H_
