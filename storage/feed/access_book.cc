#include "storage/feed/access_book.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::storage {

using format::RecordKind;
using matcher::GrantName;
using matcher::OrganisationId;

absl::StatusOr<AccessBook> AccessBook::Load(const Store& store, Revision revision) {
  AccessBook book;
  for (const std::string_view prefix : {format::kOrganisationsPrefix, format::kGrantsPrefix}) {
    PageRequest request;
    do {
      const absl::StatusOr<Page> page = store.List(prefix, request, revision);
      if (!page.ok()) return page.status();
      for (const Record& record : page->records) {
        const absl::Status status = book.Put(record.key, record.value, record.version);
        if (!status.ok()) return status;
      }
      request.after = page->next;
    } while (!request.after.empty());
  }
  return book;
}

std::span<const HeldGrant> AccessBook::GrantsOf(const std::string& subject) const {
  const auto found = grants_.find(subject);
  if (found == grants_.end()) return {};
  return *found->second;
}

const format::OrganisationTerms* AccessBook::Find(const OrganisationId& organisation) const {
  const auto found = organisations_.find(organisation);
  return found == organisations_.end() ? nullptr : &found->second;
}

absl::StatusOr<bool> AccessBook::Take(const Write& write, Revision revision) {
  const std::optional<format::ParsedKey> key = format::ParseKey(write.key);
  if (!key) return false;
  if (key->kind != RecordKind::kOrganisationTerms && key->kind != RecordKind::kGrantTerms) {
    return false;
  }
  if (write.value) {
    const absl::Status status = Put(write.key, *write.value, revision);
    if (!status.ok()) return status;
    return true;
  }
  if (key->kind == RecordKind::kGrantTerms) {
    Remove(std::get<GrantName>(key->name));
  } else {
    organisations_.erase(std::get<OrganisationId>(key->name));
  }
  return true;
}

absl::Status AccessBook::Put(const std::string& key, const std::string& value, Revision version) {
  const std::optional<format::ParsedKey> parsed = format::ParseKey(key);
  if (!parsed) return absl::OkStatus();
  if (parsed->kind == RecordKind::kOrganisationTerms) {
    return format::Decode(key, value, organisations_[std::get<OrganisationId>(parsed->name)]);
  }
  if (parsed->kind != RecordKind::kGrantTerms) return absl::OkStatus();
  HeldGrant held{.grant = {.name = std::get<GrantName>(parsed->name), .terms = {}},
                 .version = version};
  const absl::Status status = format::Decode(key, value, held.grant.terms);
  if (status.ok()) PutGrant(std::move(held));
  return status;
}

void AccessBook::PutGrant(HeldGrant held) {
  const GrantName name = held.grant.name;
  Remove(name);
  const std::string& subject = held.grant.terms.subject;
  subjects_[name] = subject;
  std::shared_ptr<const Grants>& of_subject = grants_[subject];
  Grants all = of_subject ? *of_subject : Grants();
  const auto by_name = [](const HeldGrant& one) -> const GrantName& { return one.grant.name; };
  all.insert(std::ranges::lower_bound(all, name, {}, by_name), std::move(held));
  of_subject = std::make_shared<const Grants>(std::move(all));
}

void AccessBook::Remove(const GrantName& name) {
  const auto subject = subjects_.find(name);
  if (subject == subjects_.end()) return;
  std::shared_ptr<const Grants>& of_subject = grants_[subject->second];
  Grants all = *of_subject;
  std::erase_if(all, [&](const HeldGrant& one) { return one.grant.name == name; });
  of_subject = std::make_shared<const Grants>(std::move(all));
  subjects_.erase(subject);
}

}  // namespace throughgate::storage
