#include "services/match_service.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/convert/match.h"
#include "services/convert/names.h"
#include "services/convert/values.h"
#include "services/edge/caseload.h"
#include "services/edge/in_order.h"
#include "services/edge/log.h"
#include "services/edge/records.h"
#include "services/edge/serve_named.h"
#include "services/edge/shared_effects.h"
#include "services/edge/status_macros.h"
#include "services/match_page.h"

namespace throughgate::services {
namespace {

using matcher::Catalogue;
using matcher::Ordinal;

constexpr std::int32_t kBatchCandidatesMax = 5'000;
constexpr std::int32_t kBatchRowsMax = 100;

// Stops a search when its call is cancelled or past its deadline. Whether a call is cancelled is
// asked of its connection, which takes longer than looking at many leaves: most searches are over
// before it is asked. Threads: one.
class StopWith {
 public:
  explicit StopWith(const grpc::ServerContext& context)
      : context_(context), deadline_(DeadlineOf(context)), ask_(absl::Now() + kBetween) {}

  bool operator()() const {
    const absl::Time now = absl::Now();
    if (now > deadline_) return true;
    if (now < ask_) return false;
    ask_ = now + kBetween;
    return context_.IsCancelled();
  }

 private:
  static constexpr absl::Duration kBetween = absl::Milliseconds(10);

  const grpc::ServerContext& context_;
  absl::Time deadline_;
  mutable absl::Time ask_;
};

absl::StatusOr<Ordinal> FindCandidate(const Catalogue& catalogue, const Caller& caller,
                                      const matcher::CandidateName& name) {
  const std::optional<Ordinal> ordinal = catalogue.OrdinalOf(name);
  // Somebody else's candidate looks like none. The door has seen to it for the newest catalogue;
  // this one may be of an earlier page.
  if (!ordinal || !Caseload(catalogue, ReachOf(caller)).MayAskAbout(*ordinal)) {
    return NotFound(name.ToString());
  }
  return *ordinal;
}

absl::StatusOr<Ordinal> FindVacancy(const Catalogue& catalogue, const matcher::VacancyName& name) {
  const std::optional<Ordinal> ordinal = catalogue.OrdinalOf(name);
  if (!ordinal || !catalogue.VacancyOf(*ordinal).complete()) return NotFound(name.ToString());
  return *ordinal;
}

// The matcher says only that it was stopped; callers are told why.
template <class T>
absl::StatusOr<T> Answer(absl::StatusOr<T> answer) {
  if (absl::IsDeadlineExceeded(answer.status())) return DeadlineExceeded();
  return answer;
}

// What was found, and counts the work of finding it. A search that was stopped counts too: it was
// the dearest.
absl::StatusOr<std::vector<matcher::Match>> Counted(
    SearchMeter& meter, const matcher::SearchWork& work,
    absl::StatusOr<std::vector<matcher::Match>> found) {
  if (const std::optional<std::string> line = meter.Add(work, absl::Now())) Log(*line);
  return Answer(std::move(found));
}

// One candidate's part of a batch. What stops the search for want of time is an error; any other
// stands in the row.
struct BatchRow {
  absl::Status stopped;
  v1::FindVacanciesBatchResponse response;
};

// The row has the name as it was asked for, and keeps it.
absl::Status FillBatchRow(const AnswerContext& answer, const Caller& caller,
                          const CandidateNames& names, const matcher::Question& question,
                          v1::RowView row_view, matcher::ShouldStop should_stop, SearchMeter& meter,
                          v1::FindVacanciesBatchResponse& response) {
  const std::string& asked = response.candidate();
  const std::optional<std::string> internal = names.Resolve(asked);
  Violations violations;
  const matcher::CandidateName name = ReadName<matcher::CandidateName>(
      internal.value_or(IsCandidateName(asked) ? "candidates/none" : asked),
      Field(violations)["candidates"]);
  RETURN_IF_ERROR(violations.status());
  if (!internal) return NotFound(asked);
  const Catalogue& catalogue = *answer.point.catalogue;
  ASSIGN_OR_RETURN(const Ordinal candidate, FindCandidate(catalogue, caller, name));
  matcher::SearchWork work;
  ASSIGN_OR_RETURN(
      const std::vector<matcher::Match> matches,
      Counted(meter, work,
              matcher::FindVacancies(catalogue, candidate, question, should_stop, &work)));
  const auto write = [&](const matcher::Match& match) {
    return WriteVacancyMatch(answer, candidate, match, row_view);
  };
  response.set_shortened(!AddRows(matches, write, *response.mutable_matches()));
  return absl::OkStatus();
}

}  // namespace

grpc::Status MatchService::FindVacancies(grpc::ServerContext* context,
                                         const v1::FindVacanciesRequest* request,
                                         v1::FindVacanciesResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::FindVacanciesRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const matcher::CandidateName name =
            ReadName<matcher::CandidateName>(request.candidate(), field["candidate"]);
        ASSIGN_OR_RETURN(const MatchPage page,
                         MatchPage::Open(backend_, read_points_, caller, request, name.ToString(),
                                         DeadlineOf(*context), violations));
        ASSIGN_OR_RETURN(const Ordinal candidate, FindCandidate(page.catalogue(), caller, name));
        matcher::SearchWork work;
        ASSIGN_OR_RETURN(
            const std::vector<matcher::Match> matches,
            Counted(vacancy_searches_, work,
                    matcher::FindVacancies(page.catalogue(), candidate, page.question(),
                                           StopWith(*context), &work)));
        const auto write = [&](const matcher::Match& match) {
          return WriteVacancyMatch(page.answer(), candidate, match, page.row_view());
        };
        page.Fill(matches, work, write, *response);
        return absl::OkStatus();
      });
}

grpc::Status MatchService::PreviewSharedEffects(grpc::ServerContext* context,
                                                const v1::PreviewSharedEffectsRequest* request,
                                                v1::PreviewSharedEffectsResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::PreviewSharedEffectsRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const Field at = field["shared_effects"];
        const auto name = ReadSharedEffectsName(request.shared_effects().name(), at["name"]);
        const std::size_t limit =
            RowsAsked(request.page_size(), matcher::kMatchesMax, field["page_size"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(const auto plan,
                         PlanOfAreas(backend_.store, name, request.shared_effects()));
        ASSIGN_OR_RETURN(const matcher::SharedEffects effects,
                         ReadEffects(backend_.store, plan, request.shared_effects(), at));
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(
            const ReadPoint point,
            read_points_.Choose(request.read_point(), "read_point", DeadlineOf(*context)));
        const Catalogue& catalogue = *point.catalogue;
        ASSIGN_OR_RETURN(const Ordinal candidate, FindCandidate(catalogue, caller, name));
        const matcher::PreparedEffects prepared = Prepare(effects, *catalogue.taxonomy);
        const matcher::Question question{.view = matcher::View::kShared,
                                         .today = point.today,
                                         .limit = limit,
                                         .after = {},
                                         .effects = &prepared};
        matcher::SearchWork work;
        ASSIGN_OR_RETURN(const std::vector<matcher::Match> matches,
                         Counted(vacancy_searches_, work,
                                 matcher::FindVacancies(catalogue, candidate, question,
                                                        StopWith(*context), &work)));
        const AnswerContext answer{point, matcher::View::kShared, backend_.store.id(), &prepared};
        v1::FindVacanciesResponse& shown = *response->mutable_broker_answer();
        const auto write = [&](const matcher::Match& match) {
          return WriteVacancyMatch(answer, candidate, match, v1::ROW_VIEW_FULL_ROWS);
        };
        response->set_shortened(!AddRows(matches, write, *shown.mutable_matches()));
        *shown.mutable_basis() = WriteBasis(answer);
        return absl::OkStatus();
      });
}

grpc::Status MatchService::FindCandidates(grpc::ServerContext* context,
                                          const v1::FindCandidatesRequest* request,
                                          v1::FindCandidatesResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::FindCandidatesRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const matcher::VacancyName name =
            ReadName<matcher::VacancyName>(request.vacancy(), field["vacancy"]);
        ASSIGN_OR_RETURN(const MatchPage page,
                         MatchPage::Open(backend_, read_points_, caller, request, name.ToString(),
                                         DeadlineOf(*context), violations));
        ASSIGN_OR_RETURN(const Ordinal vacancy, FindVacancy(page.catalogue(), name));
        if (caller.role == Role::kEngagement) {
          ASSIGN_OR_RETURN(
              const std::size_t count,
              Answer(matcher::CountCandidates(page.catalogue(), vacancy, page.point().today,
                                              kCountedAtMost, StopWith(*context))));
          response->set_count_band(WriteCountBand(count));
          *response->mutable_basis() = WriteBasis(page.answer());
          return absl::OkStatus();
        }
        const Caseload caseload(page.catalogue(), ReachOf(caller));
        const auto may_appear = [&](const matcher::CandidateBlock& block, std::size_t position) {
          return caseload.MayAppear(block, position, page.point().today);
        };
        matcher::Question question = page.question();
        question.holder = caseload.holder();
        matcher::SearchWork work;
        std::vector<matcher::Match> matches;
        if (!caseload.empty()) {
          ASSIGN_OR_RETURN(matches,
                           Counted(candidate_searches_, work,
                                   matcher::FindCandidates(page.catalogue(), vacancy, question,
                                                           may_appear, StopWith(*context), &work)));
        }
        const auto write = [&](const matcher::Match& match) {
          return WriteCandidateMatch(page.answer(), vacancy, match, page.row_view());
        };
        page.Fill(matches, work, write, *response);
        return absl::OkStatus();
      });
}

grpc::Status MatchService::FindVacanciesBatch(
    grpc::ServerContext* context, const v1::FindVacanciesBatchRequest* request,
    grpc::ServerWriter<v1::FindVacanciesBatchResponse>* writer) {
  return Serve(
      backend_, *context, *request, *writer, [&](const Caller& caller, auto& out) -> absl::Status {
        Violations violations;
        const Field field(violations);
        if (request->candidates().empty()) field["candidates"].Refuse("Is required.");
        CheckCount(static_cast<std::size_t>(request->candidates_size()), kBatchCandidatesMax,
                   field["candidates"]);
        const std::size_t limit =
            RowsAsked(request->page_size(), kBatchRowsMax, field["page_size"]);
        const v1::RowView row_view = ReadRowView(request->row_view(), field["row_view"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(const Streams::Place place,
                         backend_.streams->Take(kStreamLimit, caller.organisation));
        ASSIGN_OR_RETURN(
            const ReadPoint point,
            read_points_.Choose(request->read_point(), "read_point", DeadlineOf(*context)));

        const AnswerContext answer{point, caller.view(), backend_.store.id()};
        const matcher::Question question{caller.view(), point.today, limit, std::nullopt};
        const CandidateNames names = NamesFor(backend_, *point.catalogue, caller);
        const auto find = [&](std::size_t i) {
          BatchRow row;
          row.response.set_candidate(request->candidates(static_cast<int>(i)));
          if (i == 0) *row.response.mutable_basis() = WriteBasis(answer);
          const absl::Status status =
              FillBatchRow(answer, caller, names, question, row_view, StopWith(*context),
                           vacancy_searches_, row.response);
          if (absl::IsDeadlineExceeded(status)) row.stopped = status;
          const grpc::Status wire = ToGrpc(status, MethodOf(*request->GetDescriptor()));
          row.response.set_code(wire.error_code());
          row.response.set_message(wire.error_message());
          return row;
        };
        return InOrder<BatchRow>(static_cast<std::size_t>(request->candidates_size()), find,
                                 [&](const BatchRow& row) -> absl::Status {
                                   RETURN_IF_ERROR(row.stopped);
                                   const bool sent = out.Send(*backend_.streams, row.response);
                                   return sent ? absl::OkStatus()
                                               : absl::CancelledError("the caller has gone");
                                 });
      });
}

grpc::Status MatchService::ExplainMatch(grpc::ServerContext* context,
                                        const v1::ExplainMatchRequest* request,
                                        v1::ExplainMatchResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::ExplainMatchRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const matcher::CandidateName candidate_name =
            ReadName<matcher::CandidateName>(request.candidate(), field["candidate"]);
        const matcher::VacancyName vacancy_name =
            ReadName<matcher::VacancyName>(request.vacancy(), field["vacancy"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(
            const ReadPoint point,
            read_points_.Choose(request.read_point(), "read_point", DeadlineOf(*context)));
        const Catalogue& catalogue = *point.catalogue;
        ASSIGN_OR_RETURN(const Ordinal candidate, FindCandidate(catalogue, caller, candidate_name));
        ASSIGN_OR_RETURN(const Ordinal vacancy, FindVacancy(catalogue, vacancy_name));

        const AnswerContext answer{point, caller.view(), backend_.store.id()};
        *response->mutable_match() = WriteExplanation(
            answer, candidate,
            matcher::Explain(catalogue, candidate, vacancy, caller.view(), point.today));
        *response->mutable_assumptions() = WriteAssumptions(answer, candidate);
        *response->mutable_basis() = WriteBasis(answer);
        return absl::OkStatus();
      });
}

}  // namespace throughgate::services
