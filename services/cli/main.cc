// The `throughgate` command.
#include <stdlib.h>
#include <unistd.h>

#include <iostream>

#include "services/cli/commands/commands.h"

int main(int argc, char** argv) {
  // What goes wrong is said in our words.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);
  throughgate::cli::Session session(std::cout, std::cerr);
  session.options.progress_bar = isatty(STDERR_FILENO) != 0;
  return throughgate::cli::RunCommand(argc, argv, session);
}
