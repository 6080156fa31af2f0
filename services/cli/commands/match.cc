#include <google/protobuf/util/time_util.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/show/matches.h"
#include "throughgate/v1/match_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::MatchService::Stub;

// The most candidates that one batch call may name.
constexpr int kBatchMax = 5000;
// The most matches that are shown of one candidate or vacancy.
constexpr int kLimitMax = 1000;

// Where to read, and how much.
struct MatchOptions {
  int limit = 20;
  std::string as_of;
  std::string at_least;
};

void AddReadPointOptions(CLI::App& verb, MatchOptions& options) {
  verb.add_option("--as-of", options.as_of,
                  "Test dates against this instant, RFC 3339 (2026-03-01T09:00:00Z); default now")
      ->type_name("INSTANT")
      ->check([](const std::string& text) {
        google::protobuf::Timestamp parsed;
        return google::protobuf::util::TimeUtil::FromString(text, &parsed)
                   ? ""
                   : "not an RFC 3339 instant like 2026-03-01T09:00:00Z";
      });
  verb.add_option("--at-least", options.at_least, "Answer of this revision or a later one")
      ->type_name("REVISION");
}

void AddMatchOptions(CLI::App& verb, MatchOptions& options, int limit_max) {
  verb.add_option("--limit", options.limit,
                  absl::StrCat("The most matches, 1 to ", limit_max, "; default 20"))
      ->type_name("N")
      ->check(CLI::Range(1, limit_max));
  AddReadPointOptions(verb, options);
}

v1::ReadPoint ReadPointOf(const MatchOptions& options) {
  v1::ReadPoint point;
  point.set_at_least(options.at_least);
  if (!options.as_of.empty()) {
    google::protobuf::util::TimeUtil::FromString(options.as_of, point.mutable_as_of());
  }
  return point;
}

template <typename Request>
void Apply(const MatchOptions& options, Request& request) {
  request.set_page_size(options.limit);
  request.set_row_view(v1::ROW_VIEW_FULL_ROWS);
  *request.mutable_read_point() = ReadPointOf(options);
}

// Asks for one page after the other until there are as many matches as `limit` says, since a page
// that would be very large is shorter; `response` is the first with the matches of all.
template <typename Request, typename Response>
grpc::Status FindAll(Session& session,
                     grpc::Status (Stub::*find)(grpc::ClientContext*, const Request&, Response*),
                     Request request, Response& response) {
  const int limit = request.page_size();
  while (true) {
    Response page;
    if (grpc::Status status = Call(session, find, request, page); !status.ok()) return status;
    const bool first = request.page_token().empty();
    for (auto& match : *page.mutable_matches()) response.add_matches()->Swap(&match);
    page.clear_matches();
    if (first) response.MergeFrom(page);
    response.set_next_page_token(page.next_page_token());
    if (page.next_page_token().empty() || response.matches_size() >= limit) {
      return grpc::Status::OK;
    }
    request.set_page_token(page.next_page_token());
    request.set_page_size(limit - response.matches_size());
  }
}

// What follows the matches.
template <typename Response>
std::string Footer(const Response& response) {
  std::string footer = "\n";
  if (!response.next_page_token().empty()) {
    absl::StrAppend(&footer, "These are the best ", response.matches_size(), "; there are more.");
    if (response.matches_size() < kLimitMax) {
      absl::StrAppend(&footer, " --limit N shows up to ", kLimitMax, ".");
    }
    footer += "\n";
  }
  return absl::StrCat(footer, "Basis: ", ShowBasis(response.basis()), "\n");
}

ExitStatus MatchVacancies(Session& session, const std::string& candidate,
                          const MatchOptions& options) {
  v1::FindVacanciesRequest request;
  request.set_candidate(candidate);
  Apply(options, request);
  v1::FindVacanciesResponse response;
  const grpc::Status status = FindAll(session, &Stub::FindVacancies, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
  } else {
    session.out() << ShowMatches(response.matches()) << Footer(response);
  }
  return ExitStatus::kDone;
}

ExitStatus MatchCandidates(Session& session, const std::string& vacancy,
                           const MatchOptions& options) {
  v1::FindCandidatesRequest request;
  request.set_vacancy(vacancy);
  Apply(options, request);
  v1::FindCandidatesResponse response;
  const grpc::Status status = FindAll(session, &Stub::FindCandidates, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
    return ExitStatus::kDone;
  }
  const bool band_alone = response.count_band() != v1::COUNT_BAND_UNSPECIFIED;
  session.out() << (band_alone ? "Candidates: " + ShowCountBand(response.count_band()) + "\n"
                               : ShowMatches(response.matches()))
                << Footer(response);
  return ExitStatus::kDone;
}

// The candidates named in a file, one on each line.
absl::StatusOr<std::vector<std::string>> ReadCandidates(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path);
  if (path != "-" && !file) return absl::ErrnoToStatus(errno, absl::StrCat("cannot read ", path));
  std::istream& in = path == "-" ? std::cin : file;
  std::vector<std::string> names;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const absl::string_view text = absl::StripAsciiWhitespace(line);
    if (text.empty()) continue;
    absl::StatusOr<std::string> name = FullName(kCandidatePattern, text);
    if (!name.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ": line ", number, ": ", name.status().message()));
    }
    names.push_back(*std::move(name));
  }
  return names;
}

ExitStatus ShowBatchRow(Session& session, const v1::FindVacanciesBatchResponse& response) {
  const bool ok = response.code() == 0;
  if (session.options.json) {
    session.PrintJson(response);
  } else if (ok) {
    session.out() << ShortName(response.candidate()) << "\n" << ShowMatches(response.matches());
    if (response.shortened()) {
      session.out() << "There are more; `match vacancies " << ShortName(response.candidate())
                    << "` shows them.\n";
    }
    session.out() << "\n";
  } else {
    session.out() << ShortName(response.candidate()) << ": " << response.message() << "\n\n";
  }
  return ok ? ExitStatus::kDone : ExitStatus::kRefused;
}

ExitStatus MatchBatch(Session& session, const std::string& path, const MatchOptions& options) {
  const absl::StatusOr<std::vector<std::string>> names = ReadCandidates(path);
  if (!names.ok()) return ReportError(session.err(), names.status());
  ExitStatus exit = ExitStatus::kDone;
  auto name = names->begin();
  while (name != names->end()) {
    v1::FindVacanciesBatchRequest request;
    Apply(options, request);
    while (name != names->end() && request.candidates_size() < kBatchMax) {
      request.add_candidates(*name++);
    }
    const auto context = session.NewContext(0);
    if (!context.ok()) return ReportError(session.err(), context.status());
    Stub stub(session.channel());
    const auto reader = stub.FindVacanciesBatch(context->get(), request);
    v1::FindVacanciesBatchResponse response;
    while (reader->Read(&response)) {
      if (ShowBatchRow(session, response) != ExitStatus::kDone) exit = ExitStatus::kRefused;
    }
    const grpc::Status status = reader->Finish();
    if (!status.ok()) return ReportError(session.err(), status);
  }
  return exit;
}

ExitStatus Explain(Session& session, const std::string& candidate, const std::string& vacancy_text,
                   const MatchOptions& options) {
  const absl::StatusOr<std::string> vacancy = FullName(kVacancyPattern, vacancy_text);
  if (!vacancy.ok()) return ReportError(session.err(), vacancy.status());
  v1::ExplainMatchRequest request;
  request.set_candidate(candidate);
  request.set_vacancy(*vacancy);
  *request.mutable_read_point() = ReadPointOf(options);
  v1::ExplainMatchResponse response;
  const grpc::Status status = Call(session, &Stub::ExplainMatch, request, response);
  if (!status.ok()) return ReportError(session.err(), status);
  if (session.options.json) {
    session.PrintJson(response);
  } else {
    session.out() << ShowExplanation(response);
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddMatch(CLI::App& app, Session& session) {
  constexpr int kBatchLimitMax = 100;
  CLI::App& match = AddNoun(app, "match", "Ranked and explained matches");
  auto options = std::make_shared<MatchOptions>();
  AddMatchOptions(AddNameVerb(match, session,
                              {"vacancies", "CANDIDATE", "The best vacancies for a candidate",
                               kCandidatePattern},
                              [&session, options](const std::string& candidate) {
                                return MatchVacancies(session, candidate, *options);
                              }),
                  *options, kLimitMax);
  AddMatchOptions(
      AddNameVerb(match, session,
                  {"candidates", "VACANCY", "The best candidates for a vacancy: EMPLOYER/VACANCY",
                   kVacancyPattern},
                  [&session, options](const std::string& vacancy) {
                    return MatchCandidates(session, vacancy, *options);
                  }),
      *options, kLimitMax);

  CLI::App& batch = *match.add_subcommand("batch", "The best vacancies for many candidates");
  auto text = std::make_shared<std::string>();
  batch.add_option("FILE", *text, "Candidates, one on each line; - for standard input")->required();
  AddMatchOptions(batch, *options, kBatchLimitMax);
  batch.callback([&session, text, options] {
    session.action = [&session, text, options] { return MatchBatch(session, *text, *options); };
  });

  auto vacancy = std::make_shared<std::string>();
  CLI::App& explain = AddNameVerb(
      app, session,
      {"explain", "CANDIDATE", "Why a candidate and a vacancy match or do not", kCandidatePattern},
      [&session, vacancy, options](const std::string& candidate) {
        return Explain(session, candidate, *vacancy, *options);
      });
  explain.add_option("VACANCY", *vacancy, NameForms(kVacancyPattern))->required();
  AddReadPointOptions(explain, *options);
}

}  // namespace throughgate::cli
