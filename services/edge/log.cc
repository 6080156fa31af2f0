#include "services/edge/log.h"

#include <cstdio>
#include <string>

namespace throughgate::services {

void Log(std::string_view line) {
  const std::string text = std::string(line).append("\n");
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace throughgate::services
