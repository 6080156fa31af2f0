#include "services/import/imports.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"
#include "services/edge/unknown_fields.h"
#include "services/import/import_rows.h"
#include "services/import/row_ids.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kFeedMax = 40;

absl::Status NotTaken() { return absl::CancelledError("the caller takes no more answers"); }

// Reads the first message, which must be the header.
template <class Request, class Response>
absl::Status ReadHeader(const ImportStream<Request, Response>& stream, Request& request) {
  const bool is_there = stream.read(request);
  RETURN_IF_ERROR(RefuseUnknownFields(request));
  if (is_there && request.has_header()) return absl::OkStatus();
  return FieldInvalid("header", "Is required, first.");
}

// Its rows are looked into one by one, so that each is refused by itself.
template <class Request>
absl::Status CheckBatch(const Request& request) {
  RETURN_IF_ERROR(RefuseUnknownFieldsOf(request, ""));
  if (!request.has_batch()) {
    return FieldInvalid("batch", "The header comes once, first; then only batches.");
  }
  return RefuseUnknownFieldsOf(request.batch(), "batch");
}

template <class Request>
std::vector<std::int64_t> RowNumbers(const Request& request) {
  std::vector<std::int64_t> numbers;
  for (const auto& row : request.batch().rows()) numbers.push_back(row.row());
  return numbers;
}

// Takes the ids of rows that are settled, and nothing else of them.
template <class Batch, class IdOfRow>
absl::Status TakeIds(const Batch& batch, IdOfRow id_of, RowIds& ids) {
  for (const auto& row : batch.rows()) {
    // Of two with one id, the later was rejected.
    const absl::Status taken = ids.Take(id_of(row), row.row());
    if (ReasonOf(taken) == v1::ERROR_REASON_LIMIT_EXCEEDED) return taken;
  }
  return absl::OkStatus();
}

// Serves what follows the header, which is in `request` still. `decide` is asked about each row.
template <class Request, class Response, class IdOfRow, class Decide>
absl::Status Serve(const ImportContext& context, const std::string& kind,
                   const v1::ImportHeader& header, const ImportStream<Request, Response>& stream,
                   IdOfRow id_of, Decide decide) {
  ASSIGN_OR_RETURN(ImportSession session, ImportSession::Open(context, kind, header));
  const bool overwrite = header.overwrite_corrections();
  RowIds ids;
  Response response;
  *response.mutable_progress() = session.Resume();
  if (!stream.write(response)) return NotTaken();
  for (Request request; stream.read(request);) {
    RETURN_IF_ERROR(CheckBatch(request));
    if (request.batch().settled_earlier()) {
      ASSIGN_OR_RETURN(*response.mutable_progress(), session.PassOver(RowNumbers(request)));
      RETURN_IF_ERROR(TakeIds(request.batch(), id_of, ids));
      if (!stream.write(response)) return NotTaken();
      continue;
    }
    const std::shared_ptr<const matcher::Catalogue> catalogue = context.backend.feed.Latest();
    const absl::Time now = context.backend.clock();
    const Reach reach = ReachOf(context.caller);
    const CandidateNames names(*catalogue, *context.backend.handles, reach);
    const auto decide_row = [&](int index, const storage::Store& store, Edit& edit) -> RowResult {
      const auto& row = request.batch().rows(index);
      RETURN_IF_ERROR(ids.Take(id_of(row), row.row()));
      RETURN_IF_ERROR(RefuseUnknownFields(row));
      return decide(row, RowWork{.organisation = context.caller.organisation,
                                 .today = LondonDay(now),
                                 .overwrite_corrections = overwrite,
                                 .catalogue = *catalogue,
                                 .store = store,
                                 .edit = edit,
                                 .now = now,
                                 .reach = reach,
                                 .names = names,
                                 .handles = *context.backend.handles});
    };
    ASSIGN_OR_RETURN(*response.mutable_progress(), session.Apply(RowNumbers(request), decide_row));
    if (!stream.write(response)) return NotTaken();
  }
  return absl::OkStatus();
}

absl::Status NoResource() { return FieldInvalid("resource", "Is required."); }

RowResult Decide(const v1::ImportEmployersRow& row, const RowWork& work) {
  switch (row.resource_case()) {
    case v1::ImportEmployersRow::kEmployer:
      return DecideEmployer(row.employer(), work);
    case v1::ImportEmployersRow::kSite:
      return DecideSite(row.site(), work);
    case v1::ImportEmployersRow::RESOURCE_NOT_SET:
      return NoResource();
  }
  return NoResource();
}

// `labels` are made when they are first needed, and again when the taxonomy has changed.
RowResult Decide(const v1::ImportVacanciesRow& row, const std::string& feed,
                 std::optional<LabelIndex>& labels, const RowWork& work) {
  switch (row.resource_case()) {
    case v1::ImportVacanciesRow::kAdvert:
      if (!labels || labels->taxonomy() != work.catalogue.taxonomy) {
        labels.emplace(work.catalogue.taxonomy);
      }
      return DecideAdvert(row.advert(), feed, *labels, work);
    case v1::ImportVacanciesRow::kVacancy:
      return DecideVacancy(row.vacancy(), feed, work);
    case v1::ImportVacanciesRow::kSlot:
      return DecideSlot(row.slot(), work);
    case v1::ImportVacanciesRow::RESOURCE_NOT_SET:
      return NoResource();
  }
  return NoResource();
}

}  // namespace

absl::Status ImportEmployers(
    const ImportContext& context,
    const ImportStream<v1::ImportEmployersRequest, v1::ImportEmployersResponse>& stream) {
  v1::ImportEmployersRequest first;
  RETURN_IF_ERROR(ReadHeader(stream, first));
  return Serve(
      context, "employers", first.header(), stream,
      [](const v1::ImportEmployersRow& row) { return IdOf(row); },
      [](const v1::ImportEmployersRow& row, const RowWork& work) { return Decide(row, work); });
}

absl::Status ImportVacancies(
    const ImportContext& context,
    const ImportStream<v1::ImportVacanciesRequest, v1::ImportVacanciesResponse>& stream) {
  v1::ImportVacanciesRequest first;
  RETURN_IF_ERROR(ReadHeader(stream, first));
  const std::string& feed = first.header().feed();
  if (!IsId(feed) || feed.size() > kFeedMax) {
    return FieldInvalid("header.feed", "Is required: 1 to 40 of [a-z0-9-], no hyphen at the ends.");
  }
  std::optional<LabelIndex> labels;
  return Serve(
      context, absl::StrCat("vacancies/", feed), first.header().header(), stream,
      [&](const v1::ImportVacanciesRow& row) { return IdOf(row, feed); },
      [&](const v1::ImportVacanciesRow& row, const RowWork& work) {
        return Decide(row, feed, labels, work);
      });
}

absl::Status ImportCandidates(
    const ImportContext& context,
    const ImportStream<v1::ImportCandidatesRequest, v1::ImportCandidatesResponse>& stream) {
  v1::ImportCandidatesRequest first;
  RETURN_IF_ERROR(ReadHeader(stream, first));
  return Serve(
      context, "candidates", first.header(), stream,
      [](const v1::ImportCandidatesRow& row) { return IdOf(row); }, DecideCandidate);
}

absl::Status ImportRiskPlans(
    const ImportContext& context,
    const ImportStream<v1::ImportRiskPlansRequest, v1::ImportRiskPlansResponse>& stream) {
  v1::ImportRiskPlansRequest first;
  RETURN_IF_ERROR(ReadHeader(stream, first));
  return Serve(
      context, "risk-plans", first.header(), stream,
      [](const v1::ImportRiskPlansRow& row) { return IdOf(row); },
      [](const v1::ImportRiskPlansRow& row, const RowWork& work) {
        return DecideRiskPlan(row.risk_plan(), work);
      });
}

}  // namespace throughgate::services
