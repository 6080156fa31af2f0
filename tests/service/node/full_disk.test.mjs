// A server whose disk is full: writes are refused and say so, questions are answered, and once there
// is space writes go on. First by a limit on the size of its files, which any user may set, then on a
// file system of its own, where the kernel lets us have one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { asOf, detailsOf, importStream, loadSample, Server } from './throughgate.mjs';

const employer = (id, name = id) => ({
  employerId: id,
  employer: { displayName: name },
  requestId: `create-${id}`,
});

const reasonOf = (promise) =>
  promise.then(
    () => 'none',
    (error) => detailsOf(error).reason,
  );

const ask = (broker) =>
  broker.FindVacancies({ candidate: 'candidates/heron', pageSize: 100, readPoint: { asOf } });

const row = (i) => ({ employer: { name: `employers/row-${i}`, displayName: `Row ${i}` } });

// What holds from when the disk is full until there is space again, and after.
async function exercise(server, { fill, free }) {
  const { engagement, broker, probation } = await loadSample(server);
  await engagement.CreateEmployer(employer('before'));
  const answer = await ask(broker);
  fill();
  // What the log file has room for still goes through.
  let refused;
  for (let i = 0; i < 200 && !refused; i++) {
    const request = employer(`filling-${i}`, 'n'.repeat(190));
    const reason = await reasonOf(engagement.CreateEmployer(request));
    if (reason !== 'none') refused = { request, reason };
  }
  assert.equal(refused?.reason, 'STORE_UNAVAILABLE');
  const rows = [...Array(300).keys()].map((i) => row(i));
  const imported = engagement.ImportEmployers(importStream({ importId: 'full' }, rows));
  assert.equal(await reasonOf(imported), 'STORE_UNAVAILABLE');
  await engagement.GetEmployer({ name: 'employers/before' });
  assert.deepEqual((await ask(broker)).matches, answer.matches);

  free();
  const again = await engagement.CreateEmployer(refused.request);
  assert.equal(again.employer.displayName, refused.request.employer.displayName);
  const responses = await engagement.ImportEmployers(importStream({ importId: 'full' }, rows));
  assert.equal(Number(responses.at(-1).progress.appliedThroughRow), rows.length);
  assert.match(server.log, /takes no more writes, reads go on/);
  assert.match(server.log, /takes writes again/);
  for (const caller of [engagement, broker, probation]) caller.close();
  return refused.request.employerId;
}

test('files that may not grow refuse writes, until they may', async () => {
  const server = await Server.start();
  const limit = (words) =>
    assert.equal(spawnSync('prlimit', ['--pid', server.process.pid, words]).status, 0);
  try {
    const last = await exercise(server, {
      fill: () => limit('--fsize=1000:'),
      free: () => limit('--fsize=unlimited:'),
    });
    await server.end('SIGKILL');
    await server.run();
    const engagement = server.as('engagement', 'redrose-engagement');
    for (const id of ['before', last, 'row-0', 'row-299']) {
      await engagement.GetEmployer({ name: `employers/${id}` });
    }
    engagement.close();
  } finally {
    await server.stop();
  }
});

// A server in a namespace of its own, with a small file system under its folder. The namespace goes
// with the server, and the file system with it.
const onSmallDisk = (program, folder, words) => [
  'unshare', '--user', '--map-root-user', '--mount', 'sh', '-c',
  'mount -t tmpfs -o size=32m none "$0" && exec "$@"', folder, program, ...words,
];
const [program, ...words] = onSmallDisk('true', '/mnt', []);
const allowed = spawnSync(program, words).status === 0;

test('a full disk refuses writes, until there is space', { skip: !allowed && 'no namespaces here' },
  async () => {
    const server = await Server.start(onSmallDisk);
    const filler = join(`/proc/${server.process.pid}/root`, server.data, '..', 'filler');
    const fill = () => {
      for (const size of [1 << 20, 4096]) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size, 1));
        } catch (error) {
          assert.equal(error.code, 'ENOSPC');
        }
      }
    };
    try {
      await exercise(server, { fill, free: () => rmSync(filler) });
    } finally {
      await server.stop();
    }
  });
