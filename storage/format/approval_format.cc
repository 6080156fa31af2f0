#include "storage/format/approval_format.h"

#include <algorithm>

namespace throughgate::format {
namespace {

void StoreApproval(const matcher::WorkApproval& approval, v1::WorkApproval& stored) {
  stored.set_id(approval.id);
  for (const std::string& group : approval.occupations) stored.add_occupations(group);
  if (approval.vacancy) {
    stored.mutable_vacancy()->set_employer(approval.vacancy->employer);
    stored.mutable_vacancy()->set_vacancy(approval.vacancy->vacancy);
  }
  stored.set_conditions(approval.conditions);
  stored.set_approved_on_day(approval.approved_on.since_epoch);
  stored.set_valid_to_day(approval.valid_to.since_epoch);
}

matcher::VacancyName ReadVacancyName(const v1::VacancyName& stored, Reader&) {
  return {.employer = stored.employer(), .vacancy = stored.vacancy()};
}

matcher::WorkApproval ReadApproval(const v1::WorkApproval& stored, Reader& reader) {
  matcher::WorkApproval approval;
  approval.id = stored.id();
  approval.occupations.assign(stored.occupations().begin(), stored.occupations().end());
  if (stored.has_vacancy()) approval.vacancy = reader.One(stored.vacancy(), ReadVacancyName);
  approval.conditions = stored.conditions();
  approval.approved_on = {stored.approved_on_day()};
  approval.valid_to = {stored.valid_to_day()};
  return approval;
}

void StoreNoContact(const matcher::NoContact& entry, v1::NoContact& stored) {
  stored.set_id(entry.id);
  stored.set_kind(static_cast<std::uint32_t>(entry.kind));
  for (const matcher::NameDigest& name : entry.names) stored.add_names(name.data(), name.size());
}

matcher::NoContact ReadNoContact(const v1::NoContact& stored, Reader& reader) {
  matcher::NoContact entry;
  entry.id = stored.id();
  entry.kind = reader.UpTo(matcher::NoContactKind::kGroup, stored.kind());
  for (const std::string& bytes : stored.names()) {
    matcher::NameDigest& name = entry.names.emplace_back();
    if (bytes.size() == name.size()) {
      std::ranges::copy(bytes, name.begin());
    } else {
      reader.Damaged("a name that is not 16 bytes");
    }
  }
  return entry;
}

}  // namespace

void StoreApprovals(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& approval : plan.work_approvals) {
    StoreApproval(approval, *stored.add_work_approvals());
  }
  for (const auto& entry : plan.no_contact) StoreNoContact(entry, *stored.add_no_contact());
}

void ReadApprovals(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.work_approvals = reader.Each(stored.work_approvals(), ReadApproval);
  plan.no_contact = reader.Each(stored.no_contact(), ReadNoContact);
}

}  // namespace throughgate::format
