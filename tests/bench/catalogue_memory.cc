#include "tests/bench/catalogue_memory.h"

#include <malloc.h>

namespace throughgate::bench {
namespace {

template <class T>
double Bytes(const std::vector<T>& items) {
  return static_cast<double>(items.capacity() * sizeof(T));
}

template <class Side>
void AddCore(const matcher::LeafCore<Side>& core, SideMemory& memory) {
  memory.spots += Bytes(core.spots);
  memory.limits += Bytes(core.blocks);
  memory.named += static_cast<double>(core.named.bytes());
}

template <class Side>
void AddForest(const matcher::Forest<Side>& forest, SideMemory& memory) {
  for (const auto& tree : forest.trees) {
    memory.limits += Bytes(tree->branch_limits) + Bytes(tree->branches);
    for (const auto& branch : tree->branches) {
      memory.limits += Bytes(branch->leaf_limits) + Bytes(branch->leaves);
      for (const auto& leaf : branch->leaves) {
        AddCore(*leaf.core, memory);
        if (leaf.added != nullptr) AddCore(*leaf.added, memory);
        if (leaf.gone != nullptr) memory.spots += static_cast<double>(leaf.gone->capacity()) / 8;
        memory.limits += sizeof(*leaf.core);
      }
    }
  }
}

}  // namespace

double HeapBytes() {
  const struct mallinfo2 now = mallinfo2();
  return static_cast<double>(now.uordblks + now.hblkhd);
}

SideMemory VacancyMemory(const matcher::Catalogue& catalogue) {
  SideMemory memory;
  for (const auto& block : catalogue.vacancies) {
    memory.cards +=
        sizeof(*block) + Bytes(block->cards) + Bytes(block->sites) + Bytes(block->needs);
  }
  AddForest(*catalogue.vacancy_forest, memory);
  return memory;
}

SideMemory CandidateMemory(const matcher::Catalogue& catalogue) {
  SideMemory memory;
  for (const auto& block : catalogue.candidates) {
    memory.cards += sizeof(*block) + Bytes(block->cards) + Bytes(block->skills) +
                    Bytes(block->occupations) + Bytes(block->plans) + Bytes(block->effects) +
                    Bytes(block->profiles) + Bytes(block->consents) + Bytes(block->links);
  }
  AddForest(*catalogue.candidate_forest, memory);
  return memory;
}

}  // namespace throughgate::bench
