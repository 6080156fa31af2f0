// A service with a few people and vacancies, about whom sealed records are written.
#ifndef THROUGHGATE_TESTS_SERVICE_SEALED_WORLD_H_
#define THROUGHGATE_TESTS_SERVICE_SEALED_WORLD_H_

#include <random>
#include <string>

#include "tests/service/shared_questions.h"
#include "tests/service/test_server.h"

namespace throughgate {

// A change that was made of a plan, or the error that refused it.
struct SealedChange {
  grpc::Status status;
  std::string what;
  std::string candidate;
  v1::RiskPlan before;
  v1::RiskPlan after;
};

// Two of these that are written to alike hold the same bytes, and give the same: store id, keys and
// clock are the same in each.
class SealedWorld {
 public:
  SealedWorld();
  // One that is like `original` is now, to the last byte that it keeps.
  explicit SealedWorld(SealedWorld& original);

  TestServer& server() { return server_; }
  storage::Revision latest() { return server_.store().latest(); }

  // Changes somebody's plan by one of the methods that do, as one of two probation organisations.
  SealedChange Change(std::mt19937_64& random);
  // Writes once, of what nobody asks about and nothing is sealed in: an employer gets a new name.
  void WriteElsewhere();
  // What probation is told about the candidate and the first vacancy, but for the revision.
  Heard AskInFull(const std::string& candidate);

 private:
  void AddEmployers();
  void AddCandidates();
  void Disclose();
  v1::RiskPlan PlanOf(const std::string& candidate, const Party& reader);

  TestServer server_;
  int writes_elsewhere_ = 0;
};

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_SEALED_WORLD_H_
