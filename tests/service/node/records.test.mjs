// Registering, changing and refusing records, as client programs do it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import grpc from '@grpc/grpc-js';
import { detailsOf, loadSample, Server } from './throughgate.mjs';

let server, engagement, broker, probation;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
});

const failure = async (promise) => {
  const error = await promise.then(
    () => assert.fail('was accepted'),
    (e) => e,
  );
  return { code: error.code, message: error.details, ...detailsOf(error) };
};

test('a vacancy is registered, changed, closed, and seen at once', async () => {
  await engagement.CreateEmployer({ employerId: 'canal-cafe', employer: { displayName: 'Canal Café' } });
  await engagement.CreateSite({
    parent: 'employers/canal-cafe',
    siteId: 'lock-92',
    site: {
      displayName: 'Lock 92',
      position: { latitude: 53.474, longitude: -2.25, uncertaintyM: 20 },
    },
  });
  const { vacancy, revision } = await engagement.CreateVacancy({
    parent: 'employers/canal-cafe',
    vacancyId: 'cook',
    vacancy: {
      title: 'Cook',
      kind: 'VACANCY_KIND_JOB',
      siteMode: 'SITE_MODE_CHOOSE_ONE',
      sites: ['employers/canal-cafe/sites/lock-92'],
      occupations: [{ code: 'occupation/cook' }],
      skills: [{ code: 'skill/cook-meals', essential: true }],
    },
  });
  assert.equal(vacancy.state, 'VACANCY_STATE_OPEN');
  const ask = (atLeast) =>
    broker.FindVacancies({ candidate: 'candidates/heron', pageSize: 1000, readPoint: { atLeast } });
  const names = async (atLeast) => (await ask(atLeast)).matches.map((match) => match.vacancy);
  assert.ok((await names(revision)).includes(vacancy.name));

  const updated = await engagement.UpdateVacancy({
    vacancy: { name: vacancy.name, title: 'Head cook', etag: vacancy.etag },
    updateMask: { paths: ['title'] },
  });
  assert.equal(updated.vacancy.title, 'Head cook');
  assert.deepEqual(updated.vacancy.sites, vacancy.sites);
  assert.notEqual(updated.vacancy.etag, vacancy.etag);
  const stale = await failure(
    engagement.UpdateVacancy({
      vacancy: { name: vacancy.name, title: 'Chef', etag: vacancy.etag },
      updateMask: { paths: ['title'] },
    }),
  );
  assert.equal(stale.code, grpc.status.ABORTED);
  assert.equal(stale.reason, 'ETAG_MISMATCH');

  const closed = await engagement.CloseVacancy({ name: vacancy.name });
  assert.ok(!(await names(closed.revision)).includes(vacancy.name));
});

test('a request id makes a retry safe and another use of it refused', async () => {
  const request = { employerId: 'twice', employer: { displayName: 'Twice' }, requestId: 'request-0001' };
  const first = await engagement.CreateEmployer(request);
  const second = await engagement.CreateEmployer(request);
  assert.deepEqual(second, first);
  const other = await failure(
    engagement.CreateEmployer({ ...request, employer: { displayName: 'Thrice' } }),
  );
  assert.equal(other.reason, 'REQUEST_ID_REUSED');
});

test('validate_only checks and writes nothing', async () => {
  await engagement.CreateEmployer({
    employerId: 'maybe',
    employer: { displayName: 'Maybe' },
    validateOnly: true,
  });
  const missing = await failure(engagement.GetEmployer({ name: 'employers/maybe' }));
  assert.equal(missing.reason, 'RESOURCE_NOT_FOUND');
});

test('what is wrong with a request is said field by field', async () => {
  const wrong = await failure(
    engagement.CreateVacancy({
      parent: 'employers/greenways',
      vacancyId: 'wrong',
      vacancy: {
        kind: 'VACANCY_KIND_JOB',
        siteMode: 'SITE_MODE_CHOOSE_ONE',
        sites: ['employers/greenways/sites/wythenshawe'],
        shifts: { windows: [{ days: ['WEEKDAY_MONDAY'], start: '25:00', end: '06:00' }] },
        skills: [{ code: 'skill/astrology' }],
      },
    }),
  );
  assert.equal(wrong.code, grpc.status.INVALID_ARGUMENT);
  assert.deepEqual(
    new Set(wrong.fields),
    new Set(['vacancy.title', 'vacancy.shifts.windows[0].start', 'vacancy.skills[0].code']),
  );
});

test('a zone that crosses itself is refused by ring and vertex', async () => {
  const vertices = [
    [53.4, -2.3], [53.5, -2.2], [53.5, -2.3], [53.4, -2.2], [53.4, -2.3],
  ].map(([latitude, longitude]) => ({ latitude, longitude }));
  const wrong = await failure(
    probation.SetRiskPlan({
      riskPlan: {
        name: 'candidates/wren/riskPlan',
        supervision: 'SUPERVISION_ON_LICENCE',
        reviewedOn: { year: 2026, month: 10, day: 1 },
        zones: [
          { zoneId: 'bow', kind: 'ZONE_KIND_EXCLUSION', area: { polygons: [{ rings: [{ vertices }] }] } },
        ],
      },
    }),
  );
  assert.equal(wrong.reason, 'FIELD_INVALID');
  assert.match(wrong.fields[0], /^risk_plan\.zones\[0\]/);
});

test('values that could identify a person are refused and never repeated', async () => {
  for (const [field, value] of [
    ['candidateId', 'a1234bc'],
    ['releaseArea', 'M13 9PL'],
  ]) {
    const request = {
      candidate: { releaseArea: 'M13', reachM: 1000, travelMode: 'TRAVEL_MODE_WALK' },
    };
    if (field === 'candidateId') request.candidateId = value;
    else request.candidate[field] = value;
    const refused = await failure(broker.CreateCandidate(request));
    assert.equal(refused.reason, 'PERSONAL_DATA_REFUSED');
    assert.ok(!JSON.stringify(refused).toLowerCase().includes(value.toLowerCase()));
  }
});

test('a role that may not call a method is told so, and a nameless caller nothing else', async () => {
  const refused = await failure(broker.GetRiskPlan({ name: 'candidates/heron/riskPlan' }));
  assert.equal(refused.code, grpc.status.PERMISSION_DENIED);
  assert.equal(refused.reason, 'ROLE_NOT_PERMITTED');
  const nameless = server.as(undefined, undefined);
  const unknown = await failure(nameless.ListEmployers({}));
  assert.equal(unknown.code, grpc.status.UNAUTHENTICATED);
  nameless.close();
});

test('lists come in pages of one revision', async () => {
  let page = await engagement.ListVacancies({ parent: 'employers/-', pageSize: 7 });
  const first = page.revision;
  const names = page.vacancies.map(({ name }) => name);
  while (page.nextPageToken) {
    page = await engagement.ListVacancies({
      parent: 'employers/-',
      pageSize: 7,
      pageToken: page.nextPageToken,
    });
    assert.equal(page.revision, first);
    names.push(...page.vacancies.map(({ name }) => name));
  }
  assert.deepEqual(names, [...names].sort());
  assert.ok(names.length > 35);
});

test('slots are data of their vacancy', async () => {
  const parent = 'employers/gate-works/vacancies/work-trial-kirkham';
  const { slots } = await engagement.ListWorkTrialSlots({ parent });
  assert.equal(slots.length, 1);
  assert.equal(slots[0].windows.length, 10);
  const { slot } = await engagement.CancelWorkTrialSlot({ name: slots[0].name });
  assert.equal(slot.state, 'SLOT_STATE_CANCELLED');
});

test('importing the same rows again writes nothing', async () => {
  const before = (await engagement.ListEmployers({ pageSize: 1 })).revision;
  const rows = [{ row: 1, employer: { name: 'employers/greenways', displayName: 'Greenways Grounds Care (invented)', sector: 'EMPLOYER_SECTOR_AGRICULTURE' } }];
  const { employer } = await engagement.GetEmployer({ name: 'employers/greenways' });
  rows[0].employer.pledges = employer.pledges;
  const responses = await engagement.ImportEmployers([
    { header: { importId: 'again', dryRun: true } },
    { batch: { rows } },
  ]);
  assert.equal(responses.at(-1).progress.unchanged, '1');
  assert.equal((await engagement.ListEmployers({ pageSize: 1 })).revision, before);
});

test('concepts are found by label', async () => {
  const { concepts } = await broker.FindConcepts({ text: 'forklift' });
  assert.ok(concepts.some(({ code }) => code === 'occupation/forklift-driver'));
  const loaded = await broker.GetReferenceData({});
  assert.equal(loaded.taxonomy, 'sample-1');
});

test('everything survives a kill and a restart, with the same answers', async () => {
  const ask = () =>
    broker.FindVacancies({
      candidate: 'candidates/heron',
      pageSize: 100,
      rowView: 'ROW_VIEW_FULL_ROWS',
      readPoint: { asOf: { seconds: 1795262400 } },
    });
  const before = await ask();
  await server.end('SIGKILL');
  await server.run();
  assert.deepEqual(await ask(), before);
});

test('the server stops when told to, with status 0', async () => {
  const other = await Server.start();
  assert.equal(await other.end('SIGTERM'), 0);
});
