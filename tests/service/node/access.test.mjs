// Who calls is proved, and grants decide: tokens that do not hold, grants that begin and end, leave
// that is covered, and organisations that are suspended.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import grpc from '@grpc/grpc-js';
import { detailsOf, Server } from './throughgate.mjs';
import { Key, now } from './tokens.mjs';

const north = 'organisations/probation-north';
const day = 24 * 3600;
const instant = (seconds) => ({ seconds });
const inDays = (days) => instant(now() + days * day);

let server, administrator;
const callers = [];
const caller = (subject, more = {}) => {
  const made = server.caller({ token: server.key.token(subject), ...more });
  callers.push(made);
  return made;
};
before(async () => {
  server = await Server.start();
  administrator = server.administrator();
  await server.register('probation-north');
});
after(async () => {
  for (const made of [...callers, administrator]) made?.close();
  await server?.stop();
});

async function failure(promise) {
  const error = await promise.then(
    () => assert.fail('it was allowed'),
    (refused) => refused,
  );
  if (!error.metadata) throw error;
  return { code: error.code, message: error.details, ...detailsOf(error) };
}

const refusals = [];
async function assertUnknown(made) {
  const refused = await failure(made.GetCaller({}));
  made.close();
  assert.equal(refused.code, grpc.status.UNAUTHENTICATED);
  assert.equal(refused.reason, 'CALLER_UNKNOWN');
  assert.deepEqual(refused.metadata, { header: 'authorization' });
  refusals.push(JSON.stringify(refused));
}

const give = async (subject, role, more = {}) =>
  (await administrator.CreateGrant({
    parent: north,
    grant: { subject, role, until: inDays(30), ...more },
  })).grant;

// The difference would help only whoever guesses.
test('a call needs a token that holds, and is not told what is wrong with it', async () => {
  const { key } = server;
  const [header, claims, signature] = key.token('cy').split('.');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid: key.jwk.kid })).toString('base64url');
  // As if the public key were a shared secret.
  const hmacHeader = Buffer.from(JSON.stringify({ alg: 'HS256', kid: key.jwk.kid })).toString('base64url');
  const hmac = createHmac('sha256', key.publicKey.export({ type: 'spki', format: 'pem' }))
    .update(`${hmacHeader}.${claims}`).digest('base64url');
  const tokens = {
    none: undefined,
    'not a token': 'cy',
    expired: key.token('cy', { iat: now() - 7200, exp: now() - 3600 }),
    'not valid yet': key.token('cy', { nbf: now() + 3600 }),
    'for too long': key.token('cy', { exp: now() + 2 * day }),
    'for another service': key.token('cy', { aud: 'elsewhere' }),
    'of another issuer': key.token('cy', { iss: 'elsewhere' }),
    'of nobody': key.token(''),
    'of a certificate': key.token('spiffe://example/cy'),
    'without a signature': `${unsigned}.${claims}.`,
    'none with a signature': `${unsigned}.${claims}.${signature}`,
    'signed by a public key': `${hmacHeader}.${claims}.${hmac}`,
    'of another key': new Key().token('cy'),
    'of another key with this kid': new Key().token('cy', {}, { kid: key.jwk.kid }),
    'with other claims': `${header}.${claims.slice(0, -4)}AAAA.${signature}`,
    'with a critical header': key.token('cy', {}, { crit: ['b64'], b64: false }),
  };
  for (const bad of Object.values(tokens)) await assertUnknown(server.caller({ token: bad }));
  assert.equal(new Set(refusals).size, 1, 'all are told the same');
  const good = caller('cy');
  assert.deepEqual(await good.GetCaller({}), { subject: 'cy', grants: [] });
});

test('what a caller says of their role gives them nothing', async () => {
  const stranger = caller('stranger', { role: 'administrator', organisation: 'operations' });
  const refused = await failure(stranger.ListOrganisations({}));
  assert.equal(refused.code, grpc.status.PERMISSION_DENIED);
  assert.equal(refused.reason, 'ROLE_NOT_PERMITTED');
});

test('a grant is in force from the next call on, and no longer once it is revoked', async () => {
  const bo = caller('bo');
  const list = () => bo.ListOrganisations({});
  assert.equal((await failure(list())).reason, 'ROLE_NOT_PERMITTED');
  const grant = await give('bo', 'GRANT_ROLE_BROKER');
  assert.equal(grant.kind, 'GRANT_KIND_STANDING');
  assert.equal(grant.grantedBy, 'admin');
  assert.ok((await list()).organisations.some(({ name }) => name === north));
  assert.deepEqual((await bo.GetCaller({})).grants, [grant]);
  const stale = await failure(administrator.RevokeGrant({ name: grant.name, etag: '0' }));
  assert.equal(stale.reason, 'ETAG_MISMATCH');
  const revoked = (await administrator.RevokeGrant({ name: grant.name, etag: grant.etag })).grant;
  assert.equal(revoked.revokedBy, 'admin');
  assert.equal((await failure(list())).reason, 'ROLE_NOT_PERMITTED');
  assert.deepEqual((await bo.GetCaller({})).grants, []);
  const again = await failure(administrator.RevokeGrant({ name: grant.name }));
  assert.equal(again.reason, 'RESOURCE_CLOSED');
  assert.deepEqual((await administrator.GetGrant({ name: grant.name })).grant, revoked);
});

test('a grant holds from its beginning to its end', async () => {
  await give('later', 'GRANT_ROLE_BROKER', { from: inDays(1), until: inDays(2) });
  assert.equal((await failure(caller('later').ListOrganisations({}))).reason, 'ROLE_NOT_PERMITTED');
  await give('soon', 'GRANT_ROLE_BROKER', { until: instant(now() + 2) });
  const soon = caller('soon');
  await soon.ListOrganisations({});
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.equal((await failure(soon.ListOrganisations({}))).reason, 'ROLE_NOT_PERMITTED');
});

test('whoever has several grants that fit says which is meant', async () => {
  await give('both', 'GRANT_ROLE_BROKER');
  await give('both', 'GRANT_ROLE_CUSTODY');
  const refused = await failure(caller('both').ListCandidates({}));
  assert.equal(refused.code, grpc.status.UNAUTHENTICATED);
  assert.deepEqual(refused.metadata, { header: 'throughgate-role' });
  await caller('both', { role: 'custody' }).ListCandidates({});
  // Engagement alone creates employers, so that nothing needs to be said.
  await give('both', 'GRANT_ROLE_ENGAGEMENT');
  const employer = { displayName: 'Somebody' };
  await caller('both').CreateEmployer({ employerId: 'somebody', employer });
  const wrong = await failure(caller('both', { role: 'probation' }).ListCandidates({}));
  assert.equal(wrong.reason, 'ROLE_NOT_PERMITTED');
});

test('leave is covered in a call by whoever goes, and by a colleague alone', async () => {
  await give('ann', 'GRANT_ROLE_PROBATION', { caseload: 'leeds' });
  await give('cy', 'GRANT_ROLE_PROBATION', { caseload: 'york' });
  const ann = caller('ann');
  const cover = { parent: north, caseload: 'leeds', role: 'GRANT_ROLE_PROBATION', until: inDays(14) };
  const { grant } = await ann.CoverCaseload({ ...cover, subject: 'cy' });
  assert.equal(grant.kind, 'GRANT_KIND_COVER');
  assert.equal(grant.grantedBy, 'ann');
  const { grants } = await caller('cy').GetCaller({});
  assert.deepEqual(grants.map(({ caseload }) => caseload).sort(), ['leeds', 'york']);
  const reasons = [
    { ...cover, subject: 'nobody' },
    { ...cover, subject: 'ann' },
    { ...cover, subject: 'cy', caseload: 'york' },
    { ...cover, subject: 'cy', caseload: '', until: inDays(1) },
    { ...cover, subject: 'cy', role: 'GRANT_ROLE_BROKER' },
  ].map(async (request) => (await failure(ann.CoverCaseload(request))).reason);
  assert.deepEqual(new Set(await Promise.all(reasons)), new Set(['GRANT_NOT_PERMITTED']));
  const long = await failure(ann.CoverCaseload({ ...cover, subject: 'cy', until: inDays(93) }));
  assert.deepEqual(long.fields, ['until']);
  // A senior appoints duty officers.
  await give('sue', 'GRANT_ROLE_SENIOR_PROBATION');
  const duty = await caller('sue').CoverCaseload({
    ...cover, subject: 'cy', caseload: '', until: inDays(7),
  });
  assert.equal(duty.grant.kind, 'GRANT_KIND_DUTY');
  await ann.RevokeGrant({ name: grant.name });
});

test('nobody grants to themselves, or in another organisation', async () => {
  await server.register('probation-south');
  await give('boss', 'GRANT_ROLE_ADMINISTRATOR');
  const boss = caller('boss');
  const grant = { subject: 'someone', role: 'GRANT_ROLE_BROKER', until: inDays(1) };
  await boss.CreateGrant({ parent: north, grant });
  for (const request of [
    { parent: north, grant: { ...grant, subject: 'boss' } },
    { parent: 'organisations/probation-south', grant },
  ]) {
    assert.equal((await failure(boss.CreateGrant(request))).reason, 'GRANT_NOT_PERMITTED');
  }
  const made = boss.CreateOrganisation({ organisationId: 'own', organisation: { displayName: 'Own' } });
  assert.equal((await failure(made)).reason, 'GRANT_NOT_PERMITTED');
  const elsewhere = boss.ListGrants({ parent: 'organisations/probation-south' });
  assert.equal((await failure(elsewhere)).reason, 'GRANT_NOT_PERMITTED');
  const { grants } = await boss.ListGrants({ parent: north });
  assert.ok(grants.every(({ until }) => Number(until.seconds) > now()));
  const all = (await boss.ListGrants({ parent: north, showEnded: true })).grants;
  assert.ok(all.length > grants.length);
});

test('nobody acts for an organisation that is suspended, or in a role that it has no longer', async () => {
  await give('dan', 'GRANT_ROLE_AUDITOR');
  const dan = caller('dan');
  const change = async (organisation, path) =>
    (await administrator.UpdateOrganisation({
      organisation: { name: north, ...organisation }, updateMask: { paths: [path] },
    })).organisation;
  const { organisation: before } = await dan.GetOrganisation({ name: north });
  await change({ suspended: true }, 'suspended');
  assert.equal((await failure(dan.GetOrganisation({ name: north }))).reason, 'ROLE_NOT_PERMITTED');
  await change({ suspended: false }, 'suspended');
  await dan.GetOrganisation({ name: north });
  await change({ roles: ['GRANT_ROLE_BROKER'] }, 'roles');
  assert.equal((await failure(dan.GetOrganisation({ name: north }))).reason, 'ROLE_NOT_PERMITTED');
  await change({ roles: before.roles }, 'roles');
  await dan.GetOrganisation({ name: north });
  const own = administrator.UpdateOrganisation({
    organisation: { name: 'organisations/operations', suspended: true },
    updateMask: { paths: ['suspended'] },
  });
  assert.deepEqual((await failure(own)).fields, ['organisation.suspended']);
});

test('grants are there after a kill, and a restart makes no further administrator', async () => {
  const grants = async () => (await administrator.ListGrants({ parent: north, showEnded: true })).grants;
  const before = await grants();
  await server.end('SIGKILL');
  server.firstAdministrator = 'operations/mallory';
  await server.run();
  assert.deepEqual(await grants(), before);
  assert.deepEqual((await caller('mallory').GetCaller({})).grants, []);
});
