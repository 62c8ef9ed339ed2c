// Removes the declarations that no user of the package can reach: what is not exported is private.

import { readFile, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { filesBelow } from './files-below.ts';

/** Files that users import: the public API, and components, whose properties have types. */
const isOpen = (path: string): boolean => path === 'index.js' || /^site\/.*\.astro$/.test(path);

/**
 * Removes declarations that neither the public API nor a component imports.
 * @param dist folder of the compiled sources
 */
export async function keepUsedTypes(dist: string): Promise<void> {
  const files = new Set(await filesBelow(dist));
  const used = new Set<string>(['site/env.d.ts']);
  const waiting = [...[...files].filter(isOpen), ...used];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const declaration = path.replace(/\.js$/, '.d.ts');
    if (!files.has(declaration)) continue;
    for (const found of await importsOf(join(dist, declaration))) {
      const target = posix.join(posix.dirname(path), found);
      if (used.has(target)) continue;
      used.add(target);
      waiting.push(target);
    }
    used.add(declaration);
  }
  for (const path of files) {
    if (path.endsWith('.d.ts') && !used.has(path)) await rm(join(dist, path));
  }
}

async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  const imports = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"?\n]+)/g);
  return [...imports].map(([, path = '']) => path);
}
