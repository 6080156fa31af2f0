#ifndef THROUGHGATE_SERVICES_EDGE_LOG_H_
#define THROUGHGATE_SERVICES_EDGE_LOG_H_

#include <string_view>

namespace throughgate::services {

// One line for the operator, on standard error: ids and reasons, never the text of a record.
//
// Threads  any; lines do not mix.
void Log(std::string_view line);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_LOG_H_
