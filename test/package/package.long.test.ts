// The npm package: what it has, that tools for packages find nothing wrong in it, and that it builds what the
// repository builds.

import { execFile } from 'node:child_process';
import { builtinModules } from 'node:module';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/package/files-below.ts';
import { shippedGrammars } from '../../scripts/package/ship-grammars.ts';
import { removeFolder, repository, runStele, temporaryFolder } from '../site/run-stele.ts';
import { installLinked, packedStele, runInstalled } from './packed.ts';

const run = promisify(execFile);
let folder: string;
let place: string;
let files: readonly string[];
beforeAll(async () => {
  folder = temporaryFolder();
  place = await installLinked(folder);
  files = await filesBelow(place);
});
afterAll(() => removeFolder(folder));

const tool = (name: string): string => join(repository, 'node_modules/.bin', name);

test('publint and attw find nothing wrong', async () => {
  const { stdout } = await run(tool('publint'), [await packedStele(), '--strict']);
  expect(stdout).toContain('All good!');
  await run(tool('attw'), [await packedStele(), '--profile', 'esm-only']);
});

test('it has the program, its types, templates and schemas, and nothing else', async () => {
  const generated = ['navigation', 'page', 'site'].map((name) => `${name}.schema.json`);
  const schemas = [...generated, ...(await filesBelow(join(repository, 'docs/schemas')))].sort();
  const kinds = new Set(files.map((path) => path.replace(/^dist\/.*?(\.d\.ts|\.js\.map|\.\w+)$/, 'dist/*$1')));
  expect([...kinds].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'astro.config.mjs',
    'dist/*.astro',
    'dist/*.css',
    'dist/*.d.ts',
    'dist/*.js',
    'dist/*.js.map',
    'dist/*.json',
    'dist/*.md',
    'dist/*.mjs',
    'dist/*.ttf',
    'dist/*.txt',
    'dist/*.wasm',
    ...schemas.map((name) => `docs/schemas/${name}`),
    'package.json',
  ]);
});

test('no file names a folder of this machine', async () => {
  for (const path of files) {
    expect((await readFile(join(place, path), 'utf8')).includes(repository.slice(1)), path).toBe(false);
  }
});

test('everything that it imports is one of its dependencies', async () => {
  const { dependencies, peerDependencies } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
    peerDependencies: Readonly<Record<string, string>>;
  };
  const known = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies), ...builtinModules]);
  const imports = /(?:^|[;}\s])(?:from|import)\s*\(?\s*['"]((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[\w./-]+)?['"]/g;
  const strange = new Set<string>();
  for (const path of files.filter(
    (name) => /\.(?:js|ts|astro)$/.test(name) && !/\/templates\/|starter-samples|bundle\/init/.test(name),
  )) {
    const text = (await readFile(join(place, path), 'utf8')).replace(/^\s*(?:\*|\/\/).*$/gm, '');
    for (const [, name = ''] of text.matchAll(imports)) {
      // A dependency of Astro: declarations name its types, and code loads it through Astro.
      if (name === 'vite' && path.endsWith('.d.ts')) continue;
      if (!known.has(name) && !known.has(`@types/${name}`)) strange.add(`${path}: ${name}`);
    }
  }
  expect([...strange]).toEqual([]);
});

test('it builds the example with the same bytes as the repository, and finds the same', async () => {
  await cp(join(repository, 'content'), join(folder, 'content'), { recursive: true });
  const cwd = folder;
  const [own, other] = [
    await runInstalled(place, ['build'], cwd),
    await runStele(['build', '--out', 'other'], { cwd }),
  ];
  expect(own.stderr).toContain('Built');
  expect(other.code, other.stderr).toBe(0);
  const sites = [join(folder, 'dist'), join(folder, 'other')] as const;
  const paths = await filesBelow(sites[0]);
  expect(await filesBelow(sites[1])).toEqual(paths);
  for (const path of paths) {
    const [one, two] = await Promise.all(sites.map((site) => readFile(join(site, path))));
    expect(one!.equals(two!), path).toBe(true);
  }
  await writeFile(join(folder, 'content/broken.mdx'), '# A\n\n[nowhere](/nowhere)\n');
  const findings = await runInstalled(place, ['check', '--format', 'json'], cwd);
  expect(findings.stdout).toContain('dangling-link');
  expect(findings.stdout).toBe((await runStele(['check', '--format', 'json'], { cwd })).stdout);
});

test('the first build needs neither Astro nor Vite, and writes nothing into the package', async () => {
  const empty = join(temporaryFolder(), 'Größe und Maß');
  await mkdir(join(empty, 'content'), { recursive: true });
  await writeFile(join(empty, 'content/a.mdx'), '# A\n');
  const alone = await installLinked(empty, ['astro', 'vite', ...shippedGrammars]);
  const { code, stderr } = await runInstalled(alone, ['build'], empty);
  expect(code, stderr).toBe(0);
  expect(await readFile(join(empty, 'dist/a/index.html'), 'utf8')).toContain('<h1');
  await mkdir(join(empty, 'content/_samples'));
  await writeFile(join(empty, 'content/_samples/a.kt'), 'fun main() { println("a" }\n');
  await writeFile(join(empty, 'content/a.mdx'), '# A\n\n<CodeBlock file="a" />\n');
  await writeFile(join(empty, 'content/site.yaml'), 'languages: [kotlin]\n');
  expect((await runInstalled(alone, ['check'], empty)).stderr).toContain('a.kt:1:');
  expect(await filesBelow(alone)).toEqual(files);
});

test('components of the site import those of the package, and a broken one is reported with its place', async () => {
  const own = join(folder, 'own');
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(own, path, '..'), { recursive: true });
    await writeFile(join(own, path), text);
  };
  await write('content/a.mdx', '# A\n');
  await write('content/site.yaml', 'title: T\ncomponents:\n  Brand: _parts/Brand.astro\n');
  const component =
    "---\nimport Brand from 'stele/components/Brand.astro';\n---\n<Brand {...Astro.props} /><b>own brand</b>\n";
  await write('content/_parts/Brand.astro', component);
  const built = await runInstalled(place, ['build'], own);
  expect(built.code, built.stderr).toBe(0);
  expect(await readFile(join(own, 'dist/a/index.html'), 'utf8')).toMatch(/class="brand"[^]*<b>own brand<\/b>/);
  await write('content/_parts/Brand.astro', '---\nconst a = ;\n---\n');
  const broken = await runInstalled(place, ['build'], own);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/own code failed \(content\/_parts\/Brand\.astro:2:\d+\)/);
});

test('in an Astro project, the stack of a broken component names its file and line', async () => {
  const own = join(folder, 'own');
  await writeFile(join(own, 'content/_parts/Brand.astro'), '---\n\nconst a = Astro.props.b.c;\n---\n{a}\n');
  const config = "import { stele } from 'stele';\nexport default { integrations: [stele()] };\n";
  await writeFile(join(own, 'astro.config.mjs'), config);
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: '', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = join(repository, 'node_modules/astro/bin/astro.mjs');
  const { stdout, stderr } = (await run(process.execPath, [astro, 'build'], { cwd: own, env }).catch(
    (error: unknown) => error,
  )) as { stdout: string; stderr: string };
  expect(stdout + stderr).toContain('content/_parts/Brand.astro:3:');
});

test('without Astro, components of the site say what to install', async () => {
  const other = temporaryFolder();
  const alone = await installLinked(other, ['astro', 'vite']);
  await mkdir(join(other, 'content/_parts'), { recursive: true });
  await writeFile(join(other, 'content/a.mdx'), '# A\n');
  await writeFile(join(other, 'content/site.yaml'), 'title: T\ncomponents:\n  Brand: _parts/Brand.astro\n');
  await writeFile(join(other, 'content/_parts/Brand.astro'), '<b>own</b>\n');
  const { code, stderr } = await runInstalled(alone, ['build'], other);
  removeFolder(other);
  expect(stderr).toContain('→ Install it beside Stele: `npm install --save-dev astro@^7.');
  expect(code).toBe(2);
});
