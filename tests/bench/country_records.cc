#include "tests/bench/country_records.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

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
