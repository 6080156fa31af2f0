// A broker, an engagement team and probation, each through a client made from the .proto files:
// load the sample region, ask for matches both ways, explain them, page through them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asOf, detailsOf, loadSample, Server } from './throughgate.mjs';

let server, engagement, broker, probation, imports;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation, imports } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
});

const total = (responses, what) =>
  responses.reduce((sum, { progress }) => sum + Number(progress[what]), 0);
const find = (caller, candidate, more = {}) =>
  caller.FindVacancies({
    candidate: `candidates/${candidate}`,
    readPoint: { asOf },
    rowView: 'ROW_VIEW_FULL_ROWS',
    ...more,
  });
// The rules that read nothing sealed.
const openRules = /^(reach|dates|readiness|qualifications|young-worker|shared-effects)$/;
const sum = (points) => points.reduce((all, part) => all + part.points, 0);

test('every row of the sample is imported', () => {
  for (const responses of Object.values(imports)) {
    assert.deepEqual(responses.flatMap(({ progress }) => progress.rejected), []);
  }
  assert.equal(total(imports.candidates, 'created'), 10);
});

test('the broker gets ranked, explained rows that say nothing of the plan', async () => {
  const { matches, basis } = await find(broker, 'heron');
  assert.ok(matches.length > 5);
  assert.equal(basis.view, 'VIEW_SHARED');
  for (const [i, match] of matches.entries()) {
    assert.equal(match.proposal, 'PROPOSAL_MAY_BE_PROPOSED');
    assert.equal(match.verdict, 'VERDICT_UNSPECIFIED');
    assert.equal(sum(match.points), match.score);
    assert.ok(i === 0 || match.score <= matches[i - 1].score);
    for (const finding of match.findings) assert.match(finding.rule, openRules);
  }
});

test('probation sees verdicts and reasons for the same candidate', async () => {
  const { matches, basis } = await find(probation, 'heron', { pageSize: 1000 });
  assert.equal(basis.view, 'VIEW_FULL');
  const shared = await find(broker, 'heron', { pageSize: 1000 });
  assert.ok(matches.length < shared.matches.length);
  const names = new Set(shared.matches.map(({ vacancy }) => vacancy));
  for (const match of matches) {
    assert.ok(names.has(match.vacancy));
    assert.match(match.verdict, /^VERDICT_(ELIGIBLE|REVIEW)$/);
    assert.equal(match.proposal, 'PROPOSAL_UNSPECIFIED');
    assert.equal(match.clearanceRequired, true);
  }
});

test('a pair inside an exclusion zone is explained to probation only', async () => {
  const pair = {
    candidate: 'candidates/heron',
    vacancy: 'employers/cottonopolis-kitchens/vacancies/cook-days',
    readPoint: { asOf },
  };
  const full = await probation.ExplainMatch(pair);
  assert.equal(full.match.verdict, 'VERDICT_NOT_AVAILABLE');
  const zone = full.match.findings.find(({ reason }) => reason === 'INSIDE_EXCLUSION_ZONE');
  assert.equal(zone.subject, 'ancoats');
  assert.ok(zone.change.length > 0);
  const shared = await broker.ExplainMatch(pair);
  assert.equal(shared.match.proposal, 'PROPOSAL_MAY_BE_PROPOSED');
  assert.ok(!JSON.stringify(shared).includes('ZONE'));
  assert.equal(sum(shared.match.points), sum(full.match.points));
});

// By candidate, employer and vacancy: the beginnings of findings, each a reason and its subject.
const sealedFindings = {
  'heron redrose-logistics forklift-days': [
    'OUTSIDE_VEHICLE_LIMIT on-the-road',
    'CONTACT_BELOW_LIMIT children',
    'NO_TAG_CONFLICT location',
    'WITHIN_CASH_LIMIT',
  ],
  'heron redrose-logistics warehouse-day': [
    'ATTRIBUTE_AVOIDABLE responsibility for stock',
    'COMMITMENT_FITS police',
    'WAY_CLEAR_OF_ZONE heywood',
    'IN_HOME_COUNTY Greater Manchester',
  ],
  'heron redrose-logistics stock-clerk-home': [
    'ZONE_AT_HOME ancoats',
    'AT_HOME_IN_CURFEW licence',
    'WORK_NOT_APPROVED',
  ],
  'plover gate-works work-trial-thorn-cross': ['IN_CUSTODY_WORK_TRIAL', 'SLOT_FITS'],
  'linnet ribble-joinery joiner': ['SOMEBODY_TO_AVOID former-colleague'],
  'dunlin bee-bakery baker-nights': ['CURFEW_VARIATION_SOUGHT hdc'],
  'heron redrose-logistics warehouse-early': ['TAG_NOT_ASKED location'],
  'heron pennine-parcels packer-days': ['OFFENCE_CASE_BY_CASE theft', 'RECORD_WILL_SHOW'],
  'heron cottonopolis-kitchens waiting': [
    'ORDER_BARS criminal-behaviour: licensed premises',
    'ABOVE_CASH_LIMIT',
  ],
  'heron brightside-cleaning office-cleaner-manchester': [
    'ATTRIBUTE_AVOIDABLE lone work',
    'OFFENCE_EXCLUDED theft',
    'DBS_LEVEL_BEYOND_ROLE',
  ],
  'plover northern-brick bricklayer-2': ['OUTSIDE_ORDER director', 'NO_OFFENCE_EXCLUDED'],
  'wren albert-dock-catering school-cook': [
    'OFFENCE_CASE_BY_CASE violence',
    'NOT_ON_BARRED_LIST children',
  ],
  'wren albert-dock-catering cook': ['RECORD_WILL_NOT_SHOW', 'ASKED_BEFORE_OFFER'],
  'linnet bee-bakery baker-nights': ['NEAR_PREMISES a play area (premises limit sight)'],
  'linnet albert-dock-catering school-cook': [
    'SITE_IS_PREMISES a school (premises limit sight)',
    'ON_BARRED_LIST children',
    'CONTACT_BARRED children',
    'ORDER_BARS shpo: contact with children',
    'ROSH_HIGH children',
  ],
  'teal greenways grounds': ['DRIVING_AVOIDABLE school-run', 'INSIDE_EXCLUSION_ZONE school-gate'],
  'curlew corner-stores assistant-chorley': [
    'CASH_UNKNOWN',
    'NOT_REGULATED_ACTIVITY children',
    'ZONE_OF_EVENT christmas-market',
  ],
  'curlew albert-dock-catering kitchen-porter': ['BARRED_LIST_UNKNOWN children'],
};

test('what employers, courts and records say is explained to probation only', async () => {
  for (const [pair, expected] of Object.entries(sealedFindings)) {
    const [candidate, employer, vacancy] = pair.split(' ');
    const request = {
      candidate: `candidates/${candidate}`,
      vacancy: `employers/${employer}/vacancies/${vacancy}`,
      readPoint: { asOf },
    };
    const full = (await probation.ExplainMatch(request)).match.findings;
    const found = full.map(({ reason, subject }) => `${reason} ${subject}`);
    for (const one of expected) {
      assert.ok(found.some((text) => text.startsWith(one)), `${pair}: ${one} is not in ${found}`);
    }
    const shared = (await broker.ExplainMatch(request)).match.findings;
    for (const { rule } of shared) assert.match(rule, openRules);
  }
});

test('changing the plan changes nothing that the broker is sent', async () => {
  const ask = async () => {
    const found = await find(broker, 'plover', { pageSize: 100 });
    const explained = await broker.ExplainMatch({
      candidate: 'candidates/plover',
      vacancy: 'employers/northern-brick/vacancies/bricklayer-2',
      readPoint: { asOf },
    });
    for (const response of [found, explained]) delete response.basis.revision;
    delete found.nextPageToken;
    return JSON.stringify([found, explained]);
  };
  const before = await ask();
  const { riskPlan } = await probation.GetRiskPlan({ name: 'candidates/plover/riskPlan' });
  riskPlan.zones = [
    {
      zoneId: 'everywhere',
      kind: 'ZONE_KIND_EXCLUSION',
      circle: { centre: { latitude: 53.4, longitude: -2.6 }, radiusM: 200_000 },
    },
  ];
  await probation.SetRiskPlan({ riskPlan });
  // What is left is work at home, which is at no site.
  const left = (await find(probation, 'plover')).matches.map(({ vacancy }) => vacancy);
  assert.deepEqual(left, ['employers/redrose-logistics/vacancies/stock-clerk-home']);
  assert.equal(await ask(), before);
});

test('pages are of one revision and join up to the whole list', async () => {
  const whole = await find(broker, 'wren', { pageSize: 1000 });
  let page = await find(broker, 'wren', { pageSize: 3 });
  const joined = [...page.matches];
  await engagement.CloseVacancy({ name: whole.matches.at(-1).vacancy });
  while (page.nextPageToken) {
    page = await find(broker, 'wren', { pageSize: 3, pageToken: page.nextPageToken });
    assert.equal(page.basis.revision, whole.basis.revision);
    joined.push(...page.matches);
  }
  assert.deepEqual(joined.map(({ vacancy }) => vacancy), whole.matches.map(({ vacancy }) => vacancy));
});

test('a page token is good for its own question only', async () => {
  const { nextPageToken } = await find(broker, 'wren', { pageSize: 2 });
  for (const [caller, candidate, pageToken] of [
    [broker, 'heron', nextPageToken],
    [probation, 'wren', nextPageToken],
    [broker, 'wren', nextPageToken.slice(1)],
  ]) {
    const error = await find(caller, candidate, { pageToken }).catch((e) => e);
    assert.equal(detailsOf(error).reason, 'CURSOR_INVALID');
  }
});

test('candidates for a vacancy: a list for the broker, a band for engagement', async () => {
  const request = {
    vacancy: 'employers/redrose-logistics/vacancies/warehouse-day',
    readPoint: { asOf },
    rowView: 'ROW_VIEW_FULL_ROWS',
  };
  const forBroker = await broker.FindCandidates(request);
  assert.ok(forBroker.matches.length > 0);
  for (const match of forBroker.matches) assert.equal(sum(match.points), match.score);
  const forEngagement = await engagement.FindCandidates(request);
  assert.deepEqual(forEngagement.matches, []);
  assert.equal(forEngagement.countBand, 'COUNT_BAND_FEWER_THAN_10');
  const stranger = server.as('broker', 'another-broker');
  assert.deepEqual((await stranger.FindCandidates(request)).matches, []);
  stranger.close();
});

test('both directions give a pair the same score', async () => {
  const { matches } = await find(broker, 'dunlin', { pageSize: 5 });
  for (const { vacancy, score } of matches) {
    const reverse = await broker.FindCandidates({ vacancy, pageSize: 1000, readPoint: { asOf } });
    assert.equal(reverse.matches.find(({ candidate }) => candidate === 'candidates/dunlin').score, score);
  }
});

test('a caseload in one call, with a status for each', async () => {
  const responses = await broker.FindVacanciesBatch({
    candidates: ['candidates/heron', 'candidates/nobody', 'candidates/wren'],
    pageSize: 3,
    readPoint: { asOf },
  });
  assert.deepEqual(responses.map(({ code }) => code), [0, 5, 0]);
  assert.equal(responses[0].basis.view, 'VIEW_SHARED');
  assert.equal(responses[2].matches.length, 3);
});

test('somebody else’s candidate looks like none', async () => {
  const stranger = server.as('broker', 'another-broker');
  const theirs = await find(stranger, 'heron').catch((e) => e);
  const nobodys = await find(stranger, 'nobody').catch((e) => e);
  assert.equal(detailsOf(theirs).reason, 'RESOURCE_NOT_FOUND');
  assert.equal(theirs.details.replace('heron', 'nobody'), nobodys.details);
  stranger.close();
});
