// A site whose own component names a missing file does not replace the last site.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test('nothing is written if a component of the site names a missing picture, and the last site stays', async () => {
  write({
    'content/site.yaml': 'title: Doors\ncomponents:\n  Logo: Logo.astro\n',
    'content/Logo.astro': '<p>No picture yet.</p>\n',
    'content/index.mdx': '# Doors\n\n<Logo />\n',
  });
  expect((await runStele(['build'], { cwd: folder })).code).toBe(0);
  const before = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  write({ 'content/Logo.astro': '<img src="logo.png" alt="Doors" />\n' });
  const ended = await runStele(['build'], { cwd: folder });
  expect([ended.code, ended.stderr]).toEqual([
    1,
    expect.stringMatching(
      /a file that the site references does not exist:\n.*logo\.png, referenced by index\.html\n→ Correct/,
    ),
  ]);
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe(before);
}, 120_000);
