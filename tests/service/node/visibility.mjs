// What a caller may see, by the visibility that the contract gives each field. The third look at it,
// in another language, by what a library that is not ours makes of the .proto files.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import '@grpc/proto-loader'; // without it protobufjs knows no google/protobuf/descriptor.proto
import protobuf from 'protobufjs';

const files = ['access', 'candidate', 'employer', 'match', 'reference', 'risk_plan', 'vacancy'];
let contract;

function load(root) {
  contract = new protobuf.Root();
  contract.resolvePath = (_, target) =>
    target.startsWith('google/') ? target : join(root, 'proto', target);
  contract.loadSync(files.map((noun) => `throughgate/v1/${noun}_service.proto`));
  contract.resolveAll();
  // Where the library stopped telling of options, everything would pass.
  assert.ok(hidden('VacancyMatch', { verdict: 'VERDICT_REVIEW' }, '').length === 1);
}

const isSet = (field, value) => {
  if (value === undefined || value === null) return false;
  if (field.repeated) return value.length > 0;
  if (field.map) return Object.keys(value).length > 0;
  if (field.resolvedType instanceof protobuf.Enum) return value !== field.resolvedType.valuesById[0];
  return field.resolvedType ? true : !['', '0', 0, false].includes(value);
};

// The paths of what `organisation` may not see.
function hidden(name, message, organisation) {
  const found = [];
  const look = (type, part, path, owned) => {
    // An OWNER text says whose the message is, and so whose its other OWNER fields are.
    const isTheirs = owned || type.fieldsArray.some(
      ({ name, type: kind, options }) =>
        kind === 'string' && options?.['(visibility)'] === 'VISIBILITY_OWNER' &&
        part[name] === organisation,
    );
    for (const field of type.fieldsArray) {
      const value = part[field.name];
      if (!isSet(field, value)) continue;
      const here = `${path}/${field.name}`;
      const visibility = field.options?.['(visibility)'];
      const owns = visibility === 'VISIBILITY_OWNER' && isTheirs;
      if (visibility !== 'VISIBILITY_SHARED' && !owns) found.push(here);
      const within = field.resolvedType;
      if (!(within instanceof protobuf.Type) || within.fullName.startsWith('.google.')) continue;
      for (const one of field.map ? Object.values(value) : [value].flat()) look(within, one, here, owns);
    }
  };
  look(contract.lookupType(`throughgate.v1.${name}`), message, name, false);
  return found;
}

// Throws when somebody of that role and organisation may not see all of `message`, a response of
// the type `name`.
export function assertMaySee(root, role, organisation, name, message) {
  if (!contract) load(root);
  if (role !== 'probation') assert.deepEqual(hidden(name, message, organisation), []);
}
