// A page of ranked matches: what FindVacancies and FindCandidates have in common.
#ifndef THROUGHGATE_SERVICES_MATCH_PAGE_H_
#define THROUGHGATE_SERVICES_MATCH_PAGE_H_

#include <google/protobuf/repeated_field.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "matcher/matcher.h"
#include "services/convert/match.h"
#include "services/convert/match_cursor.h"
#include "services/convert/values.h"
#include "services/edge/caller.h"
#include "services/edge/opening.h"
#include "services/edge/policy.h"

namespace throughgate::services {

// The most bytes of rows in an answer, so that it fits the 4 MiB that clients take.
inline constexpr std::size_t kMatchBytesMax = std::size_t{3} << 20;

// A page size of 1 to `most`; 0 means 20.
std::size_t RowsAsked(std::int32_t page_size, std::int32_t most, const Field& at);

// Unspecified means BASIC.
v1::RowView ReadRowView(v1::RowView wire, const Field& at);

// Adds a row for each match, and at least one, until they would be more bytes than kMatchBytesMax.
// Whether there was room for all.
template <class Row, class WriteRow>
bool AddRows(const std::vector<matcher::Match>& matches, WriteRow write,
             google::protobuf::RepeatedPtrField<Row>& rows) {
  std::size_t bytes = 0;
  for (const matcher::Match& match : matches) {
    Row row = write(match);
    bytes += row.ByteSizeLong();
    if (bytes > kMatchBytesMax && !rows.empty()) return false;
    rows.Add(std::move(row));
  }
  return true;
}

// Lifetime  what it is opened with must outlive it.
class MatchPage {
 public:
  // Reads what the requests of both methods say alike. Pages belong together when the same caller
  // asks about the same `resource`.
  //
  // Errors  FIELD_INVALID for all that was refused below `field`, and those of OpenPage.
  template <class Request>
  static absl::StatusOr<MatchPage> Open(const Backend& backend, ReadPoints& read_points,
                                        const Caller& caller, const Request& request,
                                        const std::string& resource, absl::Time deadline,
                                        Violations& violations) {
    const Field field(violations);
    MatchPage page(backend, read_points, caller);
    page.method_ = MethodOf(*Request::descriptor());
    page.subject_ = SubjectOf(caller, resource);
    page.limit_ = RowsAsked(request.page_size(), matcher::kMatchesMax, field["page_size"]);
    page.row_view_ = ReadRowView(request.row_view(), field["row_view"]);
    page.shows_work_ = request.show_work() && page.full();
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(page.opening_,
                     OpenPage(read_points, caller.organisation, page.scope(), request.page_token(),
                              ParseMatchCursor, request.read_point(), deadline));
    return page;
  }

  const ReadPoint& point() const { return opening_.point; }
  const matcher::Catalogue& catalogue() const { return *opening_.point.catalogue; }
  v1::RowView row_view() const { return row_view_; }
  AnswerContext answer() const { return {opening_.point, caller_.view(), backend_.store.id()}; }
  matcher::Question question() const;

  // Puts the rows of `matches`, what they were found with, and where to go on into the response.
  template <class WriteRow, class Response>
  void Fill(const std::vector<matcher::Match>& matches, const matcher::SearchWork& work,
            WriteRow write, Response& response) const {
    AddRows(matches, write, *response.mutable_matches());
    response.set_next_page_token(
        NextPage(matches, static_cast<std::size_t>(response.matches_size())));
    *response.mutable_basis() = WriteBasis(answer());
    if (shows_work_) *response.mutable_work() = WriteSearchWork(work);
  }

 private:
  MatchPage(const Backend& backend, ReadPoints& read_points, const Caller& caller)
      : backend_(backend), read_points_(read_points), caller_(caller) {}

  bool full() const { return caller_.view() == matcher::View::kFull; }
  PageScope scope() const { return {*backend_.handles, backend_.store.id(), method_, subject_}; }
  std::string NextPage(const std::vector<matcher::Match>& matches, std::size_t shown) const;

  const Backend& backend_;
  ReadPoints& read_points_;
  const Caller& caller_;
  std::string_view method_;
  std::string subject_;
  std::size_t limit_ = 0;
  v1::RowView row_view_ = v1::ROW_VIEW_BASIC;
  bool shows_work_ = false;
  Opening<MatchCursor> opening_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_MATCH_PAGE_H_
