// The compiled sources → a bundle of the command and its threads, `dist/bundle`. Node needs 0.3 s to load a thousand
// small modules, which is a third of the time of a build after an edit. The files beside it stay for the public API and
// for components.

import { parse, type Node } from 'acorn';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { isAbsolute, join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/** Programs that run in threads and processes of their own, from `dist`, without their ending. */
const threads = ['astro/pages/draw-worker', 'engines/highlight-worker', 'engines/draw-in-process'];

/** Where the command starts once its settings are made, and the file that imports it. */
const [starter, command] = ['cli/main.js', 'cli/run-command'];

/** Packages that are bundled, with those that they import: they parse text, in many small modules. */
const inside = [
  'acorn',
  'acorn-jsx',
  'hast-util-to-html',
  'jsonc-parser',
  'mdast-util-gfm',
  'mdast-util-to-hast',
  'mdast-util-to-markdown',
  'micromark-core-commonmark',
  'remark-gfm',
  'remark-mdx',
  'remark-parse',
  'sax',
  'unified',
  'yaml',
];

/**
 * Writes the bundle, and makes the command and its threads use it.
 * @param dist folder of the compiled sources
 * @throws Error if a source cannot be bundled
 */
export async function bundleCommand(dist: string): Promise<void> {
  const names = [command, ...threads];
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const isOwn = (file: string): boolean => file.startsWith(dist);
  const bundle = await rolldown({
    input: Object.fromEntries(names.map((path) => [nameOf(path), join(dist, `${path}.js`)])),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    external: (id, importer = '') => {
      if (/^[./]|^[A-Za-z]:\\/.test(id)) return false;
      return isBuiltin(id) || (isOwn(importer) && !inside.includes(id));
    },
    plugins: [
      {
        name: 'stele:places',
        transform: (code, id) => (isOwn(id) ? keepPlaces(code, slashes(relative(dist, id))) : undefined),
      },
    ],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.write({
    dir: join(dist, 'bundle'),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const foreign = modules.filter((id) => isAbsolute(id) && !isOwn(id));
  await writeFile(join(dist, 'bundle/licences.txt'), await listLicences(foreign));
  for (const path of threads) {
    const up = '../'.repeat(path.split('/').length - 1);
    await writeFile(join(dist, `${path}.js`), `import '${up}bundle/${nameOf(path)}.js';\n`);
  }
  const main = join(dist, starter);
  const text = await readFile(main, 'utf8');
  const bundled = text.replace(`'./${nameOf(command)}.js'`, `'../bundle/${nameOf(command)}.js'`);
  if (bundled === text) throw new Error(`${starter} does not import ${command}.`);
  await writeFile(main, bundled);
}

/**
 * Replaces what a module asks about its own place: files beside it stay where they are.
 * @param path of the module from `dist`
 */
function keepPlaces(code: string, path: string): string | undefined {
  const found = findPlaces(parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }));
  if (found.length === 0) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/'));
  const places: Readonly<Record<string, string>> = {
    url: `new URL('../${path}', import.meta.url).href`,
    filename: `fileURLToPathOfBundle(new URL('../${path}', import.meta.url))`,
    dirname: `fileURLToPathOfBundle(new URL('../${folder}', import.meta.url))`,
  };
  let made = '';
  let at = 0;
  for (const { start, end, name } of found) {
    const place = places[name];
    if (place === undefined) throw new Error(`${path} asks for import.meta.${name}, which a bundle does not have.`);
    made += code.slice(at, start) + place;
    at = end;
  }
  return `import { fileURLToPath as fileURLToPathOfBundle } from 'node:url';\n${made}${code.slice(at)}`;
}

/**
 * The licences of packages.
 * @param files of the packages
 * @throws Error if a package has none
 */
async function listLicences(files: readonly string[]): Promise<string> {
  const folders = new Set(
    files.map((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? file),
  );
  const texts = [...folders].map(async (folder) => {
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has no file with its licence.`);
    return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  });
  return (await Promise.all(texts)).sort().join('\n---\n\n');
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The expressions `import.meta.…`, in order. */
function findPlaces(program: Node): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const { type, object, property, start, end } = value as Node & { object?: Node; property?: { name?: string } };
    if (type === 'MemberExpression' && object?.type === 'MetaProperty')
      places.push({ start, end, name: property?.name ?? '' });
    else Object.values(value).forEach(visit);
  };
  visit(program);
  return places.sort((a, b) => a.start - b.start);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
