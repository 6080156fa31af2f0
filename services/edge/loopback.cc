#include "services/edge/loopback.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstdint>
#include <system_error>

namespace throughgate::services {
namespace {

bool IsLoopbackHost(const std::string& host) {
  in_addr ip;
  if (inet_pton(AF_INET, host.c_str(), &ip) != 1) return host == "[::1]";
  return ntohl(ip.s_addr) >> 24 == IN_LOOPBACKNET;
}

bool IsPort(const std::string& text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::pair<std::string, std::string> SplitAddress(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  if (colon == address.npos) return {address, ""};
  return {address.substr(0, colon), address.substr(colon + 1)};
}

bool IsLoopback(const std::string& address) {
  const auto [host, port] = SplitAddress(address);
  return IsLoopbackHost(host) && IsPort(port);
}

}  // namespace throughgate::services
