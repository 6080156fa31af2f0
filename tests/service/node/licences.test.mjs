// Licences from the Ministry's systems, through the command line into the plans of their people:
// what they bring is kept, what people have entered stays, what could not be read is told, and the
// words of the licences never leave the file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const licences = join(root, 'deploy/sample/licences.jsonl');

const folder = mkdtempSync(join(tmpdir(), 'throughgate-licences-'));

let server, engagement, broker, probation;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(...words) {
  const caller = server.commandLine('probation', 'northwest-probation');
  return execFileSync(command, [...caller, 'risk-plans', ...words], { encoding: 'utf8' });
}
// What an import says of a licence or an order that is made here.
function importOf(licence) {
  const file = join(folder, 'licence.json');
  writeFileSync(file, JSON.stringify(licence));
  return run('import', '--licences', file);
}
// What it says when it refuses it.
function refusalOf(licence) {
  try {
    return `not refused: ${importOf(licence)}`;
  } catch (fault) {
    return fault.stdout;
  }
}
const get = (candidate) => probation.GetRiskPlan({ name: `candidates/${candidate}/riskPlan` });

test('a dry run writes nothing', async () => {
  const before = (await get('heron')).riskPlan;
  const told = run('import', '--licences', licences, '--dry-run');
  assert.match(told, /2 licences: 0 plans created, 2 updated, 0 unchanged, 0 refused/);
  assert.match(told, /Nothing was written/);
  assert.deepEqual((await get('heron')).riskPlan, before);
});

test('licences are merged, and what people have entered stays', async () => {
  const before = (await get('heron')).riskPlan;
  const told = run('import', '--licences', licences);
  const { riskPlan: plan, outstanding } = await get('heron');
  assert.equal(plan.conditions.length, before.conditions.length + 13);
  assert.deepEqual(plan.zones, before.zones);
  assert.deepEqual(plan.workLimits, before.workLimits);
  assert.deepEqual(plan.reviewedOn, before.reviewedOn);
  const curfew = plan.curfews.find(({ curfewId }) => curfewId === 'cvl-2');
  assert.equal(curfew.windows[0].start, '19:00');
  assert.equal(curfew.windows[0].days.length, 7);

  const reasons = outstanding.map(({ conditionId, reason }) => `${conditionId} ${reason}`);
  assert.deepEqual(reasons, [
    'cvl-1 CONDITION_NOT_EXPRESSED',
    'cvl-4 CONDITION_NOT_EXPRESSED',
    'cvl-1001-bespoke-1 CONDITION_BESPOKE',
  ]);
  assert.match(told, /not read: condition 9 .*Draw the zone/);
  assert.match(told, /not read: condition 12 .*the last day could not be found/);
  assert.match(told, /outstanding: cvl-1: .*area not to be entered/);
  assert.doesNotMatch(JSON.stringify(plan), /area on the map|one person|Carry/);
});

test('home detention brings its hours, and the first night its own', async () => {
  const { riskPlan: plan } = await get('plover');
  const ids = plan.curfews.map(({ curfewId }) => curfewId);
  assert.ok(ids.includes('cvl-hdc') && ids.includes('cvl-hdc-first-night'));
  const first = plan.curfews.find(({ curfewId }) => curfewId === 'cvl-hdc-first-night');
  assert.deepEqual(first.endsOn, { year: 2022, month: 11, day: 10 });
  assert.deepEqual(first.windows[0].days, ['WEEKDAY_WEDNESDAY']);
  assert.equal(plan.supervision, 'SUPERVISION_IN_CUSTODY');
});

test('the same licences again change nothing', async () => {
  const before = (await get('heron')).riskPlan.etag;
  assert.match(run('import', '--licences', licences), /0 updated, 2 unchanged/);
  assert.equal((await get('heron')).riskPlan.etag, before);
});

test('a zone that is named for its condition settles it', async () => {
  const { riskPlan: plan } = await get('heron');
  const condition = plan.conditions.find(({ conditionId }) => conditionId === 'cvl-1');
  const zone = plan.zones.find(({ kind }) => kind === 'ZONE_KIND_EXCLUSION');
  condition.expressedBy = [{ kind: 'PLAN_ITEM_KIND_EXCLUSION_ZONE', id: zone.zoneId }];
  const { outstanding } = await probation.SetRiskPlan({ riskPlan: plan });
  assert.ok(outstanding.every(({ conditionId }) => conditionId !== 'cvl-1'));
  assert.match(run('import', '--licences', licences), /0 updated, 2 unchanged/);
});

test('probation is warned of plans before they go stale', () => {
  const due = run('due', '--within', '366');
  assert.match(due, /candidates\/heron\/riskPlan +2022-10-25 +2023-04-25/);
  assert.equal(due.trim().split('\n').length, 9);
});

// Work that nothing bars for a candidate, before what a test lays down.
async function eligible(candidate) {
  const { matches } = await probation.FindVacancies({
    candidate: `candidates/${candidate}`,
    readPoint: { asOf },
    pageSize: 1000,
  });
  return matches.find(({ verdict }) => verdict === 'VERDICT_ELIGIBLE').vacancy;
}
// The verdict on that work now, and which licence conditions are the reasons that it is no better.
async function judged(candidate, vacancy) {
  const pair = { candidate: `candidates/${candidate}`, vacancy, readPoint: { asOf } };
  const { match } = await probation.ExplainMatch(pair);
  const conditions = match.findings.filter(
    ({ rule, verdict }) => rule === 'licence-conditions' && verdict !== 'VERDICT_ELIGIBLE',
  );
  const reasons = conditions.map(({ reason, subject }) => `${reason} ${subject}`);
  return [match.verdict, ...reasons.sort()];
}

const order = (zones, start) => ({
  candidate: 'teal',
  id: '3fa85f64',
  status: 'SUBMITTED',
  type: 'REQUEST',
  enforcementZoneConditions: zones,
  curfewTimeTable: [{ dayOfWeek: 'SUNDAY', startTime: start, endTime: '02:05' }],
});
const zones = [{ zoneType: 'EXCLUSION', description: 'All of Wagtail Lane', fileName: 'map.pdf' }];

test('what an order lays down and cannot be read makes work REVIEW', async () => {
  const vacancy = await eligible('teal');
  const told = importOf(order(zones, '2am'));
  assert.match(told, /not read: enforcementZoneConditions: .*cvl-em-3fa85f64-zones .*REVIEW/);
  assert.match(told, /not read: curfew cvl-em-3fa85f64, entry 1: .*-hours .*REVIEW/);
  assert.match(told, /outstanding: cvl-em-3fa85f64-zones: /);
  assert.deepEqual(await judged('teal', vacancy), [
    'VERDICT_REVIEW',
    'CONDITION_BESPOKE cvl-em-3fa85f64-hours',
    'CONDITION_BESPOKE cvl-em-3fa85f64-zones',
  ]);
  const { riskPlan: plan, outstanding } = await get('teal');
  assert.equal(outstanding.length, 2);
  assert.doesNotMatch(JSON.stringify(plan), /Wagtail|map\.pdf/);
  assert.match(run('due', '--within', '366'), /candidates\/teal\/riskPlan .* 2\n/);

  assert.match(importOf(order(zones, '2am')), /: unchanged /);
  assert.equal((await get('teal')).riskPlan.etag, plan.etag);

  const read = importOf(order([], '02:00'));
  assert.match(read, /taken out: cvl-em-3fa85f64-hours, cvl-em-3fa85f64-zones/);
  assert.deepEqual(await judged('teal', vacancy), ['VERDICT_ELIGIBLE']);
});

const licence = (id, conditionId, text) => ({
  candidate: 'teal',
  id,
  kind: 'CRD',
  policyVersion: 'V4_0',
  statusCode: 'ACTIVE',
  conditions: {
    AP: {
      standard: [],
      bespoke: [],
      additional: [
        {
          id: conditionId,
          type: 'SINGLE_UPLOAD',
          code: '0f9a20f4-35c7-4c77-8af8-f200f153fa11',
          text,
          hasImageUpload: true,
        },
      ],
    },
    PSS: { standard: [], additional: [] },
  },
});

test('a licence that was varied does not inherit the zone of its old map', async () => {
  const vacancy = await eligible('teal');
  assert.match(importOf(licence(5001, 11, 'Keep out of the area.')), /Draw the zone, and name it/);
  const { riskPlan: plan } = await get('teal');
  const far = { centre: { latitude: 51.5, longitude: 1.2 }, radiusM: 500 };
  plan.zones.push({ zoneId: 'far', kind: 'ZONE_KIND_EXCLUSION', circle: far });
  const named = { kind: 'PLAN_ITEM_KIND_EXCLUSION_ZONE', id: 'far' };
  plan.conditions.find(({ conditionId }) => conditionId === 'cvl-11').expressedBy = [named];
  await probation.SetRiskPlan({ riskPlan: plan });
  assert.deepEqual(await judged('teal', vacancy), ['VERDICT_ELIGIBLE']);
  const again = importOf(licence(5001, 11, 'Keep out of the area.'));
  assert.match(again, /: unchanged /);
  assert.doesNotMatch(again, /Draw the zone/);

  const varied = importOf(licence(5002, 12, 'Keep out of two NEW areas.'));
  assert.match(varied, /under a new id: cvl-11 as cvl-12/);
  assert.match(varied, /to be named anew, since .*: cvl-12/);
  assert.match(varied, /Draw the zone, and name it/);
  const [verdict, ...reasons] = await judged('teal', vacancy);
  assert.equal(verdict, 'VERDICT_REVIEW');
  assert.match(reasons.join(), /^CONDITION_NOT_EXPRESSED on area not to be entered/);
  const { riskPlan: later, outstanding } = await get('teal');
  assert.deepEqual(outstanding.map(({ conditionId }) => conditionId), ['cvl-12']);
  assert.ok(later.zones.some(({ zoneId }) => zoneId === 'far'), 'it bars what it bars');
});

test('what is neither yes nor no makes work REVIEW, and takes nothing out', async () => {
  const first = importOf({ ...order(zones, '02:00'), monitoringConditions: { trail: true } });
  assert.match(first, /outstanding: cvl-em-3fa85f64-location-tag: /);
  const unclear = { exclusionZone: 'true', trail: 1, inclusionZone: true };
  const told = importOf({
    ...order([], '02:00'),
    monitoringConditionsTrail: {},
    monitoringConditions: unclear,
  });
  assert.doesNotMatch(told, /taken out/);
  for (const member of Object.keys(unclear)) {
    assert.match(told, new RegExp(`not read: monitoringConditions.${member}: .* by hand`));
  }
  const { outstanding } = await get('teal');
  const ids = outstanding.map(({ conditionId }) => conditionId);
  for (const part of ['zones', 'location-tag', 'members']) {
    assert.ok(ids.includes(`cvl-em-3fa85f64-${part}`), part);
  }
});

test('a time with words to it is no time', async () => {
  const told = importOf(order([], '02:00 (01:00 on Sundays)'));
  assert.match(told, /not read: curfew cvl-em-3fa85f64, entry 1: .*-hours .*REVIEW/);
});

test('what could be mistaken for another licence or order is refused', async () => {
  const before = (await get('teal')).riskPlan.etag;
  const { id, ...nameless } = order(zones, '02:00');
  assert.match(refusalOf(nameless), /REFUSED: its id is not there/, `${id} was taken out`);
  assert.match(refusalOf({ ...nameless, id: '7e-release' }), /REFUSED: its id/);
  assert.match(refusalOf(licence(0, 13, 'Keep out.')), /REFUSED: its id/);
  const twice = { ...licence(5002, 12, 'Keep out.'), bespokeConditions: [{ text: 'No hats.' }] };
  assert.match(refusalOf(twice), /REFUSED: it has both conditions and bespokeConditions/);
  const unclear = { ...licence(5002, 12, 'Keep out.'), isInPssPeriod: 'true' };
  assert.match(refusalOf(unclear), /REFUSED: its isInPssPeriod is neither true nor false/);
  assert.equal((await get('teal')).riskPlan.etag, before);
});
