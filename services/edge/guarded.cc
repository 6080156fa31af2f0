#include "services/edge/guarded.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "services/edge/log.h"

namespace throughgate::services {

absl::Status CheckMaySee(const Caller& caller, std::string_view method, const Guard& guard,
                         const google::protobuf::Message& message) {
  const std::optional<std::string> withheld = guard.FindWithheld(
      message, {.view = caller.view(), .organisation = caller.organisation.value});
  if (!withheld) return absl::OkStatus();
  Log(absl::StrCat(std::string(method), ": withheld, since its caller may not see ", *withheld));
  return Internal();
}

}  // namespace throughgate::services
