// Commands that only read run nothing of what they read: a content folder full of code leaves no trace, and every
// command but `build` and `dev` ends as it would without it.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let trace: string;

/** Code that leaves a trace and ends the process with a number that Stele does not use. */
const trap = (): string => `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran'); process.exit(9);`;
const moduleTrap = (): string => `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(trace)}, 'ran');\nprocess.exit(9);\n`;

/** Files that Astro, Vite and the tools behind them run where they find them. */
const configurations = (): readonly string[] => {
  const endings = ['mjs', 'js', 'ts', 'cjs', 'mts', 'cts'];
  const tools = endings.flatMap((ending) => [`astro.config.${ending}`, `vite.config.${ending}`, `postcss.config.${ending}`]);
  const others = `stele.config.mjs svelte.config.js tailwind.config.js babel.config.js .babelrc.js .postcssrc.js .postcssrc.cjs
    rolldown.config.js rollup.config.js uno.config.ts content.config.ts middleware.ts instrumentation.js .pnp.cjs`;
  return [...tools, ...others.split(/\s+/)];
};

beforeEach(async () => {
  folder = temporaryFolder();
  trace = join(folder, 'trace');
  const files: Readonly<Record<string, string>> = {
    'site.yaml': `title: Trap
languages: [js]
mdx: code
components:
  Trap: trap.astro
redirects: { /old: /a }
`,
    'trap.astro': `---\n${moduleTrap()}---\n<p />\n`,
    'a.mdx': `---
title: A
descriptions:
  door:
    id: The identifier.
reference:
  js:
    - key: Door
      id: door
      title: class Door
      properties:
        - key: id
          type: string
          description: (door.id)
---

import './trap.mjs'
import trap from './trap.cjs'
export const x = process.exit(9)
export { y } from './trap.mjs'

# A

<Trap />

{process.exit(9)}

{(() => { ${trap()} })()}

<Trap x={process.exit(9)} {...process.exit(9)} />

## B {process.exit(9)}
`,
    // What gray-matter runs: a frontmatter in JavaScript.
    'js-frontmatter.mdx': `---js\n{ title: ${JSON.stringify('x')}, x: (() => { ${trap()} })() }\n---\n\n# Js\n`,
    'tag.mdx': `---\ntitle: !!js/function 'function () { ${trap()} }'\nicon: !!js/undefined ''\n---\n\n# Tag\n`,
    'page.md': `# Md\n\n<script>${trap()}</script>\n\n{process.exit(9)}\n`,
    'trap.mjs': moduleTrap(),
    'trap.cjs': trap(),
    'package.json': JSON.stringify({
      name: 'trap',
      type: 'module',
      main: 'trap.mjs',
      scripts: { preinstall: 'node trap.cjs', prepare: 'node trap.cjs', check: 'node trap.cjs' },
      imports: { '#trap': './trap.mjs' },
    }),
    ...Object.fromEntries(configurations().map((path) => [path, path.endsWith('.json') ? '{}' : /\.m?[jt]s$/.test(path) ? moduleTrap() : trap()])),
    'tsconfig.json': '{"compilerOptions":{"plugins":[{"name":"./trap.cjs"}],"paths":{"astro":["./trap.mjs"]}}}',
    '.postcssrc.json': '{"plugins":{"./trap.cjs":{}}}',
    'index.js': trap(),
    '.env': 'NODE_OPTIONS=--require ./trap.cjs\n',
    '_samples/door.js': trap(),
    '_samples/door.sh': `touch ${trace}\n`,
    'node_modules/yaml/package.json': '{"name":"yaml","main":"index.js"}',
    'node_modules/yaml/index.js': trap(),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, 'content', path, '..'), { recursive: true });
    await writeFile(join(folder, 'content', path), text);
  }
  // Tools look for their configuration above the folder too.
  for (const path of [...configurations(), 'trap.cjs', 'trap.mjs', '.env', 'tsconfig.json', '.postcssrc.json', 'package.json'])
    await writeFile(join(folder, path), files[path]!);
});
afterEach(() => removeFolder(folder));

/** Commands with what they may end with: findings, or a refusal to change content that has mistakes. */
test.each([
  [['check', '--no-cache'], [1]],
  [['check', '--format', 'sarif'], [1]],
  [['export'], [1]],
  [['schema', 'page'], [0]],
  [['rename', 'door.id', 'door.identifier', '--dry-run'], [0, 2]],
  [['new', 'page', 'b'], [0, 2]],
  [['new', 'entity', 'a', 'window'], [0, 2]],
  [['new', 'sample', 'a', 'window'], [0, 2]],
])('stele %j', async (args, codes) => {
  const before = [...(await filesBelow(folder)).keys()];
  // From inside of the folder, where its package and configuration lie.
  const ended = await runStele([...args, '--content', '.'], { cwd: join(folder, 'content') });
  expect(codes).toContain(ended.code);
  expect([ended.stderr.includes('bug in Stele'), existsSync(trace)]).toEqual([false, false]);
  if (!['new', 'rename'].includes(args[0]!)) {
    const after = [...(await filesBelow(folder)).keys()];
    expect(after.filter((path) => !path.includes('node_modules/.cache/'))).toEqual(before);
  }
});

test('the trap works: a build of a site that asks for code to be run runs it', async () => {
  await writeFile(join(folder, 'content/a.mdx'), "import './trap.mjs'\n\n# A\n");
  const ended = await runStele(['build', '--keep-going'], { cwd: folder });
  expect([existsSync(trace), ended.code]).toEqual([true, 9]);
  expect(readFileSync(trace, 'utf8')).toBe('ran');
}, 60_000);

test('and with bodies as data it does not: they show that there is code', async () => {
  const site = join(folder, 'content/site.yaml');
  await writeFile(site, readFileSync(site, 'utf8').replace('mdx: code\n', '').replace(/components:\n.*\n/, ''));
  const ended = await runStele(['build', '--keep-going'], { cwd: folder });
  expect([ended.code, existsSync(trace)]).toEqual([1, false]);
  expect(await readdir(join(folder, 'dist'))).toContain('a');
  expect(readFileSync(join(folder, 'dist/a/index.html'), 'utf8')).toContain('class="gap"');
}, 60_000);

test.each([
  [['build', '--untrusted', '--keep-going']],
  [['build', '--untrusted']],
  [['check', '--untrusted', '--no-cache']],
  [['export', '--untrusted']],
])('stele %j runs nothing, whatever site.yaml says', async (args) => {
  const out = args[0] === 'build' ? ['--out', '../dist'] : [];
  const ended = await runStele([...args, '--content', '.', ...out], { cwd: join(folder, 'content') });
  expect([ended.code, existsSync(trace)]).toEqual([1, false]);
  const found = args[0] === 'export' ? ended.stdout : ended.stderr;
  expect(found).toContain('refused-code');
  expect(ended.stderr).not.toContain('bug in Stele');
  expect(existsSync(join(folder, 'dist/a/index.html'))).toBe(args.includes('--keep-going'));
}, 120_000);

test('an untrusted build of content without code is the same as another', async () => {
  for (const path of ['a.mdx', 'tag.mdx', 'js-frontmatter.mdx', 'page.md']) await rm(join(folder, 'content', path));
  await writeFile(join(folder, 'content/site.yaml'), 'title: Plain\n');
  await writeFile(join(folder, 'content/a.mdx'), '# A\n\nWords.\n');
  const runs = await Promise.all([[], ['--untrusted']].map((args, i) => runStele(['build', '--out', `site-${i}`, ...args], { cwd: folder })));
  expect([runs.map(({ code }) => code), existsSync(trace)]).toEqual([[0, 0], false]);
  const [plain, untrusted] = await Promise.all(['site-0', 'site-1'].map((name) => filesBelow(join(folder, name))));
  expect(untrusted).toEqual(plain);
}, 120_000);
