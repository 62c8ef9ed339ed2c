// `stele upgrade`: marks in keys become keys of their own, and nothing else changes.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
});
afterEach(() => removeFolder(folder));

const page = (items: string): string =>
  `---\nreference:\n  js:\n    - key: Door\n      id: door\n      properties:\n${items}---\n\n# Door\n`;
const write = (text: string): void => writeFileSync(join(folder, 'content/door.mdx'), text);
const read = (): string => readFileSync(join(folder, 'content/door.mdx'), 'utf8');
const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(['upgrade', ...args], { cwd: folder });

const rest = '          type: string\n          description: A text.\n';
const old =
  `        - key: colour [Deprecated] # the old one\n${rest}` +
  `        - key: "name?"\n${rest}` +
  `        - type: string\n          description: A text.\n          key: size? [Deprecated]\n          optional: true\n`;
const now =
  `        - key: colour # the old one\n          deprecated: true\n${rest}` +
  `        - key: "name"\n          optional: true\n${rest}` +
  `        - type: string\n          description: A text.\n          key: size\n          deprecated: true\n          optional: true\n`;

test('rewrites marks in keys, and says that upgraded content is up to date', async () => {
  write(page(old));
  const { code, stderr } = await run();
  expect([code, stderr]).toEqual([0, 'Changed content/door.mdx\nRewrote 4 places.\n']);
  expect(read()).toBe(page(now));
  expect((await run()).stderr).toBe('The content is up to date: format 1 has no other spelling.\n');
  expect((await runWarm(['check'], { cwd: folder })).stderr).toContain('no findings');
});

test('keeps line breaks of Windows', async () => {
  write(page(old).replaceAll('\n', '\r\n'));
  await run();
  expect(read()).toBe(page(now).replaceAll('\n', '\r\n'));
});

test('--dry-run prints a diff, and writes nothing', async () => {
  write(page(old));
  const { code, stdout, stderr } = await run('--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain(
    '--- content/door.mdx\n+++ content/door.mdx\n@@ -7,1 +7,2 @@\n' +
      '-        - key: colour [Deprecated] # the old one\n+        - key: colour # the old one\n' +
      '+          deprecated: true\n',
  );
  expect(stderr).toBe('Would change content/door.mdx\nWould rewrite 4 places.\n');
  expect(read()).toBe(page(old));
});

test('an item in braces must be changed by hand', async () => {
  const text = page('        - { key: "name?", type: string, description: A text. }\n');
  write(text);
  const { code, stderr } = await run();
  expect(code).toBe(1);
  expect(stderr).toContain('optional-in-key');
  expect(stderr).toContain('Change this place by hand.');
  expect(read()).toBe(text);
});

test('--json prints the changes as data', async () => {
  write(page(old));
  const dry = await run('--dry-run', '--json');
  expect(JSON.parse(dry.stdout)).toEqual({ dryRun: true, changed: ['content/door.mdx'], places: 4, left: [] });
  expect([dry.stderr, read()]).toEqual(['', page(old)]);
  expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ dryRun: false, places: 4 });
  expect(read()).toBe(page(now));
});

test('content of a later format is not changed, by no command', async () => {
  write(page(old));
  writeFileSync(join(folder, 'content/site.yaml'), 'title: Doors\nformat: 2\n');
  for (const args of [['upgrade'], ['upgrade', '--dry-run'], ['new', 'page', 'b'], ['rename', 'a.b', 'a.c']]) {
    const { code, stdout, stderr } = await runWarm(args, { cwd: folder });
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(
        /^content\/site\.yaml: The content is written in format 2, [^]*\n→ Install a later Stele: /,
      ),
    ]);
  }
  expect(read()).toBe(page(old));
});
