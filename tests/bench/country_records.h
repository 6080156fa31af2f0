// The records of a country, as a store takes them.
#ifndef THROUGHGATE_TESTS_BENCH_COUNTRY_RECORDS_H_
#define THROUGHGATE_TESTS_BENCH_COUNTRY_RECORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "storage/store.h"
#include "tests/support/country.h"

namespace throughgate::bench {

// Puts records into a store, as many as fit into each commit. Stops the program when one is
// refused.
class Writer {
 public:
  explicit Writer(storage::Store& store) : store_(store) {}
  ~Writer() { Flush(); }

  void Put(const std::string& key, std::string value);
  void Flush();

 private:
  storage::Store& store_;
  storage::Transaction pending_;
  std::size_t bytes_ = 0;
};

// Taxonomy and gazetteer.
void PutReferenceData(const Country& country, Writer& writer);
// Employers and sites behind so many vacancies.
void PutEmployers(const Country& country, std::size_t vacancies, Writer& writer);
void PutVacancies(const Country& country, std::size_t vacancies, Writer& writer);
// With their plans.
void PutCandidates(const Country& country, std::size_t candidates, Writer& writer);
// Each of the first so many twice more, alike in all but the sealed half: "bare-0" has no plan, and
// "heavy-0" one as heavy as plans are.
void PutTwins(const Country& country, std::size_t twins, Writer& writer);

// The commits of a bulk load of vacancies: each carries as many as fit into a hundred operations,
// with two writes and a guard for each, and the mark of how far it is.
std::vector<storage::Transaction> BulkCommits(const Country& country, std::size_t vacancies);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_COUNTRY_RECORDS_H_
