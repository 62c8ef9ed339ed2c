// Commands that only read run nothing of what they read: a content folder full of code leaves no trace, and every
// command but `build` and `dev` ends as it would without it.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
let trace: string;

/** Code that leaves a trace and ends the process with a number that Stele does not use. */
const trap = (): string => `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran'); process.exit(9);`;
const moduleTrap = (): string => `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(trace)}, 'ran');\nprocess.exit(9);\n`;

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
    'astro.config.mjs': moduleTrap(),
    'stele.config.mjs': moduleTrap(),
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
