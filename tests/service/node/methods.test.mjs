// One story in which a client calls every method of the contract, each for what it is there for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asOf, called, loadSample, methods, Server } from './throughgate.mjs';

const employer = 'employers/mill-kitchen';
const site = `${employer}/sites/ancoats-mill`;
const trial = `${employer}/vacancies/work-trial`;
const candidate = 'candidates/robin';
const riskPlan = `${candidate}/riskPlan`;

let server, engagement, broker, probation;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
});

test('engagement registers an employer and a site, and corrects both', async () => {
  const made = await engagement.CreateEmployer({
    employerId: 'mill-kitchen',
    employer: { displayName: 'Mill Kitchen', pledges: [{ code: 'CP01', state: 'PLEDGE_STATE_DECLARED' }] },
  });
  await engagement.UpdateEmployer({
    employer: { name: employer, sector: 'EMPLOYER_SECTOR_MANUFACTURING', etag: made.employer.etag },
    updateMask: { paths: ['sector'] },
  });
  const read = (await engagement.GetEmployer({ name: employer })).employer;
  assert.equal(read.sector, 'EMPLOYER_SECTOR_MANUFACTURING');
  assert.equal(read.pledges.length, 1);
  const { employers } = await broker.ListEmployers({ pageSize: 1000 });
  assert.ok(employers.some(({ name }) => name === employer));

  const position = { latitude: 53.483, longitude: -2.228, uncertaintyM: 30 };
  await engagement.CreateSite({
    parent: employer, siteId: 'ancoats-mill', site: { displayName: 'Mill', position },
  });
  await engagement.UpdateSite({
    site: { name: site, displayName: 'Ancoats mill' }, updateMask: { paths: ['display_name'] },
  });
  const stored = (await engagement.GetSite({ name: site })).site;
  assert.equal(stored.displayName, 'Ancoats mill');
  assert.equal(stored.position.uncertaintyM, 30);
  assert.equal(stored.verification, 'SITE_VERIFICATION_UNVERIFIED');
  assert.deepEqual((await engagement.ListSites({ parent: employer })).sites, [stored]);

  const now = new Date();
  const verifiedOn = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
  const { site: checked } = await engagement.VerifySite({
    name: site, method: 'SITE_VERIFICATION_METHOD_VISITED', verifiedOn, etag: stored.etag,
  });
  assert.equal(checked.verification, 'SITE_VERIFICATION_VERIFIED');
  assert.deepEqual(checked.verifiedOn, verifiedOn);
  assert.equal(checked.verifiedBy, checked.registeredBy);
  assert.deepEqual((await server.administrator().ListPostingFlags({})).flags, []);
});

test('and offers a work trial with a slot', async () => {
  await engagement.CreateVacancy({
    parent: employer,
    vacancyId: 'work-trial',
    vacancy: {
      title: 'Cook', kind: 'VACANCY_KIND_WORK_TRIAL', siteMode: 'SITE_MODE_CHOOSE_ONE', sites: [site],
      occupations: [{ code: 'occupation/cook' }],
    },
  });
  await engagement.UpdateVacancy({
    vacancy: { name: trial, title: 'Cook, mornings' }, updateMask: { paths: ['title'] },
  });
  assert.equal((await broker.GetVacancy({ name: trial })).vacancy.title, 'Cook, mornings');
  assert.equal((await broker.ListVacancies({ parent: employer })).vacancies.length, 1);

  const { slot } = await engagement.CreateWorkTrialSlot({
    parent: trial,
    slotId: 'january',
    slot: {
      site, capacity: 2, absenceSubType: 'RDR', absenceReason: 'R20',
      windows: [{ date: { year: 2023, month: 1, day: 16 }, start: '08:00', end: '12:00' }],
    },
  });
  assert.deepEqual((await broker.ListWorkTrialSlots({ parent: trial })).slots, [slot]);
});

test('a broker registers a person and widens their reach', async () => {
  const made = await broker.CreateCandidate({
    candidateId: 'robin',
    candidate: {
      releaseArea: 'M4', reachM: 500, travelMode: 'TRAVEL_MODE_WALK',
      occupations: [{ code: 'occupation/cook' }],
    },
  });
  const updated = await broker.UpdateCandidate({
    candidate: { name: candidate, reachM: 9000, etag: made.candidate.etag },
    updateMask: { paths: ['reach_m'] },
  });
  const read = (await broker.GetCandidate({ name: candidate })).candidate;
  assert.deepEqual(read, updated.candidate);
  assert.equal(read.releaseArea, 'M4');
  const { candidates } = await broker.ListCandidates({ pageSize: 1000 });
  assert.ok(candidates.some(({ name }) => name === candidate));
});

test('the broker gives probation a code, who calls the person by a word of its own', async () => {
  const { code } = await broker.CreateLinkCode({ candidate });
  const linked = await probation.LinkCandidate({ code, reference: 'p-17' });
  assert.equal(linked.candidate.name, 'candidates/p-17');
  await probation.SetCandidateReference({ candidate: 'candidates/p-17', reference: 'robin' });
  assert.equal((await probation.GetCandidate({ name: candidate })).candidate.name, candidate);
});

test('an organisation that has nothing more to do with a person ends its link', async () => {
  const others = server.as('broker', 'second-chances');
  const { code } = await broker.CreateLinkCode({ candidate });
  const { candidate: linked } = await others.LinkCandidate({ code });
  assert.notEqual(linked.name, candidate);
  await others.UnlinkCandidate({ candidate: linked.name });
  await assert.rejects(others.GetCandidate({ name: linked.name }), /NOT_FOUND/);
  others.close();
});

test('probation sets a plan, reads it and reviews it', async () => {
  const { riskPlan: made } = await probation.SetRiskPlan({
    riskPlan: {
      name: riskPlan,
      supervision: 'SUPERVISION_ON_LICENCE',
      reviewedOn: { year: 2022, month: 5, day: 1 },
      mappaLevel: 'MAPPA_LEVEL_NOT_APPLICABLE',
    },
  });
  const reviewedOn = { year: 2022, month: 11, day: 1 };
  await probation.ReviewRiskPlan({ name: riskPlan, reviewedOn, etag: made.etag });
  const read = (await probation.GetRiskPlan({ name: riskPlan })).riskPlan;
  assert.deepEqual(read.reviewedOn, reviewedOn);
  assert.equal(read.supervisedBy, 'northwest-probation');
  const { plans } = await probation.ListRiskPlansDue({ withinDays: 366 });
  assert.ok(plans.some(({ name }) => name === riskPlan));
});

test('and approves a type of work, and shares an area after it has seen what a broker would', async () => {
  const name = `${candidate}/sharedEffects`;
  const year = new Date().getFullYear();
  await probation.SetWorkApproval({
    name: riskPlan,
    workApproval: {
      workApprovalId: 'kitchens', occupations: ['isco/51'], validTo: { year: year + 1, month: 1, day: 1 },
    },
  });
  assert.equal((await probation.GetRiskPlan({ name: riskPlan })).riskPlan.workApprovals.length, 1);
  assert.deepEqual((await probation.SuggestSharedEffects({ name })).suggestions, []);
  const sharedEffects = { name, occupations: ['isco/93'] };
  await probation.PreviewSharedEffects({ sharedEffects });
  assert.deepEqual((await probation.GetSharedEffects({ name })).sharedEffects.occupations, []);
  await probation.SetSharedEffects({ sharedEffects });
  assert.deepEqual((await probation.GetSharedEffects({ name })).sharedEffects.occupations, ['isco/93']);
});

test('and loads premises and areas, and a zone by the name of one', async () => {
  const { premises } = await probation.ImportPremises([
    { layer: 'pools', premises: [
      { premisesId: 'pool', kind: 'PREMISES_KIND_SWIMMING_POOL', latitude: 53.6, longitude: -2.4, uncertaintyM: 40 },
    ] },
  ]);
  assert.deepEqual(premises, [{ kind: 'PREMISES_KIND_SWIMMING_POOL', count: 1 }]);
  const corners = [[53.5, -2.3], [53.5, -2.2], [53.6, -2.2], [53.5, -2.3]];
  const vertices = corners.map(([latitude, longitude]) => ({ latitude, longitude }));
  const name = 'local-authority/Somewhere';
  const area = { polygons: [{ rings: [{ vertices }] }] };
  assert.equal((await probation.ImportAreas([{ layer: 'councils', areas: [{ name, area }] }])).areas, 1);
  const zone = { zoneId: 'somewhere', kind: 'ZONE_KIND_EXCLUSION', namedArea: name };
  const { zones } = (await probation.SetZone({ name: riskPlan, zone })).riskPlan;
  assert.deepEqual(zones[0].area, area);
});

test('they are matched both ways, together and one by one, and explained', async () => {
  const readPoint = { asOf };
  const { matches } = await broker.FindVacancies({ candidate, readPoint });
  assert.ok(matches.some(({ vacancy }) => vacancy === trial));
  const found = await broker.FindCandidates({ vacancy: trial, readPoint });
  assert.ok(found.matches.some((match) => match.candidate === candidate));
  const [row] = await broker.FindVacanciesBatch({ candidates: [candidate], readPoint });
  assert.deepEqual(row.matches, matches);
  const { match } = await probation.ExplainMatch({ candidate, vacancy: trial, readPoint });
  assert.equal(match.verdict, 'VERDICT_REVIEW');
  assert.ok(match.findings.some(({ reason }) => reason === 'ROSH_UNKNOWN'));
  const { concepts } = await broker.FindConcepts({ text: 'cook' });
  assert.ok(concepts.some(({ code }) => code === 'occupation/cook'));
  assert.equal((await broker.GetReferenceData({})).gazetteer, 'sample-1');
});

test('until the slot is cancelled and the vacancy closed', async () => {
  await engagement.CancelWorkTrialSlot({ name: `${trial}/slots/january` });
  const { slots } = await broker.ListWorkTrialSlots({ parent: trial });
  assert.equal(slots[0].state, 'SLOT_STATE_CANCELLED');
  await engagement.CloseVacancy({ name: trial });
  const { matches } = await broker.FindVacancies({ candidate, readPoint: { asOf }, pageSize: 1000 });
  assert.ok(!matches.some(({ vacancy }) => vacancy === trial));
});

test('an administrator registers an organisation, and looks after who may do what in it', async () => {
  const administrator = server.administrator();
  const organisation = 'organisations/custody-north';
  const until = { seconds: Math.floor(Date.now() / 1000) + 24 * 3600 };
  const made = await administrator.CreateOrganisation({
    organisationId: 'custody-north',
    organisation: { displayName: 'Custody', roles: ['GRANT_ROLE_CUSTODY'] },
  });
  await administrator.UpdateOrganisation({
    organisation: { name: organisation, displayName: 'Custody North', etag: made.organisation.etag },
    updateMask: { paths: ['display_name'] },
  });
  const { organisation: read } = await administrator.GetOrganisation({ name: organisation });
  assert.equal(read.displayName, 'Custody North');
  const { organisations } = await administrator.ListOrganisations({ pageSize: 1000 });
  assert.ok(organisations.some(({ name }) => name === organisation));

  const give = (subject, caseload) =>
    administrator.CreateGrant({
      parent: organisation, grantId: subject,
      grant: { subject, role: 'GRANT_ROLE_CUSTODY', caseload, until },
    });
  await give('kit', 'wing-a');
  await give('lee', 'wing-b');
  const kit = server.caller({ token: server.key.token('kit') });
  assert.deepEqual((await kit.GetCaller({})).grants.map(({ caseload }) => caseload), ['wing-a']);
  const { grant } = await kit.CoverCaseload({
    parent: organisation, caseload: 'wing-a', subject: 'lee', role: 'GRANT_ROLE_CUSTODY', until,
  });
  kit.close();
  assert.deepEqual((await administrator.GetGrant({ name: grant.name })).grant, grant);
  await administrator.RevokeGrant({ name: grant.name });
  const { grants } = await administrator.ListGrants({ parent: organisation });
  assert.deepEqual(grants.map(({ subject }) => subject), ['kit', 'lee']);
  administrator.close();
});

test('no method of the contract was left out', () => {
  assert.deepEqual(methods.filter((method) => !called.has(method)), []);
});
