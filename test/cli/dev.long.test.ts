// `stele dev` from outside: it serves, follows edits, new and removed pages, and mistakes and their mending.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let server: ChildProcess;
let words = '';
let url: string;

/** Waits until a condition holds; fails with what the command has said. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`It did not happen. The command said:\n${words}`);
}

/** A page's HTML; nothing while the server starts anew. */
const textAt = async (path: string): Promise<string> => (await fetch(url + path).catch(() => new Response(''))).text();

beforeAll(async () => {
  folder = temporaryFolder();
  await mkdir(join(folder, 'content'));
  await writeFile(join(folder, 'content/door.mdx'), '# Door\n\nA first text.\n');
  const port = 40_000 + (process.pid % 20_000);
  server = spawn(process.execPath, [join(repository, 'src/cli/main.ts'), 'dev', '--port', String(port)], {
    cwd: folder,
    // Astro serves nothing where it finds itself under Vitest.
    env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined },
  });
  server.stderr!.setEncoding('utf8').on('data', (text: string) => void (words += text));
  await until(() => /Serving (\S+) /.test(words));
  url = /Serving (\S+) /.exec(words)![1]!;
});
afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  removeFolder(folder);
});

test('an edit is served', async () => {
  await until(async () => (await textAt('door/')).includes('A first text.'));
  await writeFile(join(folder, 'content/door.mdx'), '# Door\n\nA second text.\n');
  await until(async () => (await textAt('door/')).includes('A second text.'));
});

test('a new page is served, a removed one is not', async () => {
  await writeFile(join(folder, 'content/window.mdx'), '# Window\n');
  await until(async () => (await textAt('window/')).includes('<h1 id="window">Window</h1>'));
  await rm(join(folder, 'content/window.mdx'));
  await until(async () => (await fetch(`${url}window/`).catch(() => undefined))?.status === 404);
});

test('a mistake is told with its place, and mending it too; the page is there all the time', async () => {
  await writeFile(join(folder, 'content/door.mdx'), '---\ntitel: x\n---\n# Door\n\nA third text.\n');
  await until(() => words.includes('content/door.mdx:2:1 error unknown-key'));
  await until(async () => (await textAt('door/')).includes('A third text.'));
  words = '';
  await writeFile(join(folder, 'content/door.mdx'), '# Door\n\nA fourth text.\n');
  await until(() => /Updated \S+ \(no findings\)/.test(words));
});
