#include "services/import/uk_titles.h"

namespace throughgate::services {
namespace {

constexpr UkTitles kTitles[] = {
    // Catering.
    {"", "isco/1411",
     "hotel assistant manager, hotel duty manager, hotel general manager, hotel manager"},
    {"", "isco/1412",
     "assistant restaurant general manager, bar general manager, bar manager, cafe manager, "
     "catering manager, catering supervisor, coffee shop assistant manager, "
     "coffee shop manager, food and beverage manager, food and beverage supervisor, "
     "general manager restaurant, pub assistant manager, pub general manager, pub manager, "
     "restaurant assistant manager, restaurant duty manager, restaurant general manager"},
    {"restaurant manager", "isco/1412",
     "assistant restaurant manager, deputy restaurant manager, restaurant supervisor"},
    {"chef", "isco/3434",
     "cdp, chef de partie, relief chef, second chef, section chef, senior chef de partie"},
    {"head chef", "isco/3434",
     "chef manager, cook in charge, cook manager, executive chef, junior sous chef, "
     "kitchen manager"},
    {"pastry chef", "isco/3434", "pastry chef de partie"},
    {"hospitality establishment receptionist", "isco/4224", "hotel receptionist"},
    {"night auditor", "isco/4224", "night porter"},
    {"cook", "isco/5120",
     "assistant cook, breakfast chef, commi chef, commis, commis chef, commis de partie, "
     "cook supervisor, demi chef, demi chef de partie, school cook, second cook, trainee chef"},
    {"grill cook", "isco/5120", "grill chef"},
    {"waiter/waitress", "isco/5131",
     "f and b assistant, fb assistant, food and beverage assistant, "
     "food and beverage service assistant, food and beverage services assistant, "
     "food service assistant, restaurant staff, restaurant team member, waiter waitress, "
     "waiting on staff, waiting staff"},
    {"bartender", "isco/5132",
     "bar and waiting staff, bar person, bar staff, bar supervisor, bar team member, barmaid, "
     "barman"},
    {"room attendant", "isco/9112", "room attendant"},
    {"quick service restaurant crew member", "isco/9411", "crew member"},
    {"", "isco/9412", "general assistant"},
    {"kitchen assistant", "isco/9412",
     "canteen assistant, catering assistant, catering team member, kitchen assistant, "
     "kitchen hand, kitchen helper, kitchen team member, midday assistant"},
    {"kitchen porter", "isco/9412", "chef porter, kitchen porter, kp"},
    {"hotel porter", "isco/9621", "hotel porter, luggage porter"},
    // Warehouse, driving.
    {"road transport division manager", "isco/1324", "transport manager"},
    {"warehouse manager", "isco/1324",
     "assistant warehouse manager, depot manager, warehouse distribution manager, "
     "warehouse operations manager, warehouse shift manager, warehouse team manager"},
    {"transport planner", "isco/2164", "transport planner"},
    {"", "isco/4321",
     "despatch clerk, despatch supervisor, dispatch clerk, dispatch supervisor, "
     "goods in clerk, material controller, stock clerk, stock controller, store controller, "
     "stores controller, stores supervisor, warehouse administrator, warehouse clerk, "
     "warehouse shift supervisor, warehouse supervisor, warehouse team leader, "
     "warehouse team supervisor"},
    {"", "isco/4323",
     "traffic clerk, traffic operator, traffic planner, transport administrator, "
     "transport clerk, transport coordinator, transport supervisor"},
    {"vehicle technician", "isco/7231",
     "automotive technician, bus mechanic, car technician, fast fit technician, hgv fitter, "
     "hgv mechanic, hgv technician, lcv technician, light vehicle technician, met fitter, "
     "met technician, mot technician, motor mechanic, pdi technician, psv fitter, "
     "psv mechanic, roadside patrol technician, roadside technician, vehicle fitter"},
    {"", "isco/832",
     "driver, minibus driver, passenger driver, passenger transport driver, school run driver"},
    {"car and van delivery driver", "isco/8322",
     "3 5 tonne driver, 3.5 tonne driver, 3.5t driver, courier driver, delivery driver, "
     "delivery man, home delivery driver, multi drop driver, multidrop driver, owner driver, "
     "parcel driver, parts delivery driver, parts driver, van driver"},
    {"taxi driver", "isco/8322", "private hire driver"},
    {"", "isco/8331", "pcv bus driver, pcv driver"},
    {"bus driver", "isco/8331", "bus driver, coach driver, psv driver"},
    {"cargo vehicle driver", "isco/8332",
     "artic driver, c driver, c e driver, c1 driver, car transporter driver, cat c driver, "
     "cat ce driver, ce driver, class 1 and 2 driver, class 1 delivery driver, "
     "class 1 driver, class 2 delivery driver, class 2 driver, class 2 multi drop driver, "
     "class i driver, class ii driver, class one driver, class two driver, hgv 1 driver, "
     "hgv 2 driver, hgv 2 multi drop driver, hgv class driver, hgv delivery driver, "
     "hgv driver, hgv multi drop driver, hgv trunking, hiab driver, lgv delivery driver, "
     "lgv driver, lorry driver, low loader driver, mixer driver, moffet driver, "
     "moffett driver, night trunk driver, recovery driver, shunter, shunter driver, "
     "skip driver, t driver, tipper driver, tn driver, ton driver, tonne driver, "
     "transporter driver, truck driver, trunk driver, trunker, wagon driver"},
    {"dangerous goods driver", "isco/8332", "tanker driver"},
    {"refuse vehicle driver", "isco/8332", "refuse driver, refuse vehicle driver"},
    {"", "isco/834", "cpcs driver, cpcs operator, plant driver"},
    {"", "isco/8342",
     "360 excavator driver, 360 operator, dozer driver, dumper operator, excavator driver, "
     "jcb driver, roller driver"},
    {"", "isco/8343", "crane driver, telehandler, telehandler driver, telehandler operator"},
    {"forklift operator", "isco/8344",
     "bendi driver, counterbalance driver, flt counterbalance driver, flt driver, "
     "flt operative, flt operator, flt reach driver, fork lift truck driver, "
     "fork truck driver, forklift driver, forklift operative, forklift truck operator, "
     "llop driver, reach driver, reach truck driver, vna driver"},
    {"vehicle cleaner", "isco/9122", "car valeter, valet operative, valeter, vehicle valeter"},
    {"hand packer", "isco/9321",
     "packaging operative, packer, packing operative, warehouse packer"},
    {"", "isco/9333", "driver's mate"},
    {"warehouse order picker", "isco/9333",
     "order selector, pick packer, picker, picker packer, picking operative, "
     "warehouse picker, warehouse selector"},
    {"warehouse worker", "isco/9333",
     "container unloader, despatch operative, dispatch operative, goods in assistant, "
     "goods in operative, goods in person, loader unloader, loading operative, "
     "logistics operative, stock assistant, store personnel, storekeeper, storeman, "
     "stores assistant, stores operative, stores person, storesman, warehouse assistant, "
     "warehouse labourer, warehouse operative, warehouse operator, warehouse person, "
     "warehouse porter, warehouse staff, warehouse team member, warehouse worker, "
     "warehouseman, yard man, yard operative, yard person"},
    // Construction.
    {"construction manager", "isco/1323",
     "assistant site manager, construction site manager, contracts manager, site agent, "
     "site manager"},
    {"", "isco/2142", "structural engineer, structures engineer"},
    {"civil engineer", "isco/2142", "site engineer"},
    {"quantity surveyor", "isco/2149", "quantity surveyor"},
    {"", "isco/3112", "building inspector, clerk of works, estimator, setting out engineer"},
    {"", "isco/3113", "electrical technician"},
    {"", "isco/3122", "maintenance supervisor"},
    {"construction general supervisor", "isco/3123",
     "construction foreman, finishing foreman, foreman, general foreman, site foreman, "
     "site supervisor, works foreman"},
    {"building caretaker", "isco/5153", "caretaker"},
    {"", "isco/71",
     "multi skilled maintenance operative, multi skilled operative, multi skilled tradesman, "
     "multi skilled tradesperson, multi trade, multi trade operative, multi trader, "
     "multi trades operative, property maintenance operative"},
    {"bricklayer", "isco/7112", "brick layer, brickie"},
    {"", "isco/7114", "concrete finisher, concreter, formworker, steel fixer"},
    {"carpenter", "isco/7115",
     "bench joiner, chippy, formwork carpenter, formwork joiner, joiner, "
     "maintenance carpenter, multi skilled joiner, shop fitter, shopfitter, "
     "shuttering carpenter, shuttering joiner, site carpenter, site joiner"},
    {"kitchen unit installer", "isco/7115", "kitchen fitter"},
    {"window installer", "isco/7115", "conservatory fitter, upvc fitter, window fitter"},
    {"", "isco/7119", "cladder, cladding installer, fencer, fencing installer, fencing operative"},
    {"construction scaffolder", "isco/7119", "scaffolder"},
    {"demolition worker", "isco/7119", "demolition labourer, demolition operative"},
    {"roofer", "isco/7121", "felt roofer, flat roofer, roof tiler, roofing operative, slater"},
    {"", "isco/7122", "floor layer, flooring installer"},
    {"tile fitter", "isco/7122", "floor tiler, tiler, wall and floor tiler"},
    {"plasterer", "isco/7123",
     "ceiling fixer, dry liner, dryliner, drylining fixer, drywall fixer, partitioner"},
    {"insulation worker", "isco/7124",
     "cavity wall installer, insulation installer, lagger, thermal insulation engineer"},
    {"", "isco/7125", "glazier, glazing operative"},
    {"", "isco/7126",
     "boiler engineer, drain engineer, gas breakdown engineer, gas fitter, gas meter fitter, "
     "gas service engineer, heating and gas engineer, heating and plumbing engineer, "
     "pipe fitter, pipefitter, plumber's mate, plumbers mate"},
    {"gas service technician", "isco/7126", "gas engineer"},
    {"heating technician", "isco/7126", "heating engineer"},
    {"plumber", "isco/7126", "plumbing and heating engineer"},
    {"", "isco/7127",
     "ac engineer, air con engineer, air conditioning engineer, refrigeration engineer"},
    {"construction painter", "isco/7131", "decorator, painter, painter and decorator"},
    {"asbestos abatement worker", "isco/7133", "asbestos removal operative, asbestos remover"},
    {"", "isco/7215", "rigger, slinger, slinger banksman, slinger signaller, slinger signalman"},
    {"", "isco/7233", "multi skilled engineer, multiskilled engineer, shift engineer"},
    {"electrician", "isco/7411",
     "approved electrician, domestic installer, electrical improver, electrical installer, "
     "electrical maintenance technician, electrical tester, electrician mate, "
     "electrician's mate, electricians mate, multi skilled electrician, testing electrician"},
    {"cable jointer", "isco/7413", "cable jointer"},
    {"", "isco/7422",
     "cabling engineer, satellite engineer, structured cabling engineer, telecoms engineer"},
    {"security alarm technician", "isco/7422",
     "alarm engineer, cctv engineer, fire alarm engineer, fire and security engineer, "
     "intruder alarm engineer, security engineer, security systems engineer"},
    {"", "isco/834", "plant operator"},
    {"", "isco/8342", "360 machine operator, cpcs 360, dumper driver"},
    {"excavator operator", "isco/8342", "360 driver, digger driver"},
    {"", "isco/8343", "crane operator"},
    {"", "isco/93", "engineering labourer, general operative, yard labourer"},
    {"", "isco/9312",
     "banksman, block paver, civil operative, drainage operative, groundsworker, "
     "highway operative, highways operative, kerb layer, paver, tarmac operative, "
     "tarmac raker, tarmacer, traffic management operative, traffic marshal"},
    {"civil engineering worker", "isco/9312", "ground worker, groundworker"},
    {"building construction worker", "isco/9313",
     "bricklayers labourer, building labourer, building operative, construction labourer, "
     "construction operative, construction worker, cscs labourer, general labourer, "
     "hod carrier, labourer, scaffold labourer, scaffolders labourer, site labourer, "
     "site operative, skilled labourer"},
    {"handyman", "isco/9622",
     "building maintenance operative, estate operative, facilities assistant, "
     "general maintenance operative, handyman, handyperson, maintenance assistant, "
     "maintenance man, maintenance operative, maintenance person"},
    // Manufacturing, engineering trades.
    {"quality services manager", "isco/1219", "quality manager"},
    {"", "isco/1321", "manufacturing operations manager"},
    {"manufacturing manager", "isco/1321", "production manager"},
    {"", "isco/214", "design engineer, project engineer"},
    {"automation engineer", "isco/2141", "controls engineer"},
    {"mechanical engineer", "isco/2144", "mechanical design engineer, stress engineer"},
    {"electrical engineer", "isco/2151", "electrical engineer"},
    {"", "isco/311", "field service engineer, service engineer"},
    {"", "isco/3111", "laboratory technician"},
    {"", "isco/3114",
     "electronic technician, electronic test technician, electronics technician, "
     "electronics test technician"},
    {"", "isco/3115", "mechanical technician"},
    {"drafter", "isco/3118", "cad technician, design draughtsman, draughtsman"},
    {"", "isco/3122", "production supervisor"},
    {"", "isco/4322",
     "master scheduler, material planner, production administrator, production clerk, "
     "production coordinator, production planner, production scheduler, supply chain planner"},
    {"", "isco/7132", "powder coater, spray painter, sprayer, wet sprayer"},
    {"transport equipment painter", "isco/7132", "paint sprayer, vehicle paint technician"},
    {"welder", "isco/7212",
     "coded welder, fabricator welder, mig welder, plater welder, tig welder, "
     "welder fabricator"},
    {"", "isco/7213",
     "aluminium fabricator, fabricator, metal fabricator, panel beater, "
     "sheet metal fabricator, steel fabricator"},
    {"sheet metal worker", "isco/7213", "sheet metal worker"},
    {"", "isco/7214", "plater, steel erector, steel fabricator plater"},
    {"tool and die maker", "isco/7222", "toolmaker"},
    {"", "isco/7223",
     "borer, brake press operator, centre lathe turner, cmm programmer, cnc borer, "
     "cnc grinder, cnc lathe programmer, cnc machine operator, cnc machine setter, "
     "cnc machinist, cnc miller, cnc milling, cnc milling programmer, cnc operative, "
     "cnc operator, cnc programmer, cnc setter, cnc setter operator, cnc turner, "
     "cnc turner setter, grinder, horizontal borer, lathe operator, lathe programmer, "
     "line setter, machine shop setter, machinist, machinist programmer, manual machinist, "
     "miller, miller programmer, miller turner, milling machinist, nc programmer, "
     "offline programmer, press brake operator, press setter, programmer machinist, "
     "programmer operator, programmer setter, programmer setter operator, setter operator, "
     "setter operator programmer, setter programmer, tool room machinist, tool setter, "
     "turner, turner miller, turner programmer"},
    {"", "isco/723",
     "flt engineer, fork truck engineer, forklift engineer, forklift service engineer, mechanic, "
     "service technician"},
    {"tyre fitter", "isco/7231", "tyre fitter"},
    {"vehicle technician", "isco/7231", "car mechanic, mot tester, motor technician"},
    {"", "isco/7233",
     "agricultural mechanic, bench fitter, maintenance fitter, maintenance mechanic, "
     "maintenance technician, mechanical engineer fitter, mechanical fitter, plant fitter, "
     "plant mechanic"},
    {"", "isco/7323", "bindery operative, print finisher, print finishing operative"},
    {"industrial electrician", "isco/7411", "maintenance electrician"},
    {"", "isco/7412",
     "coil winder, domestic appliance engineer, electrical fitter, white goods engineer, "
     "wireman"},
    {"", "isco/7421", "bench engineer, copier engineer, photocopier engineer, printer engineer"},
    {"baker", "isco/7512", "bakery assistant"},
    {"", "isco/7523", "edge bander, panel saw operator, wood machinist"},
    {"tailor", "isco/7531", "alteration hand, seamstress"},
    {"sewing machinist", "isco/7533", "machinist sewing, upholstery machinist"},
    {"", "isco/7543",
     "final inspector, goods in inspector, mechanical inspector, qc inspector, "
     "quality assurance inspector, quality checker, quality control inspector, "
     "quality control technician, quality controller, quality inspector, quality technician"},
    {"", "isco/81",
     "machine operative, machine operator, machine setter, machine setter operator, "
     "plant operative, process operator"},
    {"", "isco/8142",
     "composite laminator, injection mould setter, injection moulder, "
     "injection moulding setter, injection moulding technician, laminator, mould setter, "
     "moulding operative, moulding technician, plastic fabricator, plastics fabricator"},
    {"", "isco/8153",
     "embroidery machine operator, sewing machine operator, stitching machine operator"},
    {"", "isco/8160", "bakery operative, dairy operative, food process operative"},
    {"food production operator", "isco/8160", "food production operative"},
    {"", "isco/821",
     "assembly fitter, assembly line worker, assembly operative, assembly operator, "
     "assembly person, assembly worker, mechanical assembler, production assembler"},
    {"", "isco/8212",
     "electrical assembler, electronic assembler, electronics assembler, pcb assembler, "
     "wireperson, wirer"},
    {"factory hand", "isco/9329",
     "factory operative, factory packer, factory staff, factory worker, food operative, "
     "line operative, manufacturing operative, process operative, production line operative, "
     "production line worker, production operative, production operator, production staff, "
     "production team member, production worker"},
    // Cleaning, security, grounds.
    {"", "isco/515", "housekeeper"},
    {"", "isco/5151",
     "cleaner supervisor, cleaning manager, cleaning services manager, cleaning supervisor, "
     "cleaning team leader, head housekeeper, housekeeping manager, housekeeping supervisor, "
     "hygiene supervisor"},
    {"security guard", "isco/5414",
     "cctv operator, corporate security officer, door supervisor, night watchman, "
     "relief officer, retail security officer, security officer, security operative, "
     "security staff, security steward"},
    {"", "isco/6113",
     "arborist, garden maintenance operative, green keeper, greenkeeper, groundsperson, "
     "head gardener, landscape operative, landscaper, tree climber"},
    {"groundsman/groundswoman", "isco/6113", "grounds maintenance operative"},
    {"laundry worker", "isco/8157", "laundry assistant"},
    {"", "isco/911",
     "cleaner, cleaning assistant, cleaning person, cleaning staff, cleaning worker, "
     "night cleaner"},
    {"domestic cleaner", "isco/9111", "domestic assistant"},
    {"", "isco/9112",
     "cleaning janitor, hospital cleaner, hospital domestic, housekeeping assistant, "
     "hygiene operative, janitor, ward housekeeper"},
    {"building cleaner", "isco/9112", "cleaning operative"},
    {"window cleaner", "isco/9123", "window cleaner"},
    {"garden labourer", "isco/9214", "gardener"},
    {"refuse collector", "isco/9611",
     "bin man, refuse collection operative, refuse loader, refuse operative, waste collector, "
     "waste operative"},
    {"recycling worker", "isco/9612",
     "recycling operative, recycling site operative, recycling sorter, waste sorter"},
    {"street sweeper", "isco/9613",
     "litter picker, road sweeper, street cleaner, street cleaning operative, "
     "street cleansing operative"},
};

}  // namespace

std::span<const UkTitles> UkManualTitles() { return kTitles; }

}  // namespace throughgate::services
