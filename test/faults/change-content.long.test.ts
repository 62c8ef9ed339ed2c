// Commands that change files of the content are killed at their changes of the disk. The next command that changes files
// undoes what they have begun, and does its own work.
// `STELE_KILLS=100 npm run test:long -- test/faults/change-content` kills them at each call.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import { writeFaultSite } from './fault-site.ts';
import { differences, runWithFault, stateOf } from './run-with-fault.ts';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
  makeSite();
});
afterEach(() => removeFolder(root));

/** The fault site, with the description `door.id` on three pages. */
function makeSite(): void {
  removeFolder(join(root, 'content'));
  removeFolder(join(root, 'node_modules'));
  writeFaultSite(root);
  for (const name of ['gate', 'wall']) {
    const use = ['js', 'curl'].map(
      (language) =>
        `  ${language}:\n    - key: ${name}\n      id: ${name}\n      title: ${name}\n      properties:\n` +
        '        - key: id\n          type: string\n          description: (door.id)\n',
    );
    writeFileSync(join(root, `content/reference/${name}.mdx`), `---\ntitle: ${name}\nreference:\n${use.join('')}---\n`);
  }
}

const content = (): ReadonlyMap<string, string> => stateOf(join(root, 'content'));
const temporary = (): readonly string[] =>
  (readdirSync(join(root, 'content'), { recursive: true }) as string[]).filter((path) => /(?:^|\/)\./.test(path));

const commands: readonly (readonly string[])[] = [
  ['rename', 'door.id', 'door.identifier'],
  ['new', 'page', 'guides/window/open'],
];

const most = Number(env['STELE_KILLS'] ?? 5);

test.each(commands)('stele %s, killed, is undone by the next command', { timeout: 20 * 60_000 }, async (...args) => {
  const before = content();
  const fault = { folder: 'content', operation: 'change', code: 'SIGKILL' } as const;
  const counted = await runWithFault(root, args, { ...fault, call: 10_000 });
  expect(counted.code, counted.stderr).toBe(0);
  const after = content();
  const kinds = ['writeFile', 'rename', 'link', 'mkdir', 'chmod', 'rm', 'rmdir'];
  const calls = kinds.reduce((sum, kind) => sum + (counted.counts.get(`content ${kind}`) ?? 0), 0);
  expect(differences(before, after).length).toBeGreaterThan(1);
  const count = Math.min(most, calls);
  let [undone, told] = [0, 0];
  for (let i = 0; i < count; i++) {
    makeSite();
    const call = 1 + Math.round((i * (calls - 1)) / (count - 1));
    const { code, failed } = await runWithFault(root, args, { ...fault, call });
    // `chmod` is not among the calls that fail, so that the last calls do not exist.
    if (failed === undefined) continue;
    expect(code).toBe('SIGKILL');
    const check = await runWarm(['check'], { cwd: root });
    expect(check.stderr).not.toContain('bug in Stele');
    // A kill between the two moves leaves placeholders without a description.
    if (check.code === 1) {
      expect(check.stderr).toContain('`stele upgrade` undoes its changes.');
      told++;
    }
    const isWhole = differences(content(), after).every((path) => temporary().includes(path));
    const next = await runWarm(args, { cwd: root });
    // If all changes were made, there is nothing to rename, and the page exists.
    expect([0, 2], next.stderr).toContain(next.code);
    if (next.code === 2)
      expect([isWhole, next.stderr], failed).toEqual([true, expect.stringMatching(/door\.id|exist/)]);
    expect([temporary(), differences(content(), after)], `${failed}\n${next.stderr}`).toEqual([[], []]);
    if (next.stderr.includes('Undone: ')) undone++;
  }
  expect(undone).toBeGreaterThan(0);
  if (args[0] === 'rename' && most > 50) expect(told).toBeGreaterThan(0);
});
