// The real adverts, imported by the command line, while it or the server is killed again and again;
// not part of the suite. THROUGHGATE_DATA names the folder of real data; without it this skips.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const data = process.env.THROUGHGATE_DATA ?? join(root, '..', 'shared', 'data');
const adverts = join(data, 'vacancies/uk_vacancies_2013.csv.gz');
const kills = Number(process.env.IMPORT_KILLS ?? 10);

const folder = mkdtempSync(join(tmpdir(), 'throughgate-real-'));
const as = (server, role, ...words) => [...server.commandLine(role, 'acme'), ...words];
const run = (server, role, ...words) => {
  const { status, stdout, stderr } = spawnSync(command, as(server, role, ...words), {
    cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};
const importWords = [
  'vacancies', 'import', adverts, '--feed', 'adverts',
  '--columns', join(root, 'deploy/columns/uk-adverts.json'),
];

// A server with reference data, which goes with the test however that ends.
async function prepare(t) {
  const server = await Server.start();
  t.after(() => server.stop());
  for (const role of ['engagement', 'broker']) await server.grant(role, 'acme');
  const esco = ['en', 'relations'].map((part) => join(data, `esco/esco_v1.1.1_${part}.zip`));
  assert.equal(run(server, 'engagement', 'taxonomy', 'import', ...esco, '--name', 'esco').status, 0);
  const outcodes = join(data, 'geo/uk_outcodes.csv');
  assert.equal(run(server, 'engagement', 'gazetteer', 'import', outcodes, '--name', 'g').status, 0);
  return server;
}

function answers(server) {
  const candidate = JSON.stringify({
    candidate: {
      name: 'candidates/someone', releaseArea: 'M13', reachM: 30000,
      travelMode: 'TRAVEL_MODE_CAR', occupations: [{ code: 'isco/9333' }, { code: 'isco/5120' }],
    },
  });
  const file = join(folder, 'candidates.jsonl');
  spawnSync('sh', ['-c', `printf '%s\\n' "$0" > '${file}'`, candidate]);
  assert.equal(run(server, 'broker', 'candidates', 'import', file).status, 0);
  const { stdout } = run(
    server, 'broker', '--json', 'match', 'vacancies', 'someone', '--limit', '1000',
    '--as-of', '2022-11-26T12:00:00Z',
  );
  return JSON.parse(stdout.split('\n')[0]).matches;
}

const namesOf = (server) =>
  run(server, 'engagement', '--json', 'vacancies', 'list')
    .stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line).name);

// The rows that the command line would not send again, and those of them that were refused.
function settled(rejects) {
  const log = join(folder, `${rejects}.settled`);
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(1, -1) : [];
  const [row, , rejected] = (lines.at(-1) ?? '0 0 0').split(' ').map(Number);
  return { row, rejected };
}

// Kills the server, or the command line, some time after it has begun.
async function killAnImport(server, side) {
  const words = as(server, 'engagement', ...importWords, '--rejects', 'killed.csv');
  const child = spawn(command, words, { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 2500));
  if (side === 'client') child.kill('SIGKILL');
  else await server.end('SIGKILL');
  await ended;
  if (side === 'server') await server.run();
}

// What a killed command line had sent the server may still be writing; the next run resumes.
async function finishImport(server, rejects) {
  for (;;) {
    const last = run(server, 'engagement', ...importWords, '--rejects', rejects);
    if (!last.stderr.includes('WRITE_CONFLICT')) return last;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('the real adverts survive kills', { skip: !existsSync(adverts) && 'no real data' }, async (t) => {
  const calm = await prepare(t);
  const whole = await finishImport(calm, 'calm.csv');
  assert.equal(whole.status, 1, whole.stderr);
  const undisturbed = namesOf(calm);
  console.log(whole.stdout.trim());

  const killed = await prepare(t);
  let furthest = 0;
  for (let i = 0; i < kills; i++) {
    await killAnImport(killed, i % 2 === 0 ? 'server' : 'client');
    const { row, rejected } = settled('killed.csv');
    const kept = namesOf(killed);
    assert.equal(new Set(kept).size, kept.length);
    assert.ok(kept.length >= row - rejected, `${kept.length} kept of ${row} with ${rejected} refused`);
    furthest = Math.max(furthest, row);
  }
  const last = await finishImport(killed, 'killed.csv');
  assert.equal(last.status, 1, last.stderr);
  console.log(last.stdout.trim());
  const kept = namesOf(killed);
  assert.deepEqual(kept, undisturbed);
  assert.deepEqual(answers(killed), answers(calm));
  const refused = readFileSync(join(folder, 'killed.csv'), 'utf8');
  assert.ok(refused === readFileSync(join(folder, 'calm.csv'), 'utf8'), 'the same rows are refused');
  console.log(
    `${kills} kills, the last behind row ${furthest}: ${kept.length} vacancies, none lost, none ` +
      'doubled; the same rows refused, each once; the same answers',
  );
  rmSync(folder, { recursive: true });
});
