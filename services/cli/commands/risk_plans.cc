#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "services/cli/commands/add_zone.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/licence_import.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/commands/sharing.h"
#include "services/cli/dates.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::RiskPlanService::Stub;

constexpr absl::string_view kPlan = "/riskPlan";

std::string IsDay(const std::string& text) {
  return ParseDate(text) ? "" : "not a day of the form YYYY-MM-DD";
}

void AddReview(CLI::App& plans, Session& session) {
  auto day = std::make_shared<std::string>();
  CLI::App& review =
      AddNameVerb(plans, session,
                  {"review", "CANDIDATE", "Record that a plan was reviewed and still stands",
                   kCandidatePattern, kPlan},
                  [&session, day](const std::string& name) {
                    v1::ReviewRiskPlanRequest request;
                    request.set_name(name);
                    // The command line has checked it.
                    *request.mutable_reviewed_on() = ParseDate(*day).value();
                    return AskAndShow(session, &Stub::ReviewRiskPlan, request);
                  });
  review.add_option("--on", *day, "The day of the review, YYYY-MM-DD")
      ->type_name("DAY")
      ->required()
      ->check(IsDay);
}

void AddApprove(CLI::App& plans, Session& session) {
  struct Options {
    std::string id;
    std::vector<std::string> work;
    std::string vacancy;
    std::string conditions;
    std::string until;
  };
  auto options = std::make_shared<Options>();
  CLI::App& approve = AddNameVerb(
      plans, session,
      {"approve", "CANDIDATE", "Approve a type of work, or one vacancy, until a day; never a place",
       kCandidatePattern, kPlan},
      [&session, options](const std::string& name) {
        v1::SetWorkApprovalRequest request;
        request.set_name(name);
        absl::StatusOr<std::string> vacancy = "";
        if (!options->vacancy.empty()) vacancy = FullName(kVacancyPattern, options->vacancy);
        if (!vacancy.ok()) return ReportError(session.err(), vacancy.status());
        v1::WorkApproval& approval = *request.mutable_work_approval();
        approval.set_work_approval_id(options->id);
        for (const std::string& group : options->work) approval.add_occupations(group);
        approval.set_vacancy(*std::move(vacancy));
        approval.set_conditions(options->conditions);
        *approval.mutable_valid_to() = ParseDate(options->until).value();
        return AskAndShow(session, &Stub::SetWorkApproval, request);
      });
  approve.add_option("--id", options->id, "The approval's id; one that is there is replaced")
      ->type_name("ID")
      ->required();
  approve.add_option("--work", options->work, "ISCO groups, such as isco/93")->type_name("GROUP");
  approve
      .add_option("--vacancy", options->vacancy,
                  "One vacancy, by its name: " + NameForms(kVacancyPattern))
      ->type_name("VACANCY");
  approve.add_option("--conditions", options->conditions, "In your own words")->type_name("TEXT");
  approve
      .add_option("--until", options->until,
                  "The last day, YYYY-MM-DD; one that is past ends the approval of this id, and "
                  "needs no --work")
      ->type_name("DAY")
      ->required()
      ->check(IsDay);
}

void AddDue(CLI::App& plans, Session& session) {
  auto within = std::make_shared<int>(28);
  CLI::App& due = *plans.add_subcommand(
      "due", "List your plans that are stale or soon will be, the one reviewed first at the top");
  due.add_option("--within", *within, "How many days ahead to look; default 28")
      ->type_name("DAYS")
      ->check(CLI::Range(0, 366));
  due.callback([&session, within] {
    session.action = [&session, within] {
      v1::ListRiskPlansDueRequest request;
      request.set_within_days(*within);
      return ListAll(session, request,
                     {{"plan", "name"},
                      {"reviewed", "reviewed_on"},
                      {"holds until", "holds_until"},
                      {"days left", "days_left"},
                      {"outstanding conditions", "outstanding_conditions"}},
                     &Stub::ListRiskPlansDue);
    };
  });
}

// Plans as rows, or licences that go into plans.
void AddImports(CLI::App& plans, Session& session) {
  auto licences = std::make_shared<LicenceImportOptions>();
  auto chosen = std::make_shared<bool>(false);
  const auto instead = [&session, licences, chosen](const std::string& file,
                                                    bool dry_run) -> std::optional<ExitStatus> {
    if (!*chosen) return std::nullopt;
    licences->file = file;
    licences->dry_run = dry_run;
    return ImportLicences(session, *licences);
  };
  CLI::App& import = AddImport(
      plans, session,
      {.kind = "risk-plans",
       .description = "Import risk plans from JSON Lines: {\"riskPlan\": {…}} on each line",
       .overwrites = "Overwrite plans that another organisation has set, or that a person has "
                     "corrected on the day of the review or since; never one that was reviewed "
                     "later",
       .instead = instead},
      &Stub::ImportRiskPlans);
  CLI::Option* flag = import.add_flag(
      "--licences", *chosen,
      "FILE holds licences as Create and Vary a Licence publishes them or has them itself, or "
      "orders of electronic monitoring: an object, a list or one on each line. Conditions and "
      "curfews go into the candidates' plans; "
      "nothing that a person has entered is overwritten");
  import
      .add_option("--candidates", licences->candidates,
                  "CSV that says whose licence is whose: columns candidate and licence, "
                  "prison_number or crn. It is not sent")
      ->type_name("FILE")
      ->needs(flag);
  import
      .add_flag("--lift-gone", licences->lift_gone,
                "Take out what an earlier import brought and the licence no longer has, if it is "
                "ACTIVE and the file has its candidate once")
      ->needs(flag);
}

}  // namespace

void AddRiskPlans(CLI::App& app, Session& session) {
  CLI::App& plans = AddNoun(app, "risk-plans", "What probation holds about a candidate");
  AddImports(plans, session);
  AddGet(plans, session,
         {"get", "CANDIDATE", "Show a candidate's risk plan", kCandidatePattern, kPlan},
         &Stub::GetRiskPlan);
  AddReview(plans, session);
  AddApprove(plans, session);
  AddAddZone(plans, session);
  AddSharing(plans, session);
  AddDue(plans, session);
}

}  // namespace throughgate::cli
