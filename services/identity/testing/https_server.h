// A web server on loopback that knows one answer.
#ifndef THROUGHGATE_SERVICES_IDENTITY_TESTING_HTTPS_SERVER_H_
#define THROUGHGATE_SERVICES_IDENTITY_TESTING_HTTPS_SERVER_H_

#include <memory>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "services/identity/testing/certificates.h"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX
struct ssl_st;      // OpenSSL's SSL

namespace throughgate::identity {

// Serves one connection after the other, with the certificate it was given.
class HttpsServer {
 public:
  explicit HttpsServer(const PemPair& identity);
  ~HttpsServer();

  // "https://localhost:PORT/keys"
  std::string url() const;

  // The whole answer; OkAnswer makes one.
  void SetAnswer(std::string answer);
  // From now on connections are taken and never answered.
  void FallSilent() { SetAnswer(""); }
  int requests() const;

 private:
  void Run();
  void Serve(int connection);
  void AnswerOver(ssl_st& tls);

  const std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st*)> context_;
  int listener_ = -1;
  int port_ = 0;
  mutable absl::Mutex mutex_;
  std::string answer_ ABSL_GUARDED_BY(mutex_);
  int requests_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

std::string OkAnswer(const std::string& body);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_TESTING_HTTPS_SERVER_H_
