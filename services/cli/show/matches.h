// Ranked and explained matches for people.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_MATCHES_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_MATCHES_H_

#include <google/protobuf/repeated_field.h>

#include <string>

#include "throughgate/v1/match_service.pb.h"

namespace throughgate::cli {

// Ranked tables, the points of each part of the score in the last columns, and below them each
// row's name and what the rules found. They want FULL_ROWS.
std::string ShowMatches(const google::protobuf::RepeatedPtrField<v1::VacancyMatch>& matches);
std::string ShowMatches(const google::protobuf::RepeatedPtrField<v1::CandidateMatch>& matches);

// How many candidates there are, where the caller may know no more: "10 to 19".
std::string ShowCountBand(v1::CountBand band);

// What an answer is a function of, in one line.
std::string ShowBasis(const v1::AnswerBasis& basis);

// One pair: what is said of it, the score part by part, the findings, the assumptions, the basis.
std::string ShowExplanation(const v1::ExplainMatchResponse& explanation);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_MATCHES_H_
