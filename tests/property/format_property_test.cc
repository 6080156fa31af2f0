// storage/format for any record, any name and any bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <set>
#include <string>
#include <tuple>

#include "storage/format/envelope.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "tests/support/generator_parts.h"
#include "tests/support/model_generators.h"
#include "tests/support/stored_fields.h"

namespace rc {

using throughgate::format::AreaChunk;
using throughgate::format::AreaManifest;
using throughgate::format::GazetteerChunk;
using throughgate::format::GazetteerManifest;
using throughgate::format::GrantTerms;
using throughgate::format::ImportProgress;
using throughgate::format::LinkCode;
using throughgate::format::MoveBudget;
using throughgate::format::OrganisationDetail;
using throughgate::format::OrganisationTerms;
using throughgate::format::PostingFlag;
using throughgate::format::PremisesChunk;
using throughgate::format::PremisesManifest;
using throughgate::format::RequestRecord;
using throughgate::format::Secret;
using throughgate::format::TaxonomyChunk;
using throughgate::format::TaxonomyManifest;

template <>
struct Arbitrary<RequestRecord> {
  static Gen<RequestRecord> arbitrary() {
    return gen::build<RequestRecord>(
        gen::set(&RequestRecord::method, throughgate::generators::Text()),
        gen::set(&RequestRecord::request_sha256),  // any bytes
        gen::set(&RequestRecord::resource, throughgate::generators::Text()),
        gen::set(&RequestRecord::created_at,
                 gen::map(gen::arbitrary<std::int32_t>(), &absl::FromUnixSeconds)));
  }
};

template <>
struct Arbitrary<ImportProgress> {
  static Gen<ImportProgress> arbitrary() {
    return gen::build<ImportProgress>(
        gen::set(&ImportProgress::applied_through_row), gen::set(&ImportProgress::created),
        gen::set(&ImportProgress::updated), gen::set(&ImportProgress::unchanged),
        gen::set(&ImportProgress::kept), gen::set(&ImportProgress::rejected));
  }
};

template <>
struct Arbitrary<Secret> {
  static Gen<Secret> arbitrary() { return gen::build<Secret>(gen::set(&Secret::key)); }
};

template <>
struct Arbitrary<MoveBudget> {
  static Gen<MoveBudget> arbitrary() {
    return gen::build<MoveBudget>(gen::set(&MoveBudget::moved_on), gen::set(&MoveBudget::placed_on),
                                  gen::set(&MoveBudget::import_moved_on));
  }
};

template <>
struct Arbitrary<PostingFlag> {
  static Gen<PostingFlag> arbitrary() {
    return gen::build<PostingFlag>(
        gen::set(&PostingFlag::first_seen_on), gen::set(&PostingFlag::places),
        gen::set(&PostingFlag::example, throughgate::generators::Text()),
        gen::set(&PostingFlag::organisation, gen::construct<throughgate::matcher::OrganisationId>(
                                                 throughgate::generators::Id())));
  }
};

template <>
struct Arbitrary<LinkCode> {
  static Gen<LinkCode> arbitrary() {
    return gen::build<LinkCode>(
        gen::set(&LinkCode::candidate),
        gen::set(&LinkCode::issued_by, gen::construct<throughgate::matcher::OrganisationId>(
                                           throughgate::generators::Id())),
        gen::set(&LinkCode::expires_at,
                 gen::map(gen::arbitrary<std::int32_t>(), &absl::FromUnixSeconds)));
  }
};

template <>
struct Arbitrary<OrganisationTerms> {
  static Gen<OrganisationTerms> arbitrary() {
    // Bit n for the role n, and never bit 0.
    const auto roles = throughgate::generators::Between(0, (1 << throughgate::format::kRoles) - 1);
    return gen::build<OrganisationTerms>(
        gen::set(&OrganisationTerms::roles,
                 gen::map(roles, [](int bits) { return std::uint32_t(bits) << 1; })),
        gen::set(&OrganisationTerms::operates), gen::set(&OrganisationTerms::suspended));
  }
};

template <>
struct Arbitrary<OrganisationDetail> {
  static Gen<OrganisationDetail> arbitrary() {
    return gen::build<OrganisationDetail>(
        gen::set(&OrganisationDetail::display_name, throughgate::generators::Text()));
  }
};

template <>
struct Arbitrary<GrantTerms> {
  static Gen<GrantTerms> arbitrary() {
    using throughgate::format::GrantKind;
    using throughgate::format::Role;
    using throughgate::generators::EnumUpTo;
    using throughgate::generators::Text;
    const auto instant = gen::map(gen::arbitrary<std::int32_t>(), &absl::FromUnixSeconds);
    return gen::build<GrantTerms>(
        gen::set(&GrantTerms::subject, Text()),
        gen::set(&GrantTerms::role, EnumUpTo(Role::kAdministrator)),
        gen::set(&GrantTerms::caseload, Text()),
        gen::set(&GrantTerms::kind, EnumUpTo(GrantKind::kDuty)),
        gen::set(&GrantTerms::from, instant), gen::set(&GrantTerms::until, instant),
        gen::set(&GrantTerms::granted_by, Text()), gen::set(&GrantTerms::revoked_by, Text()));
  }
};

template <>
struct Arbitrary<throughgate::matcher::OrganisationId> {
  static Gen<throughgate::matcher::OrganisationId> arbitrary() {
    return gen::construct<throughgate::matcher::OrganisationId>(throughgate::generators::Id());
  }
};

template <>
struct Arbitrary<throughgate::matcher::GrantName> {
  static Gen<throughgate::matcher::GrantName> arbitrary() {
    return gen::construct<throughgate::matcher::GrantName>(
        gen::arbitrary<throughgate::matcher::OrganisationId>(), throughgate::generators::Id());
  }
};

template <>
struct Arbitrary<TaxonomyChunk> {
  static Gen<TaxonomyChunk> arbitrary() {
    return gen::build<TaxonomyChunk>(gen::set(&TaxonomyChunk::concepts));
  }
};

template <>
struct Arbitrary<TaxonomyManifest> {
  static Gen<TaxonomyManifest> arbitrary() {
    return gen::build<TaxonomyManifest>(
        gen::set(&TaxonomyManifest::version, throughgate::generators::Id()),
        gen::set(&TaxonomyManifest::taxonomy, throughgate::generators::Id()),
        gen::set(&TaxonomyManifest::attribution, throughgate::generators::Text()),
        gen::set(&TaxonomyManifest::chunks));
  }
};

template <>
struct Arbitrary<GazetteerChunk> {
  static Gen<GazetteerChunk> arbitrary() {
    return gen::build<GazetteerChunk>(gen::set(&GazetteerChunk::districts));
  }
};

template <>
struct Arbitrary<GazetteerManifest> {
  static Gen<GazetteerManifest> arbitrary() {
    return gen::build<GazetteerManifest>(
        gen::set(&GazetteerManifest::version, throughgate::generators::Id()),
        gen::set(&GazetteerManifest::gazetteer, throughgate::generators::Id()),
        gen::set(&GazetteerManifest::chunks));
  }
};

template <>
struct Arbitrary<PremisesChunk> {
  static Gen<PremisesChunk> arbitrary() {
    return gen::build<PremisesChunk>(gen::set(&PremisesChunk::premises));
  }
};

template <>
struct Arbitrary<PremisesManifest> {
  static Gen<PremisesManifest> arbitrary() {
    return gen::build<PremisesManifest>(
        gen::set(&PremisesManifest::version, throughgate::generators::Id()),
        gen::set(&PremisesManifest::layer, throughgate::generators::Id()),
        gen::set(&PremisesManifest::chunks));
  }
};

template <>
struct Arbitrary<AreaChunk> {
  static Gen<AreaChunk> arbitrary() {
    return gen::exec([] {
      return AreaChunk{.areas = throughgate::generators::Few(2, [](int) {
                         return *gen::arbitrary<throughgate::matcher::NamedArea>();
                       })};
    });
  }
};

template <>
struct Arbitrary<AreaManifest> {
  static Gen<AreaManifest> arbitrary() {
    return gen::build<AreaManifest>(gen::set(&AreaManifest::version, throughgate::generators::Id()),
                                    gen::set(&AreaManifest::layer, throughgate::generators::Id()),
                                    gen::set(&AreaManifest::chunks),
                                    gen::set(&AreaManifest::areas));
  }
};

}  // namespace rc

namespace throughgate::format {
namespace {

constexpr std::string_view kKey = "riskplan,c-1,terms";

std::string AnyBytes() { return *rc::gen::arbitrary<std::string>(); }

// `bytes` with one bit the other way.
std::string Flipped(std::string bytes) {
  const std::size_t bit = *rc::gen::inRange<std::size_t>(0, 8 * bytes.size());
  bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  return bytes;
}

template <typename Record>
bool IsDamaged(std::string_view key, std::string_view value) {
  return absl::IsDataLoss(Decode<Record>(key, value).status());
}

template <typename Record>
class RecordFormat : public testing::Test {};
TYPED_TEST_SUITE(RecordFormat, EveryRecord);

// What the generators never make, the properties below say nothing of.
TYPED_TEST(RecordFormat, IsTestedOnEveryField) {
  constexpr int kCases = 300;
  std::set<std::string> missing;
  AddFieldsOf(*StoredAs<TypeParam>::descriptor(), missing);
  for (int seed = 0; seed < kCases && !missing.empty(); ++seed) {
    const auto generated =
        rc::gen::arbitrary<TypeParam>()(rc::Random(seed), rc::kNominalSize).value();
    std::set<std::string> set;
    AddFieldsSet(StoredMessage<TypeParam>(kKey, Encode(kKey, generated)), set);
    for (const std::string& field : set) missing.erase(field);
  }
  EXPECT_THAT(missing, testing::IsEmpty());
}

TYPED_TEST(RecordFormat, GivesBackWhatWasEncoded) {
  EXPECT_TRUE(rc::check([](const TypeParam& record) {
    const std::string value = Encode(kKey, record);
    const auto decoded = Decode<TypeParam>(kKey, value);
    RC_ASSERT(decoded.ok());
    RC_ASSERT(*decoded == record);
    RC_ASSERT(Encode(kKey, *decoded) == value);
  }));
}

TYPED_TEST(RecordFormat, NoticesOneFlippedBit) {
  EXPECT_TRUE(rc::check([](const TypeParam& record) {
    RC_ASSERT(IsDamaged<TypeParam>(kKey, Flipped(Encode(kKey, record))));
  }));
}

TYPED_TEST(RecordFormat, NoticesAMissingEnd) {
  EXPECT_TRUE(rc::check([](const TypeParam& record) {
    const std::string value = Encode(kKey, record);
    const auto length = *rc::gen::inRange<std::size_t>(0, value.size());
    RC_ASSERT(IsDamaged<TypeParam>(kKey, value.substr(0, length)));
  }));
}

TYPED_TEST(RecordFormat, NoticesTheWrongKey) {
  EXPECT_TRUE(rc::check([](const TypeParam& record) {
    RC_ASSERT(IsDamaged<TypeParam>("riskplan,c-2,terms", Encode(kKey, record)));
  }));
}

TYPED_TEST(RecordFormat, RefusesAnyOtherBytes) {
  EXPECT_TRUE(rc::check([] { RC_ASSERT(IsDamaged<TypeParam>(kKey, AnyBytes())); }));
}

// Past the checksum, as a fault of ours or somebody's tool would put it there.
TYPED_TEST(RecordFormat, GivesARecordOrAnErrorForAnyPayload) {
  EXPECT_TRUE(rc::check([](const TypeParam& record) {
    const std::string payload = Encode(kKey, record).substr(Wrap(kKey, "").size());
    const bool flip = !payload.empty() && *rc::gen::arbitrary<bool>();
    const auto decoded = Decode<TypeParam>(kKey, Wrap(kKey, flip ? Flipped(payload) : AnyBytes()));
    if (!decoded.ok()) {
      RC_ASSERT(absl::IsDataLoss(decoded.status()) || absl::IsFailedPrecondition(decoded.status()));
      RC_ASSERT(decoded.status().message().find(kKey.data()) != absl::string_view::npos);
      return;
    }
    RC_ASSERT(Decode<TypeParam>(kKey, Encode(kKey, *decoded)) == decoded);
  }));
}

// Checks that keys sort as their names do and can be parsed again.
template <typename Name, typename MakeKey>
void ExpectFaithful(const MakeKey& make_key) {
  EXPECT_TRUE(rc::check([&](const Name& a, const Name& b) {
    RC_ASSERT((make_key(a) <=> make_key(b)) == (a <=> b));
    const auto parsed = ParseKey(make_key(a));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(std::get<Name>(parsed->name) == a);
  }));
}

TEST(Keys, SortAsNamesAndAreParsedAgain) {
  const auto detail = [](const auto& name) { return DetailKey(name); };
  const auto terms = [](const auto& name) { return TermsKey(name); };
  ExpectFaithful<matcher::EmployerName>(detail);
  ExpectFaithful<matcher::EmployerName>(terms);
  ExpectFaithful<matcher::SiteName>(detail);
  ExpectFaithful<matcher::SiteName>(terms);
  ExpectFaithful<matcher::VacancyName>(detail);
  ExpectFaithful<matcher::VacancyName>(terms);
  ExpectFaithful<matcher::SlotName>(terms);
  ExpectFaithful<matcher::CandidateName>(detail);
  ExpectFaithful<matcher::CandidateName>(terms);
  ExpectFaithful<matcher::CandidateName>(RiskPlanKey);
  ExpectFaithful<matcher::CandidateName>(SharedEffectsKey);
  ExpectFaithful<matcher::OrganisationId>(detail);
  ExpectFaithful<matcher::OrganisationId>(terms);
  ExpectFaithful<matcher::GrantName>(terms);
}

TEST(Keys, ParsingTakesAnyBytes) {
  EXPECT_TRUE(rc::check([] {
    std::string key;
    for (int parts = *rc::gen::inRange(0, 6); parts > 0; --parts) {
      key += *rc::gen::weightedOneOf<std::string>(
          {{8, rc::gen::element<std::string>("employer", "slot", "riskplan", "sharedeffects",
                                             "secret", "organisation", "grant", "taxonomy", "terms",
                                             "detail", "current", "000001", "x")},
           {1, rc::gen::arbitrary<std::string>()}});
      key += *rc::gen::weightedElement<std::string>({{8, ","}, {1, ""}, {1, ",,"}});
    }
    ParseKey(key);
  }));
}

}  // namespace
}  // namespace throughgate::format
