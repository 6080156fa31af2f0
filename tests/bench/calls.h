// Calls to a server over loopback, timed.
#ifndef THROUGHGATE_TESTS_BENCH_CALLS_H_
#define THROUGHGATE_TESTS_BENCH_CALLS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace throughgate::bench {

// Makes call number `i`. Each client has one of its own, over a connection of its own.
using Call = std::function<void(std::size_t i)>;
using MakeCall = std::function<Call(int client)>;

Call EmptyCall(int port, int client);

// FindVacancies, k = 20, for one after another of `askers` candidates of a country, on the day that
// the country is of. `role` is "broker" or "probation". The candidates' ids begin with `named`.
Call FindVacanciesCall(int port, int client, std::size_t askers, const std::string& role,
                       const std::string& named = "candidate-");

// The seconds of each of so many calls in a row, from number `first` on.
std::vector<double> CallInARow(std::size_t first, std::size_t calls, const Call& call);

// Calls per second of several clients at once, each making so many.
double Throughput(int clients, std::size_t calls, const MakeCall& make_call);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_CALLS_H_
