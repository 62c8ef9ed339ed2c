// Budgets of a site: the warnings of a build that exceeds them, and its refusal if the site makes them errors.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countElements } from '../../src/project/measure-site.ts';
import { elementsOf, parseHtml } from '../site/html.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

async function build(site: string): Promise<{ readonly code: number | null; readonly stderr: string }> {
  await mkdir(join(folder, 'content/docs'), { recursive: true });
  await writeFile(join(folder, 'content/site.yaml'), site);
  await writeFile(join(folder, 'content/docs/a.mdx'), `# A\n\n${'Words. '.repeat(500)}\n\n- *one*\n- \`<two>\`\n`);
  await writeFile(join(folder, 'content/docs/b.mdx'), '# B\n');
  return runStele(['build'], { cwd: folder });
}

test('reports each exceeded budget at its number, with the largest page and its real size', async () => {
  const { code, stderr } = await build(
    'title: T\nbudgets:\n  pageBytes: 100\n  domNodes: 20\n  buildSeconds: 0.001\n  memoryMiB: 2\n' +
      '  markdownCharacters: 1000\n',
  );
  expect(code).toBe(0);
  const html = readFileSync(join(folder, 'dist/docs/a/index.html'));
  const elements = [...elementsOf(parseHtml(html.toString()))].length;
  expect(countElements(html.toString())).toBe(elements);
  expect(stderr).toContain(
    `content/site.yaml:3:14 warning over-budget\n  \`/docs/a/\` has ${gzipSync(html).length} bytes, compressed, ` +
      'above the budget `pageBytes` of 100. 2 more pages are above it.',
  );
  expect(stderr).toMatch(
    new RegExp(`site\\.yaml:4:13 warning over-budget\\n {2}\`/docs/a/\` has ${elements} elements, above the budget`),
  );
  const { length } = readFileSync(join(folder, 'dist/docs/a.md'), 'utf8');
  expect(stderr).toContain(
    `content/site.yaml:7:23 warning over-budget\n  \`/docs/a/\` has ${length} characters of Markdown, above the budget ` +
      '`markdownCharacters` of 1000.\n',
  );
  expect(stderr).toMatch(/site\.yaml:5:17 warning over-budget\n {2}The build took \d+\.\d s, above/);
  expect(stderr).toMatch(/site\.yaml:6:14 warning over-budget\n {2}The build took \d+ MiB of memory, above/);
});

test('reports nothing if no budget is exceeded', async () => {
  const { code, stderr } = await build(
    'title: T\nbudgets: { pageBytes: 100000, domNodes: 10000, markdownCharacters: 50000, buildSeconds: 900, memoryMiB: 9000 }\n',
  );
  expect([code, stderr.includes('over-budget')]).toEqual([0, false]);
});

test('writes nothing if the site makes the finding an error', async () => {
  const { code, stderr } = await build('title: T\nbudgets: { pageBytes: 100 }\nseverities: { over-budget: error }\n');
  expect(code).toBe(1);
  expect(stderr).toMatch(/error over-budget/);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});
