// What the tests need of the outside: the server as a process, and clients made from the .proto
// files by a library that is not ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import { assertMaySee } from './visibility.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const binary = process.env.THROUGHGATED ?? join(root, 'build/release/services/throughgated');

const definition = protoLoader.loadSync(
  ['candidate', 'employer', 'match', 'reference', 'risk_plan', 'vacancy'].map(
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

// A server on loopback with its data in a folder of its own.
export class Server {
  // `launch` makes the words that start it of the program, its folder and its other words.
  static async start(launch = (program, folder, words) => [program, ...words]) {
    const server = new Server();
    server.launch = launch;
    server.data = join(mkdtempSync(join(tmpdir(), 'throughgate-node-')), 'data');
    server.port = await freePort();
    await server.run();
    return server;
  }

  get address() {
    return `127.0.0.1:${this.port}`;
  }

  async run() {
    const words = ['--data', this.data, '--listen', this.address];
    const [program, ...others] = this.launch(binary, dirname(this.data), words);
    this.process = spawn(program, others, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.log = '';
    this.process.stderr.on('data', (chunk) => (this.log += chunk));
    this.exited = once(this.process, 'exit');
    const probe = new grpc.Client(this.address, grpc.credentials.createInsecure());
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
    rmSync(dirname(this.data), { recursive: true, force: true });
  }

  as(role, organisation) {
    return new Caller(this.address, role, organisation);
  }
}

// The methods of all services, and those that this process has called.
export const methods = Object.values(api)
  .filter((Service) => typeof Service === 'function' && Service.service)
  .flatMap((Service) => Object.keys(Service.service));
export const called = new Set();

// Every method of every service as a promise, for one role of one organisation, who must be allowed
// to see all that comes back. Methods that take a stream take an array of messages; methods that
// return one return an array.
class Caller {
  constructor(address, role, organisation) {
    this.metadata = new grpc.Metadata();
    if (role) this.metadata.set('throughgate-role', role);
    if (organisation) this.metadata.set('throughgate-organisation', organisation);
    this.clients = [];
    for (const Service of Object.values(api)) {
      if (typeof Service !== 'function' || !Service.service) continue;
      const client = new Service(address, grpc.credentials.createInsecure());
      this.clients.push(client);
      for (const method of Object.keys(Service.service)) {
        const call = this.bind(client, Service.service[method], method);
        const { name } = Service.service[method].responseType.type;
        this[method] = async (request) => {
          called.add(method);
          const answer = await call(request);
          for (const one of [answer].flat()) assertMaySee(root, role, organisation, name, one);
          return answer;
        };
      }
    }
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
    plans: await probation.ImportRiskPlans(
      importStream({ importId: 'plans' }, sample('risk-plans.jsonl')),
    ),
  };
  return { engagement, broker, probation, imports };
}

// The day of the sample data.
export const asOf = { seconds: Date.parse('2022-11-26T12:00:00Z') / 1000 };
