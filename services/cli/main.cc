// The `throughgate` command.
#include <unistd.h>

#include <iostream>

#include "services/cli/commands/commands.h"

int main(int argc, char** argv) {
  throughgate::cli::Session session(std::cout, std::cerr);
  session.options.progress_bar = isatty(STDERR_FILENO) != 0;
  return throughgate::cli::RunCommand(argc, argv, session);
}
