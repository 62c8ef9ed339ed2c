// Removes the declarations that no user of the package can reach: what is not exported is private. Declarations of
// private parts would also need packages that users do not have.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { filesBelow } from './files-below.ts';

/** Files that users import: the public API, and components, whose properties have types. */
const isOpen = (path: string): boolean => path === 'index.d.ts' || /^site\/.*\.astro$/.test(path);

/** A list of names that a file imports or exports from another: all names if there is no list. */
interface Statement {
  readonly whole: string;
  readonly isExport: boolean;
  /** The names in the other file, with the name that this file gives each. */
  readonly names: readonly (readonly [name: string, own: string])[] | undefined;
  /** The other file. */
  readonly target: string;
}

/**
 * Removes declarations that neither the public API nor a component imports, and names from lists of exports.
 * @param dist folder of the compiled sources
 */
export async function keepUsedTypes(dist: string): Promise<void> {
  const files = new Set(await filesBelow(dist));
  const texts = new Map<string, string>();
  const used = new Map<string, Set<string>>([['site/env.d.ts', new Set(['*'])]]);
  const waiting = [...[...files].filter(isOpen), 'site/env.d.ts'].map((path) => ({ path, names: ['*'] }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, names } = next;
    if (!files.has(path)) continue;
    const text = texts.get(path) ?? (await readFile(join(dist, path), 'utf8'));
    texts.set(path, text);
    const known = used.get(path) ?? new Set();
    const isNew = names.some((name) => !known.has(name)) || !used.has(path);
    used.set(path, new Set([...known, ...names]));
    if (!isNew && path !== 'site/env.d.ts') continue;
    const isList = isListOfExports(text);
    for (const { target, names: listed } of statementsOf(path, text)) {
      const wanted = isList && !names.includes('*') ? listed?.filter(([, own]) => names.includes(own)) : listed;
      if (wanted?.length === 0) continue;
      waiting.push({ path: target, names: wanted?.map(([name]) => name) ?? (isList ? names : ['*']) });
    }
  }
  for (const path of files) {
    if (!path.endsWith('.d.ts')) continue;
    const names = used.get(path);
    if (names === undefined) await rm(join(dist, path));
    else if (isListOfExports(texts.get(path)!) && !names.has('*'))
      await writeFile(join(dist, path), keepNames(path, texts.get(path)!, names));
  }
}

/** Whether a file only exports from other files. */
function isListOfExports(text: string): boolean {
  return (
    text
      .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
      .replace(statement, '')
      .trim() === '' && !/^import\b/m.test(text)
  );
}

const statement =
  /\b(import|export)\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{([^}]*)\}|\w+)\s+from\s*['"](\.{1,2}\/[^'"?\n]+)['"];?/g;

function statementsOf(path: string, text: string): readonly Statement[] {
  const lists = [...text.matchAll(statement)].map(([whole, kind, list, target = '']): Statement => {
    const names = list?.split(',').map((name) => name.replace(/\btype\s/, '').trim());
    const pairs = names?.filter((name) => name !== '').map((name) => name.split(/\s+as\s+/));
    return {
      whole,
      isExport: kind === 'export',
      names: pairs?.map(([name = '', own = name]) => [name, own]),
      target: declarationOf(path, target),
    };
  });
  const inline = [...text.matchAll(/\bimport\(\s*['"](\.{1,2}\/[^'"?\n]+)['"]\s*\)(?:\.(\w+))?/g)];
  return [
    ...lists,
    ...inline.map(([whole, target = '', name]): Statement => ({
      whole,
      isExport: false,
      names: name === undefined ? undefined : [[name, name]],
      target: declarationOf(path, target),
    })),
  ];
}

function declarationOf(path: string, target: string): string {
  return posix.join(posix.dirname(path), target).replace(/\.js$/, '.d.ts');
}

/** A list of exports with only some of its names. */
function keepNames(path: string, text: string, kept: ReadonlySet<string>): string {
  return statementsOf(path, text).reduce((all, { whole, names }) => {
    if (names === undefined) return all;
    const left = names.filter(([, own]) => kept.has(own));
    if (left.length === names.length) return all;
    const list = left.map(([name, own]) => (name === own ? name : `${name} as ${own}`)).join(', ');
    return all.replace(left.length === 0 ? `${whole}\n` : whole, () =>
      left.length === 0 ? '' : whole.replace(/\{[^}]*\}/, `{ ${whole.includes('type ') ? typed(whole, list) : list} }`),
    );
  }, text);
}

/** Marks of types in a list are kept: `export { type A, b }`. */
function typed(whole: string, list: string): string {
  return list
    .split(', ')
    .map((name) => (new RegExp(`\\btype ${name.split(' ')[0]}\\b`).test(whole) ? `type ${name}` : name))
    .join(', ');
}
