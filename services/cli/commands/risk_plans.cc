#include <memory>

#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/dates.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::RiskPlanService::Stub;

constexpr absl::string_view kPlan = "/riskPlan";

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
      ->check([](const std::string& text) {
        return ParseDate(text) ? "" : "not a day of the form YYYY-MM-DD";
      });
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
}

}  // namespace throughgate::cli
