// The members that the Ministry's shapes are known to have: whatever else stands there is told.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_KNOWN_MEMBERS_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_KNOWN_MEMBERS_H_

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "services/cli/licences/licence.h"

namespace throughgate::cli {

extern const std::span<const std::string_view> kLicenceMembers;    // of both shapes of a licence
extern const std::span<const std::string_view> kOrderMembers;      // of an order of monitoring
extern const std::span<const std::string_view> kSetsMembers;       // AP and PSS
extern const std::span<const std::string_view> kSetMembers;        // standard, additional, bespoke
extern const std::span<const std::string_view> kConditionMembers;  // of one condition
// Of the parts of an order: monitoringConditions, curfewConditions, curfewReleaseDateConditions and
// an entry of curfewTimeTable.
extern const std::span<const std::string_view> kMonitoringMembers;
extern const std::span<const std::string_view> kCurfewMembers;
extern const std::span<const std::string_view> kReleaseMembers;
extern const std::span<const std::string_view> kTimesMembers;
// Of home detention: an entry of the week, and the first night under either name.
extern const std::span<const std::string_view> kHomeTimesMembers;
extern const std::span<const std::string_view> kHomeNightMembers;

// Notes each member of `object` that is not known and says something; `where` is what it stands in,
// "conditions.AP", or empty. What it says is not told. One condition, ending in "members", stands
// for all of them, since any may lay something down.
void NoteUnknownMembers(const nlohmann::json& object, std::span<const std::string_view> known,
                        const std::string& where, Licence& licence);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_KNOWN_MEMBERS_H_
