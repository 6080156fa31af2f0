#include "services/cli/commands/sharing.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/show/matches.h"
#include "throughgate/v1/match_service.grpc.pb.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Plans = v1::RiskPlanService::Stub;

constexpr absl::string_view kEffects = "/sharedEffects";

grpc::Status Suggestions(Session& session, const std::string& name,
                         v1::SuggestSharedEffectsResponse& response) {
  v1::SuggestSharedEffectsRequest request;
  request.set_name(name);
  return Call(session, &Plans::SuggestSharedEffects, request, response);
}

ExitStatus Suggest(Session& session, const std::string& name) {
  v1::SuggestSharedEffectsResponse response;
  const grpc::Status status = Suggestions(session, name, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
    return ExitStatus::kDone;
  }
  if (response.suggestions().empty()) session.out() << "Nothing of the plan can be disclosed.\n";
  for (int number = 0; const auto& suggestion : response.suggestions()) {
    session.out() << ++number << ". " << suggestion.reveals() << "\n";
  }
  return ExitStatus::kDone;
}

// All of the suggestions that `numbers` count, the first being 1, in one.
absl::StatusOr<v1::SharedEffects> Chosen(const v1::SuggestSharedEffectsResponse& suggested,
                                         const std::vector<int>& numbers) {
  v1::SharedEffects chosen;
  for (const int number : numbers) {
    if (number < 1 || number > suggested.suggestions_size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--suggestion ", number, ": there are ", suggested.suggestions_size(),
                       "; `throughgate risk-plans suggest` shows them"));
    }
    chosen.MergeFrom(suggested.suggestions(number - 1).effects());
  }
  return chosen;
}

// Shows what a broker would see; nothing is disclosed.
ExitStatus Preview(Session& session, const v1::SharedEffects& effects) {
  v1::PreviewSharedEffectsRequest request;
  *request.mutable_shared_effects() = effects;
  v1::PreviewSharedEffectsResponse response;
  const grpc::Status status =
      Call(session, &v1::MatchService::Stub::PreviewSharedEffects, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
  } else {
    session.out() << ShowMatches(response.broker_answer().matches())
                  << "\nBasis: " << ShowBasis(response.broker_answer().basis()) << "\n";
  }
  return ExitStatus::kDone;
}

ExitStatus Share(Session& session, v1::SharedEffects effects) {
  v1::GetSharedEffectsRequest get;
  get.set_name(effects.name());
  v1::GetSharedEffectsResponse before;
  const grpc::Status status = Call(session, &Plans::GetSharedEffects, get, before);
  if (!status.ok()) return ReportError(session.err(), status);
  effects.set_etag(before.shared_effects().etag());
  v1::SetSharedEffectsRequest request;
  *request.mutable_shared_effects() = std::move(effects);
  return AskAndShow(session, &Plans::SetSharedEffects, request);
}

struct ShareOptions {
  std::vector<int> suggestions;
  bool nothing = false;
  bool preview = false;
};

ExitStatus ShareOrPreview(Session& session, const std::string& name, const ShareOptions& options) {
  v1::SuggestSharedEffectsResponse suggested;
  const grpc::Status status = Suggestions(session, name, suggested);
  if (!status.ok()) return ReportError(session.err(), status);
  absl::StatusOr<v1::SharedEffects> effects = Chosen(suggested, options.suggestions);
  if (!effects.ok()) return ReportError(session.err(), effects.status());
  effects->set_name(name);
  return options.preview ? Preview(session, *effects) : Share(session, *std::move(effects));
}

void AddShare(CLI::App& plans, Session& session) {
  auto options = std::make_shared<ShareOptions>();
  CLI::App& share = AddNameVerb(plans, session,
                                {"share", "CANDIDATE",
                                 "Disclose these suggestions, and nothing else, to brokers and "
                                 "employers",
                                 kCandidatePattern, kEffects},
                                [&session, options](const std::string& name) {
                                  return ShareOrPreview(session, name, *options);
                                });
  CLI::App& what = *share.add_option_group("what");
  what.add_option("--suggestion", options->suggestions, "By number, as `suggest` counts them")
      ->type_name("N");
  what.add_flag("--nothing", options->nothing, "Disclose nothing any more");
  what.require_option(1);
  share.add_flag("--preview", options->preview,
                 "Disclose nothing yet; show the matches as a broker would see them");
}

}  // namespace

void AddSharing(CLI::App& plans, Session& session) {
  AddGet(plans, session,
         {"shared-effects", "CANDIDATE", "Show what is disclosed of a plan", kCandidatePattern,
          kEffects},
         &Plans::GetSharedEffects);
  AddNameVerb(
      plans, session,
      {"suggest", "CANDIDATE", "Show what could be disclosed of a plan, least revealing first",
       kCandidatePattern, kEffects},
      [&session](const std::string& name) { return Suggest(session, name); });
  AddShare(plans, session);
}

}  // namespace throughgate::cli
