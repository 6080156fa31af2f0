#include "services/postings/flag_sweeper.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"
#include "services/postings/lattice.h"
#include "services/postings/near_duplicates.h"
#include "services/postings/posting_flags.h"
#include "storage/format/bookkeeping.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

using matcher::Catalogue;
using matcher::Ecef;
using matcher::kNoOrdinal;
using matcher::Ordinal;
using matcher::SiteRow;

// Something that stands somewhere, and what it counts with.
struct Standing {
  std::string_view employer;  // of the catalogue
  std::string work;           // of a vacancy
  Ordinal site = kNoOrdinal;
  Ordinal vacancy = kNoOrdinal;
  auto order() const { return std::tie(employer, work, site, vacancy); }
  bool CountsWith(const Standing& other) const {
    return employer == other.employer && work == other.work;
  }
};
using Standings = std::vector<Standing>;

// What a title says but for case, numbers and signs, in which copies of one may differ.
std::string WorkIn(std::string_view title) {
  std::string work;
  for (const char c : title) {
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (!is_ascii || absl::ascii_isalpha(c)) work += absl::ascii_tolower(c);
  }
  return work;
}

bool IsExact(const SiteRow& site) { return site.place && site.place->uncertainty <= kProbeWithin; }

// Sorts by groups, and calls `each` with those that have at least `min`.
template <typename Each>
absl::Status ForEachGroup(Standings& all, std::size_t min, absl::FunctionRef<bool()> should_stop,
                          Each each) {
  std::ranges::sort(all, {}, &Standing::order);
  for (auto begin = all.begin(); begin != all.end() && !should_stop();) {
    const auto end = std::find_if(begin, all.end(),
                                  [&](const auto& other) { return !other.CountsWith(*begin); });
    if (static_cast<std::size_t>(end - begin) >= min) RETURN_IF_ERROR(each(std::span(begin, end)));
    begin = end;
  }
  return absl::OkStatus();
}

Standings ExactSites(const Catalogue& catalogue) {
  Standings sites;
  for (Ordinal i = 0; i < catalogue.sites.size; ++i) {
    const SiteRow& site = *catalogue.sites[i];
    if (IsExact(site)) sites.push_back({.employer = site.name.employer, .work = {}, .site = i});
  }
  return sites;
}

std::vector<Ecef> PointsOf(const Catalogue& catalogue, std::span<const Standing> group) {
  std::vector<Ecef> points;
  for (const Standing& standing : group) {
    points.push_back(matcher::ToEcef(catalogue.sites[standing.site]->place->at));
  }
  return points;
}

absl::Status Flag(storage::Store& store, const Catalogue& catalogue, v1::PostingFlagKind kind,
                  const Pattern& pattern, const Standing& example, matcher::Day today) {
  const matcher::SiteName& site = catalogue.sites[example.site]->name;
  const std::string key = format::PostingFlagKey({site.employer, std::string(WordOf(kind))});
  format::PostingFlag flag;
  ASSIGN_OR_RETURN(const storage::Revision version, ReadPart(store, key, 0, flag));
  constexpr std::size_t kMax = std::numeric_limits<std::int32_t>::max();
  const auto places = static_cast<std::int32_t>(std::min(pattern.places, kMax));
  if (version != 0 && flag.places >= places) return absl::OkStatus();
  if (version == 0) flag.first_seen_on = today;
  flag.places = places;
  flag.example = example.vacancy == kNoOrdinal
                     ? site.ToString()
                     : catalogue.vacancy_rows[example.vacancy]->name.ToString();
  ASSIGN_OR_RETURN(const auto stored, Find<matcher::Site>(store, site));
  if (stored) flag.organisation = stored->record.terms.registered_by;
  const absl::Status written =
      store.Commit({.guards = {{key, version}}, .writes = {{key, format::Encode(key, flag)}}})
          .status();
  return absl::IsAborted(written) ? absl::OkStatus() : written;
}

// The vacancies of employers who have sites enough, each at each of its sites that is known
// exactly.
Standings PostingsOf(const Catalogue& catalogue, const std::vector<bool>& counts) {
  Standings postings;
  for (std::size_t b = 0; b < catalogue.vacancies.size(); ++b) {
    const matcher::VacancyBlock& block = *catalogue.vacancies[b];
    for (std::size_t i = 0; i < block.cards.size(); ++i) {
      if (!block.cards[i].complete()) continue;
      const auto vacancy = static_cast<Ordinal>(b * matcher::kCardsPerBlock + i);
      for (const matcher::SitePoint& at : block.SitesOf(block.cards[i])) {
        if (at.site >= counts.size() || !counts[at.site]) continue;
        const auto& row = *catalogue.vacancy_rows[vacancy];
        postings.push_back({.employer = row.name.employer,
                            .work = WorkIn(row.title),
                            .site = at.site,
                            .vacancy = vacancy});
      }
    }
  }
  return postings;
}

}  // namespace

absl::Status SweepPostings(storage::Store& store, const Catalogue& catalogue, matcher::Day today,
                           absl::FunctionRef<bool()> should_stop) {
  const auto flag = [&](v1::PostingFlagKind kind, const std::optional<Pattern>& found,
                        std::span<const Standing> group) {
    if (!found) return absl::OkStatus();
    return Flag(store, catalogue, kind, *found, group[found->example], today);
  };
  Standings sites = ExactSites(catalogue);
  std::vector<bool> counts(catalogue.sites.size);
  const auto look_at_sites = [&](std::span<const Standing> group) {
    for (const Standing& standing : group) counts[standing.site] = true;
    return flag(v1::POSTING_FLAG_KIND_LATTICE, FindLattice(PointsOf(catalogue, group)), group);
  };
  RETURN_IF_ERROR(ForEachGroup(sites, kLatticeMin, should_stop, look_at_sites));
  Standings postings = PostingsOf(catalogue, counts);
  const auto look_at_postings = [&](std::span<const Standing> group) {
    return flag(v1::POSTING_FLAG_KIND_NEAR_DUPLICATES,
                FindNearDuplicates(PointsOf(catalogue, group)), group);
  };
  return ForEachGroup(postings, kNearDuplicatesMin, should_stop, look_at_postings);
}

}  // namespace throughgate::services
