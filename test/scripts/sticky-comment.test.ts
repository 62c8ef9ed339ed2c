// The comment on a pull request, with a replacement for GitHub: a `gh` on PATH with fixed answers and a log.

import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScript, temporaryFolder } from './run-script.ts';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** Answers by path: the output of `gh api`, or the text of an error. A request for another path fails. */
type Answers = Readonly<Record<string, unknown>>;

const comments = 'repos/acme/docs/issues/7/comments';
const served = { 'repos/acme/docs/pages': [{ html_url: 'https://docs.example.com' }] };
const created = { 'repos/acme/docs/issues/comments/11': {} };

async function comment(script: string, answers: Answers, options: readonly string[] = []) {
  const folder = await temporaryFolder();
  const gh = `#!${process.execPath}
    const fs = require('node:fs');
    const [, , , , method, path, ...rest] = process.argv;
    const input = rest.includes('--input') ? JSON.parse(fs.readFileSync(0, 'utf8')) : {};
    fs.appendFileSync(${JSON.stringify(join(folder, 'log'))}, JSON.stringify({ method, path, ...input }) + '\\n');
    const answer = ${JSON.stringify(answers)}[path];
    if (typeof answer === 'object') console.log(JSON.stringify(answer));
    else console.error(answer ?? 'HTTP 404: Not Found');
    process.exitCode = typeof answer === 'object' ? 0 : 1;`;
  await writeFile(join(folder, 'gh'), gh);
  await chmod(join(folder, 'gh'), 0o755);
  const args = ['--repository=acme/docs', '--pr=7', ...options];
  const env = { PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const ended = await runScript(`publish/${script}`, args, { env });
  const log = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
  const calls = log.map((line) => JSON.parse(line) as Call);
  return { ...ended, writes: calls.filter(({ method }) => method !== 'GET') };
}

const published = ['--sha=1a2b3c4d', '--run=https://host/acme/docs/actions/runs/1'];

describe('comment-published', () => {
  test('writes the first comment, with the address of the preview', async () => {
    const { code, stderr, writes } = await comment('comment-published.ts', { ...served, [comments]: [[]] }, published);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatchObject({ method: 'POST', path: comments });
    expect(writes[0]?.body).toMatch(/^<!-- stele:preview -->\n/);
    expect(writes[0]?.body).toContain('(https://docs.example.com/pr-7/)');
    expect(writes[0]?.body).toContain('Commit 1a2b3c4d.');
  });

  test('rewrites its own comment, on any page of the list, and no comment of a person', async () => {
    const body = '<!-- stele:preview -->\nearlier';
    const list = [
      [
        { id: 8, body, user: null },
        { id: 9, body, user: { type: 'User' } },
      ],
      [
        { id: 10, body: 'hello', user: { type: 'Bot' } },
        { id: 11, body, user: { type: 'Bot' } },
      ],
    ];
    const answers = { ...served, ...created, [comments]: list };
    const { code, writes } = await comment('comment-published.ts', answers, published);
    expect(code).toBe(0);
    expect(writes.map(({ method, path }) => [method, path])).toEqual([['PATCH', 'repos/acme/docs/issues/comments/11']]);
  });

  test('names the folder if no address is known', async () => {
    const { code, writes } = await comment('comment-published.ts', { [comments]: [[]] }, published);
    expect(code).toBe(0);
    expect(writes[0]?.body).toContain('folder `pr-7` of the branch `gh-pages`');
  });

  test('fails with the message of GitHub', async () => {
    const answers = { ...served, [comments]: 'HTTP 403: Forbidden' };
    const { code, stderr } = await comment('comment-published.ts', answers, published);
    expect(code).toBe(1);
    expect(stderr).toBe(`GET ${comments} failed: HTTP 403: Forbidden\n`);
  });
});

describe('comment-removed', () => {
  test('rewrites the comment', async () => {
    const list = [[{ id: 11, body: '<!-- stele:preview -->\nx', user: { type: 'Bot' } }]];
    const { writes } = await comment('comment-removed.ts', { ...created, [comments]: list });
    expect(writes).toHaveLength(1);
    expect(writes[0]?.body).toContain('removed');
  });

  test('writes no comment if there was none', async () => {
    const { code, writes } = await comment('comment-removed.ts', { [comments]: [[]] });
    expect(code).toBe(0);
    expect(writes).toEqual([]);
  });
});
