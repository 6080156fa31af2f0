#include <memory>

#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/record_verbs.h"
#include "throughgate/v1/vacancy_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::VacancyService::Stub;

// Without an employer the list is of all of them.
void AddList(CLI::App& vacancies, Session& session) {
  CLI::App& list = *vacancies.add_subcommand("list", "List vacancies, of one employer or of all");
  auto employer = std::make_shared<std::string>("-");
  list.add_option("EMPLOYER", *employer, NameForms(kEmployerPattern));
  list.callback([&session, employer] {
    session.action = [&session, employer] {
      const absl::StatusOr<std::string> parent = FullName(kEmployerPattern, *employer);
      if (!parent.ok()) return ReportError(session.err(), parent.status());
      v1::ListVacanciesRequest request;
      request.set_parent(*parent);
      return ListAll(session, request,
                     {{"name", "name"},
                      {"title", "title"},
                      {"kind", "kind"},
                      {"state", "state"},
                      {"closes on", "closes_on"}},
                     &Stub::ListVacancies);
    };
  });
}

}  // namespace

void AddVacancies(CLI::App& app, Session& session) {
  CLI::App& vacancies = AddNoun(app, "vacancies", "Work offered at sites and shifts");
  AddImport(vacancies, session,
            {.kind = "vacancies",
             .description = "Import adverts from CSV (plain, .gz or .zip), or adverts, vacancies "
                            "and slots from JSON Lines: {\"advert\": {…}}, {\"vacancy\": {…}} or "
                            "{\"slot\": {…}} on each line",
             .columns = AdvertColumns(),
             .overwrites = "Overwrite vacancies that a person has entered or corrected since"},
            &Stub::ImportVacancies);
  AddList(vacancies, session);
  AddGet(vacancies, session, {"get", "NAME", "Show one vacancy: EMPLOYER/VACANCY", kVacancyPattern},
         &Stub::GetVacancy);
  AddGet(vacancies, session,
         {"close", "NAME", "Close a vacancy for good: EMPLOYER/VACANCY", kVacancyPattern},
         &Stub::CloseVacancy);

  CLI::App& slots = AddNoun(app, "slots", "Work-trial places");
  AddNameVerb(slots, session,
              {"list", "VACANCY", "List a vacancy's slots: EMPLOYER/VACANCY", kVacancyPattern},
              [&session](const std::string& vacancy) {
                v1::ListWorkTrialSlotsRequest request;
                request.set_parent(vacancy);
                return ListAll(session, request,
                               {{"name", "name"},
                                {"site", "site"},
                                {"windows", "windows"},
                                {"capacity", "capacity"},
                                {"state", "state"}},
                               &Stub::ListWorkTrialSlots);
              });
}

}  // namespace throughgate::cli
