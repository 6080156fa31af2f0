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

test('what the work demands is kept, changed by mask, and refused where it contradicts itself', async () => {
  const demands = {
    attributesPresent: ['WORK_ATTRIBUTE_DRIVING', 'WORK_ATTRIBUTE_CASH', 'WORK_ATTRIBUTE_STOCK'],
    attributesAbsent: ['WORK_ATTRIBUTE_CHILDREN'],
    attributesAvoidable: ['WORK_ATTRIBUTE_DRIVING'],
    role: {
      children: 'CONTACT_DEGREE_INCIDENTAL',
      regulatedWithChildren: 'KNOWN_NO',
      regulatedWithAdults: 'KNOWN_NO',
      vehicles: ['VEHICLE_TYPE_VAN'],
      cashHandledPounds: 0,
      dbsLevel: 'DBS_LEVEL_BASIC',
      exempt: 'KNOWN_NO',
      disclosureStage: 'DISCLOSURE_STAGE_AFTER_OFFER',
      offencePolicy: 'OFFENCE_POLICY_LISTED',
      excludedOffences: ['OFFENCE_CATEGORY_FRAUD'],
      caseByCaseOffences: ['OFFENCE_CATEGORY_THEFT'],
    },
  };
  const request = {
    parent: 'employers/greenways',
    vacancyId: 'plant-sales',
    vacancy: {
      title: 'Plant sales',
      kind: 'VACANCY_KIND_JOB',
      siteMode: 'SITE_MODE_CHOOSE_ONE',
      sites: ['employers/greenways/sites/wythenshawe'],
      ...demands,
    },
  };
  const { vacancy } = await engagement.CreateVacancy(request);
  const { name } = vacancy;
  const stored = async () => (await broker.GetVacancy({ name })).vacancy;
  assert.deepEqual(await stored(), vacancy);
  for (const [field, value] of Object.entries(demands.role)) {
    assert.deepEqual(vacancy.role[field], value);
  }
  assert.deepEqual(vacancy.attributesAvoidable, demands.attributesAvoidable);

  const update = (changes) =>
    engagement.UpdateVacancy({
      vacancy: { name, ...changes },
      updateMask: { paths: Object.keys(changes).map((key) => key.replace('Avoidable', '_avoidable')) },
    });
  await update({ attributesAvoidable: ['WORK_ATTRIBUTE_STOCK'] });
  assert.deepEqual((await stored()).role, vacancy.role);
  await update({ role: { dbsLevel: 'DBS_LEVEL_NONE' } });
  assert.equal((await stored()).role.offencePolicy, 'OFFENCE_POLICY_UNSPECIFIED');
  assert.deepEqual((await stored()).attributesAvoidable, ['WORK_ATTRIBUTE_STOCK']);

  const avoidable = await failure(update({ attributesAvoidable: ['WORK_ATTRIBUTE_KEYS'] }));
  assert.deepEqual(avoidable.fields, ['vacancy.attributes_avoidable']);
  const role = await failure(
    update({ role: { children: 'CONTACT_DEGREE_UNSUPERVISED', offencePolicy: 'OFFENCE_POLICY_LISTED' } }),
  );
  assert.deepEqual(role.fields, ['vacancy.role.offence_policy']);
  const contact = await failure(update({ role: { children: 'CONTACT_DEGREE_UNSUPERVISED' } }));
  assert.equal(contact.reason, 'FIELD_INVALID');
  assert.deepEqual(contact.fields, ['vacancy.role.children']);
});

test('what a licence, a court and a record limit is kept whole, and refused by field', async () => {
  const name = 'candidates/wigeon/riskPlan';
  const limits = {
    tags: [{ kind: 'TAG_KIND_ALCOHOL', endsOn: { year: 2027, month: 1, day: 31 } }],
    contactLimits: [
      {
        group: 'CONTACT_GROUP_CHILDREN',
        from: 'CONTACT_DEGREE_SUPERVISED',
        effect: 'WORK_LIMIT_EFFECT_BARRED',
      },
    ],
    vehicleLimits: [
      {
        vehicleLimitId: 'vans',
        types: ['VEHICLE_TYPE_VAN'],
        windows: [{ days: ['WEEKDAY_FRIDAY'], start: '22:00', end: '06:00' }],
        withinZoneId: 'town',
        effect: 'WORK_LIMIT_EFFECT_NEEDS_APPROVAL',
      },
    ],
    cashLimitPounds: 0,
    barredLists: { children: 'KNOWN_YES', adults: 'KNOWN_NO' },
    offences: [
      { category: 'OFFENCE_CATEGORY_SEXUAL', spentOn: null },
      { category: 'OFFENCE_CATEGORY_THEFT', spentOn: { year: 2024, month: 6, day: 1 } },
    ],
    orders: [
      {
        orderId: 'shpo',
        kind: 'ORDER_KIND_SEXUAL_HARM_PREVENTION',
        barredAttributes: ['WORK_ATTRIBUTE_TEACHING'],
        barredOccupations: ['isco/23'],
        readInFull: true,
        endsOn: null,
      },
    ],
  };
  const plan = {
    name,
    supervision: 'SUPERVISION_ON_LICENCE',
    reviewedOn: { year: 2022, month: 10, day: 1 },
    zones: [
      {
        zoneId: 'town',
        kind: 'ZONE_KIND_EXCLUSION',
        circle: { centre: { latitude: 53.75, longitude: -2.48 }, radiusM: 500 },
      },
    ],
  };
  await probation.SetRiskPlan({ riskPlan: { ...plan, ...limits } });
  const { riskPlan } = await probation.GetRiskPlan({ name });
  for (const [field, value] of Object.entries(limits)) assert.deepEqual(riskPlan[field], value);

  const { etag } = riskPlan;
  const [vehicle] = limits.vehicleLimits;
  const [order] = limits.orders;
  const wrong = await failure(
    probation.SetRiskPlan({
      riskPlan: {
        ...plan,
        etag,
        vehicleLimits: [vehicle, { ...vehicle, withinZoneId: 'village' }],
        cashLimitPounds: -1,
        tags: [{ kind: 'TAG_KIND_CURFEW' }, { kind: 'TAG_KIND_CURFEW' }],
        offences: [{}],
        orders: [{ ...order, barredOccupations: ['isco/23411'] }],
      },
    }),
  );
  assert.equal(wrong.reason, 'FIELD_INVALID');
  assert.deepEqual(
    new Set(wrong.fields),
    new Set([
      'risk_plan.vehicle_limits[1].vehicle_limit_id',
      'risk_plan.vehicle_limits[1].within_zone_id',
      'risk_plan.cash_limit_pounds',
      'risk_plan.tags[1].kind',
      'risk_plan.offences[0].category',
      'risk_plan.orders[0].barred_occupations[0]',
    ]),
  );
  assert.ok(!JSON.stringify(wrong).includes('village'));

  await probation.SetRiskPlan({ riskPlan: { ...plan, etag } });
  const lifted = (await probation.GetRiskPlan({ name })).riskPlan;
  for (const field of Object.keys(limits)) {
    assert.ok(!lifted[field] || lifted[field].length === 0, field);
  }
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
        reviewedOn: { year: 2022, month: 10, day: 1 },
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
