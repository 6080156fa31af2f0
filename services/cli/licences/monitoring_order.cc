#include "services/cli/licences/monitoring_order.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/held_parts.h"
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

// What an order lays down besides the hours of a curfew. Nothing that it says in words, on a map or
// of an address can become an item of a plan by itself, so that a condition stands for each.
struct Part {
  const char* member;
  const char* flag;  // of monitoringConditions: true when the order has it; null: none
  const char* held;  // one of kPartsOfOrders
  const char* what;
};
constexpr Part kParts[] = {
    // Where the person must not be, or must stay: words and pictures.
    {"enforcementZoneConditions", "exclusionZone", "zones", "Draw the zones by hand."},
    // Where and when the person must be, so that no work can be then.
    {"mandatoryAttendanceConditions", "mandatoryAttendance", "attendance",
     "Record the commitments by hand."},
    // A device on the person, that some sites and gear do not go with.
    {"monitoringConditionsTrail", "trail", "location-tag", "Record the location tag by hand."},
    // The same, and what it measures keeps a person from work with alcohol.
    {"monitoringConditionsAlcohol", "alcohol", "alcohol-tag", "Record the alcohol tag by hand."},
    // What a court has forbidden to protect somebody: people, places, anything.
    {"dapoClauses", nullptr, "clauses", "Record by hand what the clauses forbid."},
};

// All else that is known of an order is information and lays nothing down: who the person, the
// people in charge and their offices are and how to reach them (deviceWearer, contactDetails,
// addresses, interestedParties, probationDeliveryUnit), how, where and when the device is fitted
// (installation…), what the risk and the offences are (mappa, offences), papers that the order was
// made from (additionalDocuments), why it was varied (variationDetails), and whose record it is.
void NoteOtherParts(const json& order, Licence& licence) {
  const json* kinds = SaidIn(order, "monitoringConditions");
  if (kinds != nullptr && !kinds->is_object()) {
    Hold(absl::StrCat(HeldPrefix(licence), "members"),
         {"monitoringConditions", "It is no object. Record by hand what it lays down."}, licence);
  }
  for (const auto& [member, flag, held, what] : kParts) {
    const std::string id = absl::StrCat(HeldPrefix(licence), held);
    if (SaidIn(order, member) != nullptr) {
      Hold(id, {member, what}, licence);
    } else if (kinds != nullptr && flag != nullptr && FlagIn(*kinds, flag)) {
      Hold(id, {absl::StrCat("monitoringConditions.", flag), what}, licence);
    } else if (SaysNone(order, member)) {
      licence.read_in_full.push_back(id);
    }
  }
}

// What bounds a curfew besides its hours; courts also put the hours there.
void NoteWordsOfCurfew(const json& order, Licence& licence) {
  const std::string id = absl::StrCat(HeldPrefix(licence), "curfew-words");
  const json* curfew = SaidIn(order, "curfewConditions");
  const auto hold = [&](const std::string& part) {
    Hold(id, {part, "Its words are not kept. Record by hand what they add to the curfew."},
         licence);
  };
  if (curfew != nullptr && !curfew->is_object()) return hold("curfewConditions");
  bool none = SaysNone(order, "curfewConditions");
  for (const char* words : {"curfewAdditionalDetails", "curfewDescription"}) {
    if (curfew == nullptr) break;
    none = none || SaysNone(*curfew, words);
    if (SaidIn(*curfew, words) != nullptr) hold(absl::StrCat("curfewConditions.", words));
  }
  if (none) licence.read_in_full.push_back(id);
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
  NoteWordsOfCurfew(order, licence);
  NoteOtherParts(order, licence);
  NoteUnknownMembers(order, kOrderMembers, "", licence);
  if (licence.curfews.empty() && licence.unread.empty()) {
    return absl::InvalidArgumentError("it has neither the hours of a curfew nor anything else");
  }
  return absl::OkStatus();
}

}  // namespace throughgate::cli
