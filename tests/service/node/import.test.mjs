// An import that is killed: the server or the command line dies at some instant while a file is
// streamed. Started again, the same command resumes; nothing acknowledged is lost, nothing is
// doubled, every refused row comes back once, and the answers are those of an import that was never
// disturbed. IMPORT_KILLS=n kills n times; the instants are the machine's.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { asOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const rows = 4000;
const kills = Number(process.env.IMPORT_KILLS ?? 6);

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The command line refuses formulas, the server an advert that is nowhere.
const isFormula = (row) => row % 37 === 0;
const isNowhere = (row) => row % 11 === 0;
const isRefused = (row) => isFormula(row) || isNowhere(row);

// Adverts as a feed gives them.
function adverts() {
  const titles = ['Warehouse operative', 'Cook', 'Bricklayer', 'Office cleaner', 'Forklift driver'];
  const places = ['Manchester,53.478,-2.234', 'Liverpool,53.408,-2.99', 'Preston,53.763,-2.698'];
  const lines = ['id,title,company,location,latitude,longitude,pay'];
  for (let row = 1; row <= rows; row++) {
    const title = isFormula(row) ? '=1+1' : titles[row % titles.length];
    const place = isNowhere(row) ? ',,' : places[row % places.length];
    lines.push(`ad-${row},${title},Employer ${row % 200},${place},${24000 + row}`);
  }
  return lines.join('\n') + '\n';
}

// One run of the command, with files of its own for each server.
function startImport(server, folder) {
  const rejects = join(folder, `${server.port}.csv`);
  const columns = ['external_id=id', 'employer=company', 'pounds_per_year=pay'].concat(
    ['title', 'location', 'latitude', 'longitude'].map((name) => `${name}=${name}`),
  );
  const child = spawn(
    command,
    [
      ...server.commandLine('engagement', 'acme'),
      'vacancies', 'import', join(folder, 'adverts.csv'), '--feed', 'acme', '--rejects', rejects,
      ...columns.flatMap((column) => ['--column', column]),
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const run = { child, rejects, errors: '' };
  child.stderr.on('data', (chunk) => (run.errors += chunk));
  run.ended = once(child, 'exit').then(([code]) => (run.code = code ?? 'killed'));
  return run;
}

// The rows that a run has settled: what the command line would not send again.
function settledThrough({ rejects }) {
  const log = `${rejects}.settled`;
  if (!existsSync(log)) return 0;
  const lines = readFileSync(log, 'utf8').split('\n').slice(1, -1);
  return lines.length > 0 ? Number(lines.at(-1).split(' ')[0]) : 0;
}

// Ends when the import is complete. What a killed command line had sent the server may still be
// writing; that run is told so, and the next one resumes.
async function finishImport(server, folder) {
  for (let attempt = 0; ; attempt++) {
    const run = startImport(server, folder);
    await run.ended;
    const conflict = run.errors.includes('WRITE_CONFLICT') && attempt < 20;
    if (!conflict) return run;
    await sleep(100);
  }
}

async function everyVacancy(engagement) {
  const names = [];
  let page;
  do {
    page = await engagement.ListVacancies({
      parent: 'employers/-',
      pageSize: 1000,
      pageToken: page?.nextPageToken,
    });
    names.push(...page.vacancies.filter(({ feed }) => feed === 'acme').map(({ name }) => name));
  } while (page.nextPageToken);
  return names;
}

async function answers(broker) {
  const all = [];
  for (const candidate of ['heron', 'plover', 'wren', 'dunlin']) {
    const { matches } = await broker.FindVacancies({
      candidate: `candidates/${candidate}`,
      pageSize: 1000,
      rowView: 'ROW_VIEW_BASIC',
      readPoint: { asOf },
    });
    all.push(matches);
  }
  return all;
}

// Kills one side somewhere behind the first row that this run settles, at another place each time.
async function killAnImport(server, folder, side) {
  const run = startImport(server, folder);
  const before = settledThrough(run);
  while (run.code === undefined && settledThrough(run) <= before) await sleep(1);
  await sleep(Math.random() * 60);
  if (side === 'client') {
    run.child.kill('SIGKILL');
  } else {
    await server.end('SIGKILL');
  }
  await run.ended;
  const settled = settledThrough(run);
  if (side === 'server') await server.run();
  return settled;
}

// That every row through `settled` that was not refused is there, and none twice.
function assertKept(names, settled) {
  const ids = new Set(names.map((name) => name.replace(/.*\/acme-ad-/, '')));
  assert.equal(ids.size, names.length);
  for (let row = 1; row <= settled; row++) assert.equal(ids.has(String(row)), !isRefused(row), row);
}

test('an import survives kills, and ends as if there had been none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughgate-import-'));
  writeFileSync(join(folder, 'adverts.csv'), adverts());
  const calm = await Server.start();
  const killed = await Server.start();
  try {
    const undisturbed = await loadSample(calm);
    for (const server of [calm, killed]) await server.grant('engagement', 'acme');
    const whole = await finishImport(calm, folder);
    assert.equal(whole.code, 1, whole.errors);

    const disturbed = await loadSample(killed);
    for (let i = 0; i < kills; i++) {
      const settled = await killAnImport(killed, folder, i % 2 === 0 ? 'server' : 'client');
      assertKept(await everyVacancy(disturbed.engagement), settled);
    }
    const last = await finishImport(killed, folder);
    assert.equal(last.code, 1, last.errors);

    const names = await everyVacancy(disturbed.engagement);
    assertKept(names, rows);
    assert.deepEqual(names, await everyVacancy(undisturbed.engagement));
    assert.deepEqual(await answers(disturbed.broker), await answers(undisturbed.broker));
    const refused = readFileSync(last.rejects, 'utf8');
    assert.equal(refused.split('\n').length - 2, [...Array(rows + 1).keys()].slice(1).filter(isRefused).length);
    assert.ok(refused === readFileSync(whole.rejects, 'utf8'), 'the same rows are refused');
    assert.ok(!existsSync(`${last.rejects}.settled`));
    for (const caller of [disturbed, undisturbed]) {
      caller.engagement.close();
      caller.broker.close();
      caller.probation.close();
    }
  } finally {
    await calm.stop();
    await killed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
