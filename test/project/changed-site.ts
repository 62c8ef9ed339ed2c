// A site with old files, and the changes of some of them, for tests of `change-site.ts`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replacedFile } from '../../src/project/change-site.ts';

export const changes = {
  written: ['a/index.html', 'b/index.html', 'new/deep/c.json'],
  removed: ['old/one/d.json', 'e.json'],
  replaced: ['c/index.html', 'd/index.html'],
  patch: { from: 'old', to: 'new', places: [['f/index.html', 0] as const, ['g/index.html', 0] as const] },
};

/** The files that are changed in place. */
export const patched = changes.patch.places.map(([path]) => path);

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Writes all files of the site before the changes. */
export function writeOld(place: string): void {
  const unchanged = ['a/index.html', 'b/index.html', 'same/index.html'];
  for (const path of [...unchanged, ...changes.removed, ...changes.replaced, ...patched]) write(place, path, 'old');
}

/** Writes the new files into the folder of a build. */
export function writeNew(build: string): void {
  for (const path of changes.written) write(join(build, 'site'), path, 'new');
  for (const i of changes.replaced.keys()) write(build, replacedFile(i), 'new');
}
