// `stele init`: an empty folder → a repository that passes the check and builds, in all languages. Files that exist stay.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { repository } from '../site/run-stele.ts';
import { setUpFolder } from './command-folder.ts';

const { at, run } = setUpFolder();
const read = (path: string): Promise<string> => readFile(at(path), 'utf8');

test('the repository passes the check, without advice', async () => {
  expect((await run('init', '--yes', '--languages', 'js,python')).code).toBe(0);
  expect((await run('check')).stderr).toMatch(/^5 pages checked: no findings\. /);
});

test('the package file gets scripts and Stele; its own scripts and other files stay', async () => {
  await mkdir(at('docs'));
  await writeFile(at('docs/README.md'), 'Mine.\n');
  const own = { name: 'mine', scripts: { build: 'make', test: 'echo "Error: no test specified" && exit 1' } };
  await writeFile(at('docs/package.json'), JSON.stringify(own));
  const { code, stderr } = await run('init', 'docs', '--yes');
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('Kept docs/README.md\nAdded to docs/package.json\n');
  expect(stderr).toContain('Next: cd docs && npm install && npm run dev');
  expect(await read('docs/README.md')).toBe('Mine.\n');
  const joined = JSON.parse(await read('docs/package.json')) as Record<string, Record<string, string>>;
  expect(joined['name']).toBe('mine');
  expect(joined['scripts']).toMatchObject({ build: 'make', test: 'stele check && stele build', dev: 'stele dev' });
  expect(joined['devDependencies']!['stele']).toMatch(/^\^\d/);
});

test.each<readonly [name: string, args: readonly string[], message: string]>([
  ['a language that nobody knows', ['--languages', 'pyton'], 'Did you mean python?'],
  ['a title of two lines', ['--title', 'a\nb'], 'one line of text'],
  ['two folders', ['a', 'b'], 'takes one folder'],
])('refuses %s, and writes nothing', async (_name, args, message) => {
  const { code, stderr } = await run('init', '--yes', ...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(await readdir(at())).toEqual([]);
});

test('refuses a folder with content, and a package file that is not JSON', async () => {
  await writeFile(at('package.json'), '{');
  expect((await run('init', '--yes')).stderr).toContain('package.json is not JSON');
  await mkdir(at('content'));
  await writeFile(at('content/a.mdx'), '# A\n');
  expect((await run('init', '--yes')).stderr).toContain('content has files already');
  expect(await readdir(at())).toEqual(['content', 'package.json']);
});

test('`--json` lists the files as data', async () => {
  await writeFile(at('package.json'), '{}');
  await writeFile(at('README.md'), 'Mine.\n');
  const { code, stdout, stderr } = await run('init', '--yes', '--json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ folder: '.', added: ['package.json'], kept: ['README.md'] });
  expect((JSON.parse(stdout) as { written: string[] }).written).toContain('content/site.yaml');
});

test('a folder with a space and other letters: its name is quoted, and the package has a plain one', async () => {
  const { stderr } = await run('init', 'meine Größe', '--yes');
  expect(stderr).toContain('Next: cd "meine Größe" && npm install && npm run dev\n');
  expect(JSON.parse(await read('meine Größe/package.json'))).toMatchObject({ name: 'meine-grosse' });
});

/** Runs the command in a terminal, and types keys when it asks its first question. */
async function answer(
  context: TestContext,
  keys: string,
): Promise<{ readonly shown: string; readonly status: number }> {
  context.skip(spawnSync('script', ['--version']).status !== 0, 'there is no terminal for tests');
  const command = `'${process.execPath}' '${join(repository, 'src/cli/main.ts')}' init`;
  const env = { ...process.env, INIT_CWD: at(), NO_COLOR: '1' };
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { cwd: at(), env });
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    // Before the question the terminal would take a key as the end of a line.
    if (!shown.includes('Title of the site?') && (shown + text).includes('Title of the site?'))
      terminal.stdin.write(keys);
    shown += text;
  });
  const [status] = (await once(terminal, 'close')) as [number];
  return { shown, status };
}

test.for([
  ['Ctrl-D', '\u0004'],
  ['Ctrl-C', '\u0003'],
] as const)('%s at a question ends without a word of a bug', { timeout: 60_000 }, async ([, keys], context) => {
  const { shown, status } = await answer(context, keys);
  expect(shown).toContain('Nothing was written.');
  expect(shown).not.toContain('bug');
  expect(status).toBe(2);
});

test('takes answers that are pasted at once', { timeout: 60_000 }, async (context) => {
  const { shown, status } = await answer(context, 'My docs\nruby\n');
  expect(status, shown).toBe(0);
  expect(await read('content/site.yaml')).toMatch(/title: "My docs"[^]*languages: \[ruby\]/);
});
