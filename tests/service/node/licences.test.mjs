// Licences from the Ministry's systems, through the command line into the plans of their people:
// what they bring is kept, what people have entered stays, what could not be read is told, and the
// words of the licences never leave the file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const licences = join(root, 'deploy/sample/licences.jsonl');

let server, engagement, broker, probation;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
});

function run(...words) {
  const caller = ['--role', 'probation', '--organisation', 'northwest-probation'];
  return execFileSync(command, ['--server', server.address, ...caller, 'risk-plans', ...words], {
    encoding: 'utf8',
  });
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
