// Proves the rules: the good document breaks none, each bad one breaks exactly the rule it is named after, and each rule
// of ours has a bad document.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lint = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const run = spawnSync(
  path.join(lint, 'node_modules/.bin/spectral'),
  ['lint', '--quiet', '--format=json', '--ruleset=.spectral.yaml', 'test/good.openapi.yaml', 'test/bad/*.openapi.yaml'],
  { cwd: lint, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
if (run.error || !run.stdout.trim().startsWith('[')) {
  console.error(run.error ?? run.stderr + run.stdout);
  process.exit(2);
}
const results = JSON.parse(run.stdout);

const rules = [...readFileSync(path.join(lint, '.spectral.yaml'), 'utf8').matchAll(/^  (clientele-[a-z-]+):/gm)].map(
  (match) => match[1],
);
const bad = readdirSync(path.join(lint, 'test/bad')).map((file) => file.replace('.openapi.yaml', ''));
const faults = [];
const broken = (file) => [
  ...new Set(results.filter((result) => result.source.endsWith(`/test/${file}.openapi.yaml`)).map((result) => result.code)),
];

if (broken('good').length > 0) {
  faults.push(`the good document breaks ${broken('good').join(', ')}`);
}
for (const rule of rules.filter((name) => !bad.includes(name))) {
  faults.push(`no document in test/bad breaks ${rule}`);
}
for (const name of bad) {
  const seen = broken(`bad/${name}`);
  if (seen.length !== 1 || seen[0] !== name) {
    faults.push(`bad/${name}.openapi.yaml breaks ${seen.join(', ') || 'nothing'}`);
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${rules.length} lint rules, each seen red`);
