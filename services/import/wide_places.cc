#include "services/import/wide_places.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace throughgate::services {
namespace {

struct WidePlace {
  std::string_view name;
  std::int32_t kilometres;
};

// In the order of names.
constexpr WidePlace kWidePlaces[] = {
    {"avon", 45},
    {"bedfordshire", 35},
    {"berkshire", 50},
    {"borders", 90},
    {"buckinghamshire", 60},
    {"cambridgeshire", 60},
    {"channel islands", 80},
    {"cheshire", 65},
    {"cleveland", 40},
    {"clwyd", 70},
    {"cornwall", 110},
    {"cotswolds", 70},
    {"county antrim", 75},
    {"county armagh", 45},
    {"county down", 65},
    {"county durham", 65},
    {"county fermanagh", 60},
    {"county londonderry", 65},
    {"county tyrone", 80},
    {"cumbria", 90},
    {"derbyshire", 65},
    {"devon", 90},
    {"dorset", 60},
    {"dumfries and galloway", 110},
    {"dyfed", 95},
    {"east anglia", 130},
    {"east midlands", 140},
    {"east of england", 170},
    {"east riding", 70},
    {"east riding of yorkshire", 70},
    {"east sussex", 60},
    {"east yorkshire", 70},
    {"eastern england", 170},
    {"england", 600},
    {"essex", 70},
    {"fife", 50},
    {"glamorgan", 65},
    {"gloucestershire", 65},
    {"grampian", 110},
    {"greater manchester", 40},
    {"gwent", 50},
    {"gwynedd", 85},
    {"hampshire", 75},
    {"herefordshire", 55},
    {"hertfordshire", 50},
    {"highlands", 260},
    {"home counties", 160},
    {"humberside", 80},
    {"isle of man", 50},
    {"kent", 85},
    {"lake district", 60},
    {"lancashire", 80},
    {"leicestershire", 55},
    {"lincolnshire", 95},
    {"lothian", 60},
    {"merseyside", 40},
    {"mid glamorgan", 45},
    {"mid wales", 110},
    {"middlesex", 40},
    {"midlands", 190},
    {"norfolk", 80},
    {"north east", 170},
    {"north east england", 170},
    {"north wales", 150},
    {"north west", 210},
    {"north west england", 210},
    {"north yorkshire", 110},
    {"northamptonshire", 65},
    {"northern england", 300},
    {"northern ireland", 160},
    {"northumberland", 90},
    {"nottinghamshire", 60},
    {"oxfordshire", 60},
    {"peak district", 60},
    {"powys", 110},
    {"rutland", 30},
    {"scotland", 550},
    {"scottish borders", 90},
    {"shropshire", 65},
    {"somerset", 75},
    {"south east", 220},
    {"south east england", 220},
    {"south glamorgan", 40},
    {"south wales", 130},
    {"south west", 310},
    {"south west england", 310},
    {"south yorkshire", 50},
    {"staffordshire", 70},
    {"strathclyde", 160},
    {"suffolk", 80},
    {"surrey", 60},
    {"tayside", 100},
    {"thames valley", 110},
    {"the midlands", 190},
    {"tyne and wear", 40},
    {"uk", 900},
    {"united kingdom", 900},
    {"wales", 260},
    {"warwickshire", 65},
    {"west glamorgan", 45},
    {"west midlands", 140},
    {"west sussex", 65},
    {"west wales", 130},
    {"west yorkshire", 50},
    {"wiltshire", 70},
    {"worcestershire", 55},
    {"yorkshire", 150},
    {"yorkshire and humberside", 150},
    {"yorkshire and the humber", 150},
};
static_assert(std::ranges::is_sorted(kWidePlaces, {}, &WidePlace::name));

}  // namespace

std::optional<matcher::Metres> ExtentOfWidePlace(std::string_view name) {
  const std::string lower = absl::AsciiStrToLower(absl::string_view(name.data(), name.size()));
  const auto* found =
      std::ranges::lower_bound(kWidePlaces, std::string_view(lower), {}, &WidePlace::name);
  if (found == std::end(kWidePlaces) || found->name != lower) return std::nullopt;
  return matcher::Metres{std::int64_t{found->kilometres} * 1000};
}

}  // namespace throughgate::services
