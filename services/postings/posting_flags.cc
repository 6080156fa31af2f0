#include "services/postings/posting_flags.h"

#include <string>
#include <variant>

#include "services/convert/dates.h"
#include "services/convert/page_token.h"
#include "services/convert/revision_token.h"
#include "services/edge/status_macros.h"
#include "storage/format/bookkeeping.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"

namespace throughgate::services {
namespace {

struct Word {
  v1::PostingFlagKind kind;
  std::string_view word;
};
// Stored; never change a line.
constexpr Word kWords[] = {
    {v1::POSTING_FLAG_KIND_LATTICE, "lattice"},
    {v1::POSTING_FLAG_KIND_NEAR_DUPLICATES, "near-duplicates"},
};

absl::StatusOr<v1::PostingFlag> WriteFlag(const storage::Record& record) {
  const std::optional<format::ParsedKey> key = format::ParseKey(record.key);
  const auto* name = key ? std::get_if<format::PostingFlagName>(&key->name) : nullptr;
  const auto kind = name ? PostingFlagKindOf(name->kind) : std::nullopt;
  if (!kind) return absl::DataLossError("\"" + record.key + "\" is no key of a flag");
  ASSIGN_OR_RETURN(const auto flag, format::Decode<format::PostingFlag>(record.key, record.value));
  v1::PostingFlag wire;
  wire.set_employer(matcher::EmployerName{name->employer}.ToString());
  wire.set_kind(*kind);
  *wire.mutable_first_seen_on() = WriteDate(flag.first_seen_on);
  wire.set_places(flag.places);
  wire.set_example(flag.example);
  wire.set_registered_by(flag.organisation.value);
  return wire;
}

}  // namespace

std::string_view WordOf(v1::PostingFlagKind kind) {
  for (const Word& entry : kWords) {
    if (entry.kind == kind) return entry.word;
  }
  return "";
}

std::optional<v1::PostingFlagKind> PostingFlagKindOf(std::string_view word) {
  for (const Word& entry : kWords) {
    if (entry.word == word) return entry.kind;
  }
  return std::nullopt;
}

absl::Status ListFlags(const Backend& backend, ListQuery query, ListShouldStop should_stop,
                       v1::ListPostingFlagsResponse& response) {
  query.prefix = format::kPostingFlagsPrefix;
  ASSIGN_OR_RETURN(RecordWalk walk, RecordWalk::Begin(backend, query, should_stop));
  response.set_revision(FormatRevision(backend.store.id(), walk.revision()));
  std::string last;
  while (true) {
    ASSIGN_OR_RETURN(const std::optional<storage::Record> next, walk.Next());
    if (!next) return absl::OkStatus();
    if (static_cast<std::size_t>(response.flags_size()) == query.page_size ||
        (response.flags_size() > 0 && walk.bytes() > kPageBytesMax)) {
      response.set_next_page_token(
          FormatPageToken(query.scope(*backend.handles), {walk.revision(), last}));
      return absl::OkStatus();
    }
    ASSIGN_OR_RETURN(*response.add_flags(), WriteFlag(*next));
    last = next->key;
  }
}

}  // namespace throughgate::services
