#include "services/cli/licences/monitoring_order.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/json_fields.h"
#include "services/cli/licences/known_members.h"

namespace throughgate::cli {
namespace {

using nlohmann::json;

// Requests that lay something down. REVOCATION and END_MONITORING end what was laid down, and one
// that is REJECTED never was.
constexpr std::array kBinding = {"REQUEST", "VARIATION", "AMEND_ORIGINAL_REQUEST",
                                 "REINSTALL_AT_DIFFERENT_ADDRESS", "REINSTALL_DEVICE"};

absl::Status CheckBinds(const json& order) {
  if (TextIn(order, "status") != "SUBMITTED") {
    return absl::FailedPreconditionError(
        "its status is not SUBMITTED, so that it is a draft and binds nobody");
  }
  if (std::ranges::find(kBinding, TextIn(order, "type")) == kBinding.end()) {
    return absl::FailedPreconditionError(
        "its type is none of REQUEST, VARIATION, AMEND_ORIGINAL_REQUEST, "
        "REINSTALL_AT_DIFFERENT_ADDRESS and REINSTALL_DEVICE, so that it lays nothing down: take "
        "out by hand what has ended");
  }
  return absl::OkStatus();
}

// What an order lays down besides a curfew. Nothing that it says in words, on a map or of an
// address can become an item of a plan by itself.
void NoteOtherParts(const json& order, Licence& licence) {
  static constexpr std::pair<const char*, const char*> kParts[] = {
      {"enforcementZoneConditions", "Draw the zones by hand."},
      {"mandatoryAttendanceConditions", "Record the commitments by hand."},
      {"monitoringConditionsTrail", "Record the location tag by hand."},
      {"monitoringConditionsAlcohol", "Record the alcohol tag by hand."},
      {"dapoClauses", "Record by hand what the clauses forbid."},
  };
  for (const auto& [part, what] : kParts) {
    const json* found = PartIn(order, part);
    if (found != nullptr && !found->empty()) licence.unread.push_back({part, what});
  }
}

}  // namespace

bool IsMonitoringOrder(const json& object) {
  static constexpr std::array kOnlyOfOrders = {"deviceWearer", "curfewTimeTable",
                                               "monitoringConditions", "curfewConditions",
                                               "enforcementZoneConditions"};
  return std::ranges::any_of(kOnlyOfOrders,
                             [&](const char* member) { return object.contains(member); });
}

absl::Status ReadMonitoringOrder(const json& order, Licence& licence) {
  if (const absl::Status binds = CheckBinds(order); !binds.ok()) return binds;
  ReadCurfewTimes(order, licence);
  NoteOtherParts(order, licence);
  NoteUnknownMembers(order, kOrderMembers, "", licence);
  if (licence.curfews.empty() && licence.unread.empty()) {
    return absl::InvalidArgumentError("it has neither the hours of a curfew nor anything else");
  }
  return absl::OkStatus();
}

}  // namespace throughgate::cli
