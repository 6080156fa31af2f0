// Places by the command line: zones that are drawn anew, layers that are refused, and local authorities, as they are
// published, as zones: imported, set by name, and obeyed. That file is not part of the project: THROUGHGATE_DATA names
// its folder; without it those tests skip.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const data = process.env.THROUGHGATE_DATA ?? join(root, '..', 'shared', 'data');
const councils = join(data, 'geo/uk_local_authorities_2015.geojson.gz');
const skip = !existsSync(councils) && 'the real data is not here: set THROUGHGATE_DATA';

const folder = mkdtempSync(join(tmpdir(), 'throughgate-places-'));
let server, broker, probation;
before(async () => {
  server = await Server.start();
  ({ broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [broker, probation]) caller?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});
const write = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (...words) =>
  spawnSync(command, [
    ...server.commandLine('probation', 'northwest-probation'), ...words,
  ], { encoding: 'utf8' });
const zoneOf = async (candidate, id) => {
  const { riskPlan } = await probation.GetRiskPlan({ name: `candidates/${candidate}/riskPlan` });
  return riskPlan.zones.find(({ zoneId }) => zoneId === id);
};
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
  assert.equal((await zoneOf('siskin', 'district')).circle.radiusM, 1500);
  const whole = run('risk-plans', 'add-zone', 'siskin', '--id', 'other', '--district', 'M1 3AB');
  assert.equal(whole.status, 2);
  assert.match(whole.stderr, /is a whole postcode; .* --district M1\n/);
});

test('a zone that is drawn anew keeps its buffer, hours and days', async () => {
  const add = (...options) => run('risk-plans', 'add-zone', 'siskin', '--id', 'drawn', ...options);
  const first = add('--circle', '53.5,-2.23,400', '--buffer', '8000', '--hours', 'Mon-Fri 08:30-15:30; Sat 22:00-06:00',
    '--from', '2022-01-01', '--until', '2030-12-31');
  assert.equal(first.status, 0, first.stderr);
  const before = await zoneOf('siskin', 'drawn');
  assert.equal(before.windows.flatMap(({ days }) => days).length, 6);
  const second = add('--circle', '53.5,-2.23,300');
  assert.equal(second.status, 0, second.stderr);
  assert.match(second.stderr, /Kept: to stay out of, buffer 8000 m, hours .*08:30-15:30.*, from 2022-01-01, until 2030-12-31/);
  const after = await zoneOf('siskin', 'drawn');
  assert.deepEqual(after, { ...before, circle: { ...before.circle, radiusM: 300 } });

  const other = add('--circle', '53.5,-2.23,300', '--restriction');
  assert.equal(other.status, 2);
  assert.match(other.stderr, /give it an --id of its own/);
  const lifted = add('--circle', '53.5,-2.23,300', '--hours', 'always', '--until', 'none', '--buffer', '0');
  assert.equal(lifted.status, 0, lifted.stderr);
  const bare = await zoneOf('siskin', 'drawn');
  assert.deepEqual(bare.windows, []);
  assert.equal(bare.endsOn, null);
  assert.deepEqual(bare.startsOn, before.startsOn);
  const wrong = add('--circle', '53.5,-2.23,300', '--hours', 'weekdays 9-17');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /'9-17' is not two times of the day/);
});

test('what is wrong in a layer is told by its file and line', async () => {
  const { premisesLayer: layer } = await broker.GetReferenceData({});
  const row = (id, uncertainty) => `${id},school,53.4,-2.2,${uncertainty}\n`;
  const rows = (first, last) =>
    Array.from({ length: last - first + 1 }, (_, i) => row(`s-${first + i}`, first + i === 2301 ? 0 : 50)).join('');
  const header = 'id,kind,latitude,longitude,uncertainty_m\n';
  const faulty = run('premises', 'import', write('schools.csv', header + rows(1, 3000)));
  assert.equal(faulty.status, 1);
  assert.match(faulty.stderr, /schools\.csv: line 2302 \(s-2301\): uncertainty_m: /);
  const twice = run('premises', 'import', write('a.csv', header + rows(1, 1200)), write('b.csv', header + rows(1200, 1300)));
  assert.equal(twice.status, 1);
  assert.match(twice.stderr, /b\.csv: line 2 \(s-1200\): id: Is listed already/);
  assert.equal((await broker.GetReferenceData({})).premisesLayer, layer);
});

test('an area that is listed twice is told by its feature', async () => {
  const at = (name, west, close = true) => ({
    type: 'Feature', properties: { name },
    geometry: { type: 'Polygon', coordinates: [[[west, 53], [west + 1, 53], [west + 1, 54], ...(close ? [[west, 53]] : [])]] },
  });
  const features = Array.from({ length: 1500 }, (_, i) => at(`Area ${i}`, -2));
  features[3] = at('Open', -2, false);
  features.push(at('area 7', -3));
  const file = write('areas.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const twice = run('areas', 'import', file, '--skip-faulty');
  assert.equal(twice.status, 1);
  assert.match(twice.stderr, /areas\.geojson: features\[1500\] \(local-authority\/area 7\): name: Is listed already/);
});

test('a drawing in another encoding, or broken, is told by its line', () => {
  const latin = run('areas', 'import', write('latin.geojson', Buffer.from('{"type":\n"Caf\xe9"}', 'latin1')));
  assert.equal(latin.status, 2);
  assert.match(latin.stderr, /latin\.geojson: line 2, byte 5 of it is not UTF-8/);
  const wide = run('zones', 'check', write('wide.geojson', Buffer.from('\ufeff{"type": 1}', 'utf16le')));
  assert.match(wide.stderr, /wide\.geojson: this is UTF-16 text: save it again in UTF-8/);
  const broken = run('zones', 'check', write('broken.geojson', '{"type": "Feature"\n "id": 1}'));
  assert.match(broken.stderr, /broken\.geojson: line 2, byte 5 of it is where the JSON goes wrong/);
});
