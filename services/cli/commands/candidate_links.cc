#include "services/cli/commands/candidate_links.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "matcher/index/tie_hash.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/files/code_table.h"
#include "services/cli/names.h"
#include "services/cli/rows/csv_writer.h"
#include "services/cli/show/table.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::CandidateService::Stub;

// ---- Codes to give away ----

std::string DayOf(const google::protobuf::Timestamp& instant) {
  return absl::FormatTime("%Y-%m-%d", absl::FromUnixSeconds(instant.seconds()),
                          absl::UTCTimeZone());
}

// The column is not called reference: what one's own word for somebody is, another organisation is
// not to be told, and `link --file` would take it for the other's.
ExitStatus MakeCodes(Session& session, const std::vector<std::string>& names, bool csv) {
  ExitStatus status = ExitStatus::kDone;
  Table table({{"candidate"}, {"code"}, {"expires"}});
  std::string lines = CsvLine({"candidate", "code", "expires"});
  bool any = false;
  for (const std::string& text : names) {
    const absl::StatusOr<std::string> name = FullName(kCandidatePattern, text);
    if (!name.ok()) return ReportError(session.err(), name.status());
    v1::CreateLinkCodeRequest request;
    request.set_candidate(*name);
    v1::CreateLinkCodeResponse response;
    const grpc::Status answer = Call(session, &Stub::CreateLinkCode, request, response);
    if (!answer.ok()) {
      status = std::max(status, ReportError(session.err(), answer));
      if (status == ExitStatus::kCouldNotRun) break;
      continue;
    }
    if (session.options.json) session.PrintJson(response);
    const std::vector<std::string> row = {ShortName(*name), response.code(),
                                          DayOf(response.expires_at())};
    table.AddRow(row);
    lines += CsvLine(row);
    any = true;
  }
  // Those that were made are of use, whatever became of the others.
  if (!session.options.json && any) session.out() << (csv ? lines : table.Text());
  return status;
}

void AddLinkCode(CLI::App& candidates, Session& session) {
  auto names = std::make_shared<std::vector<std::string>>();
  auto csv = std::make_shared<bool>(false);
  CLI::App& verb = *candidates.add_subcommand(
      "link-code",
      "Make a code for each candidate, by which one other organisation can be linked, once, within "
      "14 days. Give them the codes and not your own names");
  verb.add_option("NAME", *names, NameForms(kCandidatePattern))->required();
  verb.add_flag("--csv", *csv, "As CSV: candidate, code, expires");
  verb.callback([&session, names, csv] {
    session.action = [&session, names, csv] { return MakeCodes(session, *names, *csv); };
  });
}

// ---- Codes that were given ----

// The same for the same code, so that whoever asks again, or runs a file again, is told what came
// of it the first time.
std::string RequestIdFor(const CodeRow& row) {
  std::string digits;
  for (const char c : row.code) {
    if (c != '-' && c != ' ') digits += c;
  }
  return absl::StrCat("link-",
                      absl::Hex(matcher::TieHash(absl::StrCat(absl::AsciiStrToUpper(digits), " ",
                                                              row.reference, " ", row.caseload)),
                                absl::kZeroPad16));
}

grpc::Status LinkOne(Session& session, const CodeRow& row, v1::LinkCandidateResponse& response) {
  v1::LinkCandidateRequest request;
  request.set_code(row.code);
  request.set_reference(row.reference);
  request.set_caseload(row.caseload);
  request.set_request_id(RequestIdFor(row));
  return Call(session, &Stub::LinkCandidate, request, response);
}

ExitStatus LinkAll(Session& session, const std::string& path) {
  const absl::StatusOr<std::vector<CodeRow>> rows = ReadCodeTable(path);
  if (!rows.ok()) return ReportError(session.err(), rows.status());
  ExitStatus status = ExitStatus::kDone;
  int linked = 0;
  for (const CodeRow& row : *rows) {
    v1::LinkCandidateResponse response;
    const grpc::Status answer = LinkOne(session, row, response);
    if (!answer.ok()) {
      session.err() << path << ", line " << row.line << ":\n";
      status = std::max(status, ReportError(session.err(), answer));
      // Out of reach, or told to wait: the others would fare no better.
      if (status == ExitStatus::kCouldNotRun ||
          answer.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED) {
        break;
      }
      continue;
    }
    ++linked;
    if (session.options.json) {
      session.PrintJson(response);
    } else {
      session.out() << response.candidate().name() << "\n";
    }
  }
  if (!session.options.json) {
    session.out() << "Linked " << linked << " of " << rows->size() << ".\n";
  }
  return status;
}

void AddLink(CLI::App& candidates, Session& session) {
  struct Options {
    CodeRow row;
    std::string file;
  };
  auto options = std::make_shared<Options>();
  CLI::App& verb = *candidates.add_subcommand(
      "link", "Link your organisation to the candidate of a code that you were given");
  CLI::Option* code = verb.add_option("CODE", options->row.code, "As it was given");
  verb.add_option("--reference", options->row.reference,
                  "What you will call the candidate: an id, no name and no number of a prison's or "
                  "probation's; default a handle")
      ->type_name("ID")
      ->needs(code);
  verb.add_option("--caseload", options->row.caseload, "In whose caseload")
      ->type_name("ID")
      ->needs(code);
  verb.add_option("--file", options->file,
                  "CSV of many, with a column code and perhaps reference and caseload")
      ->type_name("FILE")
      ->excludes(code);
  verb.callback([&session, options] {
    session.action = [&session, options]() -> ExitStatus {
      if (!options->file.empty()) return LinkAll(session, options->file);
      if (options->row.code.empty()) {
        return ReportError(session.err(),
                           absl::InvalidArgumentError("give a CODE, or a --file of codes"));
      }
      v1::LinkCandidateResponse response;
      const grpc::Status answer = LinkOne(session, options->row, response);
      if (!answer.ok()) return ReportError(session.err(), answer);
      session.Show(response);
      return ExitStatus::kDone;
    };
  });
}

// ---- What is linked already ----

void AddReferenceVerb(CLI::App& candidates, Session& session) {
  auto reference = std::make_shared<std::string>();
  auto none = std::make_shared<bool>(false);
  CLI::App& verb = AddNameVerb(
      candidates, session,
      {"reference", "NAME", "Call a candidate something else, in your organisation alone",
       kCandidatePattern},
      [&session, reference, none](const std::string& name) {
        if (reference->empty() != *none) {
          return ReportError(session.err(), absl::InvalidArgumentError(
                                                "give a REFERENCE, or --none to have none"));
        }
        v1::SetCandidateReferenceRequest request;
        request.set_candidate(name);
        request.set_reference(*reference);
        return AskAndShow(session, &Stub::SetCandidateReference, request);
      });
  verb.add_option("REFERENCE", *reference, "An id, once in your organisation");
  verb.add_flag("--none", *none, "None: a handle is shown instead");
}

void AddUnlink(CLI::App& candidates, Session& session) {
  AddNameVerb(candidates, session,
              {"unlink", "NAME", "Have to do with a candidate no longer; not for the custodian",
               kCandidatePattern},
              [&session](const std::string& name) {
                v1::UnlinkCandidateRequest request;
                request.set_candidate(name);
                return AskAndShow(session, &Stub::UnlinkCandidate, request);
              });
}

}  // namespace

void AddLinkVerbs(CLI::App& candidates, Session& session) {
  AddLinkCode(candidates, session);
  AddLink(candidates, session);
  AddReferenceVerb(candidates, session);
  AddUnlink(candidates, session);
}

}  // namespace throughgate::cli
