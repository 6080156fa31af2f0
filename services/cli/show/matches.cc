#include "services/cli/show/matches.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "services/cli/names.h"
#include "services/cli/show/fields.h"
#include "services/cli/show/table.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

using google::protobuf::RepeatedPtrField;

// The parts of the score in the order of the contract.
constexpr std::array kComponents = {v1::SCORE_COMPONENT_SKILLS,   v1::SCORE_COMPONENT_OCCUPATION,
                                    v1::SCORE_COMPONENT_DISTANCE, v1::SCORE_COMPONENT_AVAILABILITY,
                                    v1::SCORE_COMPONENT_PAY,      v1::SCORE_COMPONENT_CHARTER};
constexpr std::array kComponentHeaders = {"skl", "occ", "dst", "avl", "pay", "chr"};

std::string Kilometres(int distance_m) {
  return distance_m < 0 ? "?" : absl::StrFormat("%.1f", distance_m / 1000.0);
}

// "REVIEW", or in the view of those who may not know the verdict "may be proposed".
template <typename Match>
std::string Decision(const Match& match) {
  if (match.verdict() != v1::VERDICT_UNSPECIFIED) return EnumWord(match.verdict());
  return absl::AsciiStrToLower(absl::StrReplaceAll(EnumWord(match.proposal()), {{"_", " "}}));
}

template <typename Match>
std::string Points(const Match& match, v1::ScoreComponent component) {
  for (const v1::ComponentPoints& points : match.points()) {
    if (points.component() == component) return absl::StrCat(points.points());
  }
  return "";
}

bool IsNoBar(const v1::RuleFinding& finding) { return finding.verdict() == v1::VERDICT_ELIGIBLE; }

std::string ShowFinding(const v1::RuleFinding& finding, absl::string_view indent) {
  const std::string about =
      finding.subject().empty() ? finding.rule() : finding.rule() + ", " + finding.subject();
  // A rule that finds no bar has decided nothing: the verdict's own word would say too much.
  std::string out = absl::StrCat(indent, IsNoBar(finding) ? "no bar" : EnumWord(finding.verdict()),
                                 "  ", Printable(finding.text()), " (", Printable(about), ")\n");
  if (!finding.change().empty()) {
    absl::StrAppend(&out, indent, "  To change it: ", Printable(finding.change()), "\n");
  }
  return out;
}

// What stands or may stand against a match, and how many rules had nothing to say: all of them are
// in its explanation.
template <typename Match>
std::string ShowBars(const Match& match, absl::string_view indent) {
  std::string out;
  int without = 0;
  for (const v1::RuleFinding& finding : match.findings()) {
    if (IsNoBar(finding)) {
      ++without;
    } else {
      out += ShowFinding(finding, indent);
    }
  }
  if (without > 0) {
    absl::StrAppend(&out, indent, without, without == 1 ? " rule" : " rules", " found no bar\n");
  }
  return out;
}

// Whether it is not known that the place is within the candidate's reach.
template <typename Match>
bool MayBeOutOfReach(const Match& match) {
  return std::ranges::any_of(match.findings(), [](const v1::RuleFinding& finding) {
    return finding.rule() == "reach" && finding.verdict() == v1::VERDICT_REVIEW;
  });
}

std::vector<TableColumn> Columns(const std::vector<TableColumn>& who) {
  std::vector<TableColumn> columns = {{"#", Align::kRight}, {"score", Align::kRight}};
  columns.insert(columns.end(), who.begin(), who.end());
  columns.push_back({"km", Align::kRight});
  columns.push_back({"verdict"});
  for (const char* header : kComponentHeaders) columns.push_back({header, Align::kRight});
  return columns;
}

std::vector<std::string> WhoCells(const v1::VacancyMatch& match) {
  return {match.title(), match.employer_display_name(), match.site_display_name()};
}

std::vector<std::string> WhoCells(const v1::CandidateMatch& match) {
  return {ShortName(match.candidate()), ShortName(match.site())};
}

const std::string& NameOf(const v1::VacancyMatch& match) { return match.vacancy(); }
const std::string& NameOf(const v1::CandidateMatch& match) { return match.candidate(); }

template <typename Match>
std::string Show(const RepeatedPtrField<Match>& matches, const std::vector<TableColumn>& who) {
  Table table(Columns(who));
  std::string details;
  int rank = 0;
  for (const Match& match : matches) {
    std::vector<std::string> cells = {absl::StrCat(++rank), absl::StrCat(match.score())};
    for (std::string& cell : WhoCells(match)) cells.push_back(std::move(cell));
    cells.push_back(Kilometres(match.distance_m()));
    cells.push_back(Decision(match) + (MayBeOutOfReach(match) ? ", perhaps out of reach" : ""));
    for (const auto component : kComponents) cells.push_back(Points(match, component));
    table.AddRow(cells);
    absl::StrAppendFormat(&details, "%3d  %s\n", rank, ShortName(NameOf(match)));
    details += ShowBars(match, "     ");
  }
  return table.Text() + "\n" + details;
}

std::string ShowScore(const v1::VacancyMatch& match) {
  Table table({{"part"}, {"points", Align::kRight}, {"of", Align::kRight}, {"why"}});
  int maximum = 0;
  for (const v1::ComponentPoints& points : match.points()) {
    table.AddRow({absl::AsciiStrToLower(EnumWord(points.component())),
                  absl::StrCat(points.points()), absl::StrCat(points.maximum()), points.text()});
    maximum += points.maximum();
  }
  table.AddRow({"total", absl::StrCat(match.score()), absl::StrCat(maximum), ""});
  return table.Text();
}

// "Cook, Acme, Leeds (3.2 km)"; work that has no place has no distance either.
std::string ShowWhat(const v1::VacancyMatch& match) {
  std::string what =
      absl::StrCat(Printable(match.title()), ", ", Printable(match.employer_display_name()));
  if (match.site_display_name().empty()) return what;
  return absl::StrCat(what, ", ", Printable(match.site_display_name()), " (",
                      Kilometres(match.distance_m()), " km)");
}

}  // namespace

std::string ShowMatches(const RepeatedPtrField<v1::VacancyMatch>& matches) {
  if (matches.empty()) return "No vacancy may be proposed.\n";
  return Show(
      matches,
      {{"title", Align::kLeft, 36}, {"employer", Align::kLeft, 24}, {"place", Align::kLeft, 22}});
}

std::string ShowMatches(const RepeatedPtrField<v1::CandidateMatch>& matches) {
  if (matches.empty()) return "No candidate may be proposed.\n";
  return Show(matches, {{"candidate"}, {"site"}});
}

std::string ShowCountBand(v1::CountBand band) {
  std::string word = absl::AsciiStrToLower(EnumWord(band));
  return absl::StrReplaceAll(word, {{"_", " "}});
}

std::string ShowBasis(const v1::AnswerBasis& basis) {
  const auto or_none = [](const std::string& name) { return name.empty() ? "none" : name; };
  return absl::StrCat("revision ", basis.revision(), ", as of ",
                      google::protobuf::util::TimeUtil::ToString(basis.as_of()), ", rule set ",
                      basis.rule_set(), ", taxonomy ", or_none(basis.taxonomy()), ", gazetteer ",
                      or_none(basis.gazetteer()), ", view ", EnumWord(basis.view()));
}

std::string ShowExplanation(const v1::ExplainMatchResponse& explanation) {
  const v1::VacancyMatch& match = explanation.match();
  std::string out = ShowWhat(match) + "\n";
  absl::StrAppend(&out, Decision(match));
  const bool shared = match.verdict() == v1::VERDICT_UNSPECIFIED;
  if (shared && match.proposal() == v1::PROPOSAL_MAY_BE_PROPOSED) {
    out += ", subject to clearance";
  } else if (match.clearance_required()) {
    out += ", clearance is required before work starts";
  }
  absl::StrAppend(&out, "\n\n", ShowScore(match), "\n");
  for (const auto& finding : match.findings()) out += ShowFinding(finding, "");
  if (match.findings().empty()) out += "No rule stands against it.\n";
  out += "\n";
  for (const std::string& assumption : explanation.assumptions()) {
    absl::StrAppend(&out, "Assumed: ", Printable(assumption), "\n");
  }
  return absl::StrCat(out, "Basis: ", ShowBasis(explanation.basis()), "\n");
}

}  // namespace throughgate::cli
