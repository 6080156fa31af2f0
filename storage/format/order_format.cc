#include "storage/format/order_format.h"

namespace throughgate::format {
namespace {

constexpr auto kAttributeLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);

void StoreBarredLists(const matcher::BarredLists& lists, v1::BarredLists& stored) {
  stored.set_children(static_cast<std::uint32_t>(lists.children));
  stored.set_adults(static_cast<std::uint32_t>(lists.adults));
}

matcher::BarredLists ReadBarredLists(const v1::BarredLists& stored, Reader& reader) {
  return {.children = reader.UpTo(matcher::Known::kYes, stored.children()),
          .adults = reader.UpTo(matcher::Known::kYes, stored.adults())};
}

void StoreOffence(const matcher::Offence& offence, v1::Offence& stored) {
  stored.set_category(static_cast<std::uint32_t>(offence.category));
  if (offence.spent_on) stored.set_spent_on_day(offence.spent_on->since_epoch);
}

matcher::Offence ReadOffence(const v1::Offence& stored, Reader& reader) {
  matcher::Offence offence;
  offence.category = reader.UpTo(matcher::OffenceCategory::kOther, stored.category());
  if (stored.has_spent_on_day()) offence.spent_on = matcher::Day{stored.spent_on_day()};
  return offence;
}

void StoreOrder(const matcher::CourtOrder& order, v1::CourtOrder& stored) {
  stored.set_id(order.id);
  stored.set_kind(static_cast<std::uint32_t>(order.kind));
  for (const matcher::WorkAttribute attribute : order.barred_attributes) {
    stored.add_barred_attributes(static_cast<std::uint32_t>(attribute));
  }
  for (const std::string& group : order.barred_occupations) stored.add_barred_occupations(group);
  stored.set_read_in_full(order.read_in_full);
  if (order.ends_on) stored.set_ends_on_day(order.ends_on->since_epoch);
}

matcher::CourtOrder ReadOrder(const v1::CourtOrder& stored, Reader& reader) {
  matcher::CourtOrder order;
  order.id = stored.id();
  order.kind = reader.UpTo(matcher::OrderKind::kOther, stored.kind());
  for (const std::uint32_t attribute : stored.barred_attributes()) {
    order.barred_attributes.push_back(reader.UpTo(kAttributeLast, attribute));
  }
  order.barred_occupations.assign(stored.barred_occupations().begin(),
                                  stored.barred_occupations().end());
  order.read_in_full = stored.read_in_full();
  if (stored.has_ends_on_day()) order.ends_on = matcher::Day{stored.ends_on_day()};
  return order;
}

}  // namespace

void StoreOrders(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  if (plan.barred_lists != matcher::BarredLists()) {
    StoreBarredLists(plan.barred_lists, *stored.mutable_barred_lists());
  }
  for (const auto& offence : plan.offences) StoreOffence(offence, *stored.add_offences());
  for (const auto& order : plan.orders) StoreOrder(order, *stored.add_orders());
}

void ReadOrders(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.barred_lists = reader.One(stored.barred_lists(), ReadBarredLists);
  plan.offences = reader.Each(stored.offences(), ReadOffence);
  plan.orders = reader.Each(stored.orders(), ReadOrder);
}

}  // namespace throughgate::format
