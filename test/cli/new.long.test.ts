// `stele new` as a command, on the example.

import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyExample } from '../site/copy-example.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

/** Makes samples, and adds the code block that the command suggests: samples without one have a warning. */
async function makeSamples(page: string, ...args: readonly string[]): Promise<string> {
  const output = await write('sample', ...args);
  await appendFile(join(folder, page), `\n${/<CodeBlock .*/.exec(output)![0]}\n`);
  await expectClean();
  return output;
}

async function write(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('new', ...args);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
  return stderr;
}

async function expectClean(): Promise<void> {
  const checked = await run('check');
  expect([checked.code, checked.stderr]).toEqual([0, expect.stringMatching(/^\d+ pages? checked: no findings\. /)]);
}

test('adds to a copy of the example', async () => {
  await copyExample(join(folder, 'content'));
  expect(await write('page', 'reference/sso/thing')).toBe(
    'Wrote content/reference/sso/thing.mdx\nAdded to content/reference/_navigation.mdx\n',
  );
  await write('entity', 'reference/sso/thing', 'thing');
  await write('entity', 'reference/sso/connection', 'rename_connection', '--method');
  await write('entity', 'guides/authoring', 'thing', '--method');
  await makeSamples('content/reference/sso/thing.mdx', 'reference/sso/thing', 'get-thing-request');
});
