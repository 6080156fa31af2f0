// What a catalogue takes in memory, by structure.
#ifndef THROUGHGATE_TESTS_BENCH_CATALOGUE_MEMORY_H_
#define THROUGHGATE_TESTS_BENCH_CATALOGUE_MEMORY_H_

#include "matcher/index/catalogue.h"

namespace throughgate::bench {

// Bytes, without strings, names and zones: those stand in rows, directories and plans.
struct SideMemory {
  double cards = 0;   // and the sites, skills and types of work that stand with them
  double spots = 0;   // in leaves
  double named = 0;   // what spots name, in leaves
  double limits = 0;  // of blocks, leaves and branches
  double sum() const { return cards + spots + named + limits; }
};

// All that is allocated.
double HeapBytes();

SideMemory VacancyMemory(const matcher::Catalogue& catalogue);
SideMemory CandidateMemory(const matcher::Catalogue& catalogue);

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_CATALOGUE_MEMORY_H_
