// Breaks the rules, the search and the promises one at a time and sees that a test fails each time:
// tests/mutants/run [word …].
// With words, only the mutants in whose description all of them stand.
//
// Works in a copy of the tree, build/mutants, and builds only what the tests need.
// Exits 1 when a mutant survives, when one cannot be planted, or when a rule has fewer than two.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const copy = join(root, 'build', 'mutants', 'tree');
const build = join(copy, 'build', 'release');
const words = process.argv.slice(2);
const mutantsMin = 2;

// The tests that are to notice, the most likely first, and where they are built.
const tests = [
  ['verdict_differential_test', 'tests/oracle'],
  ['geo_test', 'matcher/geo'],
  ['matcher_index_test', 'matcher/index'],
  ['rules_test', 'matcher/rules'],
  ['matcher_rank_test', 'matcher/rank'],
  ['model_test', 'matcher/model'],
  ['scenario_test', 'tests/scenario'],
];
const searchTests = [
  ['matcher_rank_test', 'matcher/rank'],
  ['matcher_index_test', 'matcher/index'],
  ['geo_test', 'matcher/geo'],
  ['search_bounds_test', 'tests/property'],
  ['search_exactness_test', 'tests/property'],
];
const propertyTests = [
  ['format_property_test', 'tests/property'],
  ['matcher_catalogue_test', 'tests/property'],
  ['matcher_points_test', 'tests/property'],
  ['matcher_strictness_test', 'tests/property'],
  ['matcher_views_test', 'tests/property'],
];
const testsFor = (mutant) => {
  if (mutant.rule === 'search') return searchTests;
  if (mutant.rule === 'property') return propertyTests.filter(([name]) => name === mutant.test);
  return tests;
};

const readMutants = () =>
  readFileSync(join(root, 'tests/mutants/mutants.txt'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .split(/\n\n+/)
    .filter((block) => block.trim())
    .map((block) =>
      Object.fromEntries(block.trim().split('\n').map((line) => line.match(/^(\w+)\s+(.*)$/).slice(1))));

// A file that is the same keeps its date, so that nothing is built for it.
const copyTree = () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const file of files.filter((name) => existsSync(join(root, name)))) {
    const to = join(copy, file);
    if (existsSync(to) && readFileSync(to).equals(readFileSync(join(root, file)))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(root, file), to);
  }
};

const builds = (test) =>
  spawnSync(join(copy, 'deploy/build'), ['release', test], { encoding: 'utf8' });

const passes = ([test, folder]) => {
  const built = builds(test);
  if (built.status !== 0) throw new Error(`${test} does not build:\n${built.stdout}${built.stderr}`);
  return spawnSync(join(build, folder, test), ['--gtest_fail_fast'], { stdio: 'ignore' }).status === 0;
};

// The test that notices, or undefined.
const noticedBy = (mutant) => {
  const file = join(copy, mutant.in);
  const whole = readFileSync(file, 'utf8');
  if (whole.split(mutant.from).length !== 2) throw new Error(`not there just once: ${mutant.from}`);
  try {
    writeFileSync(file, whole.replace(mutant.from, () => mutant.to ?? ''));
    return testsFor(mutant).find((test) => !passes(test))?.[0];
  } finally {
    writeFileSync(file, whole);
  }
};

const rulesOfThePage = () =>
  [...readFileSync(join(root, 'RULES.md'), 'utf8').matchAll(/^## (.*)$/gm)].map((match) => match[1]);

const row = (...cells) =>
  console.log(`| ${cells[0].padEnd(18)} | ${cells[1].padEnd(78)} | ${cells[2].padEnd(26)} |`);

const mutants = readMutants();
let failed = 0;
for (const rule of rulesOfThePage()) {
  const count = mutants.filter((mutant) => mutant.rule === rule).length;
  if (count >= mutantsMin) continue;
  console.error(`${rule} has ${count} mutants; ${mutantsMin} are the least`);
  ++failed;
}

const chosen = mutants.filter((mutant) =>
  words.every((word) => `${mutant.rule} ${mutant.breaks}`.includes(word)));

copyTree();
for (const test of new Set(chosen.flatMap(testsFor))) {
  if (!passes(test)) throw new Error(`${test[0]} fails before anything is broken`);
}
row('rule', 'what is broken', 'noticed by');
row('---', '---', '---');
for (const mutant of chosen) {
  let test;
  try {
    test = noticedBy(mutant);
  } catch (error) {
    console.error(`${mutant.rule}, ${mutant.breaks}: ${error.message}`);
  }
  row(mutant.rule, mutant.breaks, test ?? 'NOBODY');
  failed += test ? 0 : 1;
}
console.log(`${chosen.length} mutants, ${failed ? `${failed} failures` : 'each noticed'}`);
process.exit(failed ? 1 : 0);
