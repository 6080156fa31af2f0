#include "services/convert/orders.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/convert/dates.h"
#include "services/convert/isco.h"
#include "services/convert/names.h"
#include "services/convert/values.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kOffencesMax = 50;
constexpr std::size_t kOrdersMax = 20;
constexpr std::size_t kBarredGroupsMax = 50;

matcher::BarredLists ReadBarredLists(const v1::BarredLists& wire, const Field& at) {
  return {.children = ReadEnum<matcher::Known>(wire.children(), at["children"]),
          .adults = ReadEnum<matcher::Known>(wire.adults(), at["adults"])};
}

matcher::Offence ReadOffence(const v1::Offence& wire, const Field& at) {
  return {.category = ReadRequiredEnum<matcher::OffenceCategory>(wire.category(), at["category"]),
          .spent_on = ReadOptionalDate(wire.has_spent_on(), wire.spent_on(), at["spent_on"])};
}

std::vector<matcher::WorkAttribute> ReadBarredAttributes(const WireEnums& wire, const Field& at) {
  std::set<int> seen;
  return ReadEach(wire, at, [&](int attribute, const Field& here) {
    CheckOnce(seen, attribute, here);
    return ReadRequiredEnum<matcher::WorkAttribute>(static_cast<v1::WorkAttribute>(attribute),
                                                    here);
  });
}

matcher::CourtOrder ReadOrder(const v1::CourtOrder& wire, const Field& at) {
  return {
      .id = ReadId(wire.order_id(), at["order_id"]),
      .kind = ReadRequiredEnum<matcher::OrderKind>(wire.kind(), at["kind"]),
      .barred_attributes = ReadBarredAttributes(wire.barred_attributes(), at["barred_attributes"]),
      .barred_occupations =
          ReadIscoGroups(wire.barred_occupations(), kBarredGroupsMax, at["barred_occupations"]),
      .read_in_full = wire.read_in_full(),
      .ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"])};
}

v1::BarredLists WriteBarredLists(const matcher::BarredLists& lists) {
  v1::BarredLists wire;
  wire.set_children(WriteEnum<v1::Known>(lists.children));
  wire.set_adults(WriteEnum<v1::Known>(lists.adults));
  return wire;
}

v1::Offence WriteOffence(const matcher::Offence& offence) {
  v1::Offence wire;
  wire.set_category(WriteEnum<v1::OffenceCategory>(offence.category));
  if (offence.spent_on) *wire.mutable_spent_on() = WriteDate(*offence.spent_on);
  return wire;
}

v1::CourtOrder WriteOrder(const matcher::CourtOrder& order) {
  v1::CourtOrder wire;
  wire.set_order_id(order.id);
  wire.set_kind(WriteEnum<v1::OrderKind>(order.kind));
  for (const matcher::WorkAttribute attribute : order.barred_attributes) {
    wire.add_barred_attributes(WriteEnum<v1::WorkAttribute>(attribute));
  }
  for (const std::string& code : order.barred_occupations) wire.add_barred_occupations(code);
  wire.set_read_in_full(order.read_in_full);
  if (order.ends_on) *wire.mutable_ends_on() = WriteDate(*order.ends_on);
  return wire;
}

}  // namespace

void ReadOrders(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms) {
  terms.barred_lists = ReadBarredLists(wire.barred_lists(), at["barred_lists"]);
  CheckCount(static_cast<std::size_t>(wire.offences_size()), kOffencesMax, at["offences"]);
  terms.offences = ReadEach(wire.offences(), at["offences"], ReadOffence);
  std::set<std::string> orders;
  CheckCount(static_cast<std::size_t>(wire.orders_size()), kOrdersMax, at["orders"]);
  terms.orders =
      ReadEach(wire.orders(), at["orders"], [&](const v1::CourtOrder& order, const Field& here) {
        CheckOnce(orders, order.order_id(), here["order_id"]);
        return ReadOrder(order, here);
      });
}

void WriteOrders(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire) {
  if (terms.barred_lists != matcher::BarredLists{}) {
    *wire.mutable_barred_lists() = WriteBarredLists(terms.barred_lists);
  }
  for (const auto& offence : terms.offences) *wire.add_offences() = WriteOffence(offence);
  for (const auto& order : terms.orders) *wire.add_orders() = WriteOrder(order);
}

}  // namespace throughgate::services
