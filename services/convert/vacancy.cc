#include "services/convert/vacancy.h"

#include <set>
#include <string>
#include <vector>

#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

using matcher::SiteMode;

constexpr TextLimits kTitle{.max = 300, .required = true};
constexpr TextLimits kDescription{.max = 10'000, .lines = true};
constexpr Range kPay{.min = 0, .max = 65'000};
constexpr Range kPositions{.min = 0, .max = 10'000};

using WireTexts = google::protobuf::RepeatedPtrField<std::string>;
using WireOccupations = google::protobuf::RepeatedPtrField<v1::VacancyOccupation>;
using WireSkills = google::protobuf::RepeatedPtrField<v1::RequiredSkill>;

// The last parts of the names of sites of `employer`.
std::vector<std::string> ReadSites(const WireTexts& wire, const std::string& employer,
                                   const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancySitesMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const std::string& name, const Field& here) {
    const auto site = ReadName<matcher::SiteName>(name, here);
    if (!site.employer.empty() && site.employer != employer) {
      here.Refuse("Is a site of another employer.");
    }
    CheckOnce(seen, name, here);
    return site.site;
  });
}

std::vector<matcher::VacancyOccupation> ReadOccupations(const WireOccupations& wire,
                                                        const ReferenceData& reference,
                                                        const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancyOccupationsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::VacancyOccupation& occupation, const Field& here) {
    CheckOnce(seen, occupation.code(), here["code"]);
    return matcher::VacancyOccupation{
        .code = ReadOccupationCode(occupation.code(), reference, here["code"])};
  });
}

std::vector<matcher::RequiredSkill> ReadSkills(const WireSkills& wire,
                                               const ReferenceData& reference, const Field& at) {
  CheckCount(static_cast<std::size_t>(wire.size()), matcher::kVacancySkillsMax, at);
  std::set<std::string> seen;
  return ReadEach(wire, at, [&](const v1::RequiredSkill& skill, const Field& here) {
    CheckOnce(seen, skill.code(), here["code"]);
    return matcher::RequiredSkill{
        .code = ReadSkillCode(skill.code(), reference, here["code"]),
        .level = ReadSkillLevel(skill.level(), here["level"]),
        .essential = skill.essential()};
  });
}

void ReadText(...)
