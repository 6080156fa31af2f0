#include "services/identity/strict_json.h"

#include <set>
#include <utility>
#include <vector>

namespace throughgate::identity {
namespace {

using Json = nlohmann::json;

// Sees a text as it is parsed.
class Strictness {
 public:
  bool satisfied() const { return satisfied_; }

  void See(Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
      case Json::parse_event_t::array_start:
        names_.emplace_back();
        satisfied_ = satisfied_ && names_.size() <= kJsonDepthMax;
        break;
      case Json::parse_event_t::key:
        if (!names_.back().insert(parsed.get<std::string>()).second) satisfied_ = false;
        break;
      case Json::parse_event_t::object_end:
      case Json::parse_event_t::array_end:
        names_.pop_back();
        break;
      case Json::parse_event_t::value:
        break;
    }
  }

 private:
  std::vector<std::set<std::string>> names_;  // of the objects that are open
  bool satisfied_ = true;
};

}  // namespace

std::optional<Json> ParseStrictJson(std::string_view text) {
  // The parser takes a NUL for the end, whatever follows.
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  Strictness strictness;
  const auto see = [&strictness](int /*depth*/, Json::parse_event_t event, const Json& parsed) {
    strictness.See(event, parsed);
    return true;
  };
  Json json = Json::parse(text, see, /*allow_exceptions=*/false);
  if (!json.is_object() || !strictness.satisfied()) return std::nullopt;
  return json;
}

const Json* Member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

const std::string* TextMember(const Json& object, const char* name) {
  const Json* member = Member(object, name);
  return member == nullptr ? nullptr : member->get_ptr<const std::string*>();
}

}  // namespace throughgate::identity
