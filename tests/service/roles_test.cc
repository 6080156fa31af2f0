// Who may call what: every method by every role, in every state that a caller can be in, through a
// generic client, so that a method cannot be forgotten.
//
// What is expected is written here, apart from the server's own table: the roles of each method,
// and what each column comes to. A cell is a method, a role and a column, and each is called.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "services/identity/base64url.h"
#include "services/identity/testing/signing_key.h"
#include "tests/service/test_server.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using identity::SigningKey;

// What a method is about, beside its roles.
constexpr char kAnything[] = "";
constexpr char kTheCaller[] = "the caller";    // anybody who is known may ask
constexpr char kTheService[] = "the service";  // administrators of the operating organisation
// Else the field that names an organisation, or something in it.

struct Row {
  std::string roles;
  std::string about = kAnything;
};

// b a broker, e engagement, p probation, s senior probation, c custody, v an evaluator, u an
// auditor, a an administrator.
const std::map<char, std::string> kRoleOf = {
    {'b', "broker"},  {'e', "engagement"}, {'p', "probation"}, {'s', "senior-probation"},
    {'c', "custody"}, {'v', "evaluator"},  {'u', "auditor"},   {'a', "administrator"}};
constexpr char kAll[] = "bepscvua";

const std::map<std::string, std::map<std::string, Row>> kExpected = {
    {"AccessService",
     {{"GetCaller", {kAll, kTheCaller}},
      {"CreateOrganisation", {"a", kTheService}},
      {"GetOrganisation", {kAll}},
      {"UpdateOrganisation", {"a", kTheService}},
      {"ListOrganisations", {kAll}},
      {"CreateGrant", {"a", "parent"}},
      {"CoverCaseload", {"bpsca", "parent"}},
      {"RevokeGrant", {kAll, "name"}},
      {"GetGrant", {"sua", "name"}},
      {"ListGrants", {"sua", "parent"}}}},
    {"EmployerService",
     {{"CreateEmployer", {"e"}},
      {"GetEmployer", {kAll}},
      {"UpdateEmployer", {"e"}},
      {"ListEmployers", {kAll}},
      {"ImportEmployers", {"e"}},
      {"CreateSite", {"e"}},
      {"GetSite", {kAll}},
      {"UpdateSite", {"e"}},
      {"VerifySite", {"ec"}},
      {"ListPostingFlags", {"a", kTheService}},
      {"ListSites", {kAll}}}},
    {"VacancyService",
     {{"CreateVacancy", {"e"}},
      {"GetVacancy", {kAll}},
      {"UpdateVacancy", {"e"}},
      {"ListVacancies", {kAll}},
      {"CloseVacancy", {"e"}},
      {"ImportVacancies", {"e"}},
      {"CreateWorkTrialSlot", {"e"}},
      {"ListWorkTrialSlots", {kAll}},
      {"CancelWorkTrialSlot", {"e"}}}},
    {"CandidateService",
     {{"CreateCandidate", {"bc"}},
      {"GetCandidate", {"bpsc"}},
      {"UpdateCandidate", {"bc"}},
      {"ListCandidates", {"bpsc"}},
      {"ImportCandidates", {"bc"}},
      {"CreateLinkCode", {"bpsc"}},
      {"LinkCandidate", {"bpsc"}},
      {"SetCandidateReference", {"bpsc"}},
      {"UnlinkCandidate", {"bpsc"}}}},
    {"RiskPlanService",
     {{"GetRiskPlan", {"ps"}},
      {"SetRiskPlan", {"ps"}},
      {"ReviewRiskPlan", {"ps"}},
      {"SetWorkApproval", {"ps"}},
      {"SetZone", {"ps"}},
      {"GetSharedEffects", {"ps"}},
      {"SetSharedEffects", {"ps"}},
      {"SuggestSharedEffects", {"ps"}},
      {"ListRiskPlansDue", {"ps"}},
      {"ImportRiskPlans", {"ps"}}}},
    {"MatchService",
     {{"FindVacancies", {"bpsc"}},
      {"FindCandidates", {"bepsc"}},
      {"FindVacanciesBatch", {"bpsc"}},
      {"ExplainMatch", {"bpsc"}},
      {"PreviewSharedEffects", {"ps"}}}},
    {"ReferenceService",
     {{"GetReferenceData", {kAll}},
      {"FindConcepts", {kAll}},
      {"ImportTaxonomy", {"ea"}},
      {"ImportGazetteer", {"ea"}},
      {"ImportPremises", {"ps"}},
      {"ImportAreas", {"ps"}}}},
};

// What a call comes to at the door. "" is that it gets past it.
constexpr char kAdmitted[] = "";
constexpr char kNotTheRole[] = "ROLE_NOT_PERMITTED";
constexpr char kNotTheGrant[] = "GRANT_NOT_PERMITTED";
constexpr char kNoToken[] = "CALLER_UNKNOWN authorization";
constexpr char kNoRole[] = "CALLER_UNKNOWN throughgate-role";
constexpr char kNoOrganisation[] = "CALLER_UNKNOWN throughgate-organisation";

// One state of a caller.
struct Column {
  std::string name;
  std::function<Metadata(const std::string& role)> metadata;
  // For a role that may call the method; for any other; and where the method asks for none.
  std::string permitted = kNotTheRole;
  std::string other = kNotTheRole;
  std::string anybody = kAdmitted;
  bool operates = false;                // the caller's organisation operates the service
  std::string asks_about = "somebody";  // the organisation that the request names
};

Column Refusing(const std::string& name, std::function<Metadata(const std::string&)> metadata,
                const std::string& reason, const std::string& anybody) {
  return {.name = name,
          .metadata = std::move(metadata),
          .permitted = reason,
          .other = reason,
          .anybody = anybody};
}

std::string Expected(const Row& row, char role, const Column& column) {
  if (row.about == kTheCaller) return column.anybody;
  if (row.roles.find(role) == row.roles.npos) return column.other;
  if (column.permitted != kAdmitted) return column.permitted;
  if (column.operates && role == 'a') return kAdmitted;
  if (row.about == kAnything) return kAdmitted;
  const bool own = row.about != kTheService && !column.operates && column.asks_about == "somebody";
  return own ? kAdmitted : kNotTheGrant;
}

// The organisations of columns whose callers have grants that are not in force.
void Seed(storage::Store& store, absl::Time now) {
  const auto put = [&](const std::string& id, auto change_organisation, auto change_grant) {
    format::Organisation organisation = OrganisationInTests(id);
    change_organisation(organisation.terms);
    std::vector<format::Grant> grants = EveryGrantInTests(id, now);
    for (format::Grant& grant : grants) change_grant(grant.terms);
    PutAccess(store, organisation, grants);
  };
  const auto as_it_is = [](auto&) {};
  using Organisation = format::OrganisationTerms;
  using Grant = format::GrantTerms;
  put("elsewhere", as_it_is, as_it_is);
  put("expired", as_it_is, [&](Grant& grant) {
    grant.from = now - absl::Hours(1);
    grant.until = now;  // the first instant at which it no longer holds
  });
  put("not-begun", as_it_is, [&](Grant& grant) { grant.from = now + absl::Seconds(1); });
  put("revoked", as_it_is, [&](Grant& grant) {
    grant.from = now - absl::Hours(1);
    grant.until = now - absl::Seconds(1);
    grant.revoked_by = "somebody-else";
  });
  put("standing-in", as_it_is, [&](Grant& grant) { grant.kind = format::GrantKind::kCover; });
  put(
      "suspended", [](Organisation& terms) { terms.suspended = true; }, as_it_is);
  put(
      "without-roles", [](Organisation& terms) { terms.roles = 0; }, as_it_is);
}

// A call with `bearer` instead of what the role's own token is.
Metadata WithToken(const std::string& role, const std::string& bearer) {
  Metadata metadata = CallerMetadata({role, "somebody"});
  metadata[0].second = bearer;
  return metadata;
}

nlohmann::json ClaimsOfRole(const std::string& role) {
  return ClaimsInTests(SubjectOf({role, "somebody"}));
}

// A token of `key` in which `change` has changed the claims.
Column BadClaims(const std::string& name, std::function<void(nlohmann::json&)> change) {
  return Refusing(
      name,
      [change](const std::string& role) {
        nlohmann::json claims = ClaimsOfRole(role);
        change(claims);
        return WithToken(role, "Bearer " + KeyInTests().Token(claims));
      },
      kNoToken, kNoToken);
}

// A token whose header says another algorithm, and that `sign` signs.
Column BadSignature(const std::string& name, const std::string& algorithm,
                    std::function<std::string(const std::string&)> sign) {
  return Refusing(
      name,
      [=](const std::string& role) {
        nlohmann::json header = KeyInTests().Header();
        header["alg"] = algorithm;
        const std::string text = identity::Base64Url(header.dump()) + "." +
                                 identity::Base64Url(ClaimsOfRole(role).dump());
        return WithToken(role, "Bearer " + text + "." + identity::Base64Url(sign(text)));
      },
      kNoToken, kNoToken);
}

// With the public key for a secret, as a server that lets the header choose would take it.
std::string HmacUnderPublicKey(const std::string& text) {
  const std::string secret = KeyInTests().Jwk().dump();
  std::string mac(EVP_MAX_MD_SIZE, '\0');
  unsigned int bytes = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
       reinterpret_cast<unsigned char*>(mac.data()), &bytes);
  return mac.substr(0, bytes);
}

std::int64_t SecondsFromNow(absl::Duration after) {
  return absl::ToUnixSeconds(absl::Now() + after);
}

// Who is who they say, and what their grants are.
std::vector<Column> GrantColumns() {
  const auto of = [](const std::string& organisation) {
    return [organisation](const std::string& role) { return CallerMetadata({role, organisation}); };
  };
  const auto token_only = [](const std::string& role) {
    return Metadata{{"authorization", TokenOf(SubjectOf({role, "somebody"}))}};
  };
  const auto says_somebody = [](const std::string& role) {
    return CallerMetadata(SubjectOf({role, "elsewhere"}), {role, "somebody"});
  };
  const auto stranger = [](const std::string& role) {
    return CallerMetadata("stranger", {role, "somebody"});
  };
  return {
      {.name = "own organisation", .metadata = of("somebody"), .permitted = kAdmitted},
      {.name = "own organisation, left out", .metadata = token_only, .permitted = kAdmitted},
      {.name = "own organisation, about another",
       .metadata = of("somebody"),
       .permitted = kAdmitted,
       .asks_about = "elsewhere"},
      {.name = "operating organisation, about another",
       .metadata = of(kOperatorInTests),
       .permitted = kAdmitted,
       .operates = true},
      {.name = "a grant of another organisation", .metadata = says_somebody},
      {.name = "no grants", .metadata = stranger},
      {.name = "expired grant", .metadata = of("expired")},
      {.name = "grant not begun", .metadata = of("not-begun")},
      {.name = "revoked grant", .metadata = of("revoked")},
      {.name = "only a grant to stand in", .metadata = of("standing-in")},
      {.name = "suspended organisation", .metadata = of("suspended")},
      {.name = "organisation without the role", .metadata = of("without-roles")},
  };
}

// Who is not known.
std::vector<Column> TokenColumns() {
  const auto no_token = [](const std::string& role) {
    Metadata metadata = CallerMetadata({role, "somebody"});
    metadata.erase(metadata.begin());
    return metadata;
  };
  const auto two_tokens = [](const std::string& role) {
    Metadata metadata = CallerMetadata({role, "somebody"});
    metadata.push_back(metadata[0]);
    return metadata;
  };
  const auto other_key = [](const std::string& kid) {
    return [key = std::make_shared<SigningKey>(SigningKey::Ec(kid))](const std::string& role) {
      return WithToken(role, "Bearer " + key->Token(ClaimsOfRole(role)));
    };
  };
  const auto no_bearer = [](const std::string& role) {
    return WithToken(role, KeyInTests().Token(ClaimsOfRole(role)));
  };
  using Claims = nlohmann::json;
  return {
      Refusing("no token", no_token, kNoToken, kNoToken),
      Refusing("repeated token", two_tokens, kNoToken, kNoToken),
      Refusing("token without its scheme", no_bearer, kNoToken, kNoToken),
      BadClaims("expired token",
                [](Claims& claims) {
                  claims["iat"] = SecondsFromNow(-absl::Hours(1));
                  claims["exp"] = SecondsFromNow(-absl::Seconds(61));
                }),
      BadClaims("token not yet valid",
                [](Claims& claims) { claims["nbf"] = SecondsFromNow(absl::Minutes(5)); }),
      BadClaims("token of two days",
                [](Claims& claims) { claims["exp"] = SecondsFromNow(absl::Hours(48)); }),
      BadClaims("wrong audience", [](Claims& claims) { claims["aud"] = "another-service"; }),
      BadClaims("wrong issuer", [](Claims& claims) { claims["iss"] = "another-issuer"; }),
      BadClaims("a service's name",
                [](Claims& claims) { claims["sub"] = "spiffe://prison.example/referrals"; }),
      Refusing("wrong key", other_key("tests"), kNoToken, kNoToken),
      Refusing("unknown key", other_key("another"), kNoToken, kNoToken),
      BadSignature("garbage signature", "ES256",
                   [](const std::string&) { return std::string(64, 'x'); }),
      BadSignature("no signature", "ES256", [](const std::string&) { return std::string(); }),
      BadSignature("alg none", "none", [](const std::string&) { return std::string(); }),
      BadSignature("alg HS256", "HS256", HmacUnderPublicKey),
      BadSignature("alg RS256", "RS256",
                   [](const std::string& text) { return KeyInTests().Sign(text); }),
  };
}

// Who is known, and does not say as whom they act.
std::vector<Column> HeaderColumns() {
  const auto with = [](const std::string& name, std::vector<std::string> values) {
    return [=](const std::string& role) {
      Metadata metadata = CallerMetadata({role, "somebody"});
      std::erase_if(metadata, [&](const auto& header) { return header.first == name; });
      for (const std::string& value : values) metadata.emplace_back(name, value);
      return metadata;
    };
  };
  const std::string kRole = "throughgate-role";
  const std::string kOrganisation = "throughgate-organisation";
  const auto capital = [=](const std::string& role) {
    Metadata metadata = with(kRole, {role})(role);
    metadata.back().second[0] = static_cast<char>(std::toupper(role[0]));
    return metadata;
  };
  const auto twice = [=](const std::string& role) { return with(kRole, {role, role})(role); };
  const std::string long_id(64, 'a');
  return {
      Refusing("role in capitals", capital, kNoRole, kAdmitted),
      Refusing("role repeated", twice, kNoRole, kAdmitted),
      Refusing("empty role", with(kRole, {""}), kNoRole, kAdmitted),
      Refusing("organisation repeated", with(kOrganisation, {"somebody", "somebody"}),
               kNoOrganisation, kAdmitted),
      Refusing("two organisations", with(kOrganisation, {"somebody", "elsewhere"}), kNoOrganisation,
               kAdmitted),
      Refusing("no organisation's id", with(kOrganisation, {"Some Body"}), kNoOrganisation,
               kAdmitted),
      Refusing("an id that is too long", with(kOrganisation, {long_id}), kNoOrganisation,
               kAdmitted),
      // Nobody's: no grant can be of it.
      {.name = "unknown organisation", .metadata = with(kOrganisation, {"nowhere"})},
  };
}

std::vector<Column> AllColumns() {
  std::vector<Column> columns;
  for (const auto& some : {GrantColumns(), TokenColumns(), HeaderColumns()}) {
    columns.insert(columns.end(), some.begin(), some.end());
  }
  return columns;
}

// Every method that the API's files describe.
std::vector<const MethodDescriptor*> EveryMethod() {
  std::vector<const MethodDescriptor*> methods;
  const std::filesystem::path root = THROUGHGATE_PROTO;
  for (const auto& entry : std::filesystem::directory_iterator(root / "throughgate/v1")) {
    const std::string name = entry.path().lexically_relative(root).generic_string();
    if (!name.ends_with(".proto")) continue;
    const FileDescriptor* file = DescriptorPool::generated_pool()->FindFileByName(name);
    if (file == nullptr) {
      ADD_FAILURE() << name << " is in no library";
      continue;
    }
    for (int i = 0; i < file->service_count(); ++i) {
      for (int j = 0; j < file->service(i)->method_count(); ++j) {
        methods.push_back(file->service(i)->method(j));
      }
    }
  }
  return methods;
}

// A request that says no more than the organisation that it is about, if it is about one.
std::string RequestAbout(const Descriptor& type, const Row& row, const std::string& organisation) {
  const auto* field = type.FindFieldByName(row.about);
  if (field == nullptr) return "";
  google::protobuf::DynamicMessageFactory factory;
  const std::unique_ptr<google::protobuf::Message> request(factory.GetPrototype(&type)->New());
  const std::string name = "organisations/" + organisation;
  request->GetReflection()->SetString(request.get(), field,
                                      row.about == "parent" ? name : name + "/grants/nobodys");
  return request->SerializeAsString();
}

// What the call came to at the door.
std::string AtTheDoor(const WireError& error) {
  if (error.reason == "CALLER_UNKNOWN") return error.reason + " " + error.metadata.at("header");
  const bool refused = error.reason == kNotTheRole || error.reason == kNotTheGrant;
  return refused ? error.reason : kAdmitted;
}

class Roles : public testing::Test {
 protected:
  // What is wrong with the status beside its reason.
  void ExpectWellFormed(const WireError& error, const std::string& method,
                        const std::string& role) {
    EXPECT_NE(error.code, grpc::StatusCode::UNIMPLEMENTED);
    EXPECT_NE(error.code, grpc::StatusCode::INTERNAL);
    if (error.reason == "CALLER_UNKNOWN") {
      EXPECT_EQ(error.code, grpc::StatusCode::UNAUTHENTICATED);
    } else if (error.reason == kNotTheRole) {
      EXPECT_EQ(error.code, grpc::StatusCode::PERMISSION_DENIED);
      EXPECT_EQ(error.metadata.at("method"), method);
      const std::string& said = error.metadata.at("role");
      EXPECT_TRUE(said.empty() || said == role) << said;
    } else if (error.reason == kNotTheGrant) {
      EXPECT_EQ(error.code, grpc::StatusCode::PERMISSION_DENIED);
      EXPECT_EQ(error.metadata.at("why"), "another organisation");
    }
  }

  void TryCell(const MethodDescriptor& method, const Row& row, char letter, const Column& column) {
    const std::string& role = kRoleOf.at(letter);
    const std::string name = "/" + method.service()->full_name() + "/" + method.name();
    SCOPED_TRACE(name + " by " + role + ": " + column.name);
    const std::string request = RequestAbout(*method.input_type(), row, column.asks_about);
    // A token is signed once for each column and role, so that what is tried is the server.
    Metadata& metadata = metadata_[column.name + " " + role];
    if (metadata.empty()) metadata = column.metadata(role);
    const WireError error = Decode(CallRaw(server_.channel(), name, request, metadata).status);
    EXPECT_EQ(AtTheDoor(error), Expected(row, letter, column));
    ExpectWellFormed(error, name, role);
    ++cells_;
  }

  int cells_ = 0;
  std::map<std::string, Metadata> metadata_;
  TestServer server_{StoreKind::kMemory, [](std::unique_ptr<storage::Store> store) {
                       Seed(*store, kStartInTests);
                       return store;
                     }};
};

TEST_F(Roles, EveryMethodHasARowAndEveryRowAMethod) {
  std::map<std::string, std::set<std::string>> methods;
  for (const MethodDescriptor* method : EveryMethod()) {
    methods[method->service()->name()].insert(method->name());
  }
  std::map<std::string, std::set<std::string>> rows;
  for (const auto& [service, expected] : kExpected) {
    for (const auto& [method, row] : expected) rows[service].insert(method);
  }
  EXPECT_EQ(methods, rows);
  EXPECT_EQ(kRoleOf.size(), static_cast<std::size_t>(format::kRoles));
}

TEST_F(Roles, EveryCellIsAsItIsWrittenHere) {
  const std::vector<Column> columns = AllColumns();
  std::size_t methods = 0;
  // Every refusal of a token is a line in the log.
  testing::internal::CaptureStderr();
  for (const MethodDescriptor* method : EveryMethod()) {
    const Row& row = kExpected.at(method->service()->name()).at(method->name());
    ++methods;
    for (const auto& [letter, role] : kRoleOf) {
      for (const Column& column : columns) TryCell(*method, row, letter, column);
    }
  }
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_EQ(cells_, static_cast<int>(methods * kRoleOf.size() * columns.size()));
  EXPECT_THAT(log, testing::HasSubstr("not admitted: expired"));
  EXPECT_THAT(log, testing::Not(testing::HasSubstr("eyJ"))) << "the log holds a token";
  EXPECT_THAT(log, testing::Not(testing::HasSubstr("@somebody"))) << "the log names a caller";
  std::cout << cells_ << " cells: " << methods << " methods, " << kRoleOf.size() << " roles, "
            << columns.size() << " states of a caller\n";
}

}  // namespace
}  // namespace throughgate
