// What a person brings: being ready to work, and what the work asks them to hold.
#include <algorithm>

#include "tests/oracle/rules.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

Said OnRequired(const Asked& asked, const RequiredQualification& required) {
  // It must hold on the first day of work, and that is never before today.
  const Day first = std::max(asked.work().starts_on.value_or(asked.today()), asked.today());
  bool held_once = false;
  bool held_then = false;
  for (const Qualification& held : asked.candidate.terms.qualifications) {
    if (held.kind != required.kind) continue;
    held_once = true;
    held_then = held_then || NotPast(held.expires_on, first);
  }
  if (held_then) return Passes("QUALIFIED");
  if (required.by_law) return Refuses("LICENCE_MISSING");
  return Review(held_once ? "QUALIFICATION_EXPIRED" : "QUALIFICATION_MISSING");
}

}  // namespace

Sayings ReadyToWork(const Asked& asked) {
  switch (asked.candidate.terms.readiness) {
    case Readiness::kUnknown:
      return {Passes("READINESS_UNKNOWN")};
    case Readiness::kReadyToWork:
      return {Passes("READY_TO_WORK")};
    case Readiness::kSupportNeeded:
      return {Passes("SUPPORT_NEEDED")};
    case Readiness::kSupportDeclined:
      return {Passes("SUPPORT_DECLINED")};
    case Readiness::kNoRightToWork:
      return {Refuses("NO_RIGHT_TO_WORK")};
  }
  return {};
}

Sayings Qualifications(const Asked& asked) {
  Sayings says;
  for (const RequiredQualification& required : asked.work().qualifications) {
    says.push_back(OnRequired(asked, required));
  }
  return says;
}

}  // namespace throughgate::oracle
