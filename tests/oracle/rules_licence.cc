// Licence conditions as they were written, read by the table.
#include "tests/oracle/licence_items.h"
#include "tests/oracle/rules.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// Whether the last day that the condition was filled in with is past.
bool IsOver(const WrittenCondition& written, Day today) {
  for (const auto& [name, kind] : written.line.inputs) {
    const std::vector<std::string>* const said = kind == "last-day" ? written.Said(name) : nullptr;
    if (said == nullptr || said->size() != 1) continue;
    const std::optional<Day> last = DayWritten(said->front());
    return last && *last < today;
  }
  return false;
}

// "on curfew hours (52faefcf of policy 4.0)".
std::string NameOfCondition(const WrittenCondition& written) {
  return "on " + written.line.about + " (" + written.line.code.substr(0, 8) + " of policy " +
         written.condition.policy_version + ")";
}

void AddLimit(const Asked& asked, const std::string& name, WorkAttribute attribute, bool barred,
              Sayings& says) {
  const std::string subject = NameOf(attribute) + (barred ? ", barred" : ", held for approval") +
                              " by the licence condition " + name;
  if (attribute == WorkAttribute::kDriving && asked.GoesByCar()) {
    says.push_back(Review("CONDITION_LIMITS_JOURNEY", subject));
  }
  if (asked.IsFreeOf(attribute)) return;
  if (!asked.Involves(attribute)) {
    says.push_back(Review("CONDITION_WORK_UNKNOWN", subject));
  } else if (barred && !asked.CanAvoid(attribute)) {
    says.push_back(Refuses("CONDITION_LIMITS_WORK", subject));
  } else {
    says.push_back(Review("CONDITION_LIMITS_WORK", subject));
  }
}

void AddLimits(const Asked& asked, const std::string& name, const LicenceLine& line,
               Sayings& says) {
  for (const WorkAttribute attribute : line.barred) AddLimit(asked, name, attribute, true, says);
  for (const WorkAttribute attribute : line.needs_approval) {
    AddLimit(asked, name, attribute, false, says);
  }
}

// A condition of a policy, which the table has and which is not over.
void AddRead(const Asked& asked, const WrittenCondition& written, Sayings& says) {
  const LicenceLine& line = written.line;
  const std::string name = NameOfCondition(written);
  const bool stood_for = StoodFor(written, asked.today());
  if (line.reading == "notice") {
    says.push_back(Passes("CONDITION_TO_KNOW", name + ": " + line.bearing));
  } else if (line.reading == "person") {
    says.push_back(Review("CONDITION_FOR_A_PERSON", name));
  } else if (line.reading == "item" && !stood_for) {
    says.push_back(Review("CONDITION_NOT_EXPRESSED", name + " by " + line.ItemsInWords()));
  } else if (stood_for && !ForbidsAsMuch(written)) {
    says.push_back(Review("CONDITION_EXPRESSED_BY_LESS", name));
  }
  // An item stands in the place of a limit, and beside what only an item can say.
  if (line.reading != "limit" || !stood_for) AddLimits(asked, name, line, says);
}

void Add(const Asked& asked, const RiskPlanTerms& plan, std::size_t index, Sayings& says) {
  const LicenceCondition& condition = plan.conditions[index];
  const std::string id =
      condition.id.empty() ? "number " + std::to_string(index + 1) : condition.id;
  if (condition.form == ConditionForm::kBespoke) {
    return says.push_back(Review("CONDITION_BESPOKE", id));
  }
  if (condition.form == ConditionForm::kImageOnly) {
    return says.push_back(Review("CONDITION_IMAGE_ONLY", id));
  }
  const LicenceLine* const line = LineOf(condition.policy_version, condition.code);
  if (line == nullptr) {
    return says.push_back(Review("CONDITION_NOT_UNDERSTOOD",
                                 condition.code + " of policy " + condition.policy_version));
  }
  const WrittenCondition written{plan, condition, *line};
  if (!IsOver(written, asked.today())) AddRead(asked, written, says);
}

}  // namespace

Sayings LicenceConditions(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (std::size_t i = 0; i < plan.conditions.size(); ++i) Add(asked, plan, i, says);
  if (plan.supervision == Supervision::kNotSupervised && IsToBeSeenTo(plan, asked.today())) {
    says.push_back(Review("CONDITIONS_WITHOUT_SUPERVISION"));
  }
  return says;
}

}  // namespace throughgate::oracle
