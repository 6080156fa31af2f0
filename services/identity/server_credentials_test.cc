#include "services/identity/server_credentials.h"

#include <grpcpp/channel.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/slice.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "services/identity/testing/certificates.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kHere[] = "DNS:localhost,IP:127.0.0.1";
constexpr char kSpiffeId[] = "spiffe://prison.example/referrals";

// Answers every call with ABORTED and the caller's SPIFFE IDs in its message.
class WhoCalls final : public grpc::CallbackGenericService {
 public:
  grpc::ServerGenericBidiReactor* CreateReactor(
      grpc::GenericCallbackServerContext* context) override {
    class Answer final : public grpc::ServerGenericBidiReactor {
     public:
      void OnDone() override { delete this; }
    };
    auto* const answer = new Answer;
    const std::vector<std::string_view> ids = PeerSpiffeIds(*context->auth_context());
    std::string text = "caller:";
    for (const std::string_view id : ids) text.append(" ").append(id);
    answer->Finish(grpc::Status(grpc::StatusCode::ABORTED, text));
    return answer;
  }
};

void Write(const std::string& path, const std::string& bytes) { std::ofstream(path) << bytes; }

class ServerCredentialsTest : public testing::Test {
 protected:
  ServerCredentialsTest() {
    PutServerIdentity(authority_.Issue(kHere));
    Write(tls_.client_ca_file, authority_.certificate());
  }
  ~ServerCredentialsTest() override {
    if (server_ != nullptr) server_->Shutdown(std::chrono::system_clock::now());
  }

  void PutServerIdentity(const PemPair& identity) const {
    Write(tls_.key_file, identity.key);
    Write(tls_.certificate_file, identity.certificate);
  }

  void Start(ClientCertificates asked) {
    tls_.client_certificates = asked;
    const auto credentials = MakeServerCredentials(tls_);
    ASSERT_OK(credentials);
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", *credentials, &port_);
    builder.RegisterCallbackGenericService(&service_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    ASSERT_NE(port_, 0);
  }

  // What a call over a new connection comes to: "caller: …", or that there is no connection.
  std::string Call(const std::string& roots, const std::optional<PemPair>& identity) const {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = roots;
    if (identity) {
      options.pem_private_key = identity->key;
      options.pem_cert_chain = identity->certificate;
    }
    return CallWith(grpc::SslCredentials(options));
  }
  std::string Call(const std::optional<PemPair>& identity = std::nullopt) const {
    return Call(authority_.certificate(), identity);
  }
  std::string CallWith(const std::shared_ptr<grpc::ChannelCredentials>& credentials) const {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    grpc::GenericStub stub(
        grpc::CreateCustomChannel(absl::StrCat("localhost:", port_), credentials, arguments));
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    const grpc::Slice nothing;
    const grpc::ByteBuffer request(&nothing, 1);
    grpc::ByteBuffer response;
    grpc::Status status;
    absl::Notification done;
    stub.UnaryCall(&context, "/any/Method", grpc::StubOptions(), &request, &response,
                   [&](grpc::Status ended) {
                     status = std::move(ended);
                     done.Notify();
                   });
    done.WaitForNotification();
    return status.error_code() == grpc::StatusCode::ABORTED ? status.error_message()
                                                            : "no connection";
  }

  TempDirectory directory_;
  const TestAuthority authority_;
  const TestAuthority other_;
  ServerTls tls_ = {.key_file = directory_.path("key.pem"),
                    .certificate_file = directory_.path("certificate.pem"),
                    .client_ca_file = directory_.path("clients.pem")};
  WhoCalls service_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST_F(ServerCredentialsTest, AskForNoCertificate) {
  tls_.client_ca_file = "";
  Start(ClientCertificates::kNotAsked);
  EXPECT_EQ(Call(), "caller:");
  EXPECT_EQ(Call(authority_.Issue(absl::StrCat("URI:", kSpiffeId))), "caller:");
  EXPECT_EQ(Call(other_.certificate(), std::nullopt), "no connection");
  EXPECT_EQ(CallWith(grpc::InsecureChannelCredentials()), "no connection");
}

TEST_F(ServerCredentialsTest, VerifyACertificateIfThereIsOne) {
  Start(ClientCertificates::kIfGiven);
  EXPECT_EQ(Call(), "caller:");
  EXPECT_EQ(Call(authority_.Issue(absl::StrCat("URI:", kSpiffeId))),
            absl::StrCat("caller: ", kSpiffeId));
  EXPECT_EQ(Call(other_.Issue(absl::StrCat("URI:", kSpiffeId))), "no connection");
}

TEST_F(ServerCredentialsTest, RequireACertificate) {
  Start(ClientCertificates::kRequired);
  EXPECT_EQ(Call(), "no connection");
  EXPECT_EQ(Call(authority_.Issue(absl::StrCat("URI:", kSpiffeId))),
            absl::StrCat("caller: ", kSpiffeId));
  EXPECT_EQ(Call(other_.Issue(absl::StrCat("URI:", kSpiffeId))), "no connection");
}

TEST_F(ServerCredentialsTest, TellOneSpiffeIdOrNone) {
  Start(ClientCertificates::kRequired);
  EXPECT_EQ(Call(authority_.Issue("DNS:prison.example")), "caller:");
  EXPECT_EQ(Call(authority_.Issue("URI:https://prison.example/")), "caller:");
  EXPECT_EQ(Call(authority_.Issue("URI:spiffe://a/b,URI:spiffe://c/d")), "caller:");
}

TEST_F(ServerCredentialsTest, AreReadAgainWhenTheirFilesAreReplaced) {
  Start(ClientCertificates::kNotAsked);
  ASSERT_EQ(Call(), "caller:");
  PutServerIdentity(other_.Issue(kHere));
  const absl::Time end = absl::Now() + absl::Seconds(30);
  while (Call(other_.certificate(), std::nullopt) != "caller:" && absl::Now() < end) {
    absl::SleepFor(absl::Milliseconds(50));
  }
  EXPECT_EQ(Call(other_.certificate(), std::nullopt), "caller:");
  EXPECT_EQ(Call(), "no connection");
}

TEST_F(ServerCredentialsTest, NeedTheirFiles) {
  tls_.client_certificates = ClientCertificates::kRequired;
  EXPECT_OK(MakeServerCredentials(tls_));
  for (std::string ServerTls::*file :
       {&ServerTls::key_file, &ServerTls::certificate_file, &ServerTls::client_ca_file}) {
    const std::string path = tls_.*file;
    tls_.*file = directory_.path("missing.pem");
    EXPECT_THAT(MakeServerCredentials(tls_),
                StatusIs(StatusCode::kNotFound, HasSubstr("missing.pem")));
    tls_.*file = directory_.path("empty.pem");
    Write(tls_.*file, "");
    EXPECT_THAT(
        MakeServerCredentials(tls_),
        StatusIs(StatusCode::kInvalidArgument, AllOf(HasSubstr("empty.pem"), HasSubstr("in PEM"))));
    tls_.*file = path;
  }
  tls_.client_ca_file = "";
  EXPECT_THAT(MakeServerCredentials(tls_),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("authorities")));
}

TEST_F(ServerCredentialsTest, NeedAKeyThatIsTheCertificates) {
  Write(tls_.key_file, authority_.Issue(kHere).key);
  EXPECT_THAT(MakeServerCredentials(tls_),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("is not the key of")));
  Write(tls_.key_file, WritePrivateKey(SigningKey::Rsa("").key()));
  EXPECT_THAT(MakeServerCredentials(tls_),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("is not the key of")));
}

}  // namespace
}  // namespace throughgate::identity
