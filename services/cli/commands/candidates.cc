#include "services/cli/commands/candidate_links.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/record_verbs.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::cli {

using Stub = v1::CandidateService::Stub;

void AddCandidates(CLI::App& app, Session& session) {
  CLI::App& candidates = AddNoun(app, "candidates", "Pseudonymous people looking for work");
  AddImport(candidates, session,
            {.kind = "candidates",
             .description = "Import candidates from JSON Lines: {\"candidate\": {…}} on each line",
             .overwrites = "Overwrite candidates that a person has entered or corrected since"},
            &Stub::ImportCandidates);
  AddGet(candidates, session, {"get", "NAME", "Show one candidate", kCandidatePattern},
         &Stub::GetCandidate);
  candidates.add_subcommand("list", "List your candidates")->callback([&session] {
    session.action = [&session] {
      return ListAll(session, v1::ListCandidatesRequest(),
                     {{"name", "name"},
                      {"area", "release_area"},
                      {"reach m", "reach_m"},
                      {"travel", "travel_mode"},
                      {"skills", "skills"},
                      {"from", "available_from"}},
                     &Stub::ListCandidates);
    };
  });
  AddLinkVerbs(candidates, session);
}

}  // namespace throughgate::cli
