#include "services/edge/edit.h"

#include <utility>

namespace throughgate::services {

void Edit::Guard(std::string key, storage::Revision version) {
  guards_.emplace(std::move(key), version);
}

void Edit::Write(std::string key, std::string value) {
  writes_.insert_or_assign(std::move(key), std::move(value));
}

void Edit::Delete(std::string key) { writes_.insert_or_assign(std::move(key), std::nullopt); }

std::size_t Edit::bytes() const {
  std::size_t bytes = 0;
  for (const auto& [key, version] : guards_) bytes += key.size();
  for (const auto& [key, value] : writes_) bytes += key.size() + (value ? value->size() : 0);
  return bytes;
}

storage::Transaction Edit::transaction() const {
  storage::Transaction transaction;
  for (const auto& [key, version] : guards_) transaction.guards.push_back({key, version});
  for (const auto& [key, value] : writes_) transaction.writes.push_back({key, value});
  return transaction;
}

}  // namespace throughgate::services
