// `stele diff` on the command line: its options, its exit codes, and what it says about sides that it cannot read.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { replace, siteWith, within, type Step } from '../diff/rules.ts';
import { writeFiles } from '../edits/content-files.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
const git = (...args: readonly string[]): string => runGit(folder, args);
const diff = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(['diff', ...args], { cwd: folder });
const put = (name: string, ...steps: readonly Step[]): void =>
  writeFiles(join(folder, name), new Map(Object.entries(siteWith(steps))));

const renamed = within('js', 'key: id,', 'key: uid,');
const aged = within(
  'python',
  'key: limit, type: int, optional: true, description: The most doors., default: 10',
  'key: limit, type: int, optional: true, description: The most doors., default: 20',
);
const version = (number: string): Step =>
  replace(
    'site.yaml',
    'languages: [curl, js,',
    `languages: [curl, { id: js, package: { name: doors, version: ${number} } },`,
  );

beforeAll(() => {
  folder = temporaryFolder();
  // Caches stay in the folder.
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  put('content');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'One');
  git('tag', 'v1.0.0');
  git('commit', '-q', '--allow-empty', '-m', 'Two');
  put('breaking', renamed);
  put('risk', aged);
  put('text', replace('door.mdx', 'A note.', 'A short note.'));
  put('both', renamed, aged);
  put('old', version('6.4.0'));
  put('small', version('6.4.1'), renamed);
  put('large', version('7.0.0'), renamed);
  put('damaged', replace('door.mdx', 'key: door\n', 'key: "door\n'));
});
afterAll(() => removeFolder(folder));

test.each([
  ['breaking', [], 1],
  ['breaking', ['--fail-on', 'none'], 0],
  ['risk', [], 0],
  ['risk', ['--fail-on', 'risk'], 1],
  ['text', ['--fail-on', 'risk'], 0],
  ['text', ['--fail-on', 'any'], 1],
  ['content', ['--fail-on', 'any'], 0],
] as const)('content → %s %j ends with exit code %i', async (head, options, code) => {
  expect((await diff('content', head, ...options)).code).toBe(code);
});

test('--language leaves out changes of other languages', async () => {
  expect((await diff('content', 'both', '--language', 'python', '--fail-on', 'breaking')).stdout).toMatch(
    /^.*: 1 risk\n/,
  );
  const unknown = await diff('content', 'both', '--language', 'cobol');
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('There is no --language cobol: use curl,'),
  ]);
});

test('--check-version wants a larger step', async () => {
  const small = await diff('old', 'small', '--check-version', '--fail-on', 'none');
  expect([small.code, small.stdout]).toEqual([
    1,
    expect.stringContaining('JavaScript: 6.4.0 → 6.4.1 is a patch version, and its changes need a major version.'),
  ]);
  expect((await diff('old', 'large', '--check-version', '--fail-on', 'none')).code).toBe(0);
});

test.each([
  ['pretty', /^content → both: 1 breaking, 1 risk\n/],
  ['markdown', /^\*\*1 breaking, 1 risk\*\* between `content` and `both`\.\n/],
  ['json', /^\{\n {2}"format": "stele-diff"/],
  ['github', /^::error file=content\/door\.mdx,line=\d+,col=\d+,title=breaking%3A output-renamed::/],
  ['html', /^<!doctype html>\n/],
])('--format %s, to a file', async (format, start) => {
  const ended = await diff('content', 'both', '--format', format, '--out', 'out.txt', '--fail-on', 'none');
  expect([ended.code, ended.stdout]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(start);
});

test('a damaged head is marked, and is no empty diff', async () => {
  const { stdout } = await diff('content', 'damaged', '--fail-on', 'none');
  expect(stdout).toMatch(/^content → damaged: .*\d parts? unknown\ndamaged has \d+ errors?: only what could be read/);
  expect(stdout).not.toContain(' is gone');
  const annotated = await diff('content', 'damaged', '--fail-on', 'none', '--format', 'github');
  expect(annotated.stdout).toMatch(/^::warning::damaged has \d+ errors?: only what could be read is compared\.\n/);
});

test('a base with settings of another time is compared as far as it can be read', async () => {
  put('older', replace('site.yaml', 'languages: [curl, js, python, go]', 'languages: curl js python go'));
  const { code, stdout } = await diff('older', 'content');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^older → content: .*unknown\nolder has \d+ errors?:/)]);
});

test.each([
  [['content', 'text', '--format', 'xml'], 'There is no --format xml'],
  [['content', 'text', '--fail-on', 'all'], 'There is no --fail-on all'],
  [[], 'stele diff takes a base'],
  [['v0.9.0'], 'There is no revision v0.9.0.'],
])('%j is refused with exit code 2', async (args, message) => {
  const { code, stderr } = await diff(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('a shallow clone says what to fetch, and that is enough', async () => {
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '-q', '--depth', '1', pathToFileURL(folder).href, clone]);
  mkdirSync(join(clone, 'node_modules'));
  const { code, stderr } = await runWarm(['diff', 'v1.0.0'], { cwd: clone });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/no revision v1\.0\.0, because this clone is shallow\.\n/)]);
  const [, command = ''] = /→ Fetch it: `(.*?)`, and compare with `FETCH_HEAD`/.exec(stderr)!;
  expect(command).toBe('git fetch --depth=1 origin v1.0.0');
  execFileSync('git', [...command.split(' ').slice(1), '-q'], { cwd: clone });
  expect((await runWarm(['diff', 'FETCH_HEAD'], { cwd: clone })).stdout).toBe(
    'FETCH_HEAD → working tree: no changes\n',
  );
});
