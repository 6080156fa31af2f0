#include "services/cli/licences/licence_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

using Kind = LicenceOutcome::Kind;

const char* WordOf(Kind kind) {
  switch (kind) {
    case Kind::kCreated:
      return "plan created";
    case Kind::kUpdated:
      return "plan updated";
    case Kind::kUnchanged:
      return "unchanged";
    case Kind::kRefused:
      return "REFUSED";
  }
  return "";
}

// What has become of what is no longer in the licence.
std::string FateOfGone(const MergeCounts& counts) {
  if (counts.lifted) return "lifted";
  if (counts.kept_because.empty()) return "kept (--lift-gone takes them out)";
  return absl::StrCat("kept (", counts.kept_because, ")");
}

// What the plan says meanwhile.
std::string HeldText(const UnreadPart& part) {
  if (part.held_by.empty()) return "";
  return absl::StrCat(" Until somebody has, and takes ", part.held_by,
                      " out of the plan, every vacancy is REVIEW.");
}

}  // namespace

std::string OutcomeText(const LicenceOutcome& outcome) {
  std::string text = absl::StrCat(outcome.where, outcome.candidate.empty() ? "" : ", ",
                                  outcome.candidate, ": ", WordOf(outcome.kind));
  if (outcome.kind == Kind::kRefused)
    return Printable(absl::StrCat(text, ": ", outcome.why)) + "\n";
  const MergeCounts& counts = outcome.counts;
  absl::StrAppend(&text, " (", counts.added, " added, ", counts.changed, " changed, ",
                  counts.unchanged, " as they were)");
  text = Printable(text) + "\n";
  if (!counts.carried.empty()) {
    absl::StrAppend(&text, "  under a new id: ", Printable(absl::StrJoin(counts.carried, ", ")),
                    "\n");
  }
  if (!counts.to_say_anew.empty()) {
    absl::StrAppend(&text,
                    "  to be named anew, since what was named or filled in by hand was for the "
                    "licence before; read what this one says, then name the items and fill in the "
                    "rest again: ",
                    Printable(absl::StrJoin(counts.to_say_anew, ", ")), "\n");
  }
  if (!counts.read_now.empty()) {
    absl::StrAppend(&text, "  read in full now, taken out: ",
                    Printable(absl::StrJoin(counts.read_now, ", ")), "\n");
  }
  if (!counts.gone.empty()) {
    absl::StrAppend(&text, "  no longer in the licence, ", FateOfGone(counts), ": ",
                    Printable(absl::StrJoin(counts.gone, ", ")), "\n");
  }
  for (const UnreadPart& part : outcome.unread) {
    absl::StrAppend(&text, "  not read: ",
                    Printable(absl::StrCat(part.part, ": ", part.why, HeldText(part))), "\n");
  }
  for (const v1::OutstandingCondition& each : outcome.outstanding) {
    absl::StrAppend(
        &text, "  outstanding: ",
        Printable(absl::StrCat(each.condition_id(), each.condition_id().empty() ? "" : ": ",
                               each.text(), " Needed: ", each.change())),
        "\n");
  }
  return text;
}

std::string OutcomeJson(const LicenceOutcome& outcome) {
  nlohmann::ordered_json unread = nlohmann::ordered_json::array();
  for (const UnreadPart& part : outcome.unread) {
    unread.push_back({{"part", part.part}, {"why", part.why}, {"heldBy", part.held_by}});
  }
  nlohmann::ordered_json outstanding = nlohmann::ordered_json::array();
  for (const v1::OutstandingCondition& each : outcome.outstanding) {
    outstanding.push_back({{"conditionId", each.condition_id()},
                           {"reason", each.reason()},
                           {"text", each.text()},
                           {"change", each.change()}});
  }
  const nlohmann::ordered_json json = {{"licence", outcome.where},
                                       {"candidate", outcome.candidate},
                                       {"outcome", WordOf(outcome.kind)},
                                       {"why", outcome.why},
                                       {"added", outcome.counts.added},
                                       {"changed", outcome.counts.changed},
                                       {"unchanged", outcome.counts.unchanged},
                                       {"carried", outcome.counts.carried},
                                       {"toSayAnew", outcome.counts.to_say_anew},
                                       {"readNow", outcome.counts.read_now},
                                       {"gone", outcome.counts.gone},
                                       {"lifted", outcome.counts.lifted},
                                       {"keptBecause", outcome.counts.kept_because},
                                       {"notRead", unread},
                                       {"outstanding", outstanding}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string SummaryText(const std::vector<LicenceOutcome>& outcomes, bool dry_run) {
  const auto count = [&](Kind kind) {
    return std::ranges::count(outcomes, kind, &LicenceOutcome::kind);
  };
  std::string text = absl::StrCat(
      outcomes.size(), outcomes.size() == 1 ? " licence: " : " licences: ", count(Kind::kCreated),
      " plans created, ", count(Kind::kUpdated), " updated, ", count(Kind::kUnchanged),
      " unchanged, ", count(Kind::kRefused), " refused.\n");
  if (dry_run) text += "Nothing was written: this was a dry run.\n";
  return text;
}

}  // namespace throughgate::cli
