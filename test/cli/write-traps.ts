// A content folder full of code: each of its files leaves a trace if something runs it.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Configuration files that Astro, Vite and their tools run if they find them. */
function configurations(): readonly string[] {
  const endings = ['mjs', 'js', 'ts', 'cjs', 'mts', 'cts'];
  const tools = endings.flatMap((ending) => [
    `astro.config.${ending}`,
    `vite.config.${ending}`,
    `postcss.config.${ending}`,
  ]);
  const others = `stele.config.mjs svelte.config.js tailwind.config.js babel.config.js .babelrc.js .postcssrc.js
    .postcssrc.cjs rolldown.config.js rollup.config.js uno.config.ts content.config.ts middleware.ts instrumentation.js
    .pnp.cjs`;
  return [...tools, ...others.split(/\s+/)];
}

/**
 * Writes `content/` into a folder, and configuration files into both: tools also look for them in parent folders.
 * @param trace the file that exists afterwards if any of the code has run; it then calls `process.exit(9)`
 */
export async function writeTraps(folder: string, trace: string): Promise<void> {
  const trap = (): string => `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran'); process.exit(9);`;
  const moduleTrap = (): string =>
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(trace)}, 'ran');\nprocess.exit(9);\n`;
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
    // A frontmatter in JavaScript, which the package gray-matter would run.
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
    ...Object.fromEntries(
      configurations().map((path) => [
        path,
        path.endsWith('.json') ? '{}' : /\.m?[jt]s$/.test(path) ? moduleTrap() : trap(),
      ]),
    ),
    'tsconfig.json': '{"compilerOptions":{"plugins":[{"name":"./trap.cjs"}],"paths":{"astro":["./trap.mjs"]}}}',
    '.postcssrc.json': '{"plugins":{"./trap.cjs":{}}}',
    'index.js': trap(),
    '.env': 'NODE_OPTIONS=--require ./trap.cjs\n',
    // Package managers and git run these, if something starts them in the folder.
    '.npmrc': `script-shell=./trap.sh\nnode-options=--require ./trap.cjs\n`,
    'package-lock.json': '{"name":"trap","lockfileVersion":3,"packages":{"":{"hasInstallScript":true}}}',
    'trap.sh': `touch ${trace}\n`,
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = "touch ${trace}"\n\thooksPath = hooks\n`,
    '.git/hooks/post-checkout': `#!/bin/sh\ntouch ${trace}\n`,
    '.git/hooks/post-index-change': `#!/bin/sh\ntouch ${trace}\n`,
    '.gitattributes': '* filter=trap diff=trap\n',
    '_components/Trap.astro': `---\n${moduleTrap()}---\n<p />\n`,
    '_components/index.ts': moduleTrap(),
    '_samples/door.js': trap(),
    '_samples/door.sh': `touch ${trace}\n`,
    'node_modules/yaml/package.json': '{"name":"yaml","main":"index.js"}',
    'node_modules/yaml/index.js': trap(),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, 'content', path, '..'), { recursive: true });
    await writeFile(join(folder, 'content', path), text);
  }
  for (const path of [
    ...configurations(),
    'trap.cjs',
    'trap.mjs',
    '.env',
    'tsconfig.json',
    '.postcssrc.json',
    'package.json',
  ])
    await writeFile(join(folder, path), files[path]!);
}
