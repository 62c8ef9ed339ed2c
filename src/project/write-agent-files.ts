// Writes the files for programs that belong to no single page. A file from `public/` has precedence.

import { readFileSync } from 'node:fs';
import type { Address, SiteData } from '../compiler/model/index.ts';
import { firstPartOf, outputFiles, withParts } from '../compiler/source/index.ts';
import { partsAfter } from '../compiler/text/index.ts';
import { readDataSchemas } from './data-schemas.ts';
import { sha256 } from './sha256.ts';
import { findIn } from './site-files.ts';
import { writeDataFiles } from './write-data-files.ts';

/** Makes the Markdown twins of the page at an address, by path from the top of the site. */
export type MakeTwins = (address: Address) => Promise<ReadonlyMap<string, string>>;

/**
 * Call it after the twins are written.
 * @param out folder of the site
 * @param last folder of the last site, if the new one keeps pages in it
 * @param makeTwins for twins that another part of the site has
 * @throws the system's error if a file cannot be read or written
 */
export async function writeAgentFiles(
  data: SiteData,
  out: string,
  last: string | undefined,
  makeTwins: MakeTwins,
): Promise<void> {
  const folders = last === undefined ? [out] : [out, last];
  const write = (files: ReadonlyMap<string, string>): Promise<void> => writeOwn(files, data, out);
  const lists = data.writeAgentFiles(sha256);
  await write(lists);
  if (lists.has(outputFiles.symbols)) await write(await readDataSchemas());
  // One tree after the other, because all texts together are as large as the site.
  for (const language of data.fullTexts) {
    const twins = new Map<string, string>();
    for (const address of data.addresses.filter((each) => each.language === language)) {
      const path = data.twinsOf(address)[0]!;
      const made = readParts(folders, path) ?? (await makeTwins(address));
      for (const each of withParts([path], (part) => made.has(part))) twins.set(each, made.get(each)!);
    }
    await write(data.writeFullTexts(language, (path) => twins.get(path)));
  }
}

/**
 * Writes the files with the texts of all pages, whose twins are all there.
 * @param out folder with the twins of edited pages
 * @param last folder of the last site
 * @throws the system's error; an error if a twin is missing
 */
export async function rewriteFullTexts(data: SiteData, out: string, last: string): Promise<void> {
  const read = (path: string): string | undefined => {
    // The last site may have parts of a twin that is shorter now, but the first part does not lead to them.
    const text = readTwin(findIn([out, last], path));
    if (text === undefined && firstPartOf(path) === undefined) throw new Error(`${path} is missing.`);
    return text;
  };
  for (const language of data.fullTexts) await writeOwn(data.writeFullTexts(language, read), data, out);
}

/** Writes files, except those that a file of `public` replaces. */
async function writeOwn(files: ReadonlyMap<string, string>, data: SiteData, out: string): Promise<void> {
  await writeDataFiles(new Map([...files].filter(([path]) => !data.publicFiles.has(path))), out);
}

/** A twin with its other parts, by path; undefined if it is not there. */
function readParts(folders: readonly string[], path: string): ReadonlyMap<string, string> | undefined {
  const first = readTwin(findIn(folders, path));
  if (first === undefined) return undefined;
  const parts = partsAfter(path, first).map((part) => [part, readTwin(findIn(folders, part))] as const);
  return parts.every((part): part is readonly [string, string] => part[1] !== undefined)
    ? new Map([[path, first], ...parts])
    : undefined;
}

function readTwin(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
