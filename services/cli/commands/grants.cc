#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/grant_roles.h"
#include "services/cli/grant_terms.h"
#include "services/cli/show/grants.h"
#include "services/cli/show/text.h"
#include "services/edge/status_macros.h"
#include "throughgate/v1/access_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::AccessService::Stub;

// As typed.
struct GrantOptions {
  std::string id;
  std::string subject;
  std::string role;
  std::string caseload;
  std::string from;
  std::string until;
};

void AddGrantOptions(CLI::App& verb, GrantOptions& options, const char* subject) {
  const auto add = [&](const char* name, std::string& value, const char* type,
                       const std::string& about) {
    return verb.add_option(name, value, about)->type_name(type);
  };
  add(subject, options.subject, "SUBJECT",
      "Who gets it: the subject of their tokens, or the SPIFFE id of a certificate")
      ->required();
  add("--role", options.role, "ROLE",
      "The role that is given: " + absl::StrJoin(GrantRoleWords(), ", "))
      ->required()
      ->check(CLI::IsMember(GrantRoleWords()));
  verb.footer(kOwnRoleFooter);
  add("--from", options.from, "TIME", "When it begins; default at once");
  add("--until", options.until, "TIME",
      "When it ends: a day, of which it is the end in London, or a span from now, such as 8h or 5d")
      ->required();
}

void AddCaseload(CLI::App& verb, GrantOptions& options, const char* about, bool required) {
  verb.add_option("--caseload", options.caseload, about)->type_name("CASELOAD")->required(required);
}

// Whose part it is, from when and until when; of a grant, or of what asks for one.
template <typename Message>
absl::Status Fill(const GrantOptions& options, absl::Time now, Message& message) {
  message.set_subject(options.subject);
  message.set_role(ParseGrantRole(options.role));
  message.set_caseload(options.caseload);
  ASSIGN_OR_RETURN(const absl::Time until, ParseUntil(options.until, now));
  message.mutable_until()->set_seconds(absl::ToUnixSeconds(until));
  if (options.from.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const absl::Time from, ParseFrom(options.from, now));
  message.mutable_from()->set_seconds(absl::ToUnixSeconds(from));
  return absl::OkStatus();
}

// Asks, and shows the grant that came of it.
template <typename Request, typename Response>
ExitStatus AskForGrant(Session& session,
                       grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                    Response*),
                       const Request& request) {
  Response response;
  const grpc::Status status = Call(session, method, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
    return ExitStatus::kDone;
  }
  google::protobuf::RepeatedPtrField<v1::Grant> grants;
  *grants.Add() = response.grant();
  session.out() << ShowGrants(grants, absl::Now());
  return ExitStatus::kDone;
}

void AddCreate(CLI::App& grants, Session& session) {
  auto options = std::make_shared<GrantOptions>();
  CLI::App& verb = AddNameVerb(
      grants, session,
      {"create", "ORGANISATION", "Give somebody a role in an organisation", kOrganisationPattern},
      [&session, options](const std::string& organisation) {
        v1::CreateGrantRequest request;
        request.set_parent(organisation);
        request.set_grant_id(options->id);
        const absl::Status filled = Fill(*options, absl::Now(), *request.mutable_grant());
        if (!filled.ok()) return ReportError(session.err(), filled);
        return AskForGrant(session, &Stub::CreateGrant, request);
      });
  AddGrantOptions(verb, *options, "--subject");
  AddCaseload(verb, *options, "The one caseload that it reaches; default all", false);
  verb.add_option("--id", options->id, "The grant's id; default a random one")->type_name("ID");
}

// `cover` and `duty`.
CLI::App& AddStandIn(CLI::App& grants, Session& session, const NameVerb& verb,
                     const std::shared_ptr<GrantOptions>& options) {
  CLI::App& added =
      AddNameVerb(grants, session, verb, [&session, options](const std::string& organisation) {
        v1::CoverCaseloadRequest request;
        request.set_parent(organisation);
        const absl::Status filled = Fill(*options, absl::Now(), request);
        if (!filled.ok()) return ReportError(session.err(), filled);
        return AskForGrant(session, &Stub::CoverCaseload, request);
      });
  AddGrantOptions(added, *options, "--to");
  return added;
}

void AddStandIns(CLI::App& grants, Session& session) {
  auto cover = std::make_shared<GrantOptions>();
  AddCaseload(AddStandIn(grants, session,
                         {"cover", "ORGANISATION",
                          "Let a colleague with the same role work on a caseload while its holder "
                          "is away; for at most 92 days",
                          kOrganisationPattern},
                         cover),
              *cover, "The caseload of whoever is away", true);
  AddStandIn(grants, session,
             {"duty", "ORGANISATION",
              "Let a colleague with the same role work on all caseloads, as duty officer; for at "
              "most 8 days",
              kOrganisationPattern},
             std::make_shared<GrantOptions>());
}

ExitStatus ListGrants(Session& session, const std::string& organisation, bool ended) {
  v1::ListGrantsRequest request;
  request.set_parent(organisation);
  request.set_show_ended(ended);
  request.set_page_size(1000);
  google::protobuf::RepeatedPtrField<v1::Grant> grants;
  do {
    v1::ListGrantsResponse response;
    const grpc::Status status = Call(session, &Stub::ListGrants, request, response);
    if (!status.ok()) return ReportError(session.err(), status);
    for (v1::Grant& grant : *response.mutable_grants()) {
      if (session.options.json) session.PrintJson(grant);
      grants.Add()->Swap(&grant);
    }
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  if (grants.empty()) {
    SayNoneFound(session);
  } else if (!session.options.json) {
    session.out() << ShowGrants(grants, absl::Now());
  }
  return ExitStatus::kDone;
}

void AddList(CLI::App& grants, Session& session) {
  auto ended = std::make_shared<bool>(false);
  AddNameVerb(
      grants, session,
      {"list", "ORGANISATION", "List who may do what in an organisation", kOrganisationPattern},
      [&session, ended](const std::string& organisation) {
        return ListGrants(session, organisation, *ended);
      })
      .add_flag("--ended", *ended, "Those that have ended too");
}

void AddRevoke(CLI::App& grants, Session& session) {
  auto etag = std::make_shared<std::string>();
  AddNameVerb(grants, session,
              {"revoke", "GRANT", "End a grant at once: ORGANISATION/GRANT", kGrantPattern},
              [&session, etag](const std::string& name) {
                v1::RevokeGrantRequest request;
                request.set_name(name);
                request.set_etag(*etag);
                return AskForGrant(session, &Stub::RevokeGrant, request);
              })
      .add_option("--etag", *etag, "Only if it is still as read: its etag then")
      ->type_name("ETAG");
}

ExitStatus WhoAmI(Session& session) {
  v1::GetCallerResponse response;
  const grpc::Status status = Call(session, &Stub::GetCaller, v1::GetCallerRequest(), response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
  } else if (response.grants().empty()) {
    session.out() << "You are " << Printable(response.subject())
                  << ", and have no grant that is in force. An administrator of your organisation "
                     "can give you one: throughgate grants create.\n";
  } else {
    session.out() << "You are " << Printable(response.subject()) << ", and may act as:\n"
                  << ShowGrants(response.grants(), absl::Now());
  }
  return response.grants().empty() ? ExitStatus::kRefused : ExitStatus::kDone;
}

}  // namespace

void AddGrants(CLI::App& app, Session& session) {
  CLI::App& grants = AddNoun(app, "grants", "Who may do what, for which organisation, until when");
  AddCreate(grants, session);
  AddStandIns(grants, session);
  AddGet(grants, session, {"get", "GRANT", "Show one grant: ORGANISATION/GRANT", kGrantPattern},
         &Stub::GetGrant);
  AddList(grants, session);
  AddRevoke(grants, session);
  app.add_subcommand("whoami", "Whom your token or certificate names, and what they may do")
      ->callback([&session] { session.action = [&session] { return WhoAmI(session); }; });
}

}  // namespace throughgate::cli
