#ifndef THROUGHGATE_SERVICES_EDGE_SHA256_H_
#define THROUGHGATE_SERVICES_EDGE_SHA256_H_

#include <string>
#include <string_view>

namespace throughgate::services {

// The SHA-256 of `bytes`, as 32 bytes.
std::string Sha256(std::string_view bytes);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_SHA256_H_
