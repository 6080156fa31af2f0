#include "services/convert/match.h"

#include <array>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/rank/wording.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "services/convert/instant.h"
#include "services/convert/revision_token.h"

namespace throughgate::services {
namespace {

using matcher::Catalogue;
using matcher::Explanation;
using matcher::Finding;
using matcher::Ordinal;
using matcher::View;

v1::Verdict WriteVerdict(matcher::Verdict verdict) {
  switch (verdict) {
    case matcher::Verdict::kEligible:
      return v1::VERDICT_ELIGIBLE;
    case matcher::Verdict::kReview:
      return v1::VERDICT_REVIEW;
    case matcher::Verdict::kNotAvailable:
      break;
  }
  return v1::VERDICT_NOT_AVAILABLE;
}

v1::Proposal WriteProposal(matcher::Verdict verdict) {
  return verdict == matcher::Verdict::kNotAvailable ? v1::PROPOSAL_NOT_AVAILABLE
                                                    : v1::PROPOSAL_MAY_BE_PROPOSED;
}

v1::RuleFinding WriteFinding(const Finding& finding, const matcher::SealedPlan* plan) {
  const std::string subject = SubjectOf(finding, plan == nullptr ? nullptr : &plan->terms);
  v1::RuleFinding wire;
  wire.set_rule(std::string(finding.rule->name));
  wire.set_verdict(WriteVerdict(finding.verdict));
  wire.set_reason(std::string(finding.reason->code));
  wire.set_text(matcher::ReasonText(finding, subject));
  wire.set_change(matcher::ReasonChange(finding, subject));
  wire.set_subject(subject);
  return wire;
}

// What rows of both kinds show at the least.
template <class Row>
void FillBasic(const AnswerContext& context, const matcher::Match& match, bool clearance_required,
               Row& row) {
  row.set_score(match.points.total());
  if (context.view == View::kFull) {
    row.set_verdict(WriteVerdict(match.verdict));
    row.set_clearance_required(clearance_required);
  } else {
    row.set_proposal(WriteProposal(match.verdict));
  }
  if (match.site != matcher::kNoOrdinal) {
    row.set_site(context.point.catalogue->sites[match.site]->name.ToString());
  }
}

// What a screen shows of the pair.
template <class Row>
void FillReasons(const AnswerContext& context, Ordinal candidate, Ordinal vacancy,
                 const Explanation& explanation, Row& row) {
  const matcher::Match& match = explanation.match;
  row.set_distance_m(match.distance_cm < 0 ? -1
                                           : static_cast<std::int32_t>(match.distance_cm / 100));
  const auto texts = matcher::ScoreTexts(*context.point.catalogue, candidate, vacancy,
                                         match.distance_cm, context.point.today);
  for (std::size_t i = 0; i < matcher::kComponents; ++i) {
    v1::ComponentPoints* points = row.add_points();
    points->set_component(static_cast<v1::ScoreComponent>(i + 1));
    points->set_points(match.points.by_component[i]);
    points->set_maximum(matcher::kMaximum[i]);
    points->set_text(texts[i]);
  }
  for (const Finding& finding : explanation.findings) {
    *row.add_findings() = WriteFinding(finding, explanation.plan);
  }
}

void FillTitles(const Catalogue& catalogue, Ordinal vacancy, const matcher::Match& match,
                v1::VacancyMatch& row) {
  row.set_title(catalogue.vacancy_rows[vacancy]->title);
  row.set_employer_display_name(
      catalogue.employers[catalogue.VacancyOf(vacancy).employer]->display_name);
  if (match.site != matcher::kNoOrdinal) {
    row.set_site_display_name(catalogue.sites[match.site]->display_name);
  }
}

}  // namespace

v1::AnswerBasis WriteBasis(const AnswerContext& context) {
  const Catalogue& catalogue = *context.point.catalogue;
  v1::AnswerBasis basis;
  basis.set_revision(FormatRevision(context.store_id, catalogue.revision));
  *basis.mutable_as_of() = WriteInstant(context.point.as_of);
  basis.set_rule_set(std::string(matcher::kRuleSet));
  basis.set_taxonomy(catalogue.taxonomy->id());
  basis.set_gazetteer(catalogue.gazetteer->id());
  basis.set_view(context.view == View::kFull ? v1::VIEW_FULL : v1::VIEW_SHARED);
  return basis;
}

v1::SearchWork WriteSearchWork(const matcher::SearchWork& work) {
  v1::SearchWork wire;
  wire.set_leaves_bounded(static_cast<std::int64_t>(work.leaves_bounded));
  wire.set_leaves_opened(static_cast<std::int64_t>(work.leaves_opened));
  wire.set_blocks_bounded(static_cast<std::int64_t>(work.blocks_bounded));
  wire.set_blocks_opened(static_cast<std::int64_t>(work.blocks_opened));
  wire.set_spots_bounded(static_cast<std::int64_t>(work.spots_bounded));
  wire.set_spots_looked_at(static_cast<std::int64_t>(work.spots_looked_at));
  wire.set_cards_scored(static_cast<std::int64_t>(work.cards_scored));
  wire.set_pairs_judged(static_cast<std::int64_t>(work.pairs_judged));
  return wire;
}

v1::VacancyMatch WriteVacancyMatch(const AnswerContext& context, Ordinal candidate,
                                   const matcher::Match& match, v1::RowView row_view) {
  const Catalogue& catalogue = *context.point.catalogue;
  if (row_view == v1::ROW_VIEW_FULL_ROWS) {
    return WriteExplanation(context, candidate,
                            matcher::Explain(catalogue, candidate, match.ordinal, context.view,
                                             context.point.today, context.effects));
  }
  v1::VacancyMatch row;
  row.set_vacancy(catalogue.vacancy_rows[match.ordinal]->name.ToString());
  FillBasic(context, match, match.clearance_required, row);
  return row;
}

v1::CandidateMatch WriteCandidateMatch(const AnswerContext& context, Ordinal vacancy,
                                       const matcher::Match& match, v1::RowView row_view) {
  const Catalogue& catalogue = *context.point.catalogue;
  v1::CandidateMatch row;
  row.set_candidate(catalogue.candidate_names[match.ordinal]->ToString());
  FillBasic(context, match, match.clearance_required, row);
  if (row_view == v1::ROW_VIEW_FULL_ROWS) {
    FillReasons(
        context, match.ordinal, vacancy,
        matcher::Explain(catalogue, match.ordinal, vacancy, context.view, context.point.today),
        row);
  }
  return row;
}

v1::VacancyMatch WriteExplanation(const AnswerContext& context, Ordinal candidate,
                                  const Explanation& explanation) {
  const Catalogue& catalogue = *context.point.catalogue;
  const matcher::Match& match = explanation.match;
  v1::VacancyMatch row;
  row.set_vacancy(catalogue.vacancy_rows[match.ordinal]->name.ToString());
  FillBasic(context, match, match.clearance_required, row);
  FillTitles(catalogue, match.ordinal, match, row);
  FillReasons(context, candidate, match.ordinal, explanation, row);
  return row;
}

google::protobuf::RepeatedPtrField<std::string> WriteAssumptions(const AnswerContext& context,
                                                                 Ordinal candidate) {
  google::protobuf::RepeatedPtrField<std::string> wire;
  for (std::string& assumption : matcher::Assumptions(*context.point.catalogue, candidate)) {
    *wire.Add() = std::move(assumption);
  }
  return wire;
}

v1::CountBand WriteCountBand(std::size_t count) {
  if (count < 10) return v1::COUNT_BAND_FEWER_THAN_10;
  if (count < 20) return v1::COUNT_BAND_10_TO_19;
  if (count < 50) return v1::COUNT_BAND_20_TO_49;
  if (count < kCountedAtMost) return v1::COUNT_BAND_50_TO_99;
  return v1::COUNT_BAND_100_OR_MORE;
}

}  // namespace throughgate::services
