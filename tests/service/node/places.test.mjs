// Local authorities, as they are published, as zones: imported by the command line, set by name, and obeyed. The file is
// not part of the project: THROUGHGATE_DATA names its folder; without it this skips.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const data = process.env.THROUGHGATE_DATA ?? join(root, '..', 'shared', 'data');
const councils = join(data, 'geo/uk_local_authorities_2015.geojson.gz');
const skip = !existsSync(councils) && 'the real data is not here: set THROUGHGATE_DATA';

let server, broker, probation;
before(async () => {
  server = await Server.start();
  ({ broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [broker, probation]) caller?.close();
  await server?.stop();
});
const run = (...words) =>
  spawnSync(command, [
    '--server', server.address, '--role', 'probation', '--organisation', 'northwest-probation', ...words,
  ], { encoding: 'utf8' });
const verdict = async (candidate, vacancy) =>
  (await probation.ExplainMatch({ candidate, vacancy, readPoint: { asOf } })).match;

test('every local authority that can be a zone is imported', { skip }, async () => {
  const { status, stderr } = run('areas', 'import', councils, '--name', 'councils-2015', '--skip-faulty');
  assert.equal(status, 0, stderr);
  const { areasLayer, areas } = await broker.GetReferenceData({});
  assert.equal(areasLayer, 'councils-2015');
  assert.equal(areas, 327); // of 380: 53 hold islands that were simplified to a line
  assert.match(stderr, /53 of 380 features left out/);
});

// E08000003 is Manchester.
test('one of them is set as a zone by its name and refuses a site in it', { skip }, async () => {
  const candidate = 'candidates/siskin';
  const inside = 'employers/bee-bakery/vacancies/baker-nights';
  const zoned = ({ findings }) => findings.filter(({ rule }) => rule === 'exclusion-zone');
  assert.deepEqual(zoned(await verdict(candidate, inside)), []);
  const added = run('risk-plans', 'add-zone', 'siskin', '--id', 'manchester', '--area', 'local-authority/e08000003');
  assert.equal(added.status, 0, added.stderr);
  const after = await verdict(candidate, inside);
  assert.equal(after.verdict, 'VERDICT_NOT_AVAILABLE');
  assert.equal(zoned(after)[0].reason, 'INSIDE_EXCLUSION_ZONE');
  const outside = await verdict(candidate, 'employers/corner-stores/vacancies/assistant-chorley');
  assert.equal(zoned(outside)[0].reason, 'OUTSIDE_EXCLUSION_ZONE');
  const { zones } = (await probation.GetRiskPlan({ name: `${candidate}/riskPlan` })).riskPlan;
  assert.equal(zones[0].namedArea, 'local-authority/E08000003');
});

test('a district is set by its code', { skip }, async () => {
  const added = run('risk-plans', 'add-zone', 'siskin', '--id', 'district', '--district', 'M1', '--buffer', '200');
  assert.equal(added.status, 0, added.stderr);
  const { zones } = (await probation.GetRiskPlan({ name: 'candidates/siskin/riskPlan' })).riskPlan;
  assert.equal(zones[1].circle.radiusM, 1500);
});
