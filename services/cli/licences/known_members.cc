#include "services/cli/licences/known_members.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"

namespace throughgate::cli {
namespace {

// Of the public shape, of the service's own, and of the older one of home detention.
constexpr std::string_view kOfLicences[] = {
    "candidate",
    "id",
    "kind",
    "eligibleKind",
    "isVariation",
    "licenceType",
    "typeCode",
    "policyVersion",
    "version",
    "licenceVersion",
    "statusCode",
    "status",
    "licenceId",
    "prisonNumber",
    "nomsId",
    "bookingNo",
    "bookingId",
    "crn",
    "pnc",
    "cro",
    "prisonCode",
    "prisonDescription",
    "prisonTelephone",
    "forename",
    "middleNames",
    "surname",
    "dateOfBirth",
    "conditionalReleaseDate",
    "actualReleaseDate",
    "sentenceStartDate",
    "sentenceEndDate",
    "licenceStartDate",
    "licenceExpiryDate",
    "homeDetentionCurfewActualDate",
    "homeDetentionCurfewEndDate",
    "homeDetentionCurfewEligibilityDate",
    "topupSupervisionStartDate",
    "topupSupervisionExpiryDate",
    "postRecallReleaseDate",
    "hardStopDate",
    "hardStopWarningDate",
    "reviewDate",
    "earliestReleaseDate",
    "isEligibleForEarlyRelease",
    "isInHardStopPeriod",
    "isDueToBeReleasedInTheNextTwoWorkingDays",
    "isReviewNeeded",
    "isHdcMigration",
    "isInPssPeriod",
    "isActivatedInPssPeriod",
    "comUsername",
    "comStaffId",
    "comEmail",
    "responsibleComFullName",
    "updatedByFullName",
    "createdByFullName",
    "submittedByFullName",
    "probationAreaCode",
    "probationAreaDescription",
    "probationPduCode",
    "probationPduDescription",
    "probationLauCode",
    "probationLauDescription",
    "probationTeamCode",
    "probationTeamDescription",
    "appointmentPerson",
    "appointmentPersonType",
    "appointmentTime",
    "appointmentTimeType",
    "appointmentAddress",
    "licenceAppointmentAddress",
    "appointmentTelephoneNumber",
    "appointmentAlternativeTelephoneNumber",
    "spoDiscussion",
    "vloDiscussion",
    "approvedDate",
    "approvedDateTime",
    "approvedByName",
    "approvedByUsername",
    "submittedDate",
    "supersededDate",
    "dateCreated",
    "createdDateTime",
    "createdByUsername",
    "dateLastUpdated",
    "updatedDateTime",
    "updatedByUsername",
    "variationOf",
    "conditions",
    "standardLicenceConditions",
    "additionalLicenceConditions",
    "bespokeConditions",
    "standardPssConditions",
    "additionalPssConditions",
    "weeklyCurfewTimes",
    "curfewTimes",
    "firstNightCurfewTimes",
    "firstNight",
    "allCurfewTimesEqual",
    "curfewAddress",
    "electronicMonitoringProvider",
    "electronicMonitoringProviderStatus",
};

constexpr std::string_view kOfOrders[] = {
    "candidate",
    "id",
    "versionId",
    "status",
    "type",
    "isValid",
    "username",
    "submittedBy",
    "lastUpdatedBy",
    "lastUpdatedDateTime",
    "ownerCohort",
    "isOwner",
    "isSentencingAct",
    "dataDictionaryVersion",
    "fmsResultId",
    "fmsResultDate",
    "deviceWearer",
    "deviceWearerResponsibleAdult",
    "contactDetails",
    "addresses",
    "additionalDocuments",
    "installationAndRisk",
    "installationLocation",
    "installationAppointment",
    "detailsOfInstallation",
    "interestedParties",
    "probationDeliveryUnit",
    "orderParameters",
    "variationDetails",
    "mappa",
    "offences",
    "offenceAdditionalDetails",
    "dapoClauses",
    "monitoringConditions",
    "curfewConditions",
    "curfewTimeTable",
    "curfewReleaseDateConditions",
    "enforcementZoneConditions",
    "mandatoryAttendanceConditions",
    "monitoringConditionsTrail",
    "monitoringConditionsAlcohol",
};

constexpr std::string_view kOfSets[] = {"AP", "PSS"};
constexpr std::string_view kOfASet[] = {"standard", "additional", "bespoke"};
constexpr std::string_view kOfACondition[] = {"id",
                                              "type",
                                              "category",
                                              "code",
                                              "text",
                                              "hasImageUpload",
                                              "restrictions",
                                              "version",
                                              "sequence",
                                              "textPlural",
                                              "data",
                                              "uploadSummary",
                                              "readyToSubmit",
                                              "requiresInput",
                                              "expandedText"};

// The five kinds of monitoring are flags, and read. What the order was made for and by whom, and
// the schemes that it is of, lay nothing down; the days only end a device.
constexpr std::string_view kOfMonitoring[] = {
    "id",          "versionId",     "orderId", "startDate",
    "endDate",     "orderType",     "caseId",  "orderTypeDescription",
    "curfew",      "exclusionZone", "trail",   "mandatoryAttendance",
    "alcohol",     "conditionType", "isValid", "isTagAtSourceAvailable",
    "offenceType", "sentenceType",  "issp",    "hdc",
    "prarr",       "pilot"};
constexpr std::string_view kOfCurfews[] = {
    "id",      "versionId",     "orderId",           "startDate",
    "endDate", "curfewAddress", "curfewDescription", "curfewAdditionalDetails"};
constexpr std::string_view kOfReleases[] = {"id",        "versionId", "orderId",      "releaseDate",
                                            "startTime", "endTime",   "curfewAddress"};
constexpr std::string_view kOfTimes[] = {"id",        "versionId", "orderId",      "dayOfWeek",
                                         "startTime", "endTime",   "curfewAddress"};
constexpr std::string_view kOfHomeTimes[] = {"id",        "licenceId",       "curfewTimesSequence",
                                             "fromDay",   "fromTime",        "untilDay",
                                             "untilTime", "createdTimestamp"};
constexpr std::string_view kOfHomeNights[] = {
    "id",        "licenceId",      "curfewTimesSequence", "fromTime",
    "untilTime", "firstNightFrom", "firstNightUntil",     "createdTimestamp"};

}  // namespace

const std::span<const std::string_view> kLicenceMembers = kOfLicences;
const std::span<const std::string_view> kOrderMembers = kOfOrders;
const std::span<const std::string_view> kSetsMembers = kOfSets;
const std::span<const std::string_view> kSetMembers = kOfASet;
const std::span<const std::string_view> kConditionMembers = kOfACondition;
const std::span<const std::string_view> kMonitoringMembers = kOfMonitoring;
const std::span<const std::string_view> kCurfewMembers = kOfCurfews;
const std::span<const std::string_view> kReleaseMembers = kOfReleases;
const std::span<const std::string_view> kTimesMembers = kOfTimes;
const std::span<const std::string_view> kHomeTimesMembers = kOfHomeTimes;
const std::span<const std::string_view> kHomeNightMembers = kOfHomeNights;

void NoteUnknownMembers(const nlohmann::json& object, std::span<const std::string_view> known,
                        const std::string& where, Licence& licence) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known, name) != known.end() || SaysNothing(value)) continue;
    HoldMember(where.empty() ? name : absl::StrCat(where, ".", name),
               "No such member is known here. Record by hand what it lays down.", licence);
  }
}

}  // namespace throughgate::cli
