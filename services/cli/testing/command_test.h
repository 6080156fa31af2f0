// Commands as people type them, against services in this process.
#ifndef THROUGHGATE_SERVICES_CLI_TESTING_COMMAND_TEST_H_
#define THROUGHGATE_SERVICES_CLI_TESTING_COMMAND_TEST_H_

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "services/cli/testing/test_files.h"

namespace throughgate::cli {

class CommandTest : public ::testing::Test {
 protected:
  // Forgets what the environment says of a token.
  CommandTest();

  void Serve(std::initializer_list<grpc::Service*> services,
             const std::shared_ptr<grpc::ServerCredentials>& credentials =
                 grpc::InsecureServerCredentials());
  void StopServing() { server_.reset(); }
  // Before the services, which are the fixture's own, are gone.
  void TearDown() override { StopServing(); }

  // Runs `throughgate --server … WORD…` and returns its exit status; fills out_ and err_.
  int Run(const std::vector<std::string>& words);
  // The same, but for --server.
  int RunWords(const std::vector<std::string>& words);

  const TempFolder folder_;
  std::string out_;
  std::string err_;

 private:
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_TESTING_COMMAND_TEST_H_
