#include "services/import/uk_titles.h"

namespace throughgate::services {
namespace {

constexpr UkTitles kTitles[] = {
    // Shops and customers.
    {"sales manager", "isco/1221",
     "area sales manager, internal sales manager, national sales manager, "
     "regional sales manager, sales director, telesales manager"},
    {"", "isco/14", "duty manager"},
    {"", "isco/1420", "area manager"},
    {"shop manager", "isco/1420",
     "assistant shop manager, assistant store manager, deputy shop manager, "
     "deputy store manager, retail assistant manager, retail manager, "
     "shop supervisor manager, store manager"},
    {"", "isco/1439",
     "call centre manager, contact centre manager, customer care manager, "
     "customer service manager, customer services manager"},
    {"recruitment consultant", "isco/2423",
     "recruitment consultant, recruitment resourcer, trainee recruitment consultant"},
    {"", "isco/3322",
     "account executive, account manager, area sales executive, "
     "business development executive, business development manager, graduate account manager, "
     "international account manager, junior account manager, key account manager, "
     "media sales advisor, media sales executive, media sales manager, "
     "national account manager, regional account manager, sales account manager, sales exec, "
     "sales executive, sales rep, sales representative, senior account manager"},
    {"", "isco/3331",
     "export clerk, freight forwarder, freight forwarding clerk, import clerk, "
     "import operator, shipping clerk"},
    {"letting agent", "isco/3334", "lettings manager, lettings negotiator"},
    {"real estate agent", "isco/3334", "sales negotiator"},
    {"real estate manager", "isco/3334", "property manager"},
    {"post office counter clerk", "isco/4211",
     "post office assistant, post office clerk, post office counter assistant"},
    {"debt collector", "isco/4214",
     "collections advisor, collections agent, collections officer, debt collection advisor, "
     "debt recovery advisor, debt recovery officer"},
    {"", "isco/4222",
     "call centre operative, call centre team leader, call handler, contact centre agent, "
     "contact centre operative, customer care coordinator, customer service supervisor, "
     "customer service team leader"},
    {"", "isco/4225",
     "complaints handler, customer care advisor, customer care assistant, "
     "customer care executive, customer care professional, customer relations advisor, "
     "customer service agent, customer service apprentice, customer service assistant, "
     "customer service clerk, customer service coordinator, customer service operator, "
     "customer support advisor, customer support agent, helpline advisor, service advisor"},
    {"customer service representative", "isco/4225",
     "customer adviser, customer service administrator, customer service advisor, "
     "customer service executive, customer services advisor"},
    {"survey enumerator", "isco/4227", "telephone interviewer"},
    {"sales support assistant", "isco/4311", "sales coordinator"},
    {"shop supervisor", "isco/5222",
     "floor supervisor retail, retail supervisor, retail team leader"},
    {"eyewear and optical equipment specialised seller", "isco/5223",
     "optical advisor, optical assistant"},
    {"motor vehicles parts advisor", "isco/5223", "parts advisor"},
    {"motor vehicles specialised seller", "isco/5223", "car sales executive"},
    {"sales assistant", "isco/5223",
     "customer advisor retail, retail assistant, retail sales adviser, retail sales advisor, "
     "retail sales assistant, sales advisor, sales assistant, sales floor assistant, "
     "sales person, salesperson, shop floor assistant"},
    {"shop assistant", "isco/5223", "customer assistant, shop assistant, store assistant"},
    {"", "isco/5243",
     "canvasser, charity fundraiser, door canvasser, door to door fundraiser, "
     "door to door sales, face to face fundraiser, field canvasser, street fundraiser"},
    {"", "isco/5244",
     "call centre sales advisor, call centre sales agent, call centre sales executive, "
     "outbound sales advisor, outbound sales executive, telemarketer, "
     "telemarketing executive, telephone fundraiser, telephone sales advisor, "
     "telephone sales agent, telephone sales executive, telesales advisor, telesales agent, "
     "telesales consultant, telesales executive, telesales fundraiser, telesales operator"},
    {"call centre agent", "isco/5244",
     "call centre advisor, call centre operator, contact centre advisor"},
    {"shelf filler", "isco/9334", "night filler, shelf filler, stock replenisher"},
    // Care, health.
    {"child day care centre manager", "isco/1341", "nursery manager"},
    {"", "isco/1342", "clinical manager, head of care, nurse manager, ward manager"},
    {"", "isco/1343",
     "care home manager, care manager, deputy home manager, home manager, "
     "nursing home manager, registered manager"},
    {"general practitioner", "isco/2211", "gp, gp locum"},
    {"", "isco/2221",
     "clinical lead, nurse advisor, nurse assessor, nurse coordinator, "
     "nurse practitioner trainer, nurse supervisor, nurse team leader, "
     "occupational health advisor, odp, operating department practitioner, rgn team leader, "
     "rmn team leader, theatre practitioner, ward nurse"},
    {"nurse responsible for general care", "isco/2221",
     "charge nurse, general nurse, nurse, practice nurse, registered nurse, rgn, rmn, rn, "
     "rnld, staff nurse"},
    {"specialist nurse", "isco/2221", "scrub nurse, theatre nurse"},
    {"social worker", "isco/2635", "senior practitioner"},
    {"", "isco/3211", "sonographer"},
    {"dental chairside assistant", "isco/3251", "dental nurse"},
    {"", "isco/3254", "hearing aid dispenser"},
    {"", "isco/3412", "key worker, project worker"},
    {"foster care support worker", "isco/3412", "foster carer"},
    {"aesthetician", "isco/5142", "beautician, beauty therapist, nail technician"},
    {"", "isco/5311", "room leader"},
    {"child care worker", "isco/5311", "nursery nurse"},
    {"child day care worker", "isco/5311", "nursery assistant, nursery practitioner"},
    {"", "isco/532",
     "care and support worker, care assistant, care staff, care team member, care worker, "
     "caregiver, carer, live in carer, night carer, relief carer, senior care assistant"},
    {"healthcare assistant", "isco/5321", "hca, health care assistant, healthcare assistant"},
    {"", "isco/5322", "care support worker, support worker"},
    {"home care aide", "isco/5322", "domiciliary care worker, home carer"},
    {"hospital porter", "isco/5329", "hospital porter, theatre porter"},
    // Teaching.
    {"", "isco/23", "supply teacher, teacher"},
    {"", "isco/2310", "lecturer"},
    {"", "isco/2320", "assessor, care assessor, nvq assessor"},
    {"mathematics teacher at secondary school", "isco/2330", "maths teacher"},
    {"primary school teacher", "isco/2341", "ks1 teacher, ks2 teacher, primary teacher"},
    {"", "isco/2352", "sen teacher"},
    {"", "isco/2424", "trainer"},
    {"", "isco/5312",
     "classroom assistant, cover supervisor, higher level teaching assistant, "
     "learning support assistant, learning support worker, sen teaching assistant, "
     "special needs assistant, teacher assistant"},
    {"secondary school teaching assistant", "isco/5312", "teaching assistant"},
    // Office.
    {"", "isco/1211", "payroll manager"},
    {"financial manager", "isco/1211", "finance director, finance manager"},
    {"human resources manager", "isco/1212", "hr manager"},
    {"project manager", "isco/1219", "engineering project manager"},
    {"operations manager", "isco/1321", "assistant operations manager"},
    {"", "isco/2149", "project planner"},
    {"", "isco/216", "surveyor"},
    {"health and safety officer", "isco/2263",
     "health and safety advisor, health and safety manager, health and safety officer, "
     "health safety advisor, hse advisor, safety advisor"},
    {"accountant", "isco/2411", "financial accountant, management accountant"},
    {"financial auditor", "isco/2411", "audit senior"},
    {"tax advisor", "isco/2411", "tax manager"},
    {"financial planner", "isco/2412", "financial advisor, independent financial advisor"},
    {"financial analyst", "isco/2413", "finance analyst"},
    {"", "isco/2423", "careers advisor, careers service advisor, employment advisor"},
    {"human resources officer", "isco/2423", "hr advisor, hr business partner, hr officer"},
    {"", "isco/2424", "skills trainer"},
    {"", "isco/2431", "marketing coordinator, marketing executive"},
    {"lawyer", "isco/2611", "employment solicitor, fee earner, solicitor"},
    {"mortgage broker", "isco/3311",
     "mortgage advisor, mortgage consultant, mortgage sales advisor"},
    {"", "isco/3313", "assistant accountant"},
    {"", "isco/3315", "claims handler, claims investigator, insurance claims investigator"},
    {"", "isco/3321", "commercial account handler, insurance account handler"},
    {"", "isco/3323", "buyer"},
    {"", "isco/3342", "legal secretary"},
    {"", "isco/3343", "ea, pa, pa secretary, personal assistant"},
    {"executive assistant", "isco/3343", "executive assistant"},
    {"project support officer", "isco/3343", "project administrator"},
    {"", "isco/3344", "medical secretary"},
    {"", "isco/3411", "conveyancer, paralegal"},
    {"", "isco/3412", "housing officer"},
    {"", "isco/411", "administrator"},
    {"", "isco/4110",
     "admin assistant, admin clerk, admin officer, administration assistant, "
     "administration clerk, administration officer, administrative officer, "
     "business administration apprentice, business administrator, business support assistant, "
     "business support officer, clerical assistant, clerical officer, clerical support, "
     "filing clerk, general clerk, housing administrator, mailroom assistant, "
     "office administrator, office assistant, office clerk, office junior, "
     "operations administrator, property administrator, scanning operator, "
     "service administrator, team administrator"},
    {"data entry clerk", "isco/4132", "data entry clerk"},
    {"travel consultant", "isco/4221", "travel consultant"},
    {"", "isco/4226",
     "dental receptionist, doctors receptionist, gp receptionist, surgery receptionist"},
    {"receptionist", "isco/4226", "receptionist"},
    {"", "isco/4311",
     "accounts administrator, accounts assistant, accounts clerk, accounts junior, "
     "accounts payable administrator, accounts payable assistant, accounts payable clerk, "
     "accounts receivable administrator, accounts receivable assistant, "
     "credit control administrator, credit control assistant, credit control clerk, "
     "credit controller, finance administrator, finance clerk, ledger administrator, "
     "ledger clerk, legal cashier, purchase ledger administrator, purchase ledger assistant, "
     "purchase ledger clerk, sales ledger administrator, sales ledger assistant, "
     "sales ledger clerk"},
    {"sales support assistant", "isco/4311", "sales administrator"},
    {"payroll clerk", "isco/4313", "payroll administrator, payroll clerk"},
    {"human resources assistant", "isco/4416", "hr administrator, hr assistant"},
    // Computing.
    {"project manager", "isco/1219", "project manager"},
    {"", "isco/1330",
     "application support manager, helpdesk manager, it manager, it service desk manager, "
     "it service manager, it support manager, service desk manager"},
    {"", "isco/2421", "business analyst"},
    {"", "isco/251", "analyst programmer, developer, programmer"},
    {"", "isco/2511", "solution architect"},
    {"ICT system architect", "isco/2511",
     "bi architect, cloud architect, crm architect, data architect, electronic architect, "
     "information architect, infrastructure architect, integration architect, it architect, "
     "network architect, oracle architect, php architect, platform architect, sap architect, "
     "security architect, server architect, sharepoint architect, solutions architect, "
     "sql architect, storage architect, system engineer architect, tech architect, "
     "technical architect, test architect, virtualisation architect, wintel architect"},
    {"data analyst", "isco/2511", "junior data analyst, trainee data analyst"},
    {"software architect", "isco/2512",
     "application architect, c architect, developer architect, java architect, net architect, "
     "web architect"},
    {"software developer", "isco/2512", "java developer, net developer, software engineer"},
    {"user interface designer", "isco/2513", "ui designer, user experience designer, ux designer"},
    {"web developer", "isco/2513", "front end developer, php developer, web designer"},
    {"mobile application developer", "isco/2514", "android developer, ios developer"},
    {"software tester", "isco/2519",
     "automated tester, automation tester, games tester, manual tester, qa tester, "
     "system tester, test analyst, test automation engineer, uat tester, web tester"},
    {"database developer", "isco/2521", "bi developer, sql developer"},
    {"", "isco/2522", "infrastructure engineer"},
    {"ICT system administrator", "isco/2522", "systems administrator"},
    {"ICT network engineer", "isco/2523", "network engineer"},
    {"ICT security engineer", "isco/2529",
     "application security engineer, cyber security engineer, data security engineer, "
     "information security engineer, it security engineer, network security engineer"},
    {"", "isco/3512",
     "application support engineer, desktop support engineer, helpdesk engineer, "
     "infrastructure support engineer, it support engineer, line support engineer, "
     "linux support engineer, network support engineer, server support engineer, "
     "service desk analyst, service desk engineer, software support engineer, "
     "support analyst, systems support engineer, windows support engineer"},
};

}  // namespace

std::span<const UkTitles> UkOfficeTitles() { return kTitles; }

}  // namespace throughgate::services
