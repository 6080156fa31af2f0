// Links of candidates, as people type them, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/command_test.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Knows nobody called "nobody", and one code.
class FakeLinks : public v1::CandidateService::Service {
 public:
  grpc::Status CreateLinkCode(grpc::ServerContext*, const v1::CreateLinkCodeRequest* request,
                              v1::CreateLinkCodeResponse* response) override {
    if (request->candidate() == "candidates/nobody") return NotFound();
    response->set_code(absl::StrCat("CODE-", ++codes));
    response->mutable_expires_at()->set_seconds(1'768'435'200);
    return grpc::Status::OK;
  }
  grpc::Status LinkCandidate(grpc::ServerContext*, const v1::LinkCandidateRequest* request,
                             v1::LinkCandidateResponse* response) override {
    linked.push_back(*request);
    if (request->code() == "many") return {grpc::StatusCode::RESOURCE_EXHAUSTED, "wait"};
    if (request->code() != "7KQ4-9FJT-2M6X-FB") return NotFound();
    response->mutable_candidate()->set_name("candidates/" + request->reference());
    return grpc::Status::OK;
  }
  grpc::Status SetCandidateReference(grpc::ServerContext*,
                                     const v1::SetCandidateReferenceRequest* request,
                                     v1::SetCandidateReferenceResponse* response) override {
    references.push_back(request->candidate() + " as " + request->reference());
    response->mutable_candidate()->set_name("candidates/x");
    return grpc::Status::OK;
  }
  grpc::Status UnlinkCandidate(grpc::ServerContext*, const v1::UnlinkCandidateRequest* request,
                               v1::UnlinkCandidateResponse*) override {
    unlinked = request->candidate();
    return grpc::Status::OK;
  }

  int codes = 0;
  std::vector<v1::LinkCandidateRequest> linked;
  std::vector<std::string> references;
  std::string unlinked;

 private:
  static grpc::Status NotFound() { return {grpc::StatusCode::NOT_FOUND, "there is none"}; }
};

class CandidateLinksTest : public CommandTest {
 protected:
  CandidateLinksTest() { Serve({&links_}); }
  FakeLinks links_;
};

TEST_F(CandidateLinksTest, CodesAreATableOrCsvOrJson) {
  EXPECT_EQ(Run({"candidates", "link-code", "heron", "candidates/wren"}), 0);
  EXPECT_THAT(out_, HasSubstr("candidate  code    expires\n"));
  EXPECT_THAT(out_, HasSubstr("wren       CODE-2  2026-01-15\n"));
  EXPECT_EQ(Run({"candidates", "link-code", "--csv", "heron"}), 0);
  EXPECT_EQ(out_, "\"candidate\",\"code\",\"expires\"\n\"heron\",\"CODE-3\",\"2026-01-15\"\n");
  EXPECT_EQ(Run({"--json", "candidates", "link-code", "heron"}), 0);
  EXPECT_THAT(out_, HasSubstr("\"CODE-4\""));
}

TEST_F(CandidateLinksTest, CodesThatWereMadeAreShownWhateverBecameOfOthers) {
  EXPECT_EQ(Run({"candidates", "link-code", "heron", "nobody", "wren"}), 1);
  EXPECT_THAT(out_, HasSubstr("CODE-1"));
  EXPECT_THAT(out_, HasSubstr("CODE-2"));
  EXPECT_THAT(err_, HasSubstr("there is none"));
  EXPECT_EQ(Run({"candidates", "link-code", "nobody"}), 1);
  EXPECT_EQ(out_, "");
}

TEST_F(CandidateLinksTest, ACodeIsGivenWithWhatTheCandidateWillBeCalled) {
  EXPECT_EQ(
      Run({"candidates", "link", "7KQ4-9FJT-2M6X-FB", "--reference", "r-1", "--caseload", "north"}),
      0);
  EXPECT_THAT(out_, HasSubstr("candidates/r-1"));
  ASSERT_EQ(links_.linked.size(), 1u);
  EXPECT_EQ(links_.linked[0].reference(), "r-1");
  EXPECT_EQ(links_.linked[0].caseload(), "north");
  EXPECT_EQ(Run({"candidates", "link", "0000-0000-0000-00"}), 1);
  EXPECT_THAT(err_, HasSubstr("there is none"));
}

// A second time it is the same request, however the code is written.
TEST_F(CandidateLinksTest, TheSameCodeHasTheSameRequestId) {
  Run({"candidates", "link", "7KQ4-9FJT-2M6X-FB", "--reference", "r-1"});
  Run({"candidates", "link", "7kq49fjt2m6xfb", "--reference", "r-1"});
  Run({"candidates", "link", "7KQ4-9FJT-2M6X-FB", "--reference", "r-2"});
  ASSERT_EQ(links_.linked.size(), 3u);
  EXPECT_EQ(links_.linked[0].request_id(), links_.linked[1].request_id());
  EXPECT_NE(links_.linked[0].request_id(), links_.linked[2].request_id());
}

TEST_F(CandidateLinksTest, AFileOfCodesIsGivenRowByRow) {
  const std::string file = folder_.Write("codes.csv",
                                         "reference,code,expires\n"
                                         "r-1,7KQ4-9FJT-2M6X-FB,2026-01-15\n"
                                         "r-2,wrong,2026-01-15\n"
                                         ",7KQ4-9FJT-2M6X-FB,\n");
  EXPECT_EQ(Run({"candidates", "link", "--file", file}), 1);
  EXPECT_THAT(out_, HasSubstr("candidates/r-1\n"));
  EXPECT_THAT(out_, HasSubstr("Linked 2 of 3."));
  EXPECT_THAT(err_, HasSubstr("line 3:"));
  ASSERT_EQ(links_.linked.size(), 3u);
  EXPECT_EQ(links_.linked[1].reference(), "r-2");
  EXPECT_EQ(links_.linked[2].reference(), "");
}

TEST_F(CandidateLinksTest, AFileIsLeftWhenTheServerSaysWait) {
  const std::string file = folder_.Write("codes.csv", "code\nmany\n7KQ4-9FJT-2M6X-FB\n");
  EXPECT_EQ(Run({"candidates", "link", "--file", file}), 1);
  EXPECT_EQ(links_.linked.size(), 1u);
  EXPECT_THAT(out_, HasSubstr("Linked 0 of 2."));
}

TEST_F(CandidateLinksTest, AFileThatIsNoTableOfCodesIsRefused) {
  const std::map<std::string, std::string> faults = {{"", "is empty"},
                                                     {"reference\nr-1\n", "column \"code\""},
                                                     {"code,reference\nx\n", "line 2"},
                                                     {"code\n\"\"\n", "no code"}};
  for (const auto& [text, fault] : faults) {
    EXPECT_EQ(Run({"candidates", "link", "--file", folder_.Write("codes.csv", text)}), 2) << text;
    EXPECT_THAT(err_, HasSubstr(fault));
  }
  EXPECT_TRUE(links_.linked.empty());
  EXPECT_EQ(Run({"candidates", "link", "--file", folder_.PathOf("missing.csv")}), 2);
}

TEST_F(CandidateLinksTest, NeedACodeOrAFile) {
  EXPECT_EQ(Run({"candidates", "link"}), 2);
  EXPECT_THAT(err_, HasSubstr("--file"));
  EXPECT_EQ(Run({"candidates", "link", "CODE", "--file", "codes.csv"}), 2);
}

TEST_F(CandidateLinksTest, AReferenceIsSetOrTaken) {
  EXPECT_EQ(Run({"candidates", "reference", "heron", "r-1"}), 0);
  EXPECT_EQ(Run({"candidates", "reference", "heron", "--none"}), 0);
  EXPECT_THAT(links_.references, ElementsAre("candidates/heron as r-1", "candidates/heron as "));
  EXPECT_EQ(Run({"candidates", "reference", "heron"}), 2);
  EXPECT_EQ(Run({"candidates", "reference", "heron", "r-1", "--none"}), 2);
  EXPECT_EQ(links_.references.size(), 2u);
}

TEST_F(CandidateLinksTest, UnlinkNamesTheCandidate) {
  EXPECT_EQ(Run({"candidates", "unlink", "heron"}), 0);
  EXPECT_EQ(links_.unlinked, "candidates/heron");
  EXPECT_THAT(out_, Not(HasSubstr("error")));
}

}  // namespace
}  // namespace throughgate::cli
