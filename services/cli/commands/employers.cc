#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/import_verb.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/dates.h"
#include "services/cli/show/fields.h"
#include "throughgate/v1/employer_service.grpc.pb.h"

namespace throughgate::cli {

using Stub = v1::EmployerService::Stub;

namespace {

// How a site can be checked, in the words that people type: "phoned-landline".
std::vector<std::string> MethodWords() {
  std::vector<std::string> words;
  for (int i = 1; i < v1::SiteVerificationMethod_ARRAYSIZE; ++i) {
    words.push_back(absl::AsciiStrToLower(EnumWord(static_cast<v1::SiteVerificationMethod>(i))));
    std::ranges::replace(words.back(), '_', '-');
  }
  return words;
}

// Of one of those words; they are in the order of the enumerators.
v1::SiteVerificationMethod MethodOf(const std::string& word) {
  const std::vector<std::string> words = MethodWords();
  return static_cast<v1::SiteVerificationMethod>(std::ranges::find(words, word) - words.begin() +
                                                 1);
}

std::string IsDay(const std::string& text) {
  return ParseDate(text) ? "" : "not a day of the form YYYY-MM-DD";
}

void AddVerify(CLI::App& sites, Session& session) {
  struct Options {
    std::string method;
    std::string day;
  };
  auto options = std::make_shared<Options>();
  CLI::App& verify = AddNameVerb(
      sites, session,
      {"verify", "NAME", "Record that you have checked that a site is real: EMPLOYER/SITE",
       kSitePattern},
      [&session, options](const std::string& name) {
        // The command line has checked what was given.
        const std::optional<v1::Date> day =
            options->day.empty() ? LondonDay(absl::Now()) : ParseDate(options->day);
        if (!day) {
          return ReportError(session.err(), absl::FailedPreconditionError(
                                                "this machine does not know what day it is in "
                                                "London; say the day of the check with --on"));
        }
        v1::VerifySiteRequest request;
        request.set_name(name);
        request.set_method(MethodOf(options->method));
        *request.mutable_verified_on() = *day;
        return AskAndShow(session, &Stub::VerifySite, request);
      });
  verify
      .add_option("--method", options->method,
                  "How it was checked: " + absl::StrJoin(MethodWords(), ", "))
      ->type_name("METHOD")
      ->required()
      ->check(CLI::IsMember(MethodWords()));
  verify.add_option("--on", options->day, "The day of the check, YYYY-MM-DD; default today")
      ->type_name("DAY")
      ->check(IsDay);
}

void AddFlags(CLI::App& sites, Session& session) {
  CLI::App& flags = *sites.add_subcommand(
      "flags", "List employers whose sites or vacancies look as if somebody probed with them");
  flags.callback([&session] {
    session.action = [&session] {
      return ListAll(session, v1::ListPostingFlagsRequest(),
                     {{"employer", "employer"},
                      {"look like", "kind"},
                      {"places", "places"},
                      {"first seen", "first_seen_on"},
                      {"for example", "example"},
                      {"registered by", "registered_by"}},
                     &Stub::ListPostingFlags);
    };
  });
}

}  // namespace

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
                                {"verification", "verification"},
                                {"verified on", "verified_on"},
                                {"by", "verified_by"}},
                               &Stub::ListSites);
              });
  AddVerify(sites, session);
  AddFlags(sites, session);
}

}  // namespace throughgate::cli
