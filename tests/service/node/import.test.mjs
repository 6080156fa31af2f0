// An import that is killed: the server dies at some instant while the command line streams a file
// into it. Started again, the same command resumes; nothing acknowledged is lost, nothing doubled,
// and the answers are those of an import that was never disturbed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { asOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');
const rows = 4000;
const kills = 3;

// Adverts as a feed gives them; the last one is a formula, so that there is something to refuse.
function adverts() {
  const titles = ['Warehouse operative', 'Cook', 'Bricklayer', 'Office cleaner', 'Forklift driver'];
  const places = [['Manchester', 53.478, -2.234], ['Liverpool', 53.408, -2.99], ['Preston', 53.763, -2.698]];
  const lines = ['id,title,company,location,latitude,longitude,pay'];
  for (let i = 1; i < rows; i++) {
    const [place, latitude, longitude] = places[i % places.length];
    lines.push(
      `ad-${i},${titles[i % titles.length]},Employer ${i % 200},${place},${latitude},${longitude},${24000 + i}`,
    );
  }
  lines.push('ad-last,=1+1,Employer 1,Preston,53.763,-2.698,25000');
  return lines.join('\n') + '\n';
}

async function runImport(server, folder) {
  const columns = ['external_id=id', 'employer=company', 'pounds_per_year=pay'].concat(
    ['title', 'location', 'latitude', 'longitude'].map((name) => `${name}=${name}`),
  );
  const child = spawn(
    command,
    [
      '--server', server.address, '--role', 'engagement', '--organisation', 'acme',
      'vacancies', 'import', join(folder, 'adverts.csv'), '--feed', 'acme',
      '--rejects', join(folder, 'rejects.csv'),
      ...columns.flatMap((column) => ['--column', column]),
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'exit').then(([code]) => ({ code, errors }));
  return { ended };
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

test('an import survives kills, and ends as if there had been none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughgate-import-'));
  writeFileSync(join(folder, 'adverts.csv'), adverts());
  const calm = await Server.start();
  const killed = await Server.start();
  try {
    const undisturbed = await loadSample(calm);
    assert.equal((await (await runImport(calm, folder)).ended).code, 1);

    let disturbed = await loadSample(killed);
    for (let i = 0; i < kills; i++) {
      const before = (await everyVacancy(disturbed.engagement)).length;
      const run = await runImport(killed, folder);
      // Somewhere in the middle, at another place each time.
      while ((await everyVacancy(disturbed.engagement)).length < Math.min(before + 300, rows - 1)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await killed.end('SIGKILL');
      assert.equal((await run.ended).code, 2);
      await killed.run();
      const kept = await everyVacancy(disturbed.engagement);
      assert.ok(kept.length >= before + 300 || kept.length === rows - 1);
      assert.equal(new Set(kept).size, kept.length);
    }
    const last = await (await runImport(killed, folder)).ended;
    assert.equal(last.code, 1, last.errors);

    const names = await everyVacancy(disturbed.engagement);
    assert.equal(names.length, rows - 1);
    assert.deepEqual(names, await everyVacancy(undisturbed.engagement));
    assert.deepEqual(await answers(disturbed.broker), await answers(undisturbed.broker));
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
