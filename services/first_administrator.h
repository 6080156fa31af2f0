// How the first administrator comes to be: all others are granted by one.
#ifndef THROUGHGATE_SERVICES_FIRST_ADMINISTRATOR_H_
#define THROUGHGATE_SERVICES_FIRST_ADMINISTRATOR_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/model/names.h"
#include "storage/report.h"
#include "storage/store.h"

namespace throughgate::services {

struct FirstAdministrator {
  matcher::OrganisationId organisation;  // that operates the service
  std::string subject;                   // as in their tokens, or their client certificate
};

// "operations/alex": an organisation's id and a subject, parted by the first slash.
//
// Errors  kInvalidArgument  says what is wrong.
absl::StatusOr<FirstAdministrator> ParseFirstAdministrator(std::string_view text);

// In a store that has no organisation yet, makes one that operates the service, may have every
// role, and has one administrator, for a year. In any other it does nothing: whoever can start the
// server cannot make themselves administrator of what is there.
//
// Errors  those of the store.
absl::Status EnsureFirstAdministrator(storage::Store& store, const FirstAdministrator& first,
                                      absl::Time now, const storage::Report& report);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_FIRST_ADMINISTRATOR_H_
