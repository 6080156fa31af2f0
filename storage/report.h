// How storage tells an operator what is wrong and does not stop it.
#ifndef THROUGHGATE_STORAGE_REPORT_H_
#define THROUGHGATE_STORAGE_REPORT_H_

#include <functional>
#include <string>

namespace throughgate::storage {

// Told in the ids of records only, never in what they hold.
using Report = std::function<void(const std::string&)>;

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_REPORT_H_
