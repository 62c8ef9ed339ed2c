// The public API as a program outside of the repository uses it: its comments, its types and its examples.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/package/files-below.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { installLinked, runInstalled } from './packed.ts';

const run = promisify(execFile);
/** A project without Astro, and one with it. */
let alone: string;
let beside: string;
let exported: ReadonlyMap<string, Declaration>;
beforeAll(async () => {
  [alone, beside] = [temporaryFolder(), temporaryFolder()];
  const astro = ['astro', 'vite', '@astrojs/markdown-remark', '@astrojs/mdx'];
  const place = await installLinked(alone, astro);
  await installLinked(beside);
  exported = await readExports(place);
  for (const folder of [alone, beside]) {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const { code, stderr } = await runInstalled(place, ['init', '--yes'], folder);
    expect(code, stderr).toBe(0);
  }
});
afterAll(() => [alone, beside].forEach(removeFolder));

interface Declaration {
  readonly kind: string;
  /** The comment before it, without marks. */
  readonly comment: string;
  /** The code of `@example`. */
  readonly example: string | undefined;
}

/** Everything that the package exports, with its comment in the declarations. */
async function readExports(place: string): Promise<ReadonlyMap<string, Declaration>> {
  const index = await readFile(join(place, 'dist/index.d.ts'), 'utf8');
  const lists = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].map(([, list = '']) =>
    list.replaceAll('type ', ''),
  );
  const names = lists.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => name !== '');
  expect(index).not.toMatch(/export (?:type )?\*/);
  const files = (await filesBelow(join(place, 'dist'))).filter((path) => path.endsWith('.d.ts'));
  const text = (await Promise.all(files.map((path) => readFile(join(place, 'dist', path), 'utf8')))).join('\n');
  return new Map(
    names.map((name) => {
      const found = new RegExp(
        `(?:/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n)?export (?:declare )?(function|interface|type|class|const) ${name}\\b`,
      ).exec(text);
      expect(found, name).not.toBeNull();
      const comment = (found![1] ?? '').replace(/^\s*\* ?/gm, '').trim();
      const example = /@example\n([^]*)$/.exec(comment)?.[1];
      return [name, { kind: found![2]!, comment, example }];
    }),
  );
}

test('everything that is exported has a comment, and every function an example', () => {
  const bare = [...exported].filter(([, { comment }]) => comment.length < 12).map(([name]) => name);
  expect(bare).toEqual([]);
  const functions = [...exported].filter(([, { kind }]) => kind === 'function');
  expect(functions.map(([name]) => name).sort()).toEqual([
    'compileContent',
    'compileFolder',
    'exportReference',
    'formatJson',
    'makeJsonSchema',
    'openViews',
    'pointAt',
    'readContent',
    'stele',
  ]);
  expect(functions.filter(([, { example }]) => example === undefined).map(([name]) => name)).toEqual([]);
});

test.each(['node16', 'bundler'])('the types and the examples compile with moduleResolution %s', async (resolution) => {
  const compilerOptions = {
    module: resolution === 'node16' ? 'node16' : 'esnext',
    moduleResolution: resolution,
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ['node'],
  };
  for (const folder of [alone, beside]) {
    const files = [...exported].flatMap(([name, { example }]) =>
      example === undefined || (name === 'stele' && folder === alone) ? [] : [[`${name}.ts`, example] as const],
    );
    const all = [...exported.keys()];
    files.push([
      'all.ts',
      `import type { ${all.join(', ')} } from 'stele';\nexport type All = [${all.map(typeOf).join(', ')}];\n`,
    ]);
    for (const [path, text] of files) await writeFile(join(folder, path), text);
    // The types of Astro need packages that nobody installs.
    const skipLibCheck = folder === beside;
    const settings = { compilerOptions: { ...compilerOptions, skipLibCheck }, files: files.map(([path]) => path) };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    const failed = await run(process.execPath, [compiler, '-p', folder]).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    expect(failed).toBe('');
  }
});

const typeOf = (name: string): string =>
  ['function', 'const'].includes(exported.get(name)!.kind) ? `typeof ${name}` : name;

test('the examples run without Astro, and print what they say', async () => {
  const printed = new Map<string, string>();
  await writeFile(join(alone, 'content/broken.mdx'), '# A\n\n[nowhere](/nowhere)\n');
  await mkdir(join(alone, 'examples'));
  for (const [name, { example }] of exported) {
    if (example === undefined || name === 'stele') continue;
    const file = join(alone, `examples/${name}.mjs`);
    await writeFile(file, example);
    printed.set(name, (await run(process.execPath, [file], { cwd: alone })).stdout);
  }
  expect(printed.get('compileFolder')).toMatch(/^broken\.mdx:3 error dangling-link: /m);
  expect(printed.get('openViews')).toMatch(/^python \/reference\/greeting Greeting: 1 entities$/m);
  expect(printed.get('compileContent')).toMatch(/^6 pages, \d findings$/m);
  expect(printed.get('readContent')).toContain('guides/quick-start.mdx');
  expect(printed.get('pointAt')).toBe('3:1\n');
  expect(JSON.parse(printed.get('formatJson')!)).toMatchObject({ summary: { errors: 1 } });
  expect(JSON.parse(printed.get('exportReference')!)).toContainEqual({
    route: 'reference/greeting',
    title: 'Greeting',
  });
  expect(JSON.parse(printed.get('makeJsonSchema')!)).toHaveProperty('properties.title');
});

test('the guide shows the examples', async () => {
  const guide = await readFile(join(repository, 'content/guides/code.mdx'), 'utf8');
  for (const name of ['compileFolder', 'openViews', 'exportReference', 'formatJson']) {
    expect(guide, name).toContain(`\`\`\`js\n${exported.get(name)!.example!.trim()}\n\`\`\``);
  }
});

test('nothing else of the package can be imported', async () => {
  const modules = ['dist/index.js', 'dist/cli/main.js', 'compiler', 'components/draw-rows.js'];
  for (const path of modules.map((name) => `stele/${name}`)) {
    await writeFile(join(alone, 'private.mjs'), `await import('${path}');\n`);
    await expect(run(process.execPath, [join(alone, 'private.mjs')])).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  }
});
