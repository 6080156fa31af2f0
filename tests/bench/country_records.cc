#include "tests/bench/country_records.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numbers>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::bench {
namespace {

template <class Part>
void PutPart(const std::string& key, const Part& part, Writer& writer) {
  writer.Put(key, format::Encode(key, part));
}

template <class Record>
void PutRecord(const Record& record, Writer& writer) {
  PutPart(format::TermsKey(record.name), record.terms, writer);
  PutPart(format::DetailKey(record.name), record.detail, writer);
}

// A ring of a hundred corners around a place somewhere in the country.
matcher::Zone HeavyZone(int n) {
  constexpr int kCorners = 100;
  const matcher::GeoPoint middle = {510'000'000 + n * 900'000, -30'000'000 + n * 500'000};
  matcher::Ring ring;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = 2 * std::numbers::pi * i / kCorners;
    const double size_e7 = i % 2 == 0 ? 300'000 : 200'000;
    ring.push_back({middle.latitude_e7 + static_cast<std::int32_t>(size_e7 * std::sin(angle)),
                    middle.longitude_e7 + static_cast<std::int32_t>(size_e7 * std::cos(angle))});
  }
  ring.push_back(ring.front());
  matcher::Zone zone;
  zone.id = absl::StrCat("zone-", n);
  zone.kind = matcher::ZoneKind::kExclusion;
  zone.shape = matcher::MultiPolygon{.polygons = {matcher::Polygon{.rings = {ring}}}};
  zone.buffer = {500};
  return zone;
}

matcher::RiskPlanTerms HeavyPlan(matcher::RiskPlanTerms terms) {
  constexpr int kZones = 50;
  constexpr int kCurfews = 20;
  terms.zones.clear();
  terms.curfews.clear();
  terms.work_limits.clear();
  for (int n = 0; n < kZones; ++n) terms.zones.push_back(HeavyZone(n));
  for (int n = 0; n < kCurfews; ++n) {
    matcher::Curfew curfew;
    curfew.id = absl::StrCat("curfew-", n);
    curfew.windows.spans = {{n * 60, 12 * 60}};
    terms.curfews.push_back(std::move(curfew));
  }
  for (int n = 1; n <= matcher::kWorkAttributeLast; ++n) {
    terms.work_limits.push_back(
        {static_cast<matcher::WorkAttribute>(n), matcher::WorkLimitEffect::kNeedsApproval});
  }
  return terms;
}

}  // namespace

void Writer::Put(const std::string& key, std::string value) {
  const std::size_t size = key.size() + value.size();
  if (pending_.writes.size() == storage::kCommitOperationsMax ||
      bytes_ + size > storage::kCommitBytesMax) {
    Flush();
  }
  bytes_ += size;
  pending_.writes.push_back({key, std::move(value)});
}

void Writer::Flush() {
  if (!pending_.writes.empty() && !store_.Commit(pending_).ok()) std::abort();
  pending_.writes.clear();
  bytes_ = 0;
}

void PutReferenceData(const Country& country, Writer& writer) {
  constexpr std::size_t kPerChunk = 1'000;
  format::TaxonomyManifest taxonomy{"1", "country", "", 0};
  for (std::size_t at = 0; at < country.concepts().size(); at += kPerChunk) {
    const auto begin = country.concepts().begin() + static_cast<std::ptrdiff_t>(at);
    const auto count = std::min(kPerChunk, country.concepts().size() - at);
    PutPart(format::TaxonomyChunkKey({"1", taxonomy.chunks++}),
            format::TaxonomyChunk{{begin, begin + static_cast<std::ptrdiff_t>(count)}}, writer);
  }
  PutPart(format::TaxonomyManifestKey(), taxonomy, writer);
  PutPart(format::GazetteerChunkKey({"1", 0}), format::GazetteerChunk{country.districts()}, writer);
  PutPart(format::GazetteerManifestKey(), format::GazetteerManifest{"1", "country", 1}, writer);
}

void PutEmployers(const Country& country, std::size_t vacancies, Writer& writer) {
  for (std::size_t n = 0; n < Country::EmployersFor(vacancies); ++n) {
    PutRecord(country.EmployerAt(n), writer);
  }
  for (std::size_t n = 0; n < Country::SitesFor(vacancies); ++n) {
    PutRecord(country.SiteAt(n), writer);
  }
}

void PutVacancies(const Country& country, std::size_t vacancies, Writer& writer) {
  for (std::size_t n = 0; n < vacancies; ++n) PutRecord(country.VacancyAt(n), writer);
}

void PutCandidates(const Country& country, std::size_t candidates, Writer& writer) {
  for (std::size_t n = 0; n < candidates; ++n) {
    PutRecord(country.CandidateAt(n), writer);
    const matcher::RiskPlan plan = country.PlanAt(n);
    PutPart(format::RiskPlanKey(plan.candidate), plan.terms, writer);
  }
}

void PutTwins(const Country& country, std::size_t twins, Writer& writer) {
  for (std::size_t n = 0; n < twins; ++n) {
    matcher::Candidate twin = country.CandidateAt(n);
    // Neither kind always comes first, nor lies always behind the other.
    for (const bool heavy : {n % 2 == 0, n % 2 != 0}) {
      twin.name = {absl::StrCat(heavy ? "heavy-" : "bare-", n)};
      PutRecord(twin, writer);
      if (!heavy) continue;
      PutPart(format::RiskPlanKey(twin.name), HeavyPlan(country.PlanAt(n).terms), writer);
    }
  }
}

std::vector<storage::Transaction> BulkCommits(const Country& country, std::size_t vacancies) {
  constexpr std::size_t kVacanciesPerCommit = 32;
  std::vector<storage::Transaction> commits;
  for (std::size_t n = 0; n < vacancies; n += kVacanciesPerCommit) {
    storage::Transaction& commit = commits.emplace_back();
    for (std::size_t i = n; i < std::min(vacancies, n + kVacanciesPerCommit); ++i) {
      const matcher::Vacancy vacancy = country.VacancyAt(i);
      const std::string terms = format::TermsKey(vacancy.name);
      const std::string detail = format::DetailKey(vacancy.name);
      commit.guards.push_back({terms, 0});
      commit.writes.push_back({terms, format::Encode(terms, vacancy.terms)});
      commit.writes.push_back({detail, format::Encode(detail, vacancy.detail)});
    }
    const std::string mark = format::ImportKey({"bench"});
    format::ImportProgress progress;
    progress.applied_through_row = static_cast<std::int64_t>(n);
    commit.writes.push_back({mark, format::Encode(mark, progress)});
  }
  return commits;
}

}  // namespace throughgate::bench
