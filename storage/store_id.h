#ifndef THROUGHGATE_STORAGE_STORE_ID_H_
#define THROUGHGATE_STORAGE_STORE_ID_H_

#include <string>

namespace throughgate::storage {

// A new Store::id(): 16 random lower-case hex digits.
std::string NewStoreId();

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_STORE_ID_H_
