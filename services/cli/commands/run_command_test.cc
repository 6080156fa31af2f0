// The command as people type it, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/cli/commands/help_format.h"
#include "services/cli/show/text.h"
#include "services/cli/testing/command_test.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"
#include "throughgate/v1/match_service.grpc.pb.h"
#include "throughgate/v1/reference_service.grpc.pb.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"
#include "throughgate/v1/vacancy_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

// Three candidates in pages of two; nobody else is known.
class FakeCandidates : public v1::CandidateService::Service {
 public:
  grpc::Status GetCandidate(grpc::ServerContext* context, const v1::GetCandidateRequest* request,
                            v1::GetCandidateResponse* response) override {
    role = std::string(context->client_metadata().find("throughgate-role")->second.data(), 6);
    if (request->name() != "candidates/heron") {
      return {grpc::StatusCode::NOT_FOUND, "no such candidate"};
    }
    response->mutable_candidate()->set_name(request->name());
    return grpc::Status::OK;
  }
  grpc::Status ListCandidates(grpc::ServerContext*, const v1::ListCandidatesRequest* request,
                              v1::ListCandidatesResponse* response) override {
    const bool first = request->page_token().empty();
    for (const std::string& name :
         first ? std::vector<std::string>{"heron", "plover"} : std::vector{std::string(63, 'w')}) {
      response->add_candidates()->set_name(absl::StrCat("candidates/", name));
    }
    if (first) response->set_next_page_token("2");
    return grpc::Status::OK;
  }
  std::string role;
};

// Refuses every second row.
class FakeVacancies : public v1::VacancyService::Service {
 public:
  using Stream = grpc::ServerReaderWriter<v1::ImportVacanciesResponse, v1::ImportVacanciesRequest>;
  grpc::Status ImportVacancies(grpc::ServerContext*, Stream* stream) override {
    v1::ImportVacanciesRequest request;
    stream->Read(&request);
    header = request.header();
    if (header.feed() == "refused") return {grpc::StatusCode::INVALID_ARGUMENT, "bad feed"};
    stream->Write({});
    while (stream->Read(&request)) {
      v1::ImportVacanciesResponse response;
      for (const auto& row : request.batch().rows()) {
        if (row.row() % 2 == 1) {
          response.mutable_progress()->set_created(response.progress().created() + 1);
        } else {
          v1::RejectedRow& rejected = *response.mutable_progress()->add_rejected();
          rejected.set_row(row.row());
          rejected.set_message("is even");
        }
      }
      stream->Write(response);
    }
    return grpc::Status::OK;
  }
  v1::ImportVacanciesHeader header;
};

// Takes every row.
class FakeRiskPlans : public v1::RiskPlanService::Service {
 public:
  using Stream = grpc::ServerReaderWriter<v1::ImportRiskPlansResponse, v1::ImportRiskPlansRequest>;
  grpc::Status ImportRiskPlans(grpc::ServerContext*, Stream* stream) override {
    v1::ImportRiskPlansRequest request;
    stream->Read(&request);
    headers.push_back(request.header());
    do stream->Write({});
    while (stream->Read(&request));
    return grpc::Status::OK;
  }
  grpc::Status SuggestSharedEffects(grpc::ServerContext*, const v1::SuggestSharedEffectsRequest*,
                                    v1::SuggestSharedEffectsResponse* response) override {
    const auto add = [&](const std::string& reveals) {
      v1::SharedEffectSuggestion& suggestion = *response->add_suggestions();
      suggestion.set_reveals(reveals);
      return suggestion.mutable_effects();
    };
    ++suggested;
    add("No blades.")->add_attributes(v1::WORK_ATTRIBUTE_BLADES_AND_TOOLS);
    add("No teaching.")->add_occupations("isco/23");
    v1::WeeklyWindow& window = *add("When.")->add_hours();
    for (const auto day : {v1::WEEKDAY_MONDAY, v1::WEEKDAY_SUNDAY}) window.add_days(day);
    window.set_start("07:00");
    window.set_end("24:00");
    add("Where.")->add_areas()->set_zone_id("ancoats");
    add("Where.")->add_areas()->set_zone_id("salford");
    return grpc::Status::OK;
  }
  grpc::Status GetSharedEffects(grpc::ServerContext*, const v1::GetSharedEffectsRequest*,
                                v1::GetSharedEffectsResponse* response) override {
    response->mutable_shared_effects()->set_etag("e7");
    response->mutable_outdated()->add_occupations("isco/93");
    return grpc::Status::OK;
  }
  grpc::Status SetSharedEffects(grpc::ServerContext*, const v1::SetSharedEffectsRequest* request,
                                v1::SetSharedEffectsResponse*) override {
    shared = request->shared_effects();
    return grpc::Status::OK;
  }
  std::vector<v1::ImportHeader> headers;
  v1::SharedEffects shared;
  int suggested = 0;  // how often
};

class FakeMatches : public v1::MatchService::Service {
 public:
  grpc::Status FindVacancies(grpc::ServerContext*, const v1::FindVacanciesRequest* asked,
                             v1::FindVacanciesResponse* response) override {
    if (asked->page_token().empty()) request = *asked;
    // As a server whose pages are of two rows at most.
    const int shown = std::min(asked->page_size(), 2);
    for (int i = 0; i < std::min(shown, there_are - found); ++i) {
      response->add_matches()->set_title("Cook");
    }
    found += response->matches_size();
    if (found < there_are) response->set_next_page_token("after " + std::to_string(found));
    return grpc::Status::OK;
  }
  grpc::Status FindVacanciesBatch(
      grpc::ServerContext*, const v1::FindVacanciesBatchRequest* batch,
      grpc::ServerWriter<v1::FindVacanciesBatchResponse>* writer) override {
    for (const std::string& candidate : batch->candidates()) {
      v1::FindVacanciesBatchResponse response;
      response.set_candidate(candidate);
      if (candidate != "candidates/heron") response.set_code(grpc::StatusCode::NOT_FOUND);
      writer->Write(response);
    }
    return grpc::Status::OK;
  }
  grpc::Status PreviewSharedEffects(grpc::ServerContext*,
                                    const v1::PreviewSharedEffectsRequest* asked,
                                    v1::PreviewSharedEffectsResponse* response) override {
    previewed = asked->shared_effects();
    response->mutable_broker_answer()->add_matches()->set_title("Gardener");
    return grpc::Status::OK;
  }
  v1::FindVacanciesRequest request;  // the first page's
  int there_are = 1;                 // matches
  int found = 0;                     // of them, so far
  v1::SharedEffects previewed;
};

class FakeReference : public v1::ReferenceService::Service {
 public:
  grpc::Status ImportGazetteer(grpc::ServerContext*,
                               grpc::ServerReader<v1::ImportGazetteerRequest>* reader,
                               v1::ImportGazetteerResponse* response) override {
    v1::ImportGazetteerRequest request;
    for (bool first = true; reader->Read(&request); first = false) {
      if (first) name = request.gazetteer();
      response->set_districts(response->districts() + request.districts_size());
    }
    return grpc::Status::OK;
  }
  grpc::Status ImportTaxonomy(grpc::ServerContext*,
                              grpc::ServerReader<v1::ImportTaxonomyRequest>* reader,
                              v1::ImportTaxonomyResponse*) override {
    reader->Read(&taxonomy);
    return grpc::Status::OK;
  }
  grpc::Status FindConcepts(grpc::ServerContext*, const v1::FindConceptsRequest*,
                            v1::FindConceptsResponse*) override {
    return grpc::Status::OK;
  }
  std::string name;
  v1::ImportTaxonomyRequest taxonomy;
};

class RunCommandTest : public CommandTest {
 protected:
  RunCommandTest() { Serve({&candidates_, &vacancies_, &risk_plans_, &matches_, &reference_}); }

  // As a broker, unless the words say otherwise.
  int Run(const std::vector<std::string>& words) {
    std::vector<std::string> as_broker = {"--role", "broker"};
    as_broker.insert(as_broker.end(), words.begin(), words.end());
    return CommandTest::Run(as_broker);
  }

  FakeCandidates candidates_;
  FakeVacancies vacancies_;
  FakeRiskPlans risk_plans_;
  FakeMatches matches_;
  FakeReference reference_;
};

TEST_F(RunCommandTest, ShowsARecordAndSaysAsWhatItAsks) {
  EXPECT_EQ(Run({"candidates", "get", "heron"}), 0);
  EXPECT_EQ(out_, "candidate:\n  name: candidates/heron\n");
  EXPECT_EQ(candidates_.role, "broker");
}

TEST_F(RunCommandTest, EndsWithOneWhenTheServerSaysNo) {
  EXPECT_EQ(Run({"candidates", "get", "crow"}), 1);
  EXPECT_EQ(err_, "throughgate: no such candidate\n");
}

TEST_F(RunCommandTest, EndsWithTwoWhenItCannotRun) {
  EXPECT_EQ(Run({"candidates", "get", "a/b/c"}), 2);
  EXPECT_EQ(Run({"candidates"}), 2);
  EXPECT_EQ(Run({"candidates", "get"}), 2);
  EXPECT_EQ(Run({"candidates", "list", "--role", "governor"}), 2);
  EXPECT_EQ(Run({"risk-plans", "review", "heron", "--on", "2026-02-30"}), 2);
  EXPECT_EQ(Run({"match", "vacancies", "heron", "--as-of", "noon"}), 2);
  EXPECT_EQ(Run({"match", "vacancies", "heron", "--limit", "1001"}), 2);
  EXPECT_EQ(Run({"candidates", "import", folder_.PathOf("none.jsonl")}), 2);
  EXPECT_EQ(Run({"candidates", "import", folder_.Write("a.csv", "id\n")}), 2);
  StopServing();
  EXPECT_EQ(Run({"candidates", "list"}), 2);
  EXPECT_THAT(err_, HasSubstr("Is the server running?"));
}

TEST_F(RunCommandTest, AnswersHelp) {
  EXPECT_EQ(Run({"--help"}), 0);
  EXPECT_THAT(out_, HasSubstr("Exit status"));
}

// Every noun and every verb, as the words that lead to it.
const std::vector<std::vector<std::string>>& Verbs() {
  static const auto* verbs = new std::vector<std::vector<std::string>>{{},
                                                                       {"employers"},
                                                                       {"employers", "import"},
                                                                       {"employers", "get"},
                                                                       {"employers", "list"},
                                                                       {"sites"},
                                                                       {"sites", "get"},
                                                                       {"sites", "list"},
                                                                       {"sites", "verify"},
                                                                       {"sites", "flags"},
                                                                       {"vacancies"},
                                                                       {"vacancies", "import"},
                                                                       {"vacancies", "list"},
                                                                       {"vacancies", "get"},
                                                                       {"vacancies", "close"},
                                                                       {"slots"},
                                                                       {"slots", "list"},
                                                                       {"candidates"},
                                                                       {"candidates", "import"},
                                                                       {"candidates", "get"},
                                                                       {"candidates", "list"},
                                                                       {"risk-plans"},
                                                                       {"risk-plans", "import"},
                                                                       {"risk-plans", "get"},
                                                                       {"risk-plans", "review"},
                                                                       {"risk-plans", "add-zone"},
                                                                       {"premises", "import"},
                                                                       {"areas", "import"},
                                                                       {"taxonomy"},
                                                                       {"taxonomy", "import"},
                                                                       {"taxonomy", "find"},
                                                                       {"gazetteer"},
                                                                       {"gazetteer", "import"},
                                                                       {"reference"},
                                                                       {"match"},
                                                                       {"match", "vacancies"},
                                                                       {"match", "candidates"},
                                                                       {"match", "batch"},
                                                                       {"explain"},
                                                                       {"whoami"},
                                                                       {"organisations"},
                                                                       {"organisations", "create"},
                                                                       {"organisations", "get"},
                                                                       {"organisations", "list"},
                                                                       {"organisations", "update"},
                                                                       {"organisations", "suspend"},
                                                                       {"organisations", "resume"},
                                                                       {"grants"},
                                                                       {"grants", "create"},
                                                                       {"grants", "cover"},
                                                                       {"grants", "duty"},
                                                                       {"grants", "get"},
                                                                       {"grants", "list"},
                                                                       {"grants", "revoke"},
                                                                       {"token"},
                                                                       {"token", "new-key"},
                                                                       {"token", "mint"},
                                                                       {"zones"},
                                                                       {"zones", "check"},
                                                                       {"rules"}};
  return *verbs;
}

TEST_F(RunCommandTest, HelpOfEveryVerbFitsTheScreenAndNamesWhatToType) {
  for (std::vector<std::string> words : Verbs()) {
    words.push_back("--help");
    EXPECT_EQ(Run(words), 0);
    EXPECT_THAT(out_, HasSubstr("--organisation")) << out_;
    EXPECT_THAT(out_, Not(HasSubstr("TEXT TEXT"))) << out_;
    for (const absl::string_view line : absl::StrSplit(out_, '\n')) {
      EXPECT_LE(DisplayWidth(line), kHelpColumns) << line;
    }
  }
  EXPECT_EQ(Run({"explain", "--help"}), 0);
  EXPECT_THAT(out_, HasSubstr("  CANDIDATE                 candidates/ID or ID\n"));
  EXPECT_THAT(out_, HasSubstr("  --as-of INSTANT           Test dates"));
}

TEST_F(RunCommandTest, SaysWhichWordIsWrongAndWhatThereIs) {
  EXPECT_EQ(Run({"mach", "vacancies", "heron"}), 2);
  EXPECT_THAT(err_, HasSubstr("there is no 'mach' here. There is: employers, "));
  EXPECT_EQ(Run({"match", "vacancy", "heron"}), 2);
  EXPECT_EQ(err_,
            "throughgate: there is no 'vacancy' here. There is: vacancies, candidates, batch\n");
  EXPECT_EQ(Run({"match"}), 2);
  EXPECT_THAT(err_, HasSubstr("subcommand is required"));
  EXPECT_EQ(Run({"candidates", "list", "--colour"}), 2);
  EXPECT_THAT(err_, HasSubstr("--colour"));
}

TEST_F(RunCommandTest, ListsNamesWholeUnderOneHeader) {
  EXPECT_EQ(Run({"candidates", "list"}), 0);
  EXPECT_EQ(out_.find("name"), out_.rfind("name"));
  EXPECT_THAT(out_, HasSubstr("candidates/" + std::string(63, 'w') + "\n"));
}

TEST_F(RunCommandTest, SaysThatNothingWasFound) {
  EXPECT_EQ(Run({"taxonomy", "find", "nothing"}), 1);
  EXPECT_EQ(out_, "None.\n");
  EXPECT_EQ(Run({"taxonomy", "find", "nothing", "--json"}), 1);
  EXPECT_EQ(out_, "");
}

TEST_F(RunCommandTest, PrintsTheRulesForPeopleAndForPrograms) {
  EXPECT_EQ(Run({"rules"}), 0);
  EXPECT_THAT(out_, HasSubstr("# The rules"));
  EXPECT_EQ(Run({"rules", "--json"}), 0);
  const std::vector<std::string> lines = absl::StrSplit(out_, '\n', absl::SkipEmpty());
  EXPECT_GE(lines.size(), 8u);
  for (const std::string& line : lines) EXPECT_TRUE(nlohmann::json::accept(line)) << line;
}

TEST_F(RunCommandTest, ListsAllPages) {
  EXPECT_EQ(Run({"candidates", "list", "--json"}), 0);
  EXPECT_EQ(out_,
            "{\"name\":\"candidates/heron\"}\n{\"name\":\"candidates/plover\"}\n"
            "{\"name\":\"candidates/" +
                std::string(63, 'w') + "\"}\n");
}

TEST_F(RunCommandTest, ImportsAdvertsAndReturnsWhatWasRefused) {
  const std::string file = folder_.Write("Jobs 2013.csv", "id,job\na,Cook\nb,Baker\nc,Waiter\n");
  const std::string rejects = folder_.PathOf("rejects.csv");
  EXPECT_EQ(Run({"vacancies", "import", file, "--column", "external_id=id", "--column", "title=job",
                 "--rejects", rejects, "--dry-run", "--json"}),
            1);
  EXPECT_THAT(out_, HasSubstr(R"("created":2,"updated":0,"unchanged":0,"kept":0,"rejected":1)"));
  EXPECT_EQ(ReadFile(rejects),
            "\"id\",\"job\",\"line\",\"field\",\"reason\"\n"
            "\"b\",\"Baker\",\"3\",\"\",\"is even\"\n");
  EXPECT_EQ(vacancies_.header.feed(), "jobs-2013");
  EXPECT_THAT(vacancies_.header.header().import_id(), MatchesRegex("jobs-2013-[0-9a-f]{16}"));
  EXPECT_TRUE(vacancies_.header.header().dry_run());
}

// Otherwise the same file would resume where it was refused, and never be looked at again.
TEST_F(RunCommandTest, OverwritesPlansOnlyWhenToldToAsAnImportOfItsOwn) {
  const std::string file = folder_.Write("plans.jsonl", "{\"riskPlan\":{}}\n");
  EXPECT_EQ(Run({"risk-plans", "import", file}), 0) << err_;
  EXPECT_EQ(Run({"risk-plans", "import", file, "--overwrite-corrections"}), 0) << err_;
  ASSERT_EQ(risk_plans_.headers.size(), 2u);
  EXPECT_FALSE(risk_plans_.headers[0].overwrite_corrections());
  EXPECT_TRUE(risk_plans_.headers[1].overwrite_corrections());
  EXPECT_NE(risk_plans_.headers[0].import_id(), risk_plans_.headers[1].import_id());
  EXPECT_EQ(Run({"candidates", "import", file, "--overwrite-corrections"}), 2);
}

TEST_F(RunCommandTest, SaysWhatChoosesEachSuggestion) {
  EXPECT_EQ(Run({"risk-plans", "suggest", "heron"}), 0) << err_;
  EXPECT_EQ(out_,
            "--attribute blades-and-tools\n  No blades.\n"
            "--work isco/23\n  No teaching.\n"
            "--hours\n  When.\n  Mon, Sun 07:00-24:00\n"
            "--area ancoats\n  Where.\n"
            "--area salford\n  Where.\n");
}

TEST_F(RunCommandTest, SharesWhatIsChosenByWhatItIs) {
  EXPECT_EQ(Run({"risk-plans", "share", "heron", "--area", "salford", "--attribute",
                 "BLADES_AND_TOOLS", "--hours", "--area", "salford", "--etag", "e3"}),
            0)
      << err_;
  EXPECT_EQ(risk_plans_.shared.ShortDebugString(),
            "name: \"candidates/heron/sharedEffects\" attributes: WORK_ATTRIBUTE_BLADES_AND_TOOLS "
            "hours { days: WEEKDAY_MONDAY days: WEEKDAY_SUNDAY start: \"07:00\" end: \"24:00\" } "
            "areas { zone_id: \"salford\" } etag: \"e3\"");
  EXPECT_EQ(Run({"risk-plans", "share", "--work", "isco/23", "heron"}), 0) << err_;
  EXPECT_EQ(risk_plans_.shared.ShortDebugString(),
            "name: \"candidates/heron/sharedEffects\" occupations: \"isco/23\"")
      << "what may be there already is not replaced unread";
}

TEST_F(RunCommandTest, SharesNothingThatIsNotSuggestedNow) {
  EXPECT_EQ(Run({"risk-plans", "share", "heron", "--hours", "--area", "elsewhere"}), 2);
  EXPECT_THAT(err_, HasSubstr("--area elsewhere: "));
  EXPECT_THAT(err_, HasSubstr("It suggests: --attribute blades-and-tools, --work isco/23, --hours, "
                              "--area ancoats, --area salford."));
  EXPECT_EQ(risk_plans_.shared.name(), "");
  EXPECT_EQ(Run({"risk-plans", "share", "heron"}), 2);
  EXPECT_EQ(Run({"risk-plans", "share", "heron", "--nothing", "--hours"}), 2);
  EXPECT_EQ(risk_plans_.shared.name(), "");
}

TEST_F(RunCommandTest, SharesNothingAnyMoreWhateverIsSuggested) {
  EXPECT_EQ(Run({"risk-plans", "share", "heron", "--nothing"}), 0) << err_;
  EXPECT_EQ(risk_plans_.shared.ShortDebugString(),
            "name: \"candidates/heron/sharedEffects\" etag: \"e7\"");
  EXPECT_EQ(risk_plans_.suggested, 0) << "the plan may be unreadable";
}

TEST_F(RunCommandTest, ShowsWhatIsSharedAndWhatOfItIsOutdated) {
  EXPECT_EQ(Run({"risk-plans", "shared-effects", "heron"}), 0) << err_;
  EXPECT_EQ(out_, "shared_effects:\n  etag: e7\noutdated:\n  occupations: isco/93\n");
}

TEST_F(RunCommandTest, APreviewSharesNothing) {
  EXPECT_EQ(Run({"risk-plans", "share", "heron", "--work", "isco/23", "--preview"}), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("Gardener"));
  EXPECT_EQ(matches_.previewed.occupations(0), "isco/23");
  EXPECT_EQ(risk_plans_.shared.name(), "");
}

TEST_F(RunCommandTest, RefusesAWrongColumnMapBeforeAnythingIsSent) {
  const std::string file = folder_.Write("a.csv", "id,job\na,Cook\n");
  EXPECT_EQ(Run({"vacancies", "import", file, "--column", "title=post"}), 2);
  EXPECT_THAT(err_, HasSubstr("It has: id, job"));
  EXPECT_FALSE(vacancies_.header.has_header());
}

TEST_F(RunCommandTest, SendsNothingOfAFileThatIsNotWhole) {
  const std::string file = folder_.WriteGzip("a.csv.gz", "external_id,title\na,Cook\n");
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  EXPECT_EQ(Run({"vacancies", "import", file}), 2);
  EXPECT_THAT(err_, HasSubstr("is cut off: its end is missing. Fetch it again, then import it"));
  EXPECT_FALSE(vacancies_.header.has_header());
}

TEST_F(RunCommandTest, NeverWritesRejectsOverTheFileItself) {
  const std::string file = folder_.Write("a.csv", "external_id,title\na,=1\n");
  EXPECT_EQ(Run({"vacancies", "import", file, "--rejects", file}), 2);
  EXPECT_THAT(ReadFile(file), HasSubstr("=1"));
}

TEST_F(RunCommandTest, ReportsAHeaderThatIsRefused) {
  const std::string file = folder_.Write("a.csv", "external_id,title\na,Cook\n");
  EXPECT_EQ(Run({"vacancies", "import", file, "--feed", "refused"}), 1);
  EXPECT_EQ(err_, "throughgate: bad feed\n");
  EXPECT_EQ(out_, "");  // no advice to resume what was never begun
}

TEST_F(RunCommandTest, AsksForMatchesAsTyped) {
  EXPECT_EQ(Run({"match", "vacancies", "heron", "--limit", "3", "--as-of", "1970-01-01T00:00:07Z",
                 "--at-least", "r1"}),
            0);
  EXPECT_THAT(out_, HasSubstr("Cook"));
  EXPECT_EQ(matches_.request.ShortDebugString(),
            "candidate: \"candidates/heron\" page_size: 3 row_view: ROW_VIEW_FULL_ROWS "
            "read_point { at_least: \"r1\" as_of { seconds: 7 } }");
}

TEST_F(RunCommandTest, AsksOnUntilThereAreAsManyMatchesAsTyped) {
  matches_.there_are = 7;
  EXPECT_EQ(Run({"match", "vacancies", "heron", "--limit", "5"}), 0);
  EXPECT_EQ(matches_.found, 5);
  EXPECT_THAT(out_, HasSubstr("These are the best 5; there are more. --limit N shows up to 1000."));
  matches_.found = 0;
  EXPECT_EQ(Run({"match", "vacancies", "heron"}), 0);
  EXPECT_EQ(matches_.found, 7);
  EXPECT_THAT(out_, Not(HasSubstr("there are more")));
}

TEST_F(RunCommandTest, EndsWithOneWhenSomeOfABatchAreNotFound) {
  EXPECT_EQ(Run({"match", "batch", folder_.Write("ids", "heron\n\ncandidates/heron\n")}), 0);
  EXPECT_EQ(Run({"match", "batch", folder_.Write("ids", "heron\ncrow\n")}), 1);
  EXPECT_EQ(Run({"match", "batch", folder_.Write("ids", "heron\na/b/c\n")}), 2);
  EXPECT_THAT(err_, HasSubstr("line 2"));
}

TEST_F(RunCommandTest, ImportsATaxonomyOfOnesOwnWithoutEscosAttribution) {
  const std::string file = folder_.Write("ours.jsonl", "{\"code\":\"skill/x\",\"label\":\"x\"}\n");
  EXPECT_EQ(Run({"taxonomy", "import", file}), 0) << err_;
  EXPECT_EQ(reference_.taxonomy.taxonomy(), "ours");
  EXPECT_EQ(reference_.taxonomy.attribution(), "");
  EXPECT_EQ(reference_.taxonomy.concepts_size(), 1);
  EXPECT_EQ(Run({"taxonomy", "import", folder_.Write("bad.jsonl", "{\"kode\":1}\n")}), 2);
}

TEST_F(RunCommandTest, ImportsAGazetteer) {
  std::string csv = "postcode,latitude,longitude,uk_region\n";
  for (int i = 1; i <= 1100; ++i) absl::StrAppend(&csv, "M", i, ",53.5,-2.2,North West\n");
  EXPECT_EQ(Run({"gazetteer", "import", folder_.Write("Out codes.csv", csv)}), 0) << err_;
  EXPECT_EQ(out_, "districts: 1100\n");
  EXPECT_EQ(reference_.name, "out-codes");
  const std::string bad = csv + "M0,north,-2.2,\n";
  EXPECT_EQ(Run({"gazetteer", "import", folder_.Write("bad.csv", bad)}), 2);
  EXPECT_THAT(err_, HasSubstr("line 1102: latitude is not a number"));
}

}  // namespace
}  // namespace throughgate::cli
