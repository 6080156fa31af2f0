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

}  // namespace

const std::span<const std::string_view> kLicenceMembers = kOfLicences;
const std::span<const std::string_view> kOrderMembers = kOfOrders;
const std::span<const std::string_view> kSetsMembers = kOfSets;
const std::span<const std::string_view> kSetMembers = kOfASet;
const std::span<const std::string_view> kConditionMembers = kOfACondition;

void NoteUnknownMembers(const nlohmann::json& object, std::span<const std::string_view> known,
                        const std::string& where, Licence& licence) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known, name) != known.end() || SaysNothing(value)) continue;
    Hold(absl::StrCat(HeldPrefix(licence), "members"),
         {where.empty() ? name : absl::StrCat(where, ".", name),
          "No such member is known here. Record by hand what it lays down."},
         licence);
  }
}

}  // namespace throughgate::cli
