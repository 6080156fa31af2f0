#include "services/cli/licences/monitoring_order.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"
#include "services/cli/licences/known_members.h"

namespace throughgate::cli {
namespace {

using nlohmann::json;

constexpr char kKinds[] = "monitoringConditions";
constexpr char kCurfew[] = "curfewConditions";

// The kinds of monitoring, members of monitoringConditions.
constexpr std::array kFlags = {"curfew", "exclusionZone", "trail", "mandatoryAttendance",
                               "alcohol"};

// Whether an order is of a kind. Where the kinds are no object, it may be of any.
Flag KindIn(const json& order, const char* flag) {
  const json* kinds = SaidIn(order, kKinds);
  if (kinds == nullptr) return Flag::kNo;
  return kinds->is_object() ? FlagIn(*kinds, flag) : Flag::kUnclear;
}

// Whether `key` says that it has no words.
bool SaysNoWords(const json& object, const char* key) {
  const auto field = object.find(key);
  return SaysNone(object, key) || (field != object.end() && *field == "");
}

// Requests that lay something down. REVOCATION and END_MONITORING end what was laid down, and one
// that is REJECTED never was.
constexpr std::array kBinding = {"REQUEST", "VARIATION", "AMEND_ORIGINAL_REQUEST",
                                 "REINSTALL_AT_DIFFERENT_ADDRESS", "REINSTALL_DEVICE"};

// The ids of orders are UUIDs. One of other letters could be another order's with one of its parts.
bool IsIdOfOrder(const std::string& id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return c == '-' || absl::ascii_isxdigit(static_cast<unsigned char>(c));
  });
}

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
  if (!IsIdOfOrder(TextIn(order, "id"))) {
    return absl::InvalidArgumentError(
        "its id is not there, or not of hexadecimal digits and hyphens as ids of orders are, so "
        "that it could not be told from another order");
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
  for (const auto& [member, flag, held, what] : kParts) {
    const std::string id = absl::StrCat(HeldPrefix(licence), held);
    const Flag kind = flag == nullptr ? Flag::kNo : KindIn(order, flag);
    if (SaidIn(order, member) != nullptr) {
      Hold(id, {member, what}, licence);
    } else if (kind == Flag::kYes) {
      Hold(id, {absl::StrCat(kKinds, ".", flag), what}, licence);
    } else if (kind == Flag::kNo && SaysNone(order, member)) {
      licence.read_in_full.push_back(id);
    }
  }
}

// Kinds of monitoring that are neither ordered nor not ordered.
void NoteUnclearKinds(const json& order, Licence& licence) {
  const json* kinds = SaidIn(order, kKinds);
  if (kinds == nullptr) return;
  if (!kinds->is_object()) {
    return HoldMember(kKinds, "It is no object. Record by hand what it lays down.", licence);
  }
  for (const char* flag : kFlags) {
    if (KindIn(order, flag) != Flag::kUnclear) continue;
    HoldMember(absl::StrCat(kKinds, ".", flag),
               "It is neither true nor false. Record by hand what it lays down.", licence);
  }
  NoteUnknownMembers(*kinds, kMonitoringMembers, kKinds, licence);
}

// What bounds a curfew besides its hours; courts also put the hours there. None of it is there when
// the order says so of the whole, or of each that may have words.
void NoteWordsOfCurfew(const json& order, Licence& licence) {
  const std::string id = absl::StrCat(HeldPrefix(licence), "curfew-words");
  const json* curfew = SaidIn(order, kCurfew);
  const auto hold = [&](const std::string& part) {
    Hold(id, {part, "Its words are not kept. Record by hand what they add to the curfew."},
         licence);
  };
  if (curfew != nullptr && !curfew->is_object()) return hold(kCurfew);
  bool none = curfew != nullptr || SaysNone(order, kCurfew);
  for (const char* words : {"curfewAdditionalDetails", "curfewDescription"}) {
    if (curfew == nullptr) break;
    none = none && SaysNoWords(*curfew, words);
    if (SaidIn(*curfew, words) != nullptr) hold(absl::StrCat(kCurfew, ".", words));
  }
  if (none) licence.read_in_full.push_back(id);
  if (curfew != nullptr) NoteUnknownMembers(*curfew, kCurfewMembers, kCurfew, licence);
}

// Whether it says of each part whether it has it, so that what it does not have has ended.
bool TellsEveryPart(const json& order) {
  const auto tells = [&](const char* member) {
    return SaysNone(order, member) || SaidIn(order, member) != nullptr;
  };
  const auto unclear = [&](const char* flag) { return KindIn(order, flag) == Flag::kUnclear; };
  return std::ranges::all_of(kParts, tells, &Part::member) &&
         std::ranges::all_of(std::array{"curfewTimeTable", "curfewReleaseDateConditions", kCurfew},
                             tells) &&
         std::ranges::none_of(kFlags, unclear);
}

}  // namespace

bool IsMonitoringOrder(const json& object) {
  static constexpr std::array kOnlyOfOrders = {"deviceWearer", "curfewTimeTable", kKinds, kCurfew,
                                               "enforcementZoneConditions"};
  return std::ranges::any_of(kOnlyOfOrders,
                             [&](const char* member) { return object.contains(member); });
}

absl::Status ReadMonitoringOrder(const json& order, Licence& licence) {
  if (const absl::Status binds = CheckBinds(order); !binds.ok()) return binds;
  ReadCurfewTimes(order, licence);
  NoteWordsOfCurfew(order, licence);
  NoteOtherParts(order, licence);
  NoteUnclearKinds(order, licence);
  NoteUnknownMembers(order, kOrderMembers, "", licence);
  if (licence.curfews.empty() && licence.unread.empty()) {
    return absl::InvalidArgumentError("it has neither the hours of a curfew nor anything else");
  }
  licence.is_whole = TellsEveryPart(order);
  return absl::OkStatus();
}

}  // namespace throughgate::cli
