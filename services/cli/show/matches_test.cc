#include "services/cli/show/matches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

v1::VacancyMatch Cook() {
  v1::VacancyMatch match;
  match.set_vacancy("employers/acme/vacancies/cook-1");
  match.set_title("Cook");
  match.set_employer_display_name("Acme");
  match.set_site_display_name("Leeds");
  match.set_distance_m(3249);
  match.set_verdict(v1::VERDICT_REVIEW);
  match.set_clearance_required(true);
  const std::vector<std::pair<int, int>> points = {{300, 350}, {200, 200}, {120, 150},
                                                   {100, 100}, {50, 100},  {0, 100}};
  int sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    v1::ComponentPoints& part = *match.add_points();
    part.set_component(static_cast<v1::ScoreComponent>(i + 1));
    part.set_points(points[i].first);
    part.set_maximum(points[i].second);
    part.set_text(absl::StrCat("because ", i));
    sum += points[i].first;
  }
  match.set_score(sum);
  v1::RuleFinding& finding = *match.add_findings();
  finding.set_rule("exclusion-zone");
  finding.set_verdict(v1::VERDICT_REVIEW);
  finding.set_text("The site may lie within the zone.");
  finding.set_change("A more precise place would decide it.");
  finding.set_subject("zone-1");
  return match;
}

TEST(ShowMatches, RanksAndExplains) {
  google::protobuf::RepeatedPtrField<v1::VacancyMatch> matches;
  *matches.Add() = Cook();
  EXPECT_EQ(ShowMatches(matches),
            "#  score  title  employer  place   km  verdict  skl  occ  dst  avl  pay  chr\n"
            "1    770  Cook   Acme      Leeds  3.2  REVIEW   300  200  120  100   50    0\n"
            "\n"
            "  1  acme/cook-1\n"
            "     REVIEW  The site may lie within the zone. (exclusion-zone, zone-1)\n"
            "       To change it: A more precise place would decide it.\n");
}

v1::RuleFinding Finding(const std::string& rule, v1::Verdict verdict) {
  v1::RuleFinding finding;
  finding.set_rule(rule);
  finding.set_verdict(verdict);
  finding.set_text("About " + rule + ".");
  return finding;
}

// In the view of probation nearly every rule says something of every match.
TEST(ShowMatches, CountsTheRulesThatFoundNoBarAndNamesTheOthers) {
  google::protobuf::RepeatedPtrField<v1::VacancyMatch> matches;
  v1::VacancyMatch& match = *matches.Add();
  match = Cook();
  for (const char* rule : {"curfew", "commitment", "licence"}) {
    *match.add_findings() = Finding(rule, v1::VERDICT_ELIGIBLE);
  }
  const std::string shown = ShowMatches(matches);
  EXPECT_THAT(shown, HasSubstr("REVIEW  The site may lie within the zone."));
  EXPECT_THAT(shown, HasSubstr("     3 rules found no bar\n"));
  EXPECT_THAT(shown, testing::Not(HasSubstr("curfew")));
  EXPECT_THAT(shown, testing::Not(HasSubstr("perhaps out of reach")));
}

TEST(ShowMatches, MarksWhatMayBeOutOfReach) {
  google::protobuf::RepeatedPtrField<v1::VacancyMatch> matches;
  v1::VacancyMatch& match = *matches.Add();
  match = Cook();
  *match.add_findings() = Finding("reach", v1::VERDICT_REVIEW);
  EXPECT_THAT(ShowMatches(matches), HasSubstr("REVIEW, perhaps out of reach"));
}

TEST(ShowMatches, SaysProposalWhereTheVerdictIsNotTold) {
  google::protobuf::RepeatedPtrField<v1::VacancyMatch> matches;
  v1::VacancyMatch& match = *matches.Add();
  match.set_proposal(v1::PROPOSAL_MAY_BE_PROPOSED);
  match.set_distance_m(-1);
  EXPECT_THAT(ShowMatches(matches), HasSubstr("?  may be proposed"));
  EXPECT_EQ(ShowMatches(google::protobuf::RepeatedPtrField<v1::VacancyMatch>()),
            "No vacancy may be proposed.\n");
}

TEST(ShowMatches, OfCandidatesCutsNoName) {
  google::protobuf::RepeatedPtrField<v1::CandidateMatch> matches;
  v1::CandidateMatch& match = *matches.Add();
  const std::string id(63, 'x');
  match.set_candidate("candidates/" + id);
  match.set_site("employers/" + id + "/sites/" + id);
  EXPECT_THAT(ShowMatches(matches), HasSubstr("  " + id + "  " + id + "/" + id + "  "));
}

TEST(ShowExplanation, AddsUpAndSaysWhatItRestsOn) {
  v1::ExplainMatchResponse response;
  *response.mutable_match() = Cook();
  response.add_assumptions("Straight lines.");
  response.mutable_basis()->set_revision("r7");
  response.mutable_basis()->mutable_as_of()->set_seconds(0);
  response.mutable_basis()->set_rule_set("1");
  response.mutable_basis()->set_view(v1::VIEW_FULL);
  EXPECT_EQ(ShowExplanation(response),
            "Cook, Acme, Leeds (3.2 km)\n"
            "REVIEW, clearance is required before work starts\n"
            "\n"
            "part          points    of  why\n"
            "skills           300   350  because 0\n"
            "occupation       200   200  because 1\n"
            "distance         120   150  because 2\n"
            "availability     100   100  because 3\n"
            "pay               50   100  because 4\n"
            "charter            0   100  because 5\n"
            "total            770  1000\n"
            "\n"
            "REVIEW  The site may lie within the zone. (exclusion-zone, zone-1)\n"
            "  To change it: A more precise place would decide it.\n"
            "\n"
            "Assumed: Straight lines.\n"
            "Basis: revision r7, as of 1970-01-01T00:00:00Z, rule set 1, taxonomy none, gazetteer "
            "none, view FULL\n");
}

TEST(ShowExplanation, TellsEveryRuleAndOfWorkAtHomeNoDistance) {
  v1::ExplainMatchResponse response;
  v1::VacancyMatch& match = *response.mutable_match();
  match = Cook();
  match.clear_site_display_name();
  match.set_distance_m(0);
  *match.add_findings() = Finding("curfew", v1::VERDICT_ELIGIBLE);
  const std::string shown = ShowExplanation(response);
  EXPECT_EQ(shown.substr(0, shown.find('\n')), "Cook, Acme");
  EXPECT_THAT(shown, HasSubstr("no bar  About curfew. (curfew)"));
}

TEST(ShowCountBand, ReadsAsWords) {
  EXPECT_EQ(ShowCountBand(v1::COUNT_BAND_10_TO_19), "10 to 19");
  EXPECT_EQ(ShowCountBand(v1::COUNT_BAND_FEWER_THAN_10), "fewer than 10");
}

}  // namespace
}  // namespace throughgate::cli
