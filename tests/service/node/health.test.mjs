// What operators' tools ask: health and reflection, in their standard form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import grpc from '@grpc/grpc-js';
import { Server } from './throughgate.mjs';

let server, client;
before(async () => {
  server = await Server.start();
  client = new grpc.Client(server.address, grpc.credentials.createInsecure());
});
after(async () => {
  client?.close();
  await server?.stop();
});

const bytes = (value) => value;

test('health says SERVING', async () => {
  const response = await new Promise((resolve, reject) =>
    client.makeUnaryRequest('/grpc.health.v1.Health/Check', bytes, bytes, Buffer.alloc(0), (error, value) =>
      error ? reject(error) : resolve(value),
    ),
  );
  // HealthCheckResponse { status = 1: SERVING }
  assert.deepEqual([...response], [8, 1]);
});

test('reflection lists every service', async () => {
  // ServerReflectionRequest { list_services = 7: "*" }
  const request = Buffer.from([0x3a, 1, 0x2a]);
  const call = client.makeBidiStreamRequest(
    '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
    bytes,
    bytes,
  );
  const answer = new Promise((resolve, reject) => {
    call.on('data', resolve);
    call.on('error', reject);
  });
  call.write(request);
  const text = (await answer).toString('latin1');
  call.end();
  for (const noun of ['Access', 'Candidate', 'Employer', 'Match', 'Reference', 'RiskPlan', 'Vacancy']) {
    assert.ok(text.includes(`throughgate.v1.${noun}Service`), noun);
  }
});
