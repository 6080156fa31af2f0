#include <array>

#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kReadyToWork{"READY_TO_WORK", "The person is ready to work.", ""};
constexpr Reason kSupportNeeded{"SUPPORT_NEEDED", "The person needs support before work.",
                                "The support that was found to be needed."};
constexpr Reason kSupportDeclined{"SUPPORT_DECLINED", "The person has declined support.", ""};
constexpr Reason kReadinessUnknown{"READINESS_UNKNOWN", "How ready the person is, is not recorded.",
                                   ""};
constexpr Reason kNoRightToWork{"NO_RIGHT_TO_WORK",
                                "The person has no right to work in the United Kingdom.",
                                "The right to work."};
constexpr std::array kReasons = {&kReadyToWork, &kSupportNeeded, &kSupportDeclined,
                                 &kReadinessUnknown, &kNoRightToWork};

const Reason* ReasonFor(Readiness readiness) {
  switch (readiness) {
    case Readiness::kReadyToWork:
      return &kReadyToWork;
    case Readiness::kSupportNeeded:
      return &kSupportNeeded;
    case Readiness::kSupportDeclined:
      return &kSupportDeclined;
    case Readiness::kNoRightToWork:
      return &kNoRightToWork;
    case Readiness::kUnknown:
      break;
  }
  return &kReadinessUnknown;
}

void Check(const Pair& pair, Findings& findings) {
  const Readiness readiness = pair.person.readiness;
  const Verdict verdict =
      readiness == Readiness::kNoRightToWork ? Verdict::kNotAvailable : Verdict::kEligible;
  findings.Add({&kReadiness, verdict, ReasonFor(readiness), -1, 0, 0});
}

}  // namespace

constinit const OpenRule kReadiness = {
    {
        .name = "readiness",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kEveryone,
        .condition = "The person may work in the United Kingdom.",
        .data = "the candidate's readiness, in the Ministry's words",
        .effect =
            "no right to work is NOT_AVAILABLE; support that is needed or declined, or readiness "
            "that is not recorded, is told and decides nothing",
        .source = "policy rule 25",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
