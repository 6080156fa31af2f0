// A service that calls with a client certificate, over TLS: what it is called is whom grants are
// of.
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <fstream>

#include "services/identity/local_key.h"
#include "services/identity/testing/certificates.h"
#include "services/server.h"
#include "storage/memory/memory_store.h"
#include "tests/service/wire.h"
#include "tests/support/parties.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"
#include "throughgate/v1/access_service.grpc.pb.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using identity::PemPair;

constexpr char kReferrals[] = "spiffe://prison.example/referrals";

class Certificates : public testing::Test {
 protected:
  Certificates() {
    const PemPair pair = authority_.Issue("DNS:localhost,IP:127.0.0.1");
    services::TrustOptions trust;
    trust.tls_certificate = Write("server.pem", pair.certificate);
    trust.tls_key = Write("server.key", pair.key);
    trust.client_ca = Write("clients.pem", authority_.certificate());
    trust.local_key = directory_.path("local.pem");
    EXPECT_OK(identity::LocalKey::Create(trust.local_key));
    services::ServerOptions options;
    options.listen = "127.0.0.1:0";
    options.trust = *services::MakeTrust(trust, [](const std::string&) {});
    options.first_administrator = {.organisation = {"operations"}, .subject = kReferrals};
    server_ = *services::Server::Start(*store_, options);
    local_key_ = std::make_unique<identity::LocalKey>(*identity::LocalKey::Load(trust.local_key));
  }

  std::string Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(directory_.path(name)) << bytes;
    return directory_.path(name);
  }
  // Calls over a connection of its own, with a certificate that has these names, if any.
  template <typename Request, typename Response>
  grpc::Status Call(const std::string& names, const std::string& token,
                    grpc::Status (v1::AccessService::Stub::*method)(grpc::ClientContext*,
                                                                    const Request&, Response*),
                    Response& response) const {
    grpc::SslCredentialsOptions options{
        .pem_root_certs = authority_.certificate(), .pem_private_key = {}, .pem_cert_chain = {}};
    if (!names.empty()) {
      const PemPair pair = authority_.Issue(names);
      options.pem_private_key = pair.key;
      options.pem_cert_chain = pair.certificate;
    }
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    const auto stub = v1::AccessService::NewStub(
        grpc::CreateCustomChannel(server_->address(), grpc::SslCredentials(options), arguments));
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
    return ((*stub).*method)(&context, Request(), &response);
  }
  // Whom the server takes the caller for.
  std::string WhoIs(const std::string& names, const std::string& token = "") const {
    v1::GetCallerResponse response;
    const grpc::Status status = Call(names, token, &v1::AccessService::Stub::GetCaller, response);
    return status.ok() ? response.subject() : Decode(status).reason;
  }

  const TempDirectory directory_;
  const identity::TestAuthority authority_;
  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  std::unique_ptr<identity::LocalKey> local_key_;
  std::unique_ptr<services::Server> server_;
};

TEST_F(Certificates, NameTheCallerByTheirSpiffeId) {
  EXPECT_EQ(WhoIs(std::string("URI:") + kReferrals), kReferrals);
  EXPECT_EQ(WhoIs(""), "CALLER_UNKNOWN");
  EXPECT_EQ(WhoIs("URI:https://prison.example/referrals"), "CALLER_UNKNOWN");
  EXPECT_EQ(WhoIs("URI:spiffe://a.example/x,URI:spiffe://b.example/y"), "CALLER_UNKNOWN");
}

TEST_F(Certificates, HaveTheGrantsOfThatName) {
  v1::ListOrganisationsResponse listed;
  EXPECT_TRUE(Call(std::string("URI:") + kReferrals, "",
                   &v1::AccessService::Stub::ListOrganisations, listed)
                  .ok());
  EXPECT_EQ(listed.organisations_size(), 1);
  EXPECT_THAT(Call("URI:spiffe://prison.example/referral", "",
                   &v1::AccessService::Stub::ListOrganisations, listed),
              Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
}

// A portal calls for somebody: by the token of that somebody, and by nothing of its own.
TEST_F(Certificates, DoNotCountBesideAToken) {
  const std::string token = *local_key_->Mint("wren", absl::Now());
  EXPECT_EQ(WhoIs(std::string("URI:") + kReferrals, token), "wren");
  EXPECT_EQ(WhoIs("", token), "wren");
  EXPECT_EQ(WhoIs(std::string("URI:") + kReferrals, token + "x"), "CALLER_UNKNOWN");
  // No issuer can name a service.
  EXPECT_FALSE(local_key_->Mint(kReferrals, absl::Now()).ok());
}

}  // namespace
}  // namespace throughgate
