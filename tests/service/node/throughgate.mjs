// What the tests need of the outside: the server as a process, and clients made from the .proto
// files by a library that is not ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { Key } from './tokens.mjs';
import { assertMaySee } from './visibility.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const binary = process.env.THROUGHGATED ?? join(root, 'build/release/services/throughgated');

const definition = protoLoader.loadSync(
  ['access', 'candidate', 'employer', 'match', 'reference', 'risk_plan', 'vacancy'].map(
    (noun) => `throughgate/v1/${noun}_service.proto`,
  ),
  { includeDirs: [join(root, 'proto')], longs: String, enums: String, defaults: true, oneofs: true },
);
const api = grpc.loadPackageDefinition(definition).throughgate.v1;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Who operates the server, and gives everybody else their grants.
const operator = { role: 'administrator', organisation: 'operations', subject: 'admin' };
const roles = [
  'engagement', 'broker', 'probation', 'senior-probation', 'custody', 'evaluator', 'auditor', 'administrator',
];
export const grantRole = (role) => `GRANT_ROLE_${role.toUpperCase().replaceAll('-', '_')}`;

// The first answer to each question, but for refusals.
function remembering(ask) {
  const known = new Map();
  return (...words) => {
    const key = words.join(' ');
    if (!known.has(key)) {
      known.set(key, ask(...words).catch((error) => {
        known.delete(key);
        throw error;
      }));
    }
    return known.get(key);
  };
}

// A server on loopback with its data in a folder of its own. It takes tokens of `key`; `words` are
// further ones that start it, and `credentials` what connects to it.
export class Server {
  // `launch` makes the words that start it of the program, its folder and its other words.
  static async start(launch = (program, folder, words) => [program, ...words], more = {}) {
    const server = new Server();
    server.launch = launch;
    server.firstAdministrator = `${operator.organisation}/${operator.subject}`;
    Object.assign(server, { words: [], credentials: grpc.credentials.createInsecure() }, more);
    server.data = join(mkdtempSync(join(tmpdir(), 'throughgate-node-')), 'data');
    server.secrets = mkdtempSync(join(tmpdir(), 'throughgate-secrets-'));
    server.key = new Key();
    server.key.write(join(server.secrets, 'local.pem'));
    server.port = await freePort();
    await server.run();
    return server;
  }

  get address() {
    return `127.0.0.1:${this.port}`;
  }

  async run() {
    const words = [
      '--data', this.data, '--listen', this.address, '--local-key', join(this.secrets, 'local.pem'),
      '--first-administrator', this.firstAdministrator, ...this.words,
    ];
    const [program, ...others] = this.launch(binary, dirname(this.data), words);
    this.process = spawn(program, others, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.log = '';
    this.process.stderr.on('data', (chunk) => (this.log += chunk));
    this.exited = once(this.process, 'exit');
    const probe = new grpc.Client(this.address, this.credentials);
    const ready = new Promise((resolve, reject) =>
      probe.waitForReady(Date.now() + 20_000, (error) => (error ? reject(error) : resolve())),
    );
    await Promise.race([
      ready,
      this.exited.then(() => Promise.reject(new Error(`the server ended: ${this.log}`))),
    ]);
    probe.close();
  }

  async end(signal) {
    this.process.kill(signal);
    const [code] = await this.exited;
    return code;
  }

  async stop() {
    await this.end('SIGTERM');
    for (const folder of [dirname(this.data), this.secrets]) rmSync(folder, { recursive: true, force: true });
  }

  // Whoever `token` says; `role` and `organisation` say which of their grants is meant.
  caller({ token, role, organisation, ready = async () => {} }) {
    return new Caller(this, { token, role, organisation, ready });
  }

  administrator() {
    return this.caller({ ...operator, token: this.key.token(operator.subject) });
  }

  // Somebody with that one role in that organisation, which both are made before their first call.
  as(role, organisation) {
    if (!role) return this.caller({});
    const token = this.key.token(`${role}.${organisation}`);
    return this.caller({ token, role, organisation, ready: () => this.grant(role, organisation) });
  }

  // The words that have the command line ask as the same; its grant is to be there.
  commandLine(role, organisation) {
    const file = join(this.secrets, `${role}.${organisation}`);
    writeFileSync(file, this.key.token(`${role}.${organisation}`), { mode: 0o600 });
    return [
      '--server', this.address, '--token-file', file, '--role', role, '--organisation', organisation,
    ];
  }

  grant = remembering(async (role, organisation) => {
    await this.register(organisation);
    await this.administer('CreateGrant', {
      parent: `organisations/${organisation}`,
      grantId: role,
      grant: {
        subject: `${role}.${organisation}`,
        role: grantRole(role),
        until: { seconds: Math.floor(Date.now() / 1000) + 24 * 3600 },
      },
    });
  });

  register = remembering((organisation) =>
    this.administer('CreateOrganisation', {
      organisationId: organisation,
      organisation: { displayName: organisation, roles: roles.map(grantRole) },
    }),
  );

  async administer(method, request) {
    const administrator = this.administrator();
    try {
      await administrator.ask(method, request);
    } finally {
      administrator.close();
    }
  }
}

// The methods of all services, and those that this process has called.
export const methods = Object.values(api)
  .filter((Service) => typeof Service === 'function' && Service.service)
  .flatMap((Service) => Object.keys(Service.service));
export const called = new Set();

// Every method of every service as a promise, for one caller, who must be allowed to see all that
// comes back. Methods that take a stream take an array of messages; methods that return one return
// an array.
class Caller {
  constructor({ address, credentials }, { token, role, organisation, ready }) {
    this.metadata = new grpc.Metadata();
    if (token) this.metadata.set('authorization', `Bearer ${token}`);
    if (role) this.metadata.set('throughgate-role', role);
    if (organisation) this.metadata.set('throughgate-organisation', organisation);
    this.clients = [];
    this.calls = {};
    for (const Service of Object.values(api)) {
      if (typeof Service !== 'function' || !Service.service) continue;
      const client = new Service(address, credentials);
      this.clients.push(client);
      for (const method of Object.keys(Service.service)) {
        this.calls[method] = this.bind(client, Service.service[method], method);
        const { name } = Service.service[method].responseType.type;
        this[method] = async (request) => {
          called.add(method);
          await ready();
          const answer = await this.ask(method, request);
          for (const one of [answer].flat()) assertMaySee(root, role, organisation, name, one);
          return answer;
        };
      }
    }
  }

  // Without being noted in `called`.
  ask(method, request) {
    return this.calls[method](request);
  }

  bind(client, { requestStream, responseStream }, method) {
    const options = () => ({ deadline: Date.now() + 30_000 });
    if (requestStream && responseStream) {
      return (messages) =>
        new Promise((resolve, reject) => {
          const responses = [];
          const call = client[method](this.metadata, options());
          call.on('data', (response) => responses.push(response));
          call.on('end', () => resolve(responses));
          call.on('error', reject);
          for (const message of messages) call.write(message);
          call.end();
        });
    }
    if (requestStream) {
      return (messages) =>
        new Promise((resolve, reject) => {
          const call = client[method](this.metadata, options(), (error, response) =>
            error ? reject(error) : resolve(response),
          );
          for (const message of messages) call.write(message);
          call.end();
        });
    }
    if (responseStream) {
      return (request) =>
        new Promise((resolve, reject) => {
          const responses = [];
          const call = client[method](request, this.metadata, options());
          call.on('data', (response) => responses.push(response));
          call.on('end', () => resolve(responses));
          call.on('error', reject);
        });
    }
    return (request) =>
      new Promise((resolve, reject) => {
        client[method](request, this.metadata, options(), (error, response) =>
          error ? reject(error) : resolve(response),
        );
      });
  }

  close() {
    for (const client of this.clients) client.close();
  }
}

const details = new protobuf.Root();
details.resolvePath = (_, target) =>
  target.startsWith('google/') ? target : join(root, 'proto', target);
details.loadSync('throughgate/v1/error_details.proto');
const decode = (name, bytes) => details.lookupType(`throughgate.v1.${name}`).decode(bytes);

// The google.rpc details of an error: its machine-readable reason, and the fields at fault.
export function detailsOf(error) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  const found = { reason: undefined, metadata: {}, fields: [] };
  for (const { type_url: typeUrl, value } of decode('Status', bytes).details) {
    if (typeUrl === 'type.googleapis.com/google.rpc.ErrorInfo') {
      const { reason, metadata } = decode('ErrorInfo', value);
      Object.assign(found, { reason, metadata });
    }
    if (typeUrl === 'type.googleapis.com/google.rpc.BadRequest') {
      found.fields = decode('BadRequest', value).fieldViolations.map(({ field }) => field);
    }
  }
  return found;
}

// The rows of a sample file.
export function sample(name) {
  return readFileSync(join(root, 'deploy/sample', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

// The messages of an import stream: a header, then all rows in batches.
export function importStream(header, rows, batchSize = 100) {
  const messages = [{ header }];
  for (let at = 0; at < rows.length; at += batchSize) {
    messages.push({
      batch: { rows: rows.slice(at, at + batchSize).map((row, i) => ({ row: at + i + 1, ...row })) },
    });
  }
  return messages;
}

// Loads the whole sample region, each part by the role that would.
export async function loadSample(server) {
  const engagement = server.as('engagement', 'redrose-engagement');
  const broker = server.as('broker', 'northwest-brokers');
  const probation = server.as('probation', 'northwest-probation');
  await engagement.ImportTaxonomy([
    { taxonomy: 'sample-1', concepts: sample('taxonomy.jsonl') },
  ]);
  await engagement.ImportGazetteer([
    { gazetteer: 'sample-1', districts: sample('gazetteer.jsonl') },
  ]);
  await probation.ImportPremises([{ layer: 'sample-1', premises: sample('premises.jsonl') }]);
  const imports = {
    employers: await engagement.ImportEmployers(
      importStream({ importId: 'employers' }, sample('employers.jsonl')),
    ),
    vacancies: await engagement.ImportVacancies(
      importStream({ header: { importId: 'vacancies' }, feed: 'sample' }, sample('vacancies.jsonl')),
    ),
    candidates: await broker.ImportCandidates(
      importStream({ importId: 'candidates' }, sample('candidates.jsonl')),
    ),
  };
  // Probation calls them as the broker does.
  for (const { candidate } of sample('candidates.jsonl')) {
    const { code } = await broker.CreateLinkCode({ candidate: candidate.name });
    await probation.LinkCandidate({ code, reference: candidate.name.split('/')[1] });
  }
  imports.plans = await probation.ImportRiskPlans(
    importStream({ importId: 'plans' }, sample('risk-plans.jsonl')),
  );
  return { engagement, broker, probation, imports };
}

// The day of the sample data.
export const asOf = { seconds: Date.parse('2022-11-26T12:00:00Z') / 1000 };
