// Probation approves work, keeps people apart and chooses what to disclose, through a client made
// from the .proto files; a broker sees what was chosen and nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asOf, detailsOf, loadSample, root, Server } from './throughgate.mjs';

const command = process.env.THROUGHGATE ?? join(root, 'build/release/services/cli/throughgate');

let server, engagement, broker, probation;
before(async () => {
  server = await Server.start();
  ({ engagement, broker, probation } = await loadSample(server));
});
after(async () => {
  for (const caller of [engagement, broker, probation]) caller?.close();
  await server?.stop();
});

const plan = 'candidates/heron/riskPlan';
const effects = 'candidates/heron/sharedEffects';
const readPoint = { asOf };
const find = (caller, more = {}) =>
  caller.FindVacancies({ candidate: 'candidates/heron', readPoint, pageSize: 1000, rowView: 'ROW_VIEW_FULL_ROWS', ...more });
const names = ({ matches }) => matches.map(({ vacancy }) => vacancy);
const withoutRevision = ({ basis, ...rest }) => JSON.stringify({ ...rest, view: basis.view });

test('an approval of a type of work is told to probation and to nobody else', async () => {
  const { matches } = await find(probation, { rowView: 'ROW_VIEW_FULL_ROWS' });
  const [{ vacancy }] = matches;
  const explain = async (caller) =>
    (await caller.ExplainMatch({ candidate: 'candidates/heron', vacancy, readPoint })).match.findings;
  const shared = await explain(broker);
  const today = new Date();
  const { riskPlan } = await probation.SetWorkApproval({
    name: plan,
    workApproval: {
      workApprovalId: 'this-one',
      vacancy,
      conditions: 'Not before the induction.',
      validTo: { year: today.getFullYear() + 1, month: today.getMonth() + 1, day: 1 },
    },
  });
  assert.equal(riskPlan.workApprovals.length, 1);
  assert.ok((await explain(probation)).some(({ rule }) => rule === 'work-approval'));
  assert.deepEqual(await explain(broker), shared);
});

test('an approval of nothing, or for ever, names its fields', async () => {
  const error = await probation
    .SetWorkApproval({ name: plan, workApproval: { workApprovalId: 'x' } })
    .catch((e) => e);
  assert.deepEqual(detailsOf(error).fields.sort(), [
    'work_approval.occupations',
    'work_approval.valid_to',
  ]);
});

test('the names in a no-contact entry are never given back', async () => {
  const before = await find(broker);
  const { riskPlan } = await probation.GetRiskPlan({ name: plan });
  const employer = names(await find(probation))[0].split('/').slice(0, 2).join('/');
  riskPlan.noContact = [
    { noContactId: 'somebody', kind: 'NO_CONTACT_KIND_VICTIM', employers: [employer] },
  ];
  const set = await probation.SetRiskPlan({ riskPlan });
  assert.ok(!JSON.stringify(set.riskPlan.noContact).includes(employer));
  assert.ok(names(await find(probation)).every((name) => !name.startsWith(`${employer}/`)));
  assert.equal(withoutRevision(await find(broker)), withoutRevision(before));
  const again = await probation.SetRiskPlan({ riskPlan: set.riskPlan });
  assert.deepEqual(again.riskPlan.noContact, set.riskPlan.noContact);
});

test('a name of nobody, or of another service, is refused', async () => {
  const { riskPlan } = await probation.GetRiskPlan({ name: plan });
  riskPlan.noContact.push({
    noContactId: 'elsewhere',
    kind: 'NO_CONTACT_KIND_VICTIM',
    employers: ['employers/nobody'],
    names: ['A'.repeat(22)],
  });
  const error = await probation.SetRiskPlan({ riskPlan }).catch((e) => e);
  assert.deepEqual(detailsOf(error).fields.sort(), [
    'risk_plan.no_contact[1].employers[0]',
    'risk_plan.no_contact[1].names[0]',
  ]);
});

test('an approval is withdrawn by a day that is past', async () => {
  const end = { workApprovalId: 'this-one', validTo: { year: 2022, month: 1, day: 1 } };
  const { riskPlan } = await probation.SetWorkApproval({ name: plan, workApproval: end });
  const [approval] = riskPlan.workApprovals;
  assert.equal(approval.conditions, 'Not before the induction.');
  assert.deepEqual(approval.validTo, end.validTo);
});

test('a broker sees what was previewed, once it is shared', async () => {
  const { suggestions } = await probation.SuggestSharedEffects({ name: effects });
  assert.ok(suggestions.length > 2);
  const area = suggestions.find(({ effects: { areas } }) => areas.length > 0).effects;
  const before = await find(broker);
  const { brokerAnswer } = await probation.PreviewSharedEffects({
    sharedEffects: area,
    pageSize: 1000,
    readPoint,
  });
  assert.ok(brokerAnswer.matches.length < before.matches.length);
  assert.equal(withoutRevision(await find(broker)), withoutRevision(before));

  const { sharedEffects } = await probation.SetSharedEffects({ sharedEffects: area });
  assert.ok(sharedEffects.areas[0].disc.radiusM > 2000);
  assert.equal(withoutRevision(await find(broker)), withoutRevision(brokerAnswer));
  const hidden = names(before).find((name) => !names(brokerAnswer).includes(name));
  const { match } = await broker.ExplainMatch({
    candidate: 'candidates/heron',
    vacancy: hidden,
    readPoint,
  });
  assert.equal(match.proposal, 'PROPOSAL_NOT_AVAILABLE');
  const said = match.findings.find(({ rule }) => rule === 'shared-effects');
  assert.equal(said.reason, 'NOT_TO_BE_PROPOSED');
  assert.equal(said.subject, '');

  const stale = await probation.SetSharedEffects({ sharedEffects: area }).catch((e) => e);
  assert.deepEqual(detailsOf(stale).fields, ['shared_effects.etag']);
});

test('what the plan no longer speaks for is told, and can be taken back', async () => {
  const { outdated } = await probation.GetSharedEffects({ name: effects });
  assert.equal(outdated, null);
  const { riskPlan } = await probation.GetRiskPlan({ name: plan });
  const { zones } = riskPlan;
  riskPlan.zones = [];
  riskPlan.permissions = [];
  await probation.SetRiskPlan({ riskPlan });
  const shown = await probation.GetSharedEffects({ name: effects });
  assert.deepEqual(
    shown.outdated.areas.map(({ zoneId }) => zones.some((zone) => zone.zoneId === zoneId)),
    [true],
  );
  const { sharedEffects } = await probation.SetSharedEffects({
    sharedEffects: { name: effects, etag: shown.sharedEffects.etag },
  });
  assert.deepEqual(sharedEffects.areas, []);
});

test('whatever bars work is suggested, shared by its name, and told once it is lifted', async () => {
  const run = (...words) =>
    spawnSync(command, [
      ...server.commandLine('probation', 'northwest-probation'), 'risk-plans', ...words,
    ], { encoding: 'utf8' });
  const name = 'candidates/siskin/riskPlan';
  const { riskPlan: before } = await probation.GetRiskPlan({ name });
  assert.match(run('suggest', 'siskin').stdout, /Nothing of the plan can be disclosed/);
  const { riskPlan: barred } = await probation.SetRiskPlan({
    riskPlan: {
      ...before,
      contactLimits: [
        { group: 'CONTACT_GROUP_CHILDREN', from: 'CONTACT_DEGREE_UNSUPERVISED', effect: 'WORK_LIMIT_EFFECT_BARRED' },
      ],
      barredLists: { children: 'KNOWN_YES', adults: 'KNOWN_NO' },
      vehicleLimits: [{ vehicleLimitId: 'all', effect: 'WORK_LIMIT_EFFECT_BARRED' }],
      premisesLimits: [
        { premisesLimitId: 'pubs', kinds: ['PREMISES_KIND_DRINKING_PLACE'], effect: 'WORK_LIMIT_EFFECT_BARRED' },
      ],
    },
  });
  const suggested = run('suggest', 'siskin').stdout;
  for (const attribute of ['children', 'driving', 'licensed-premises']) {
    assert.match(suggested, new RegExp(`^--attribute ${attribute}$`, 'm'));
  }
  assert.match(suggested, /the plan bars only contact that nobody supervises, and regulated activity\./);
  const shared = run('share', 'siskin', '--attribute', 'driving', '--attribute', 'children');
  assert.equal(shared.status, 0, shared.stderr);
  const disclosed = () => probation.GetSharedEffects({ name: 'candidates/siskin/sharedEffects' });
  assert.equal((await disclosed()).outdated, null);
  await probation.SetRiskPlan({ riskPlan: { ...barred, vehicleLimits: [] } });
  assert.deepEqual((await disclosed()).outdated.attributes, ['WORK_ATTRIBUTE_DRIVING']);
  assert.equal(run('share', 'siskin', '--nothing').status, 0);
});

test('a vacancy is approved by its short name', async () => {
  const [vacancy] = names(await find(probation));
  const [, employer, , id] = vacancy.split('/');
  const approve = (text) =>
    spawnSync(command, [
      ...server.commandLine('probation', 'northwest-probation'),
      'risk-plans', 'approve', 'heron', '--id', 'short', '--vacancy', text, '--until', `${new Date().getFullYear() + 1}-01-01`,
    ], { encoding: 'utf8' });
  const approved = approve(`${employer}/${id}`);
  assert.equal(approved.status, 0, approved.stderr);
  const { workApprovals } = (await probation.GetRiskPlan({ name: plan })).riskPlan;
  assert.ok(workApprovals.some(({ workApprovalId, vacancy: of }) => workApprovalId === 'short' && of === vacancy));
  const wrong = approve('only-one-part');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /ID\/ID/);
});

test('a broker may not ask what could be disclosed', async () => {
  const error = await broker.SuggestSharedEffects({ name: effects }).catch((e) => e);
  assert.equal(error.code, 7);
});
