#include "tests/support/answers.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "matcher/index/links.h"
#include "matcher/rank/wording.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

bool NeverStop() { return false; }
bool Everybody(const CandidateBlock&, std::size_t) { return true; }

// Fetches page after page with `find(question)`.
template <typename Find>
std::vector<Match> AllPages(View view, std::size_t page, Find find) {
  Question question{.view = view, .today = kWorldToday, .limit = page, .after = {}};
  std::vector<Match> all;
  for (;;) {
    const std::vector<Match> matches = find(question).value();
    all.insert(all.end(), matches.begin(), matches.end());
    if (matches.size() < page) return all;
    question.after = matches.back().key;
  }
}

std::string Line(const Catalogue& catalogue, const std::string& name, const Match& match) {
  return absl::StrCat(name, " verdict ", static_cast<int>(match.verdict), " at ",
                      SiteNameOf(catalogue, match.site), " cm ", match.distance_cm, " points ",
                      absl::StrJoin(match.points.by_component, " "), " met ",
                      match.points.requirements_met, " key ", match.key.major, " ", match.key.hash,
                      " clearance ", match.clearance_required, "\n");
}

std::string Line(const Finding& finding, const RiskPlanTerms* plan) {
  const std::string subject = SubjectOf(finding, plan);
  const std::string_view rule = finding.rule->name;
  const std::string_view code = finding.reason->code;
  return absl::StrCat("  ", absl::string_view(rule.data(), rule.size()), " ",
                      static_cast<int>(finding.verdict), " ",
                      absl::string_view(code.data(), code.size()), " no. ", finding.subject, " ",
                      finding.amount, " ", finding.limit, " ", ReasonText(finding, subject), " ",
                      ReasonChange(finding, subject), "\n");
}

std::string Explained(const Catalogue& catalogue, const Named& candidate, const Named& vacancy,
                      View view) {
  const Explanation explanation =
      Explain(catalogue, candidate.second, vacancy.second, view, kWorldToday);
  std::string text =
      Line(catalogue, absl::StrCat(candidate.first, " and ", vacancy.first), explanation.match);
  absl::StrAppend(&text, "  ", explanation.plan == nullptr ? "no plan" : "a plan", "\n");
  const RiskPlanTerms* plan = explanation.plan == nullptr ? nullptr : &explanation.plan->terms;
  for (const Finding& finding : explanation.findings) text += Line(finding, plan);
  for (const std::string& words : ScoreTexts(catalogue, candidate.second, vacancy.second,
                                             explanation.match.distance_cm, kWorldToday)) {
    absl::StrAppend(&text, "  ", words, "\n");
  }
  return text;
}

// Whether an organisation holds somebody, and what it calls them.
std::string Held(const Catalogue& catalogue, const Named& candidate, const char* organisation) {
  const std::optional<Ordinal> ordinal = catalogue.OrdinalOf(OrganisationId{organisation});
  const CandidateBlock& block = catalogue.CandidateBlockOf(candidate.second);
  const std::size_t position = candidate.second % kCardsPerBlock;
  if (!ordinal || !IsHeldBy(block, position, *ordinal)) return "";
  const std::string reference(ReferenceOf(catalogue, candidate.second, *ordinal));
  const bool finds = !reference.empty() &&
                     CandidateCalled(catalogue, {{organisation}, reference}) == candidate.second;
  const LinkCard* link = LinkOf(block, position, *ordinal);
  const bool assigned = link != nullptr && link->caseload != kNoOrdinal;
  return absl::StrCat("  of ", organisation, " as ", reference, finds ? ", found" : "", " in ",
                      assigned ? *catalogue.caseloads[link->caseload] : "", "\n");
}

std::string AboutCandidate(const Catalogue& catalogue, const Named& candidate, View view,
                           std::size_t page) {
  std::string text = absl::StrCat("vacancies for ", candidate.first, "\n");
  for (const char* organisation : kWorldOrganisations) {
    text += Held(catalogue, candidate, organisation);
  }
  for (const Match& match : VacanciesFor(catalogue, candidate.second, view, page)) {
    text += Line(catalogue, catalogue.vacancy_rows[match.ordinal]->name.ToString(), match);
  }
  for (const std::string& words : Assumptions(catalogue, candidate.second)) {
    absl::StrAppend(&text, "  ", words, "\n");
  }
  for (const Named& vacancy : VacanciesByName(catalogue)) {
    text += Explained(catalogue, candidate, vacancy, view);
  }
  return text;
}

std::string AboutVacancy(const Catalogue& catalogue, const Named& vacancy, View view,
                         std::size_t page) {
  std::string text = absl::StrCat("candidates for ", vacancy.first, "\n");
  for (const Match& match : CandidatesFor(catalogue, vacancy.second, view, page)) {
    text += Line(catalogue, catalogue.candidate_names[match.ordinal]->ToString(), match);
  }
  for (const std::size_t most : {1, 3, 1'000}) {
    const std::size_t count =
        CountCandidates(catalogue, vacancy.second, kWorldToday, most, NeverStop).value();
    absl::StrAppend(&text, "at most ", most, ": ", count, "\n");
  }
  return text;
}

template <typename Blocks, typename NameOf>
std::vector<Named> CompleteByName(const Blocks& blocks, std::size_t count, NameOf name_of) {
  std::vector<Named> named;
  for (Ordinal i = 0; i < count; ++i) {
    if (blocks[i / kCardsPerBlock]->cards[i % kCardsPerBlock].complete()) {
      named.emplace_back(name_of(i), i);
    }
  }
  std::sort(named.begin(), named.end());
  return named;
}

}  // namespace

std::vector<Match> VacanciesFor(const Catalogue& catalogue, Ordinal candidate, View view,
                                std::size_t page) {
  return AllPages(view, page, [&](const Question& question) {
    return FindVacancies(catalogue, candidate, question, NeverStop);
  });
}

std::vector<Match> CandidatesFor(const Catalogue& catalogue, Ordinal vacancy, View view,
                                 std::size_t page) {
  return AllPages(view, page, [&](const Question& question) {
    return FindCandidates(catalogue, vacancy, question, Everybody, NeverStop);
  });
}

std::vector<Named> VacanciesByName(const Catalogue& catalogue) {
  return CompleteByName(catalogue.vacancies, catalogue.vacancy_count,
                        [&](Ordinal i) { return catalogue.vacancy_rows[i]->name.ToString(); });
}

std::vector<Named> CandidatesByName(const Catalogue& catalogue) {
  return CompleteByName(catalogue.candidates, catalogue.candidate_count,
                        [&](Ordinal i) { return catalogue.candidate_names[i]->ToString(); });
}

std::string SiteNameOf(const Catalogue& catalogue, Ordinal site) {
  return site == kNoOrdinal ? "no site" : catalogue.sites[site]->name.ToString();
}

std::string Answers(const Catalogue& catalogue, View view) {
  constexpr std::size_t kPage = 3;
  std::string text;
  for (const Named& candidate : CandidatesByName(catalogue)) {
    text += AboutCandidate(catalogue, candidate, view, kPage);
  }
  for (const Named& vacancy : VacanciesByName(catalogue)) {
    text += AboutVacancy(catalogue, vacancy, view, kPage);
  }
  return text;
}

std::string FirstDifference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string this_line;
  std::string that_line;
  for (;;) {
    const bool more_left = static_cast<bool>(std::getline(left, this_line));
    const bool more_right = static_cast<bool>(std::getline(right, that_line));
    if (!more_left && !more_right) return "";
    if (!more_left) this_line = "(nothing more)";
    if (!more_right) that_line = "(nothing more)";
    if (more_left != more_right || this_line != that_line) {
      return absl::StrCat(this_line, " | ", that_line);
    }
  }
}

}  // namespace throughgate
