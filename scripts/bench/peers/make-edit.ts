// An edit of a site's source, and whether the built site shows it.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edit } from './cases.ts';

/** Makes an edit in a file. @throws Error if the file does not contain its words */
export async function makeEdit(file: string, edit: Edit): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(edit.from)) throw new Error(`${file} does not contain “${edit.from}”.`);
  await writeFile(file, applyEdit(text, edit));
}

/** Returns a text with the edit made: at its first place, or everywhere if pages repeat the words. */
export function applyEdit(text: string, { from, to, isEverywhere }: Edit): string {
  return isEverywhere ? text.replaceAll(from, () => to) : text.replace(from, () => to);
}

/**
 * Whether the built site shows an edit.
 * @param path file in the site's folder, or `*.css` for any style sheet of `output`
 */
export async function isShown(folder: string, path: string, output: string, { mark }: Edit): Promise<boolean> {
  if (!path.startsWith('*')) return (await readFile(join(folder, path), 'utf8')).includes(mark);
  const entries = await readdir(join(folder, output), { recursive: true });
  for (const name of entries.filter((entry) => entry.endsWith(path.slice(1)))) {
    if ((await readFile(join(folder, output, name), 'utf8')).includes(mark)) return true;
  }
  return false;
}
