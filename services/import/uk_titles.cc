#include "services/import/uk_titles.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace throughgate::services {
namespace {

constexpr UkTitles kTrades[] = {
    {"financial planner", "isco/2412", "ifa"},
    {"bookkeeper", "isco/3313", "bookkeeping"},
    {"", "isco/3322", "field sales, inside sales, internal sales"},
    {"real estate agent", "isco/3334", "estate agency, estate agent"},
    {"", "isco/3343", "project support"},
    {"", "isco/3512",
     "application support, desktop support, helpdesk, it support, line support, "
     "network support, service desk"},
    {"", "isco/411", "admin, administration"},
    {"data entry clerk", "isco/4132", "data entry"},
    {"", "isco/422", "customer service"},
    {"receptionist", "isco/4226", "reception"},
    {"", "isco/4311",
     "accounts payable, accounts receivable, credit control, purchase ledger, sales ledger"},
    {"payroll clerk", "isco/4313", "payroll"},
    {"waiter/waitress", "isco/5131", "front of house"},
    {"bartender", "isco/5132", "bar work"},
    {"motor vehicles specialised seller", "isco/5223", "car sales"},
    {"", "isco/5244", "telesales"},
    {"bricklayer", "isco/7112", "bricklaying"},
    {"carpenter", "isco/7115", "carpentry, joinery"},
    {"construction scaffolder", "isco/7119", "scaffolding"},
    {"tile fitter", "isco/7122", "tiling"},
    {"plasterer", "isco/7123", "dry lining, plastering"},
    {"plumber", "isco/7126", "plumbing"},
    {"welder", "isco/7212", "welding"},
    {"car and van delivery driver", "isco/8322", "courier"},
    {"cargo vehicle driver", "isco/8332", "class 1, class 2, hgv, lgv"},
    {"", "isco/834", "cpcs"},
    {"excavator operator", "isco/8342", "excavator"},
    {"forklift operator", "isco/8344", "counterbalance, flt, forklift, reach truck"},
    {"", "isco/911", "cleaning"},
    {"", "isco/9112", "housekeeping"},
    {"", "isco/93", "labour, labouring"},
    {"civil engineering worker", "isco/9312", "groundwork"},
    {"hand packer", "isco/9321", "packing"},
    {"warehouse order picker", "isco/9333", "order picking, picking"},
    {"warehouse worker", "isco/9333", "warehouse"},
};

constexpr std::string_view kVagueTitles = R"(
ab, account administrator, acquisition manager, activist, adjutant, agent, ambassador, anchor,
announcer, appointment setter, apprentice, arranger, artist, arts worker, assembler, assembly, asset
data manager, assistant, assistant manager, athlete, attendant, auditor, backup, binder, bishop,
blaster, brander, broker, buffer, builder's merchant, builders merchant, business manager, business
process, cabler, campaign manager, captain, captioner, care coordinator, carrier, caster, cco, cdo,
chandler, channeller, checker, chief engineer, chief inspector, chipper, cleaning products, clerk,
climber, closer, club manager, cmm inspector, coach, coater, coiler, coker, comic, commander,
commando, communication, communication assistant, companion, compliance coordinator, conductor,
consultant, consumer, contract negotiator, controller, coordinator, correspondent, coter, courier,
critic, curator, customer care, cutter, data collection agent, data expert, data warehouse, dealer,
decision support analyst, demonstrator, deputy manager, designer, development consultant,
development engineer, development officer, device driver, digital content, dipper, director,
director of science, director of tax, double, dr, drawer, dresser, driller, dryer, dyer, editor,
educator, electrical wholesaler, energy, energy advisor, energy consultant, engagement officer,
engineer, engineering manager, engineering supervisor, entrepreneur, envoy, escort, estate agency,
estate agent, evaluator, excavator, executive, expert, extra, extractor, factor, feeder, feller,
field engineer, filer, finance officer, financier, finisher, fire safety inspector, fitter, floor
manager, framer, front line manager, frontline manager, fte, general, general manager, glacier,
governor, gp practice, grader, granulator, groom, guide, gunner, hatter, head of technical, host,
hostess, inker, inspector, installer, intervenor, investor, justice, kernel driver, leader, learning
advisor, logger, major, maker, manager, marine, mariner, marshal, master, media manager, media
sales, medium, mercer, merchant, mime, minister, mixer, mobile technician, model, modeller,
moderator, moistening, mpe, network support, officer, oiler, operative, operator, os, outfitter,
packager, packing machinery, parking manager, pi, planner, planning engineer, planning manager,
player, plumbers merchants, plumbing supplies, plumbing supply, pmo, potter, preserver, president,
pressing, principal, printer sales, producer, product, product engineer, product support engineer,
production assistant, professional, project controls engineer, project support, project support
engineer, promoter, prompt, proposal manager, pruner, psychic, publisher, pusher, ranger, reader,
recorder, referee, relations administrator, repair technician, repairer, reporter, rescuer,
researcher, restorer, retailer, reviewer, ria, risk assessor, runner, sales agent, sander, sd,
section leader, security, sen, senior manager, sensitive, service coordinator, service officer,
sewer, sexer, shift leader, shift manager, shift supervisor, site assistant, site operator, smith,
sorter, specialist, spinner, spreader, springer, staking, stand-in, stationer, steward,
straightener, student, substitute, super, superintendent, supervisor, support coordinator, support
engineer, support manager, sweeper, switcher, system engineer, ta, tailor made, talent agency,
tanker, team lead, team leader, team manager, team member, technical assistant, technical director,
technical engineer, technical manager, technical services manager, technical support, technical
support engineer, technician, technologist, tester, theatre manager, timekeeper, trainee, trapper,
treasury manager, trimmer, unit manager, upsetter, usher, valuer, vice-president, voc, warden, water
treatment engineer, welding supplies, whip, wholesaler, worker, works manager, writer
)";

constexpr std::string_view kVagueSkills = R"(
adapt to change, less, plan, source, staf, use personal organization software
)";

constexpr std::string_view kCuisines = R"(
chinese, english, french, greek, irish, italian, japanese, polish, portuguese, spanish, thai,
turkish
)";

}  // namespace

std::vector<std::string_view> NamesIn(std::string_view list) {
  std::vector<std::string_view> names;
  for (const absl::string_view name :
       absl::StrSplit(absl::string_view(list.data(), list.size()), ',')) {
    const absl::string_view trimmed = absl::StripAsciiWhitespace(name);
    names.emplace_back(trimmed.data(), trimmed.size());
  }
  return names;
}

std::span<const UkTitles> UkTrades() { return kTrades; }

std::vector<std::string_view> VagueTitles() { return NamesIn(kVagueTitles); }

std::vector<std::string_view> VagueSkills() { return NamesIn(kVagueSkills); }

std::vector<std::string_view> Cuisines() { return NamesIn(kCuisines); }

}  // namespace throughgate::services
