// The code follows the import tables of ARCHITECTURE.md.

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sourceFolder = join(root, 'src');

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
}

const files = (readdirSync(sourceFolder, { recursive: true }) as string[])
  .filter((path) => /\.(?:ts|astro)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'));

/** A file's text without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(sourceFolder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = codeOf(file);
  const statics = [
    ...text.matchAll(/^(?:import|export)\s+(?:(?<clause>[^;'"=]*?)\s+from\s+)?['"](?<specifier>[^'"]+)['"]/gm),
  ];
  const dynamics = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)];
  return [
    ...statics.map(({ groups }) => ({
      file,
      specifier: groups!['specifier']!,
      isTypeOnly: /^type\b/.test(groups!['clause'] ?? ''),
      isDynamic: false,
    })),
    ...dynamics.map((match) => ({ file, specifier: match[1]!, isTypeOnly: false, isDynamic: true })),
  ];
});

/** Folders that group rooms. A room is a folder with a row in the table; the glossary of ARCHITECTURE.md defines it. */
const groups = ['compiler', 'outputs', 'authoring'];

/**
 * `compiler/parse/yaml/parse-yaml.ts` → `compiler/parse`; `cli/main.ts` → `cli`; `index.ts` → `index.ts`. The files at
 * the top of a group are a room too: `compiler/pipeline.ts` → `compiler`.
 */
const roomOf = (path: string): string => {
  const parts = path.split('/');
  return parts.slice(0, groups.includes(parts[0]!) && parts.length > 2 ? 2 : 1).join('/');
};

const localTarget = ({ file, specifier }: Import): string =>
  relative(sourceFolder, resolve(sourceFolder, dirname(file), specifier)).replaceAll('\\', '/');

const local = imports.filter(({ specifier }) => specifier.startsWith('.') && !specifier.includes('package.json'));

const rows = [
  ...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([\w./]+)` \| [^|]* \| ([^|]*) \|$/gm),
].map((match) => [match[1]!, match[2]!] as const);

/** A room may be named by the last part of its path. */
const roomNamed = (name: string): string => {
  const found = rows.map(([room]) => room).filter((room) => room === name || room.endsWith(`/${name}`));
  if (found.length !== 1) throw new Error(`${name} names ${found.length} rooms of ARCHITECTURE.md`);
  return found[0]!;
};

/** The rooms that each room may import. */
const table = new Map(
  rows.map(([room, allowed]) => [
    room,
    new Set([...allowed.matchAll(/`([\w./]+)`/g)].map((name) => roomNamed(name[1]!))),
  ]),
);

/** Matches names that code of the core may not use, in code without comments. */
const impureNames =
  'process\\b(?=\\s*[.[])|Date\\.now|new Date\\b|performance\\.|Math\\.random|console\\.|globalThis\\b|' +
  '(?:fetch|setTimeout|setInterval)\\(';
const impure = new RegExp(`(?<![\\w.#])(?:${impureNames})|\\.toLocale`);

describe('imports', () => {
  test('every room of src has a row in the table', () => {
    expect([...table.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort());
  });

  test('follow the tables', () => {
    const wrong = local.filter((entry) => {
      const [from, to] = [roomOf(entry.file), roomOf(localTarget(entry))];
      return from !== to && !table.get(from)?.has(to);
    });
    expect(wrong).toEqual([]);
  });

  test('enter a room by its index.ts', () => {
    const wrong = local.filter((entry) => {
      const target = localTarget(entry);
      return roomOf(entry.file) !== roomOf(target) && target.includes('/') && target !== `${roomOf(target)}/index.ts`;
    });
    expect(wrong).toEqual([]);
  });

  test('of site from the model are only types', () => {
    const intoModel = local.filter(
      (entry) => roomOf(entry.file) === 'site' && roomOf(localTarget(entry)) === 'compiler/model',
    );
    expect(intoModel.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
  });

  test('the command loads astro only when it draws', () => {
    const wrong = local.filter(
      (entry) => roomOf(entry.file) === 'cli' && roomOf(localTarget(entry)) === 'astro' && !entry.isDynamic,
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['yaml', /^yaml$/, ['compiler/parse']],
    ['sax', /^sax$/, ['compiler/parse']],
    ['shiki', /^shiki/, ['engines']],
    ['astro', /^(?:@?astro|vite)\b/, ['astro', 'site']],
    ['grammars', /^(?:web-tree-sitter|@babel\/parser|@wasm-fmt|@astral-sh|@ruby|sh-syntax)/, ['engines']],
    ['jsonc-parser', /^jsonc-parser$/, ['compiler/check']],
    ['chokidar', /^chokidar$/, ['project']],
    ['send', /^send$/, ['serve']],
    ['the Model Context Protocol', /^(?:@modelcontextprotocol|zod)\b/, ['mcp']],
    ['node:http', /^node:http$/, ['serve', 'astro', 'dev', 'mcp']],
    ['node:fs', /^node:fs/, ['disk', 'project', 'cli', 'engines', 'sides', 'ci']],
    ['node:child_process', /^node:child_process$/, ['disk', 'ci', 'engines', 'cli', 'project']],
  ])('%s is used only in its rooms', (_name, pattern, rooms) => {
    const wrong = imports.filter(({ file, specifier }) => pattern.test(specifier) && !rooms.includes(roomOf(file)));
    expect(wrong).toEqual([]);
  });

  test('the core uses no disk, clock, environment or network', () => {
    const coreFiles = files.filter((file) => groups.includes(file.split('/')[0]!));
    const rooms = new Set(coreFiles.map(roomOf));
    for (const room of [
      'outputs/html',
      'outputs/search',
      'outputs/export',
      'outputs/diff',
      'outputs/changelog',
      'authoring/edit',
    ])
      expect(rooms).toContain(room);
    const nodeImports = imports.filter(({ file, specifier }) => coreFiles.includes(file) && isBuiltin(specifier));
    expect(nodeImports).toEqual([]);
    expect(coreFiles.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });

  test.each([
    ['process.env.HOME', true],
    ['const now = new Date();', true],
    ['Date.now()', true],
    ['await fetch(url)', true],
    ['setTimeout(done, 10)', true],
    ['name.toLocaleLowerCase()', true],
    ['globalThis.process', true],
    ['prefetch(url); this.process(token); update.now()', false],
  ])('the rule for the core decides whether %s is impure', (code, isImpure) => {
    expect(impure.test(code)).toBe(isImpure);
  });

  test('no list of unlimited length becomes the arguments of a call, which are at most about 120,000', () => {
    const spread = /\b(?:Math\.(?:max|min)|push|unshift)\((?:[^()]*,\s*)?\.\.\.\w/;
    // The search in the browser compares an entity's parents and spellings, which are few.
    const checked = files.filter((file) => !/^(?:site|cli|outputs\/search)\//.test(file));
    expect(checked.filter((file) => spread.test(codeOf(file)))).toEqual([]);
  });

  test('the core has no state: values at the top of its modules do not change', () => {
    const variable = /^(?:export )?let\b/m;
    const empty = /new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\}/;
    const emptyCollection = new RegExp(
      `^(?:export )?const \\w+(?:: (?!readonly\\b|Readonly)[^=]+)? = (?:${empty.source});`,
      'm',
    );
    const statement = /^(?:for|while|if) \(/m;
    const setter = /^\s+(?:static )?set \w+\(/m;
    const isMutable = (code: string): boolean =>
      [variable, emptyCollection, statement, setter].some((pattern) => pattern.test(code));
    expect(files.filter((file) => groups.includes(file.split('/')[0]!) && isMutable(codeOf(file)))).toEqual([]);
  });

  test('have no cycles', () => {
    const graph = new Map<string, string[]>();
    for (const entry of local) {
      graph.set(entry.file, [...(graph.get(entry.file) ?? []), localTarget(entry)]);
    }
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
