// A store that is closed and opened again after every call, to show that nothing that a later call
// needs is kept in memory only.
#ifndef THROUGHGATE_TESTS_CONTRACT_REOPENING_STORE_H_
#define THROUGHGATE_TESTS_CONTRACT_REOPENING_STORE_H_

#include <functional>
#include <memory>

#include "storage/store.h"

namespace throughgate::storage {

// Decorates what `open` opens; `open` is called again each time.
//
// Threads  one, unlike other stores: a call that waits would be waiting on a store that is closed.
//          For the same reason its watchers are opened anew for each Next, at their position.
std::unique_ptr<Store> MakeReopeningStore(std::function<std::unique_ptr<Store>()> open);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_TESTS_CONTRACT_REOPENING_STORE_H_
