#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/record_verbs.h"
#include "throughgate/v1/employer_service.grpc.pb.h"

namespace throughgate::cli {

using Stub = v1::EmployerService::Stub;

void AddEmployers(CLI::App& app, Session& session) {
  CLI::App& employers = AddNoun(app, "employers", "Organisations that employ");
  AddImport(
      employers, session,
      {.kind = "employers",
       .description = "Import employers and sites from JSON Lines: {\"employer\": {…}} or "
                      "{\"site\": {…}} on each line",
       .overwrites = "Overwrite employers and sites that a person has entered or corrected since"},
      &Stub::ImportEmployers);
  AddGet(employers, session, {"get", "NAME", "Show one employer", kEmployerPattern},
         &Stub::GetEmployer);
  employers.add_subcommand("list", "List all employers")->callback([&session] {
    session.action = [&session] {
      return ListAll(session, v1::ListEmployersRequest(),
                     {{"name", "name"}, {"display name", "display_name"}, {"sector", "sector"}},
                     &Stub::ListEmployers);
    };
  });

  CLI::App& sites = AddNoun(app, "sites", "Places where employers have work done");
  AddGet(sites, session, {"get", "NAME", "Show one site: EMPLOYER/SITE", kSitePattern},
         &Stub::GetSite);
  AddNameVerb(sites, session, {"list", "EMPLOYER", "List an employer's sites", kEmployerPattern},
              [&session](const std::string& employer) {
                v1::ListSitesRequest request;
                request.set_parent(employer);
                return ListAll(session, request,
                               {{"name", "name"},
                                {"display name", "display_name"},
                                {"latitude", "position.latitude"},
                                {"longitude", "position.longitude"},
                                {"within m", "position.uncertainty_m"},
                                {"verification", "verification"}},
                               &Stub::ListSites);
              });
}

}  // namespace throughgate::cli
