// TLS, with certificates and keys that are replaced while the server runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import grpc from '@grpc/grpc-js';
import { detailsOf, Server } from './throughgate.mjs';
import { Key, keySet } from './tokens.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughgate-tls-'));
const path = (...names) => join(folder, ...names);
const openssl = (...words) => execFileSync('openssl', words, { stdio: 'pipe' });

// An authority of our own, and what it signs: `name` is the certificate's alternative name.
const newKey = (file) =>
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file);
function makeAuthority() {
  newKey(path('ca.key'));
  openssl('req', '-x509', '-new', '-key', path('ca.key'), '-subj', '/CN=Test authority', '-days', '1', '-out', path('ca.pem'));
}
function certify(key, certificate, name) {
  const extensions = path('extensions');
  writeFileSync(extensions, `subjectAltName=${name}\n`);
  openssl('req', '-new', '-key', key, '-subj', '/CN=Test', '-out', path('request'));
  openssl(
    'x509', '-req', '-in', path('request'), '-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial',
    '-days', '1', '-extfile', extensions, '-out', certificate,
  );
}

// A pair of the server's in a folder of its own. `current` is a link to the one in use, so that both
// files change in one step.
function makePair(name) {
  mkdirSync(path(name));
  newKey(path(name, 'key.pem'));
  certify(path(name, 'key.pem'), path(name, 'certificate.pem'), 'IP:127.0.0.1');
}
function use(name) {
  symlinkSync(name, path('next'));
  renameSync(path('next'), path('current'));
}

const issuer = { iss: 'https://issuer.test', aud: 'matching' };
const firstKey = new Key();
const publish = (...keys) => {
  writeFileSync(path('jwks.next'), keySet(...keys));
  renameSync(path('jwks.next'), path('jwks.json'));
};

let server;
before(async () => {
  makeAuthority();
  makePair('first');
  use('first');
  publish(firstKey);
  server = await Server.start(undefined, {
    words: [
      '--tls-certificate', path('current', 'certificate.pem'), '--tls-key', path('current', 'key.pem'),
      '--client-ca', path('ca.pem'),
      '--issuer', issuer.iss, '--audience', issuer.aud, '--jwks', path('jwks.json'),
    ],
    credentials: grpc.credentials.createSsl(readFileSync(path('ca.pem'))),
  });
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

// Whom the server takes the caller for, or why it takes them for nobody.
async function whoIs(token) {
  const caller = server.caller({ token });
  try {
    return (await caller.GetCaller({})).subject;
  } catch (error) {
    return detailsOf(error).reason;
  } finally {
    caller.close();
  }
}

// The fingerprint of the certificate that a new connection is shown.
async function shown() {
  const socket = connect({
    host: '127.0.0.1', port: server.port, ca: readFileSync(path('ca.pem')), ALPNProtocols: ['h2'],
  });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

// Ends when `look` answers `wanted`; the server looks at its files once a second.
async function until(wanted, look) {
  const deadline = Date.now() + 20_000;
  let seen;
  while ((seen = await look().catch((error) => error.message)) !== wanted) {
    assert.ok(Date.now() < deadline, `${seen} instead of ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const fingerprintOf = (certificate) =>
  openssl('x509', '-in', certificate, '-noout', '-fingerprint', '-sha256').toString().trim().split('=')[1];

test('a token goes over TLS, and nothing is answered in the clear', async () => {
  assert.equal(await whoIs(server.key.token('dee')), 'dee');
  assert.equal(await whoIs(firstKey.token('cy', issuer)), 'cy');
  assert.equal(await whoIs(undefined), 'CALLER_UNKNOWN');
  const clear = new grpc.Client(server.address, grpc.credentials.createInsecure());
  const answered = await new Promise((resolve) =>
    clear.makeUnaryRequest('/grpc.health.v1.Health/Check', (x) => x, (x) => x, Buffer.alloc(0),
      { deadline: Date.now() + 2000 }, (error) => resolve(!error)),
  );
  clear.close();
  assert.equal(answered, false);
});

test('an issuer is believed of its own audience and keys alone', async () => {
  assert.equal(await whoIs(firstKey.token('cy')), 'CALLER_UNKNOWN', 'as if it were a local key');
  assert.equal(await whoIs(server.key.token('cy', issuer)), 'CALLER_UNKNOWN', 'a local key as if it were the issuer');
  assert.equal(await whoIs(firstKey.token('cy', { ...issuer, aud: 'throughgate' })), 'CALLER_UNKNOWN');
});

test('a certificate with a SPIFFE id stands for a token', async () => {
  newKey(path('importer.key'));
  certify(path('importer.key'), path('importer.pem'), 'URI:spiffe://example/importer');
  const credentials = grpc.credentials.createSsl(
    ...['ca.pem', 'importer.key', 'importer.pem'].map((name) => readFileSync(path(name))),
  );
  const saved = server.credentials;
  server.credentials = credentials;
  try {
    assert.equal(await whoIs(undefined), 'spiffe://example/importer');
    assert.equal(await whoIs(firstKey.token('cy', issuer)), 'cy', 'a token goes before');
    assert.equal(await whoIs('no token'), 'CALLER_UNKNOWN', 'whatever the certificate says');
  } finally {
    server.credentials = saved;
  }
});

test('a certificate that is renewed, and one with another key, are shown to new connections', async () => {
  const kept = server.caller({ token: server.key.token('dee') });
  await kept.GetCaller({});
  assert.equal(await shown(), fingerprintOf(path('current', 'certificate.pem')));
  certify(path('first', 'key.pem'), path('first', 'renewed.pem'), 'IP:127.0.0.1');
  const renewed = fingerprintOf(path('first', 'renewed.pem'));
  assert.notEqual(await shown(), renewed);
  renameSync(path('first', 'renewed.pem'), path('first', 'certificate.pem'));
  await until(renewed, shown);
  makePair('second');
  use('second');
  await until(fingerprintOf(path('second', 'certificate.pem')), shown);
  assert.equal(await whoIs(server.key.token('cy')), 'cy');
  assert.equal((await kept.GetCaller({})).subject, 'dee', 'connections that are there stay');
  kept.close();
});

// A token that the server has verified already it believes for a minute more; others not.
test('keys that an issuer replaces are followed: the new one is believed, the old one no longer', async () => {
  const secondKey = new Key();
  assert.equal(await whoIs(secondKey.token('cy', issuer)), 'CALLER_UNKNOWN');
  publish(firstKey, secondKey);
  await until('cy', () => whoIs(secondKey.token('cy', issuer)));
  assert.equal(await whoIs(firstKey.token('bo', issuer)), 'bo', 'while both are published');
  publish(secondKey);
  let count = 0;
  await until('CALLER_UNKNOWN', () => whoIs(firstKey.token(`bo-${(count += 1)}`, issuer)));
  assert.equal(await whoIs(secondKey.token('dee', issuer)), 'dee');
});

test('keys that cannot be read leave the last good ones, and the log says so', async () => {
  const key = new Key();
  publish(key);
  await until('cy', () => whoIs(key.token('cy', issuer)));
  writeFileSync(path('jwks.json'), '{"keys": [');
  await until(true, async () => {
    await whoIs(key.token('cy', issuer));
    return server.log.includes('jwks.json');
  });
  assert.equal(await whoIs(key.token('bo', issuer)), 'bo');
});
