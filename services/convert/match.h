// Matches and explanations for the wire. What a view may show is decided here and nowhere else,
// and a SHARED explanation has nothing sealed in it to begin with.
#ifndef THROUGHGATE_SERVICES_CONVERT_MATCH_H_
#define THROUGHGATE_SERVICES_CONVERT_MATCH_H_

#include <google/protobuf/repeated_field.h>

#include <string>
#include <string_view>

#include "matcher/matcher.h"
#include "services/edge/read_point.h"
#include "throughgate/v1/match_service.pb.h"

namespace throughgate::services {

// What rows are made from.
struct AnswerContext {
  const ReadPoint& point;
  matcher::View view;
  std::string_view store_id;
  // In place of what is disclosed of the candidate; null: that itself.
  const matcher::PreparedEffects* effects = nullptr;
};

v1::AnswerBasis WriteBasis(const AnswerContext& context);
v1::SearchWork WriteSearchWork(const matcher::SearchWork& work);

// A row for a vacancy of `candidate`, or for a candidate of `vacancy`.
v1::VacancyMatch WriteVacancyMatch(const AnswerContext& context, matcher::Ordinal candidate,
                                   const matcher::Match& match, v1::RowView row_view);
v1::CandidateMatch WriteCandidateMatch(const AnswerContext& context, matcher::Ordinal vacancy,
                                       const matcher::Match& match, v1::RowView row_view);

// One pair, whatever its verdict.
v1::VacancyMatch WriteExplanation(const AnswerContext& context, matcher::Ordinal candidate,
                                  const matcher::Explanation& explanation);

// What the answer takes for granted about `candidate`.
google::protobuf::RepeatedPtrField<std::string> WriteAssumptions(const AnswerContext& context,
                                                                 matcher::Ordinal candidate);

// Counts up to 100 are told apart in bands, so that nobody can be singled out.
inline constexpr std::size_t kCountedAtMost = 100;
v1::CountBand WriteCountBand(std::size_t count);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_MATCH_H_
