// Addresses to listen on: "127.0.0.1:7443", "[::1]:7443".
#ifndef THROUGHGATE_SERVICES_EDGE_LOOPBACK_H_
#define THROUGHGATE_SERVICES_EDGE_LOOPBACK_H_

#include <string>
#include <utility>

namespace throughgate::services {

// Host and port; without a colon, all of it and nothing.
std::pair<std::string, std::string> SplitAddress(const std::string& address);

// Whether only this machine reaches `address`: 127.0.0.0/8 or ::1, as numbers, with a port. A name
// could come to mean another address.
bool IsLoopback(const std::string& address);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_LOOPBACK_H_
