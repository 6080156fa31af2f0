#include "services/cli/commands/sharing.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/hours.h"
#include "services/cli/show/fields.h"
#include "services/cli/show/matches.h"
#include "services/cli/show/text.h"
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

// "blades-and-tools", however it is typed.
std::string AttributeWord(absl::string_view name) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(name), {{"_", "-"}});
}

constexpr absl::string_view kHoursChoice = "--hours";
std::string AttributeChoice(absl::string_view name) {
  return absl::StrCat("--attribute ", AttributeWord(name));
}
std::string WorkChoice(absl::string_view group) { return absl::StrCat("--work ", group); }
std::string AreaChoice(absl::string_view zone) { return absl::StrCat("--area ", zone); }

// The words of `share` that choose this suggestion.
std::string ChoiceOf(const v1::SharedEffectSuggestion& suggestion) {
  const v1::SharedEffects& one = suggestion.effects();
  if (!one.attributes().empty()) {
    return AttributeChoice(EnumWord(static_cast<v1::WorkAttribute>(one.attributes(0))));
  }
  if (!one.occupations().empty()) return WorkChoice(one.occupations(0));
  if (!one.areas().empty()) return AreaChoice(one.areas(0).zone_id());
  return std::string(kHoursChoice);
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
  for (const auto& suggestion : response.suggestions()) {
    session.out() << Printable(ChoiceOf(suggestion)) << "\n  " << Printable(suggestion.reveals())
                  << "\n";
    const std::string hours = FormatHours(suggestion.effects().hours());
    if (!hours.empty()) session.out() << "  " << Printable(hours) << "\n";
  }
  return ExitStatus::kDone;
}

struct ShareOptions {
  std::vector<std::string> attributes;
  std::vector<std::string> work;
  bool hours = false;
  std::vector<std::string> areas;
  bool nothing = false;
  std::string etag;
  bool preview = false;
};

// As ChoiceOf says them; each once.
std::set<std::string> ChoicesIn(const ShareOptions& options) {
  std::set<std::string> choices;
  for (const std::string& name : options.attributes) choices.insert(AttributeChoice(name));
  for (const std::string& group : options.work) choices.insert(WorkChoice(group));
  if (options.hours) choices.insert(std::string(kHoursChoice));
  for (const std::string& zone : options.areas) choices.insert(AreaChoice(zone));
  return choices;
}

// What `choices` choose of `suggested`, in one.
//
// Why  nothing is disclosed by its place in a list, which may be another list by now.
absl::StatusOr<v1::SharedEffects> Chosen(const v1::SuggestSharedEffectsResponse& suggested,
                                         const std::set<std::string>& choices) {
  std::vector<std::string> all;
  for (const auto& suggestion : suggested.suggestions()) all.push_back(ChoiceOf(suggestion));
  v1::SharedEffects chosen;
  for (const std::string& choice : choices) {
    const auto found = std::ranges::find(all, choice);
    if (found == all.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat(choice, ": the plan as it is now does not suggest that. ",
                       all.empty() ? "Nothing of it can be disclosed."
                                   : absl::StrCat("It suggests: ", absl::StrJoin(all, ", "), ".")));
    }
    chosen.MergeFrom(suggested.suggestions(static_cast<int>(found - all.begin())).effects());
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

// The etag of what is disclosed, whatever it is.
grpc::Status EtagNow(Session& session, const std::string& name, std::string& etag) {
  v1::GetSharedEffectsRequest request;
  request.set_name(name);
  v1::GetSharedEffectsResponse response;
  grpc::Status status = Call(session, &Plans::GetSharedEffects, request, response);
  etag = response.shared_effects().etag();
  return status;
}

ExitStatus ShareOrPreview(Session& session, const std::string& name, const ShareOptions& options) {
  v1::SharedEffects effects;
  if (!options.nothing) {
    v1::SuggestSharedEffectsResponse suggested;
    const grpc::Status status = Suggestions(session, name, suggested);
    if (!status.ok()) return ReportError(session.err(), status);
    absl::StatusOr<v1::SharedEffects> chosen = Chosen(suggested, ChoicesIn(options));
    if (!chosen.ok()) return ReportError(session.err(), chosen.status());
    effects = *std::move(chosen);
  }
  effects.set_name(name);
  if (options.preview) return Preview(session, effects);
  effects.set_etag(options.etag);
  // Nobody needs to have read what is taken back.
  if (options.nothing && options.etag.empty()) {
    const grpc::Status status = EtagNow(session, name, *effects.mutable_etag());
    if (!status.ok()) return ReportError(session.err(), status);
  }
  v1::SetSharedEffectsRequest request;
  *request.mutable_shared_effects() = std::move(effects);
  return AskAndShow(session, &Plans::SetSharedEffects, request);
}

void AddChoices(CLI::App& what, ShareOptions& options) {
  CLI::Option* choices[] = {
      what.add_option("--attribute", options.attributes,
                      "Work with this is not to be proposed, such as children")
          ->type_name("NAME"),
      what.add_option("--work", options.work, "Nor work of this ISCO group, such as isco/23")
          ->type_name("GROUP"),
      what.add_flag("--hours", options.hours, "Work must lie within the hours that fit"),
      what.add_option("--area", options.areas, "Nor work in an area around this zone of the plan")
          ->type_name("ZONE"),
  };
  CLI::Option& nothing = *what.add_flag("--nothing", options.nothing, "Disclose nothing any more");
  for (CLI::Option* choice : choices) {
    nothing.excludes(choice);
    // One word each, so that a candidate's name behind it is not taken for another.
    choice->allow_extra_args(false);
  }
  what.require_option(1, 0);
}

void AddShare(CLI::App& plans, Session& session) {
  auto options = std::make_shared<ShareOptions>();
  CLI::App& share = AddNameVerb(plans, session,
                                {"share", "CANDIDATE",
                                 "Disclose what is chosen of what `suggest` shows, and nothing "
                                 "else, to brokers and employers",
                                 kCandidatePattern, kEffects},
                                [&session, options](const std::string& name) {
                                  return ShareOrPreview(session, name, *options);
                                });
  AddChoices(*share.add_option_group("what"), *options);
  share
      .add_option("--etag", options->etag,
                  "Of what this replaces, as `shared-effects` shows it; needed when something is "
                  "disclosed already")
      ->type_name("ETAG");
  share.add_flag("--preview", options->preview,
                 "Disclose nothing yet; show the matches as a broker would see them");
}

}  // namespace

void AddSharing(CLI::App& plans, Session& session) {
  AddGet(plans, session,
         {"shared-effects", "CANDIDATE",
          "Show what is disclosed of a plan, and what of that the plan no longer suggests",
          kCandidatePattern, kEffects},
         &Plans::GetSharedEffects);
  AddNameVerb(
      plans, session,
      {"suggest", "CANDIDATE", "Show what could be disclosed of a plan, least revealing first",
       kCandidatePattern, kEffects},
      [&session](const std::string& name) { return Suggest(session, name); });
  AddShare(plans, session);
}

}  // namespace throughgate::cli
