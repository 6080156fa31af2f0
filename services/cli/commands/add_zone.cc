#include "services/cli/commands/add_zone.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/cli/commands/add_zone_shape.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/dates.h"
#include "services/cli/hours.h"
#include "services/cli/show/text.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

struct ZoneOptions {
  std::string id;
  ShapeOptions shape;
  // Of these, what is not given stays as it is in a zone that is there.
  bool restriction = false;
  bool exclusion = false;
  std::optional<int> buffer_m;
  std::string hours;
  std::string from;
  std::string until;
};

// In the place of hours, and of a day: none.
constexpr absl::string_view kAlways = "always";
constexpr absl::string_view kNone = "none";

absl::string_view KindText(v1::ZoneKind kind) {
  return kind == v1::ZONE_KIND_RESTRICTION ? "to stay in" : "to stay out of";
}

// Of a zone that is there the kind is never changed: a wrong one would allow what is barred.
absl::Status SetKind(const ZoneOptions& options, v1::Zone& zone) {
  const bool said = options.restriction || options.exclusion;
  const v1::ZoneKind kind =
      options.restriction ? v1::ZONE_KIND_RESTRICTION : v1::ZONE_KIND_EXCLUSION;
  if (zone.kind() == v1::ZONE_KIND_UNSPECIFIED) {
    zone.set_kind(kind);
  } else if (said && zone.kind() != kind) {
    return absl::InvalidArgumentError(
        absl::StrCat("the plan has ", options.id, " as a zone ", KindText(zone.kind()),
                     ", and this is one ", KindText(kind), ": give it an --id of its own. Without ",
                     options.restriction ? "--restriction" : "--exclusion",
                     " the zone that is there is drawn anew"));
  }
  return absl::OkStatus();
}

// The command line has checked what is typed.
void SetTimes(const ZoneOptions& options, v1::Zone& zone) {
  if (!options.hours.empty()) zone.clear_windows();
  if (!options.hours.empty() && options.hours != kAlways) {
    *zone.mutable_windows() = ParseHours(options.hours).value();
  }
  if (!options.from.empty()) zone.clear_starts_on();
  if (const auto day = ParseDate(options.from)) *zone.mutable_starts_on() = *day;
  if (!options.until.empty()) zone.clear_ends_on();
  if (const auto day = ParseDate(options.until)) *zone.mutable_ends_on() = *day;
}

// What of a zone that was there is as it was, but for its shape.
std::string KeptText(const ZoneOptions& options, const v1::Zone& zone) {
  std::string text(KindText(zone.kind()));
  if (!options.buffer_m && zone.buffer_m() > 0) {
    absl::StrAppend(&text, ", buffer ", zone.buffer_m(), " m");
  }
  if (options.hours.empty() && !zone.windows().empty()) {
    absl::StrAppend(&text, ", hours ", FormatHours(zone.windows()));
  }
  if (options.from.empty() && zone.has_starts_on()) {
    absl::StrAppend(&text, ", from ", FormatDate(zone.starts_on()));
  }
  if (options.until.empty() && zone.has_ends_on()) {
    absl::StrAppend(&text, ", until ", FormatDate(zone.ends_on()));
  }
  return text;
}

// The zone of that id in the plan, without its shape; one that says nothing where there is none.
v1::Zone ZoneAsItIs(const v1::RiskPlan& plan, const std::string& id) {
  const auto standing = std::ranges::find(plan.zones(), id, &v1::Zone::zone_id);
  v1::Zone zone;
  if (standing == plan.zones().end()) return zone;
  zone = *standing;
  zone.clear_shape();
  zone.clear_named_area();
  return zone;
}

ExitStatus AddZone(Session& session, const std::string& name, const ZoneOptions& options) {
  v1::Zone drawn;
  if (const absl::Status status = SetShapeOf(options.shape, drawn); !status.ok()) {
    return ReportError(session.err(), status);
  }
  v1::GetRiskPlanRequest get;
  get.set_name(name);
  v1::GetRiskPlanResponse read;
  const grpc::Status got = Call(session, &v1::RiskPlanService::Stub::GetRiskPlan, get, read);
  if (!got.ok()) return ReportError(session.err(), got);

  v1::SetZoneRequest request;
  request.set_name(name);
  request.set_etag(read.risk_plan().etag());
  v1::Zone& zone = *request.mutable_zone();
  zone = ZoneAsItIs(read.risk_plan(), options.id);
  const bool was_there = !zone.zone_id().empty();
  if (const absl::Status status = SetKind(options, zone); !status.ok()) {
    return ReportError(session.err(), status);
  }
  zone.MergeFrom(drawn);
  zone.set_zone_id(options.id);
  if (options.buffer_m) zone.set_buffer_m(*options.buffer_m);
  SetTimes(options, zone);
  v1::SetZoneResponse response;
  const grpc::Status set = Call(session, &v1::RiskPlanService::Stub::SetZone, request, response);
  if (!set.ok()) return ReportError(session.err(), set);
  if (was_there) {
    session.err() << "Zone " << options.id
                  << " was there and is drawn anew. Kept: " << Printable(KeptText(options, zone))
                  << ".\n";
  }
  session.Show(response);
  return ExitStatus::kDone;
}

std::string IsHours(const std::string& text) {
  if (text == kAlways) return "";
  return std::string(ParseHours(text).status().message());
}

std::string IsDayOrNone(const std::string& text) {
  return text == kNone || ParseDate(text) ? "" : "not a day of the form YYYY-MM-DD, nor none";
}

// What a zone that is there keeps unless it is given.
void AddTermOptions(CLI::App& verb, ZoneOptions& options) {
  CLI::Option* restriction =
      verb.add_flag("--restriction", options.restriction, "A zone to stay in");
  verb.add_flag("--exclusion", options.exclusion,
                "A zone to stay out of, as a new one is unless told otherwise")
      ->excludes(restriction);
  verb.add_option("--buffer", options.buffer_m,
                  "Metres around an exclusion zone; of a new one, 0 unless given")
      ->type_name("METRES")
      ->check(CLI::NonNegativeNumber);
  verb.add_option("--hours", options.hours,
                  "When it holds: \"Mon-Fri 08:30-15:30; Sat 22:00-06:00\", or always")
      ->type_name("HOURS")
      ->check(IsHours);
  verb.add_option("--from", options.from, "The first day, YYYY-MM-DD, or none")
      ->type_name("DAY")
      ->check(IsDayOrNone);
  verb.add_option("--until", options.until, "The last day, YYYY-MM-DD, or none")
      ->type_name("DAY")
      ->check(IsDayOrNone);
}

}  // namespace

void AddAddZone(CLI::App& plans, Session& session) {
  auto options = std::make_shared<ZoneOptions>();
  CLI::App& verb = AddNameVerb(
      plans, session,
      {"add-zone", "CANDIDATE",
       "Add a zone to a plan, or draw the one of the same id anew: that keeps its kind, buffer, "
       "hours and days unless others are given",
       kCandidatePattern, "/riskPlan"},
      [&session, options](const std::string& plan) { return AddZone(session, plan, *options); });
  verb.add_option("--id", options->id, "The zone's id; one that is there is drawn anew")
      ->type_name("ID")
      ->required();
  AddShapeOptions(verb, options->shape);
  AddTermOptions(verb, *options);
}

}  // namespace throughgate::cli
