#include "services/cli/testing/command_test.h"

#include <cstdlib>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "services/cli/commands/commands.h"

namespace throughgate::cli {

CommandTest::CommandTest() {
  for (const char* name : {"THROUGHGATE_TOKEN", "THROUGHGATE_TOKEN_FILE"}) unsetenv(name);
}

void CommandTest::Serve(std::initializer_list<grpc::Service*> services,
                        const std::shared_ptr<grpc::ServerCredentials>& credentials) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", credentials, &port_);
  for (grpc::Service* service : services) builder.RegisterService(service);
  server_ = builder.BuildAndStart();
}

int CommandTest::Run(const std::vector<std::string>& words) {
  std::vector<std::string> all = {"--server", absl::StrCat("127.0.0.1:", port_)};
  all.insert(all.end(), words.begin(), words.end());
  return RunWords(all);
}

int CommandTest::RunWords(const std::vector<std::string>& words) {
  std::vector<const char*> argv = {"throughgate"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  Session session(out, err);
  const int status = RunCommand(static_cast<int>(argv.size()), argv.data(), session);
  out_ = out.str();
  err_ = err.str();
  return status;
}

}  // namespace throughgate::cli
