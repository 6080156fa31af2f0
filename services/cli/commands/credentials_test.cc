// What calls prove their caller by, as a server in this process sees it.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "services/cli/testing/command_test.h"
#include "services/identity/testing/certificates.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Two empty pages; keeps what proved who asked for them.
class FakeCandidates : public v1::CandidateService::Service {
 public:
  grpc::Status ListCandidates(grpc::ServerContext* context,
                              const v1::ListCandidatesRequest* request,
                              v1::ListCandidatesResponse* response) override {
    const auto [begin, end] = context->client_metadata().equal_range("authorization");
    for (auto it = begin; it != end; ++it) {
      authorizations.emplace_back(it->second.data(), it->second.size());
    }
    if (begin == end) authorizations.emplace_back("none");
    certified = context->auth_context()->IsPeerAuthenticated();
    if (request->page_token().empty()) response->set_next_page_token("2");
    between();
    return grpc::Status::OK;
  }
  std::vector<std::string> authorizations;
  bool certified = false;  // by a certificate, in the last call
  std::function<void()> between = [] {};
};

class CredentialsTest : public CommandTest {
 protected:
  ~CredentialsTest() override {
    for (const char* name : {"THROUGHGATE_TOKEN", "THROUGHGATE_TOKEN_FILE"}) unsetenv(name);
  }

  int List(std::vector<std::string> options) {
    candidates_.authorizations.clear();
    options.insert(options.end(), {"candidates", "list"});
    return Run(options);
  }
  const std::vector<std::string>& authorizations() const { return candidates_.authorizations; }

  FakeCandidates candidates_;
};

TEST_F(CredentialsTest, ATokenGoesWithEveryCall) {
  Serve({&candidates_});
  EXPECT_EQ(List({"--token", "abc.d-e_f.ghi"}), 0) << err_;
  EXPECT_THAT(authorizations(), ElementsAre("Bearer abc.d-e_f.ghi", "Bearer abc.d-e_f.ghi"));
  EXPECT_EQ(List({}), 0) << err_;
  EXPECT_THAT(authorizations(), ElementsAre("none", "none")) << "a certificate may do instead";
}

TEST_F(CredentialsTest, AFileIsReadForEachCall) {
  Serve({&candidates_});
  const std::string file = folder_.Write("token", "  first\n");
  candidates_.between = [&] { folder_.Write("token", "second\n\n"); };
  EXPECT_EQ(List({"--token-file", file}), 0) << err_;
  EXPECT_THAT(authorizations(), ElementsAre("Bearer first", "Bearer second"));
}

TEST_F(CredentialsTest, AFileThatHoldsNoTokenSendsNothing) {
  Serve({&candidates_});
  for (const std::string text : {"", " \n", "two words", "a\nb", "caf\xC3\xA9"}) {
    EXPECT_EQ(List({"--token-file", folder_.Write("token", text)}), 2) << text;
    EXPECT_THAT(err_, HasSubstr("holds no token")) << text;
  }
  EXPECT_EQ(List({"--token-file", folder_.Write("token", std::string(8193, 'a'))}), 2);
  EXPECT_EQ(List({"--token-file", folder_.PathOf("none")}), 2);
  EXPECT_THAT(err_, HasSubstr("cannot read"));
  EXPECT_EQ(List({"--token", "two words"}), 2);
  EXPECT_THAT(authorizations(), ElementsAre());
}

TEST_F(CredentialsTest, TheCommandLineGoesBeforeTheEnvironment) {
  Serve({&candidates_});
  const std::string file = folder_.Write("token", "filed");
  setenv("THROUGHGATE_TOKEN", "surrounding", 1);
  EXPECT_EQ(List({}), 0) << err_;
  EXPECT_EQ(authorizations()[0], "Bearer surrounding");
  setenv("THROUGHGATE_TOKEN_FILE", file.c_str(), 1);
  EXPECT_EQ(List({}), 0) << err_;
  EXPECT_EQ(authorizations()[0], "Bearer filed");
  EXPECT_EQ(List({"--token", "typed"}), 0) << err_;
  EXPECT_EQ(authorizations()[0], "Bearer typed");
  EXPECT_EQ(List({"--token", "typed", "--token-file", file}), 2);
}

TEST_F(CredentialsTest, NothingGoesBeyondThisMachineInTheClear) {
  for (const char* server : {"192.0.2.1:7443", "0.0.0.0:7443", "localhost:7443", "[2001:db8::1]:1",
                             "dns:///127.0.0.1:7443", "127.0.0.1", "unix:/tmp/throughgate"}) {
    EXPECT_EQ(RunWords({"--server", server, "--token", "abc", "candidates", "list"}), 2) << server;
    EXPECT_THAT(err_, HasSubstr("nothing was sent to ")) << server;
    EXPECT_THAT(err_, HasSubstr("--tls-ca")) << server;
  }
  const std::string file = folder_.Write("a.jsonl", "{\"candidate\":{}}\n");
  EXPECT_EQ(RunWords({"--server", "192.0.2.1:7443", "candidates", "import", file}), 2);
  EXPECT_THAT(err_, HasSubstr("nothing was sent to "));
}

class TlsTest : public CredentialsTest {
 protected:
  // A server of this authority that wants its clients' certificates, or none.
  void ServeTls(bool asks) {
    const identity::PemPair own = authority_.Issue("IP:127.0.0.1");
    grpc::SslServerCredentialsOptions options(
        asks ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
             : GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
    options.pem_root_certs = authority_.certificate();
    options.pem_key_cert_pairs.push_back({own.key, own.certificate});
    Serve({&candidates_}, grpc::SslServerCredentials(options));
  }

  const identity::TestAuthority authority_;
  const std::string ca_ = folder_.Write("ca.pem", authority_.certificate());
};

TEST_F(TlsTest, TheServerIsTrustedByItsAuthority) {
  ServeTls(false);
  EXPECT_EQ(List({"--token", "abc", "--tls-ca", ca_}), 0) << err_;
  EXPECT_THAT(authorizations(), ElementsAre("Bearer abc", "Bearer abc"));
}

TEST_F(TlsTest, NothingIsSentToAServerOfAnotherAuthority) {
  ServeTls(false);
  const std::string other = folder_.Write("other.pem", identity::TestAuthority().certificate());
  EXPECT_EQ(List({"--token", "abc", "--tls-ca", other}), 2);
  EXPECT_EQ(List({"--token", "abc", "--tls"}), 2) << "this machine does not know it either";
  EXPECT_THAT(authorizations(), ElementsAre());
}

TEST_F(TlsTest, ACertificateMayStandForAToken) {
  ServeTls(true);
  const identity::PemPair own = authority_.Issue("URI:spiffe://example/importer");
  const std::string certificate = folder_.Write("own.pem", own.certificate);
  const std::string key = folder_.Write("own.key", own.key);
  EXPECT_EQ(List({"--tls-ca", ca_, "--tls-certificate", certificate, "--tls-key", key}), 0) << err_;
  EXPECT_TRUE(candidates_.certified);
  EXPECT_THAT(authorizations(), ElementsAre("none", "none"));
  EXPECT_EQ(List({"--tls-ca", ca_}), 2) << "the server wants one";
  EXPECT_EQ(List({"--tls-ca", ca_, "--tls-certificate", certificate}), 2);
  EXPECT_THAT(err_, HasSubstr("belong together"));
}

TEST_F(TlsTest, SaysWhatIsWrongWithAFile) {
  EXPECT_EQ(List({"--tls-ca", folder_.Write("no.pem", "no PEM")}), 2);
  EXPECT_THAT(err_, HasSubstr("no.pem holds no certificate in PEM"));
  EXPECT_EQ(List({"--tls-ca", folder_.PathOf("none.pem")}), 2);
  EXPECT_THAT(err_, HasSubstr("none.pem"));
  EXPECT_EQ(List({"--tls-certificate", ca_, "--tls-key", ca_}), 2);
  EXPECT_THAT(err_, HasSubstr("holds no private key"));
  EXPECT_THAT(err_, Not(HasSubstr("Is the server running?")));
}

}  // namespace
}  // namespace throughgate::cli
