#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/grant_roles.h"
#include "throughgate/v1/access_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::AccessService::Stub;

// As typed; what was not is left as it is.
struct OrganisationOptions {
  std::string display_name;
  std::vector<std::string> roles;
  std::string etag;
};

CLI::Option& AddDisplayName(CLI::App& verb, OrganisationOptions& options) {
  return *verb.add_option("--name", options.display_name, "As people know it")->type_name("NAME");
}

CLI::Option& AddRoles(CLI::App& verb, OrganisationOptions& options) {
  verb.footer(kOwnRoleFooter);
  return *verb.add_option(
                  "--role", options.roles,
                  "Role its grants may have, each: " + absl::StrJoin(GrantRoleWords(), ", "))
              ->type_name("ROLE")
              ->allow_extra_args(false)
              ->check(CLI::IsMember(GrantRoleWords()));
}

void Fill(const OrganisationOptions& options, v1::Organisation& organisation) {
  organisation.set_display_name(options.display_name);
  for (const std::string& role : options.roles) organisation.add_roles(ParseGrantRole(role));
  organisation.set_etag(options.etag);
}

void AddCreate(CLI::App& organisations, Session& session) {
  CLI::App& verb = *organisations.add_subcommand(
      "create",
      "Register an organisation. For administrators of the one that operates the service");
  auto id = std::make_shared<std::string>();
  auto options = std::make_shared<OrganisationOptions>();
  verb.add_option("ID", *id, "Its id: 1 to 63 of [a-z0-9-]")->required();
  AddDisplayName(verb, *options).required();
  AddRoles(verb, *options).required();
  verb.callback([&session, id, options] {
    session.action = [&session, id, options] {
      v1::CreateOrganisationRequest request;
      request.set_organisation_id(*id);
      Fill(*options, *request.mutable_organisation());
      return AskAndShow(session, &Stub::CreateOrganisation, request);
    };
  });
}

void AddUpdate(CLI::App& organisations, Session& session) {
  auto options = std::make_shared<OrganisationOptions>();
  CLI::App& verb = AddNameVerb(
      organisations, session,
      {"update", "ID", "Change an organisation's name, or all the roles that its grants may have",
       kOrganisationPattern},
      [&session, options](const std::string& name) {
        v1::UpdateOrganisationRequest request;
        Fill(*options, *request.mutable_organisation());
        request.mutable_organisation()->set_name(name);
        v1::Organisation& organisation = *request.mutable_organisation();
        auto& mask = *request.mutable_update_mask();
        if (!organisation.display_name().empty()) mask.add_paths("display_name");
        if (!organisation.roles().empty()) mask.add_paths("roles");
        return AskAndShow(session, &Stub::UpdateOrganisation, request);
      });
  CLI::App& what = *verb.add_option_group("what");
  AddDisplayName(what, *options);
  AddRoles(what, *options);
  what.require_option(1, 0);
  verb.footer(kOwnRoleFooter);
  verb.add_option("--etag", options->etag, "Only if it is still as read: its etag then")
      ->type_name("ETAG");
}

void AddSuspending(CLI::App& organisations, Session& session, const NameVerb& verb,
                   bool suspended) {
  AddNameVerb(organisations, session, verb, [&session, suspended](const std::string& name) {
    v1::UpdateOrganisationRequest request;
    request.mutable_organisation()->set_name(name);
    request.mutable_organisation()->set_suspended(suspended);
    request.mutable_update_mask()->add_paths("suspended");
    return AskAndShow(session, &Stub::UpdateOrganisation, request);
  });
}

}  // namespace

void AddOrganisations(CLI::App& app, Session& session) {
  CLI::App& organisations =
      AddNoun(app, "organisations", "Who connects: teams, offices, charities, prisons");
  AddCreate(organisations, session);
  AddGet(organisations, session, {"get", "ID", "Show one organisation", kOrganisationPattern},
         &Stub::GetOrganisation);
  organisations.add_subcommand("list", "List all organisations")->callback([&session] {
    session.action = [&session] {
      return ListAll(session, v1::ListOrganisationsRequest(),
                     {{"name", "name"},
                      {"display name", "display_name"},
                      {"roles", "roles"},
                      {"suspended", "suspended"},
                      {"operates", "operates"}},
                     &Stub::ListOrganisations);
    };
  });
  AddUpdate(organisations, session);
  AddSuspending(organisations, session,
                {"suspend", "ID", "Let nobody act for an organisation until it is resumed",
                 kOrganisationPattern},
                true);
  AddSuspending(organisations, session,
                {"resume", "ID", "Let its people act for it again", kOrganisationPattern}, false);
}

}  // namespace throughgate::cli
