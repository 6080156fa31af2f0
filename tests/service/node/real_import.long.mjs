// The real adverts, imported by the command line into a server that is killed again and again; not
// part of the suite. THROUGHGATE_DATA names the folder of real data; without it this skips.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const data = process.env.THROUGHGATE_DATA ?? join(root, '..', 'shared', 'data');
const adverts = join(data, 'vacancies/uk_vacancies_2013.csv.gz');
const kills = Number(process.env.IMPORT_KILLS ?? 10);

const folder = mkdtempSync(join(tmpdir(), 'throughgate-real-'));
const as = (server, role, ...words) => [
  '--server', server.address, '--role', role, '--organisation', 'acme', ...words,
];
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

async function prepare() {
  const server = await Server.start();
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

test('the real adverts survive kills', { skip: !existsSync(adverts) && 'no real data' }, async () => {
  const calm = await prepare();
  assert.equal(run(calm, 'engagement', ...importWords, '--rejects', 'calm.csv').status, 1);
  const killed = await prepare();
  for (let i = 0; i < kills; i++) {
    const child = spawn(
      command,
      as(killed, 'engagement', ...importWords, '--rejects', 'killed.csv'),
      { cwd: folder, stdio: 'ignore' },
    );
    const ended = once(child, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 2500));
    await killed.end('SIGKILL');
    await ended;
    await killed.run();
  }
  const last = run(killed, 'engagement', ...importWords, '--rejects', 'killed.csv');
  assert.ok(last.status === 0 || last.status === 1, last.stderr);
  const names = (server) =>
    run(server, 'engagement', '--json', 'vacancies', 'list')
      .stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line).name);
  const kept = names(killed);
  assert.equal(new Set(kept).size, kept.length);
  assert.deepEqual(kept, names(calm));
  assert.deepEqual(answers(killed), answers(calm));
  console.log(`${kept.length} vacancies after ${kills} kills, the same answers`);
  await calm.stop();
  await killed.stop();
});
