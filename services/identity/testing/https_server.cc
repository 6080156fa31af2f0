#include "services/identity/testing/https_server.h"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"

namespace throughgate::identity {
namespace {

constexpr int kBacklog = 16;

sockaddr_in Loopback() {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace

std::string OkAnswer(const std::string& body) {
  return absl::StrCat("HTTP/1.1 200 OK\r\nContent-Length: ", body.size(),
                      "\r\nConnection: close\r\n\r\n", body);
}

HttpsServer::HttpsServer(const PemPair& identity)
    : context_(SSL_CTX_new(TLS_server_method()), SSL_CTX_free) {
  const bool has_identity =
      SSL_CTX_use_certificate(context_.get(), ReadCertificate(identity.certificate).get()) == 1 &&
      SSL_CTX_use_PrivateKey(context_.get(), ReadPrivateKey(identity.key).get()) == 1;
  assert(has_identity);
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = Loopback();
  socklen_t size = sizeof(address);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  const bool listens = bind(listener_, any, size) == 0 && listen(listener_, kBacklog) == 0 &&
                       getsockname(listener_, any, &size) == 0;
  assert(listens);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Run(); });
}

HttpsServer::~HttpsServer() {
  {
    const absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

std::string HttpsServer::url() const { return absl::StrCat("https://localhost:", port_, "/keys"); }

void HttpsServer::SetAnswer(std::string answer) {
  const absl::MutexLock lock(&mutex_);
  answer_ = std::move(answer);
}

int HttpsServer::requests() const {
  const absl::MutexLock lock(&mutex_);
  return requests_;
}

void HttpsServer::Run() {
  // Who hangs up early must not end the test.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  while (true) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    Serve(connection);
    close(connection);
  }
}

void HttpsServer::Serve(int connection) {
  const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context_.get()), SSL_free);
  SSL_set_fd(tls.get(), connection);
  if (SSL_accept(tls.get()) == 1) AnswerOver(*tls);
}

void HttpsServer::AnswerOver(ssl_st& tls) {
  std::string request;
  std::array<char, 1024> block{};
  while (request.find("\r\n\r\n") == std::string::npos) {
    const int got = SSL_read(&tls, block.data(), static_cast<int>(block.size()));
    if (got <= 0) return;
    request.append(block.data(), static_cast<std::size_t>(got));
  }
  std::string answer;
  {
    const absl::MutexLock lock(&mutex_);
    ++requests_;
    const auto may_speak = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return stopping_ || !answer_.empty();
    };
    mutex_.Await(absl::Condition(&may_speak));
    answer = answer_;
  }
  if (!answer.empty()) SSL_write(&tls, answer.data(), static_cast<int>(answer.size()));
  SSL_shutdown(&tls);
}

}  // namespace throughgate::identity
