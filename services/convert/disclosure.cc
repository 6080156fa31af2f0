#include "services/convert/disclosure.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include "absl/strings/escaping.h"
#include "services/convert/dates.h"
#include "services/convert/isco.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/convert/week.h"
#include "services/convert/zone.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kWorkApprovalsMax = 50;
constexpr std::size_t kApprovedGroupsMax = 20;
constexpr std::int32_t kApprovalDaysMax = 366;
constexpr TextLimits kConditions{.max = 500, .lines = true};
constexpr std::size_t kNoContactMax = 50;
constexpr std::size_t kNamesMax = 50;
constexpr std::size_t kKeptNamesMax = 100;
constexpr std::size_t kSharedGroupsMax = 50;
constexpr std::size_t kSharedAreasMax = 20;

matcher::Day ReadValidTo(const v1::WorkApproval& wire, matcher::Day today, const Field& at) {
  const auto day = ReadOptionalDate(wire.has_valid_to(), wire.valid_to(), at);
  if (!day) {
    at.Refuse("Is required.");
  } else if (day->since_epoch - today.since_epoch > kApprovalDaysMax) {
    at.Refuse("Is more than 366 days away. Approve until an earlier day, and again then.");
  }
  return day.value_or(today);
}

// 16 bytes, as 22 characters that mean nothing to anybody.
std::string FormatDigest(const matcher::NameDigest& digest) {
  return absl::WebSafeBase64Escape({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

matcher::NameDigest ReadDigest(const std::string& wire, const Field& at) {
  std::string bytes;
  matcher::NameDigest digest = {};
  if (!absl::WebSafeBase64Unescape(wire, &bytes) || bytes.size() != digest.size() ||
      absl::WebSafeBase64Escape(bytes) != wire) {
    at.Refuse("Is not what GetRiskPlan gave. Send it as it was, or leave it out.");
    return digest;
  }
  std::ranges::copy(bytes, reinterpret_cast<char*>(digest.data()));
  return digest;
}

matcher::NoContact ReadEntry(const v1::NoContact& wire, Digest digest, const Field& at) {
  matcher::NoContact entry;
  entry.id = ReadId(wire.no_contact_id(), at["no_contact_id"]);
  entry.kind = ReadRequiredEnum<matcher::NoContactKind>(wire.kind(), at["kind"]);
  CheckCount(static_cast<std::size_t>(wire.employers_size()), kNamesMax, at["employers"]);
  CheckCount(static_cast<std::size_t>(wire.sites_size()), kNamesMax, at["sites"]);
  CheckCount(static_cast<std::size_t>(wire.names_size()), kKeptNamesMax, at["names"]);
  for (std::size_t i = 0; const std::string& name : wire.employers()) {
    entry.names.push_back(
        digest(ReadName<matcher::EmployerName>(name, at["employers"][i++]).ToString()));
  }
  for (std::size_t i = 0; const std::string& name : wire.sites()) {
    entry.names.push_back(digest(ReadName<matcher::SiteName>(name, at["sites"][i++]).ToString()));
  }
  for (std::size_t i = 0; const std::string& kept : wire.names()) {
    entry.names.push_back(ReadDigest(kept, at["names"][i++]));
  }
  std::ranges::sort(entry.names);
  entry.names.erase(std::ranges::unique(entry.names).begin(), entry.names.end());
  if (entry.names.empty()) {
    at["employers"].Refuse("Needs at least one employer or site.");
  } else {
    CheckCount(entry.names.size(), kKeptNamesMax, at["names"]);
  }
  return entry;
}

}  // namespace

matcher::WorkApproval ReadWorkApproval(const v1::WorkApproval& wire, matcher::Day today,
                                       const Field& at) {
  matcher::WorkApproval approval;
  approval.id = ReadId(wire.work_approval_id(), at["work_approval_id"]);
  approval.approved_on = today;
  approval.valid_to = ReadValidTo(wire, today, at["valid_to"]);
  if (approval.valid_to < today) return approval;
  approval.occupations = ReadIscoGroups(wire.occupations(), kApprovedGroupsMax, at["occupations"]);
  if (!wire.vacancy().empty()) {
    approval.vacancy = ReadName<matcher::VacancyName>(wire.vacancy(), at["vacancy"]);
  }
  if (wire.occupations().empty() == wire.vacancy().empty()) {
    at["occupations"].Refuse("Say types of work or one vacancy, and not both.");
  }
  approval.conditions = ReadText(wire.conditions(), kConditions, at["conditions"]);
  return approval;
}

void PutWorkApproval(const matcher::WorkApproval& approval, matcher::Day today, const Field& at,
                     std::vector<matcher::WorkApproval>& standing) {
  const auto same = std::ranges::find(standing, approval.id, &matcher::WorkApproval::id);
  if (approval.valid_to < today) {
    if (same == standing.end()) {
      at["valid_to"].Refuse("Is past, and there is no approval of this id to end.");
    } else {
      same->valid_to = std::min(same->valid_to, approval.valid_to);
    }
    return;
  }
  if (same != standing.end()) standing.erase(same);
  if (standing.size() >= kWorkApprovalsMax) {
    std::erase_if(standing, [&](const auto& one) { return one.valid_to < today; });
  }
  if (standing.size() >= kWorkApprovalsMax) {
    at.Refuse("There are 50 that have not ended. End one by setting a valid_to that is past.");
  }
  standing.push_back(approval);
}

v1::WorkApproval WriteWorkApproval(const matcher::WorkApproval& approval) {
  v1::WorkApproval wire;
  wire.set_work_approval_id(approval.id);
  for (const std::string& group : approval.occupations) wire.add_occupations(group);
  if (approval.vacancy) wire.set_vacancy(approval.vacancy->ToString());
  wire.set_conditions(approval.conditions);
  *wire.mutable_approved_on() = WriteDate(approval.approved_on);
  *wire.mutable_valid_to() = WriteDate(approval.valid_to);
  return wire;
}

std::vector<matcher::NoContact> ReadNoContact(
    const google::protobuf::RepeatedPtrField<v1::NoContact>& wire, Digest digest, const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), kNoContactMax, at);
  std::set<std::string> ids;
  return ReadEach(wire, at, [&](const v1::NoContact& entry, const Field& here) {
    CheckOnce(ids, entry.no_contact_id(), here["no_contact_id"]);
    return ReadEntry(entry, digest, here);
  });
}

v1::NoContact WriteNoContact(const matcher::NoContact& entry) {
  v1::NoContact wire;
  wire.set_no_contact_id(entry.id);
  wire.set_kind(WriteEnum<v1::NoContactKind>(entry.kind));
  for (const matcher::NameDigest& name : entry.names) wire.add_names(FormatDigest(name));
  return wire;
}

matcher::SharedEffects ReadSharedEffects(
    const v1::SharedEffects& wire, const matcher::RiskPlanTerms& plan,
    absl::FunctionRef<matcher::SharedArea(const matcher::Zone&)> disc, const Field& at) {
  matcher::SharedEffects effects;
  effects.attributes =
      ReadSet<matcher::WorkAttribute, v1::WorkAttribute>(wire.attributes(), at["attributes"]);
  effects.occupations = ReadIscoGroups(wire.occupations(), kSharedGroupsMax, at["occupations"]);
  effects.hours = ReadWeek(wire.hours(), at["hours"]);
  CheckCount(static_cast<std::size_t>(wire.areas_size()), kSharedAreasMax, at["areas"]);
  std::set<std::string> zones;
  for (std::size_t i = 0; const v1::SharedArea& area : wire.areas()) {
    const Field here = at["areas"][i++]["zone_id"];
    CheckOnce(zones, area.zone_id(), here);
    const auto zone = std::ranges::find(plan.zones, area.zone_id(), &matcher::Zone::id);
    if (zone == plan.zones.end() || zone->kind != matcher::ZoneKind::kExclusion) {
      here.Refuse("Is not an exclusion zone of this plan. Give the zone_id of one.");
    } else {
      effects.areas.push_back(disc(*zone));
    }
  }
  return effects;
}

v1::SharedEffects WriteSharedEffects(const matcher::SharedEffects& effects) {
  v1::SharedEffects wire;
  *wire.mutable_attributes() = WriteSet(effects.attributes);
  for (const std::string& group : effects.occupations) wire.add_occupations(group);
  *wire.mutable_hours() = WriteWeek(effects.hours);
  for (const matcher::SharedArea& area : effects.areas) {
    v1::SharedArea& entry = *wire.add_areas();
    entry.set_zone_id(area.id);
    *entry.mutable_disc()->mutable_centre() = WriteVertex(area.centre);
    entry.mutable_disc()->set_radius_m(static_cast<std::int32_t>(area.radius.value));
  }
  return wire;
}

}  // namespace throughgate::services
