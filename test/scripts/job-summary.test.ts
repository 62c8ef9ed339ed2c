// The summary of the run for a preview, made from the output of the check and the build, even if it is incomplete.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript, temporaryFolder } from './run-script.ts';

async function summarize(check: string | undefined, marker: string | undefined, artifact?: string): Promise<string> {
  const folder = await temporaryFolder();
  if (check !== undefined) await writeFile(join(folder, 'check.json'), check);
  if (marker !== undefined) await writeFile(join(folder, '.stele.json'), marker);
  const options = [`--check=${join(folder, 'check.json')}`, `--site=${folder}`, `--artifact=${artifact ?? ''}`];
  const { code, stdout, stderr } = await runScript('publish/job-summary.ts', options);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
}

function finding(severity: string, message: string): object {
  const range = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
  return { code: 'dead-link', severity, message, file: 'reference/a.mdx', range };
}

const marker = '{"generator":"stele","pages":128}';

test('shows the number of pages, and the findings with the most severe first', async () => {
  const diagnostics = [finding('advice', 'third'), finding('error', 'first'), finding('warning', 'second')];
  const text = await summarize(JSON.stringify({ version: 1, summary: {}, diagnostics }), marker, 'https://host/a/1');
  expect(text).toContain('128 pages built.');
  expect(text).toContain('(https://host/a/1)');
  expect(text).toContain('### 1 error, 1 warning, 1 advice');
  const place = 'reference&#47;a&#46;mdx&#58;3&#58;5';
  const rows = text.split('\n').filter((line) => /^\| (error|warning|advice)/.test(line));
  expect(rows).toEqual([
    `| error | ${place} | first | dead&#45;link |`,
    `| warning | ${place} | second | dead&#45;link |`,
    `| advice | ${place} | third | dead&#45;link |`,
  ]);
});

test('shows the first 20 findings and counts the rest', async () => {
  const diagnostics = Array.from({ length: 23 }, (_, index) => finding('error', `mistake ${index}`));
  const text = await summarize(JSON.stringify({ version: 1, diagnostics }), marker);
  expect(text.match(/^\| error/gm)).toHaveLength(20);
  expect(text).toContain('### 23 errors');
  expect(text).toContain('… and 3 more');
});

test('reports that there are no findings', async () => {
  expect(await summarize('{"version":1,"diagnostics":[]}', marker)).toContain('No findings.');
});

test('shows hostile texts as plain text', async () => {
  const hostile = 'a | b\n# c <img src=x> ![i](https://x) `d` ' + 'e'.repeat(400);
  const text = await summarize(JSON.stringify({ version: 1, diagnostics: [finding('error', hostile)] }), marker);
  const row = text.split('\n').find((line) => line.startsWith('| error'))!;
  expect(row.split('|')).toHaveLength(6);
  expect(row).not.toMatch(/[<>[\]()!`#](?!\d+;)/);
  expect(row.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toContain('a | b # c <img src=x>');
  expect(row).toContain('e…');
});

test.each([
  ['missing', undefined, undefined],
  ['empty', '', ''],
  ['of another form', '[1]', '[]'],
  ['cut off', '{"diagnostics": [', '{"pages":'],
])('reports that the files are %s', async (_, check, site) => {
  const text = await summarize(check, site);
  expect(text).toContain('No site was built');
  expect(text).toContain('The check did not get to its end');
});

test('accepts findings of another form', async () => {
  const text = await summarize('{"diagnostics":[null,1,{"severity":"error","range":null,"file":{}}]}', marker);
  expect(text).toContain('### 1 error');
});
