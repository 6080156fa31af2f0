#include "tests/bench/plot.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace throughgate::bench {
namespace {

constexpr double kWidth = 420;
constexpr double kHeight = 300;
constexpr double kMargin = 60;

// One diagram; x and y are powers of ten.
class Diagram {
 public:
  Diagram(double left, const std::string& title, const std::vector<SearchPoint>& points,
          double least, double most)
      : left_(left),
        points_(points),
        x_least_(std::floor(std::log10(static_cast<double>(points.front().vacancies)))),
        x_most_(std::ceil(std::log10(static_cast<double>(points.back().vacancies)))),
        y_least_(std::floor(std::log10(least))),
        y_most_(std::ceil(std::log10(most))) {
    Text(left_ + kWidth / 2, kMargin - 30, "middle", title);
    Text(left_ + kWidth / 2, kMargin + kHeight + 40, "middle", "vacancies");
    for (double x = x_least_; x <= x_most_; ++x) {
      const double at = X(std::pow(10, x));
      Line(at, kMargin, at, kMargin + kHeight, "#ddd");
      Text(at, kMargin + kHeight + 18, "middle", absl::StrFormat("%.0f", std::pow(10, x)));
    }
    for (double y = y_least_; y <= y_most_; ++y) {
      const double at = Y(std::pow(10, y));
      Line(left_, at, left_ + kWidth, at, "#ddd");
      Text(left_ - 6, at + 4, "end", absl::StrFormat("%g", std::pow(10, y)));
    }
  }

  void Curve(const std::string& name, const char* colour,
             const std::function<double(const SearchPoint&)>& value) {
    std::string path;
    for (const SearchPoint& point : points_) {
      const double x = X(static_cast<double>(point.vacancies));
      const double y = Y(value(point));
      absl::StrAppendFormat(&path, "%s%.1f,%.1f ", path.empty() ? "" : "L", x, y);
      absl::StrAppendFormat(&svg_, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>\n", x, y, colour);
    }
    absl::StrAppendFormat(&svg_, "<path d='M%s' fill='none' stroke='%s'/>\n", path, colour);
    ++curves_;
    Line(left_ + 10, kMargin + 14 * curves_, left_ + 30, kMargin + 14 * curves_, colour);
    Text(left_ + 36, kMargin + 14 * curves_ + 4, "start", name);
  }

  const std::string& svg() const { return svg_; }

 private:
  double X(double value) const {
    return left_ + (std::log10(value) - x_least_) / (x_most_ - x_least_) * kWidth;
  }
  double Y(double value) const {
    const double share = (std::log10(std::max(value, 1e-3)) - y_least_) / (y_most_ - y_least_);
    return kMargin + kHeight - share * kHeight;
  }
  void Line(double x1, double y1, double x2, double y2, const char* colour) {
    absl::StrAppendFormat(&svg_, "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>\n",
                          x1, y1, x2, y2, colour);
  }
  void Text(double x, double y, const char* anchor, const std::string& text) {
    absl::StrAppendFormat(&svg_, "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>\n", x, y,
                          anchor, text);
  }

  double left_;
  const std::vector<SearchPoint>& points_;
  double x_least_, x_most_, y_least_, y_most_;
  int curves_ = 0;
  std::string svg_;
};

}  // namespace

bool WritePlot(const std::string& path, const std::vector<SearchPoint>& points) {
  double fastest = points.front().p50_us;
  double slowest = 1;
  double fewest = points.front().cards_scored;
  double most = 1;
  for (const SearchPoint& point : points) {
    fastest = std::min(fastest, point.p50_us);
    slowest = std::max({slowest, point.scan_p50_us, point.p99_us});
    fewest = std::min(fewest, point.cards_scored);
    most = std::max({most, point.cards_scored, std::sqrt(static_cast<double>(point.vacancies))});
  }
  Diagram latency(kMargin, "FindVacancies, k = 20: microseconds", points, fastest, slowest);
  latency.Curve("median", "#1b6", [](const SearchPoint& p) { return p.p50_us; });
  latency.Curve("99th percentile", "#16b", [](const SearchPoint& p) { return p.p99_us; });
  latency.Curve("plain scan, median", "#b31", [](const SearchPoint& p) { return p.scan_p50_us; });
  Diagram cards(kWidth + 3 * kMargin, "cards scored, mean", points, fewest, most);
  cards.Curve("scored", "#1b6", [](const SearchPoint& p) { return p.cards_scored; });
  cards.Curve("square root of the vacancies", "#999",
              [](const SearchPoint& p) { return std::sqrt(static_cast<double>(p.vacancies)); });
  std::ofstream out(path);
  out << absl::StrFormat(
      "<svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f' font-family='sans-serif' "
      "font-size='12'>\n<rect width='100%%' height='100%%' fill='white'/>\n",
      2 * kWidth + 4 * kMargin, kHeight + 2 * kMargin);
  out << latency.svg() << cards.svg() << "</svg>\n";
  return out.good();
}

}  // namespace throughgate::bench
