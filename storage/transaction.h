// The limits of a commit, checked alike by every store before it looks at a guard.
#ifndef THROUGHGATE_STORAGE_TRANSACTION_H_
#define THROUGHGATE_STORAGE_TRANSACTION_H_

#include "absl/status/status.h"
#include "storage/store.h"

namespace throughgate::storage {

// Whether `transaction` is one that Store::Commit may be asked for. A key that is both guarded and
// written is the normal case; one written twice, or guarded twice, is not.
//
// Errors  kInvalidArgument  as Store::Commit; the message says which limit or key.
absl::Status CheckTransaction(const Transaction& transaction);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_TRANSACTION_H_
