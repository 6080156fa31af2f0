#include <memory>
#include <string>
#include <vector>

#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
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
        v1::WorkApproval& approval = *request.mutable_work_approval();
        approval.set_work_approval_id(options->id);
        for (const std::string& group : options->work) approval.add_occupations(group);
        approval.set_vacancy(options->vacancy);
        approval.set_conditions(options->conditions);
        *approval.mutable_valid_to() = ParseDate(options->until).value();
        return AskAndShow(session, &Stub::SetWorkApproval, request);
      });
  approve.add_option("--id", options->id, "The approval's id; one that is there is replaced")
      ->type_name("ID")
      ->required();
  approve.add_option("--work", options->work, "ISCO groups, such as isco/93")->type_name("GROUP");
  approve.add_option("--vacancy", options->vacancy, "One vacancy, by its full name")
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

}  // namespace

void AddRiskPlans(CLI::App& app, Session& session) {
  CLI::App& plans = AddNoun(app, "risk-plans", "What probation holds about a candidate");
  AddImport(plans, session,
            {.kind = "risk-plans",
             .description = "Import risk plans from JSON Lines: {\"riskPlan\": {…}} on each line",
             .overwrites = "Overwrite plans that another organisation has set; never one that was "
                           "reviewed later"},
            &Stub::ImportRiskPlans);
  AddGet(plans, session,
         {"get", "CANDIDATE", "Show a candidate's risk plan", kCandidatePattern, kPlan},
         &Stub::GetRiskPlan);
  AddReview(plans, session);
  AddApprove(plans, session);
  AddSharing(plans, session);
}

}  // namespace throughgate::cli
